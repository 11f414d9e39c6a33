// A whole day of a sitting, act by act, with everything that comes from the floor: it ends with a
// ledger that is good and a record that tells it.
#include "ledger/acts.h"
#include "ledger/procedure/article_map.h"
#include "ledger/procedure/question.h"
#include "ledger/publish/meeting_record.h"
#include "ledger/verify/audit.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

const std::vector<std::string> states = {"AAA", "BBB", "CCC", "DDD", "EEE", "FFF"};

std::map<std::string, Hash> text_of(const std::string& words) {
    return {{"en", sha256(bytes_of(words))}};
}

/// The desk of that day.
class Day {
public:
    explicit Day(const std::filesystem::path& path)
        : builder_(states), ledger_(found_ledger(path, builder_)) {
        TextRegister texts;
        for (const std::string number : {"3", "4", "5"})
            texts.units.push_back({.id = "article-" + number,
                                   .number = number,
                                   .label = "Draft article " + number,
                                   .title = "A title",
                                   .texts = text_of("text " + number)});
        record(texts);
    }

    const Conference& now() const { return ledger_.conference(); }
    int acts() const { return acts_; }

    void record(const Record& what) {
        append(ledger_, builder_.sealed(now(), what));
        ++acts_;
    }
    template <class RecordType>
    void record(const Result<RecordType>& made) {
        record(Record{value_of(made)});
    }

    void submit(const ProposalId& id, const ParticipantId& sponsor, const ProposalId& amends) {
        const auto& parent = *now().proposal(amends);
        record(ProposalRegistered{
            .proposal = id,
            .kind = parent.is_amendment() ? ProposalKind::sub_amendment : ProposalKind::amendment,
            .parent = amends,
            .text_unit = parent.registered.text_unit,
            .sponsors = {sponsor},
            .symbol = "A/CONF.1/" + id,
            .title = "The amendment in document A/CONF.1/" + id,
            .texts = text_of(id)});
        record(ProposalCirculated{.proposal = id, .languages = {"en"}});
        record(ProposalIntroduced{.proposal = id, .meeting = meeting()});
    }

    void adopt_without_a_vote(const ProposalId& id) {
        record(proposal_of_adopting(now(), id));
        record(ConsensusGavelled{.proposed = now().consensus->entry.leaf, .silence_ms = 3000});
        record(confirmation_of(now()));
    }

    /// The first `yes` States in favour, the others against.
    Outcome vote(const Result<QuestionPut>& question, std::size_t yes) {
        record(question);
        record(start_of_vote(now(), "test"));
        for (std::size_t i = 0; i < states.size(); ++i)
            record(ballot_of(now(), states[i], i < yes ? Choice::yes : Choice::no));
        record(close_of_vote(now()));
        record(lock_of_vote(now(), ledger_.position()));
        const auto announcement = value_of(announcement_of(now()));
        value_of(ledger_.attach(bytes_of(announcement.table)));
        record(announcement.record);
        return announcement.record.outcome;
    }
    Outcome vote_on(const ProposalId& id, std::size_t yes) {
        return vote(question_of_adopting(now(), id), yes);
    }

    void rule(RulingGiven ruling) {
        ruling.ruling = static_cast<std::int64_t>(now().rulings.size()) + 1;
        ruling.meeting = meeting();
        record(ruling);
    }

    std::int64_t move(MotionMoved motion) {
        motion.motion = static_cast<std::int64_t>(now().motions.size()) + 1;
        motion.meeting = meeting();
        record(motion);
        return motion.motion;
    }

    void write_in(const ProposalId& id) {
        const auto& proposal = *now().proposal(id);
        record(TextRevised{.proposal = id,
                           .version = proposal.version + 1,
                           .decisions = proposal.to_write_in,
                           .texts = text_of(id + " as amended")});
    }

    std::int64_t meeting() const { return now().meeting->number; }
    FeedPosition position() const { return ledger_.position(); }

private:
    ConferenceBuilder builder_;
    Ledger ledger_;
    int acts_ = 0;
};

void morning(Day& day) {
    day.record(next_meeting(day.now(), "chair"));
    day.record(PresenceNoted{.meeting = 1, .arrived = states});
    day.adopt_without_a_vote("article-2");
    day.record(StatementAttached{.about = day.now().decisions.back().entry.leaf,
                                 .delegation = "FFF",
                                 .kind = StatementKind::dissociation,
                                 .paragraphs = {"3"},
                                 .words = "We cannot associate ourselves with paragraph 3."});
    day.submit("L.1", "BBB", "article-3");
    day.submit("L.2", "CCC", "article-3");
    day.submit("L.3", "DDD", "L.2");
    day.rule({.kind = RulingKind::order,
              .proposal = "article-3",
              .order = {"L.2", "L.1"},
              .words = "L.2 is furthest removed in substance.",
              .reasons = "It deletes what L.1 rewords."});
    day.record(RulingAppealed{.ruling = 1, .delegation = "BBB"});
    CHECK(day.vote(question_of_appeal(day.now(), 1, Method::recorded), 3) ==
          Outcome::ruling_stands);  // three to three
    CHECK(day.vote_on("L.3", 4) == Outcome::adopted);
    day.write_in("L.2");
    CHECK(day.vote_on("L.2", 5) == Outcome::adopted);
    day.rule({.kind = RulingKind::skip,
              .proposal = "L.1",
              .because = "L.2",
              .words = "L.1 is not put to the vote.",
              .reasons = "The adoption of L.2 implies its rejection."});
    day.write_in("article-3");
    const auto closure = day.move({.kind = MotionKind::close_debate,
                                   .mover = "DDD",
                                   .proposal = "article-3",
                                   .words = "to close the debate on draft article 3"});
    day.record(MotionSpoken{.motion = closure, .delegation = "EEE", .side = Side::against});
    CHECK(day.vote(question_of_motion(day.now(), closure, Method::recorded), 4) ==
          Outcome::carried);
    CHECK(day.vote_on("article-3", 6) == Outcome::adopted);
    day.record(MeetingSuspended{.meeting = 1});
}

void afternoon(Day& day) {
    day.record(MeetingResumed{.meeting = 1});
    const auto division = day.move({.kind = MotionKind::division,
                                    .mover = "EEE",
                                    .proposal = "article-4",
                                    .parts = {"paragraph 1", "paragraph 2"},
                                    .words = "that paragraphs 1 and 2 be voted on separately"});
    day.record(MotionGranted{.motion = division});
    CHECK(day.vote(question_of_retaining(day.now(), "article-4", "paragraph 1", Method::recorded),
                   6) == Outcome::retained);
    CHECK(day.vote(question_of_retaining(day.now(), "article-4", "paragraph 2", Method::recorded),
                   1) == Outcome::rejected);
    day.write_in("article-4");
    day.record(PointOfOrderRaised{
        .meeting = 1, .delegation = "FFF", .words = "Is the text before us in all languages?"});
    day.rule({.kind = RulingKind::point_of_order, .words = "It is, on the screen."});
    CHECK(day.vote_on("article-4", 4) == Outcome::adopted);  // exactly two thirds of six
    CHECK(day.vote_on("article-5", 3) == Outcome::not_adopted);
    const auto again = day.move({.kind = MotionKind::reconsider,
                                 .mover = "AAA",
                                 .proposal = "article-5",
                                 .decision = day.now().decisions.back().entry.leaf,
                                 .words = "to reconsider draft article 5"});
    CHECK(day.vote(question_of_motion(day.now(), again, Method::recorded), 4) == Outcome::carried);
    day.adopt_without_a_vote("article-5");
    day.record(MeetingClosed{.meeting = 1});
    day.record(close_of_conference(day.now(), day.position()));
}

/// Without line breaks and indentation.
std::string running(const std::string& text) {
    std::istringstream stream(text);
    std::string joined;
    for (std::string word; stream >> word;) joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

}  // namespace

TEST_CASE("a whole day with everything from the floor ends with a good ledger and its record",
          "[publish]") {
    const TempFolder folder;
    const auto path = folder / "day.ledger";
    std::uint64_t size = 0;
    {
        Day day(path);
        morning(day);
        afternoon(day);
        CHECK(day.acts() >= 60);
        CHECK(summary(article_map(day.now())) ==
              "2 adopted without a vote, 2 by vote, 0 rejected, 0 open");
        size = day.position().size;
    }
    MeetingRecord record(1);
    const auto audited = value_of(audit(
        path,
        {.folded = [&](const Entry& entry, const Conference& then) { record.add(entry, then); }}));
    INFO(audited.verdict());
    CHECK(audited.all_good());
    CHECK(audited.conference->closed);
    const auto told = running(record.text(size));
    std::size_t at = 0;
    for (const std::string what :
         {"Draft article 2 was adopted without a vote.", "State FFF dissociates itself",
          "The amendment in document A/CONF.1/L.2 is registered as L.2",
          "The presiding officer rules: “L.2 is furthest removed in substance.”",
          "State BBB appeals against the ruling.", "The text of Draft article 3 is now version 2.",
          "State DDD moves to close the debate on draft article 3.",
          "State EEE speaks against the motion.",
          "The motion to close the debate on draft article 3 was carried by 4 votes to 2.",
          "Draft article 3, as amended, was adopted by 6 votes to none.",
          "Paragraph 1 of draft article 4 was retained by 6 votes to none.",
          "State FFF raises a point of order",
          "Draft article 4, as a whole, was adopted by 4 votes to 2.",
          "Draft article 5 was not adopted, having failed to obtain the required two-thirds "
          "majority.",
          "The motion to reconsider draft article 5 was carried by 4 votes to 2.",
          "Draft article 5 was adopted without a vote."}) {
        INFO(what);
        INFO(told);
        at = told.find(what, at);
        REQUIRE(at != std::string::npos);
    }
}
