// What the desk records is computed here, and the rules allow exactly that.
#include "ledger/acts.h"
#include "ledger/procedure/proposal_acts.h"

#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

struct Desk {
    TempFolder folder = {};
    ConferenceBuilder builder = ConferenceBuilder({"AAA", "BBB", "CCC"});
    Ledger ledger = found_ledger(folder / "ledger", builder);
    const Conference& conference() const { return ledger.conference(); }
};

}  // namespace

TEST_CASE("acts that the meeting is not ready for are refused with what to do", "[ledger]") {
    Desk meeting;
    CHECK(fault_of(question_of_adopting(meeting.conference(), "article-2")) == Fault::absent);
    CHECK(fault_of(start_of_vote(meeting.conference(), "build")) == Fault::refused);
    CHECK(fault_of(ballot_of(meeting.conference(), "AAA", Choice::yes)) == Fault::refused);
    CHECK(fault_of(close_of_vote(meeting.conference())) == Fault::refused);
    CHECK(fault_of(lock_of_vote(meeting.conference(), meeting.ledger.position())) ==
          Fault::refused);
    CHECK(fault_of(announcement_of(meeting.conference())) == Fault::refused);

    bring_to_vote(meeting.ledger, meeting.builder);
    CHECK(fault_of(question_of_adopting(meeting.conference(), "article-9")) == Fault::absent);
    CHECK(fault_of(lock_of_vote(meeting.conference(), meeting.ledger.position())) ==
          Fault::refused);
    CHECK(fault_of(announcement_of(meeting.conference())) == Fault::refused);
    CHECK(ballot_of(meeting.conference(), "AAA", Choice::yes));
}

TEST_CASE("the question on a text is of substance, in a sentence that names it", "[ledger]") {
    Desk meeting;
    open_meeting(meeting.ledger, meeting.builder);
    const auto question = value_of(question_of_adopting(meeting.conference(), "article-2"));
    CHECK(question.question == 1);
    CHECK(question.matter == MatterClass::substance);
    CHECK(question.majority == "two_thirds");
    CHECK(question.sentence == "Do you approve draft article 2?");
    CHECK(question.if_carried == "Draft article 2 is adopted.");
    CHECK(question.participating == 3);
}

TEST_CASE("meetings, questions and runs are counted from 1 without a gap", "[ledger]") {
    Desk meeting;
    CHECK(next_meeting(meeting.conference(), "chair").number == 1);
    open_meeting(meeting.ledger, meeting.builder);
    CHECK(next_meeting(meeting.conference(), "chair").number == 2);
    for (std::int64_t number = 1; number <= 3; ++number) {
        start_vote(meeting.ledger, meeting.builder);
        CHECK(meeting.conference().question->put.question == number);
        CHECK(meeting.conference().run->start.run == number);
        finish_vote(meeting.ledger, meeting.builder);
    }
}

TEST_CASE("a ballot replaces the delegation's own that stand, under an id of its own", "[ledger]") {
    Desk meeting;
    bring_to_vote(meeting.ledger, meeting.builder);
    const auto cast_again = [&](Choice choice) {
        auto ballot = value_of(ballot_of(meeting.conference(), "AAA", choice));
        append(meeting.ledger, meeting.builder.sealed(meeting.conference(), ballot));
        return ballot;
    };
    const auto first = cast_again(Choice::yes);
    CHECK(first.replaces.empty());
    const auto second = cast_again(Choice::no);
    CHECK(second.replaces == std::vector{first.id});
    const auto third = cast_again(Choice::abstain);
    CHECK(third.replaces == std::vector{second.id});
    CHECK(value_of(ballot_of(meeting.conference(), "BBB", Choice::yes)).replaces.empty());
}

TEST_CASE("ids are random, of 32 hex digits", "[ledger]") {
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) {
        const auto id = random_id();
        CHECK(id.size() == 32);
        CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(ids.insert(id).second);
    }
}

TEST_CASE("the acts of a vote without ballots name the vote that is open", "[ledger]") {
    Desk meeting;
    const auto record = [&](const Record& what) {
        append(meeting.ledger, meeting.builder.sealed(meeting.conference(), what));
    };
    CHECK(fault_of(answer_of(meeting.conference(), "AAA", Answer::yes)) == Fault::refused);
    CHECK(fault_of(hands_of(meeting.conference(), 1, 0, 0)) == Fault::refused);
    CHECK(fault_of(annulment_of_vote(meeting.conference(), "No reason")) == Fault::refused);

    open_meeting(meeting.ledger, meeting.builder);
    record(value_of(question_of_adopting(meeting.conference(), "article-2", Method::roll_call)));
    record(value_of(start_of_vote(meeting.conference(), "test")));
    record(LotDrawn{.run = 1, .start = meeting.conference().run->start_entry.leaf, .first = "BBB"});
    const auto first = value_of(answer_of(meeting.conference(), "BBB", Answer::none));
    CHECK(first.call == 1);
    CHECK(first.replaces.empty());
    record(first);
    const auto corrected = value_of(answer_of(meeting.conference(), "BBB", Answer::yes));
    CHECK(corrected.replaces == first.id);
    CHECK(corrected.call == 1);
    record(value_of(annulment_of_vote(meeting.conference(), "The roll was wrong")));

    record(value_of(start_of_vote(meeting.conference(), "test")));
    CHECK(meeting.conference().run->start.run == 2);
}

TEST_CASE("the totals of a teller are for the round that is counted", "[ledger]") {
    Desk meeting;
    const auto record = [&](const Record& what) {
        append(meeting.ledger, meeting.builder.sealed(meeting.conference(), what));
    };
    open_meeting(meeting.ledger, meeting.builder);
    record(value_of(question_of_own_motion(meeting.conference(), "to adjourn", Method::hands)));
    record(value_of(start_of_vote(meeting.conference(), "test")));
    for (const std::int64_t round : {1, 1, 2, 2}) {
        const auto counted = value_of(hands_of(meeting.conference(), 2, 1, 0));
        CHECK(counted.round == round);
        record(counted);
    }
    record(value_of(close_of_vote(meeting.conference())));
}

TEST_CASE("questions on an amendment and on a motion say what follows", "[ledger]") {
    Desk meeting;
    open_meeting(meeting.ledger, meeting.builder);
    const auto record = [&](const Record& what) {
        append(meeting.ledger, meeting.builder.sealed(meeting.conference(), what));
    };
    record(ProposalRegistered{.proposal = "L.7",
                              .kind = ProposalKind::amendment,
                              .parent = "article-2",
                              .text_unit = "article-2",
                              .sponsors = {"AAA"},
                              .title = "The amendment in document A/CONF.1/L.7",
                              .texts = {{"en", sha256(bytes_of("L.7"))}}});
    record(ProposalCirculated{.proposal = "L.7", .languages = {"en"}});
    record(ProposalIntroduced{.proposal = "L.7", .meeting = 1});
    const auto amendment =
        value_of(question_of_adopting(meeting.conference(), "L.7", Method::recorded));
    CHECK(amendment.kind == QuestionKind::amendment);
    CHECK(amendment.majority == "two_thirds");
    CHECK(amendment.sentence == "Do you approve the amendment in document A/CONF.1/L.7?");
    CHECK(amendment.if_not_carried == "The text of draft article 2 stays as it is.");
    record(ProposalRegistered{.proposal = "L.8",
                              .sponsors = {"AAA"},
                              .title = "Treaty on Migratory Birds",
                              .texts = {{"en", sha256(bytes_of("L.8"))}}});
    CHECK(value_of(question_of_adopting(meeting.conference(), "L.8")).sentence ==
          "Do you approve Treaty on Migratory Birds?");
    const auto motion = value_of(
        question_of_own_motion(meeting.conference(), "to adjourn the debate", Method::hands));
    CHECK(motion.kind == QuestionKind::motion);
    CHECK(motion.majority == "simple");
    CHECK(motion.texts.empty());
    CHECK(motion.sentence == "Do you approve the motion to adjourn the debate?");
}

TEST_CASE("a text that is submitted is named by what it is to which text", "[ledger]") {
    Desk meeting;
    open_meeting(meeting.ledger, meeting.builder);
    const auto record = [&](const Record& what) {
        append(meeting.ledger, meeting.builder.sealed(meeting.conference(), what));
    };
    const TextHashes english{{"en", sha256(bytes_of("words"))}};
    const auto proposal =
        registration_of(meeting.conference(), "", "A/CONF.1/L.1", {"AAA"}, english);
    CHECK(proposal.title == "The proposal in document A/CONF.1/L.1");
    CHECK(proposal.proposal == "A/CONF.1/L.1");
    const auto amendment =
        registration_of(meeting.conference(), "article-2", "A/CONF.1/L.2", {"BBB"}, english);
    CHECK(amendment.title == "The amendment to draft article 2 in document A/CONF.1/L.2");
    CHECK(amendment.kind == ProposalKind::amendment);
    CHECK(amendment.text_unit == "article-2");
    record(proposal);
    record(amendment);
    const auto again =
        registration_of(meeting.conference(), "A/CONF.1/L.2", "A/CONF.1/L.3", {"CCC"}, english);
    CHECK(again.kind == ProposalKind::sub_amendment);
    CHECK(again.title ==
          "The sub-amendment in document A/CONF.1/L.3 to the amendment to draft article 2 in "
          "document A/CONF.1/L.2");
    record(again);
    const auto oral =
        registration_of(meeting.conference(), "article-2", "", {"AAA", "BBB"}, english);
    CHECK(oral.title == "The oral amendment to draft article 2 by State AAA");
    CHECK(oral.proposal == "oral-1");
    record(oral);
    CHECK(registration_of(meeting.conference(), "article-2", "", {"AAA"}, english).proposal ==
          "oral-2");
}

TEST_CASE("a revision, a circulation and a text as adopted are what the rules allow", "[ledger]") {
    Desk meeting;
    open_meeting(meeting.ledger, meeting.builder);
    const auto conference = [&]() -> const Conference& { return meeting.conference(); };
    const auto record = [&](const Record& what) {
        append(meeting.ledger, meeting.builder.sealed(conference(), what));
    };
    const TextHashes first{{"en", sha256(bytes_of("first"))}};
    const TextHashes second{{"en", sha256(bytes_of("second"))}};
    record(registration_of(conference(), "article-2", "L.2", {"BBB"}, first));
    const auto joined = revision_of(conference(), "L.2", "", false, {"BBB", "AAA"}, {});
    CHECK(joined.sponsors == std::vector<ParticipantId>{"BBB", "AAA"});
    CHECK(joined.version == 1);
    record(joined);
    const auto revised = revision_of(conference(), "L.2", "L.2/Rev.1", true, {}, second);
    CHECK(revised.version == 2);
    CHECK(revised.oral);
    record(revised);
    record(circulation_of(conference(), "L.2"));
    record(ProposalIntroduced{.proposal = "L.2", .meeting = 1});
    record(value_of(question_of_adopting(conference(), "L.2")));
    record(value_of(start_of_vote(conference(), "build")));
    for (const auto* id : {"AAA", "BBB", "CCC"})
        cast(meeting.ledger, meeting.builder, id, Choice::yes);
    finish_vote(meeting.ledger, meeting.builder);
    const auto written = text_as_adopted(conference(), "article-2", second);
    CHECK(written.version == 2);
    CHECK(written.decisions == std::vector<Hash>{conference().decisions.back().entry.leaf});
    record(written);
    CHECK(conference().text_unit("article-2")->texts == second);

    // In one of the two languages of a conference only, it needs permission.
    auto bilingual = conference();
    auto charter = *bilingual.charter;
    charter.languages = {"en", "fr"};
    bilingual.charter = std::make_shared<const Charter>(charter);
    CHECK(circulation_of(conference(), "L.2").permission.empty());
    CHECK_FALSE(circulation_of(bilingual, "L.2").permission.empty());
}

TEST_CASE("a unit is renumbered, moved, added and split as the rules allow", "[ledger]") {
    Desk meeting;
    open_meeting(meeting.ledger, meeting.builder);
    const auto conference = [&]() -> const Conference& { return meeting.conference(); };
    const auto record = [&](const Record& what) {
        append(meeting.ledger, meeting.builder.sealed(conference(), what));
    };
    const TextHashes english{{"en", sha256(bytes_of("words"))}};
    record(new_unit_of("article-2", false, "2 bis", "Scope", english));
    record(new_unit_of("article-2", true, "2 ter", "", english));
    CHECK(conference().text_unit("article-2-bis")->label == "Draft article 2 bis");
    CHECK(unit_before(conference(), "article-2-ter") == "article-2");
    CHECK(unit_before(conference(), "article-2-bis") == "article-2-ter");
    CHECK(unit_before(conference(), "article-2") == "");
    record(placement_of(conference(), "article-2-bis", "1", "", ""));
    CHECK(conference().text_units.front().label == "Draft article 1");
    CHECK(conference().text_units.front().title == "Scope");
    record(placement_of(conference(), "article-2-bis", "", "", "article-2"));
    CHECK(conference().text_unit("article-2-bis")->number == "1");
    CHECK(unit_before(conference(), "article-2-bis") == "article-2");
}

TEST_CASE("a proposal to adopt without a vote is what the rules allow, and so is its confirmation",
          "[ledger]") {
    Desk meeting;
    CHECK(fault_of(proposal_of_adopting(meeting.conference(), "article-2")) == Fault::absent);
    CHECK(fault_of(confirmation_of(meeting.conference())) == Fault::refused);
    open_meeting(meeting.ledger, meeting.builder);
    CHECK(fault_of(proposal_of_adopting(meeting.conference(), "article-9")) == Fault::absent);
    const auto proposal = value_of(proposal_of_adopting(meeting.conference(), "article-2"));
    CHECK(proposal.sentence ==
          "May I take it that the Conference wishes to adopt draft article 2?");
    CHECK(proposal.present == std::vector<ParticipantId>{"AAA", "BBB", "CCC"});
    const auto record = [&](const Record& what) {
        append(meeting.ledger, meeting.builder.sealed(meeting.conference(), what));
    };
    record(proposal);
    record(ConsensusGavelled{.proposed = meeting.conference().consensus->entry.leaf,
                             .silence_ms = 3000,
                             .label = ConsensusLabel::by_consensus});
    const auto confirmation = value_of(confirmation_of(meeting.conference()));
    CHECK(confirmation.sentence == "Draft article 2 was adopted by consensus.");
    record(confirmation);
    record(MeetingClosed{.meeting = 1});
    const auto closing = close_of_conference(meeting.conference(), meeting.ledger.position());
    CHECK(closing.meetings == 1);
    CHECK(closing.decisions == 1);
    auto wrong = closing;
    wrong.cut = sha256(bytes_of("another cut"));
    CHECK(error_of(meeting.ledger.append(meeting.builder.sealed(meeting.conference(), wrong)))
              .detail.find("cut") != std::string::npos);
    record(closing);
    CHECK(meeting.conference().closed);
}
