#include "tests/support/two_meetings.h"

#include "ledger/acts.h"
#include "tests/support/results.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

constexpr std::int64_t ten_o_clock = 1795428000000;  // 2026-11-23 10:00:00 UTC

struct Made {
    std::string file = {};
    std::vector<std::shared_ptr<const Conference>> right_after = {};
    std::shared_ptr<const Conference> conference = {};
};

/// The story, act by act.
class Story {
public:
    explicit Story(const std::filesystem::path& path)
        : ledger_(value_of(Ledger::found(path, builder_.charter(), ConferenceBuilder::origin(),
                                         builder_.terminal_key(),
                                         {.clock = [this] { return now_ += 60'000; }}))) {
        for (const auto& draft : builder_.founding(now().charter_leaf)) append(ledger_, draft);
        prepare();
        now_ = ten_o_clock - 60'000;
        first_meeting();
        second_meeting();
    }

    Made made(const std::filesystem::path& path) const {
        return {content_of(path), right_after_, ledger_.snapshot()};
    }

private:
    const Conference& now() const { return ledger_.conference(); }
    Hash record(const Record& what) {
        return append(ledger_, builder_.sealed(now(), what)).entry.leaf;
    }
    template <class What>
    Hash record(const Result<What>& what) {
        return record(Record{value_of(what)});
    }

    /// What this story needs beyond the small conference: another text, another officer.
    void prepare() {
        record(Accreditation{{{.id = "vice",
                               .name = "vice",
                               .role = Role::presiding_officer,
                               .key = key_from_label("vice").public_key()}}});
        auto text = now().text_units.front();
        text.id = "article-3";
        text.number = "3";
        text.label = "Draft article 3";
        record(TextRegister{{text}});
    }

    void announce() {
        record(close_of_vote(now()));
        record(lock_of_vote(now(), ledger_.position()));
        const auto announcement = value_of(announcement_of(now()));
        value_of(ledger_.attach(bytes_of(announcement.table)));
        record(announcement.record);
        right_after_.push_back(ledger_.snapshot());
    }

    void roll_call() {
        const ProposalRegistered amendment{
            .proposal = "L.2",
            .kind = ProposalKind::amendment,
            .parent = "article-2",
            .text_unit = "article-2",
            .sponsors = {"AAA"},
            .symbol = "A/CONF.1/L.2",
            .title =
                "The amendment to draft article 2 in document "
                "A/CONF.1/L.2",
            .texts = {{"en", value_of(ledger_.attach(bytes_of("L.2")))}}};
        record(amendment);
        record(ProposalCirculated{.proposal = "L.2", .languages = now().charter->languages});
        record(ProposalIntroduced{.proposal = "L.2", .meeting = now().meeting->number});
        record(question_of_adopting(now(), "L.2", Method::roll_call));
        record(start_of_vote(now(), "test"));
        const auto start = now().run->start_entry.leaf;
        record(LotDrawn{.run = 1, .start = start, .way = LotWay::by_hand, .first = "CCC"});
        record(answer_of(now(), "CCC", Answer::no));
        record(answer_of(now(), "DDD", Answer::no));
        record(answer_of(now(), "AAA", Answer::yes));
        record(answer_of(now(), "BBB", Answer::no));
        announce();
    }

    void without_a_vote() {
        const auto proposal = record(proposal_of_adopting(now(), "article-3"));
        record(ConsensusGavelled{.proposed = proposal, .silence_ms = 4200});
        record(confirmation_of(now()));
        right_after_.push_back(ledger_.snapshot());
        record(StatementAttached{.about = now().decisions.back().entry.leaf,
                                 .delegation = "AAA",
                                 .kind = StatementKind::dissociation,
                                 .paragraphs = {"2", "4"},
                                 .words = "We do not associate ourselves with these paragraphs."});
    }

    void recorded_vote() {
        const auto proposal = record(proposal_of_adopting(now(), "article-2"));
        record(ObjectionRaised{
            .proposed = proposal, .delegation = "BBB", .ground = ObjectionGround::vote_requested});
        record(question_of_adopting(now(), "article-2"));
        record(start_of_vote(now(), "test"));
        cast(ledger_, builder_, "AAA", Choice::yes);
        record(annulment_of_vote(now(), "a badge could not be read"));
        record(start_of_vote(now(), "test"));
        cast(ledger_, builder_, "AAA", Choice::yes);
        cast(ledger_, builder_, "BBB", Choice::no);
        cast(ledger_, builder_, "CCC", Choice::yes);
        cast(ledger_, builder_, "DDD", Choice::abstain);
        announce();
    }

    void show_of_hands() {
        record(question_of_own_motion(now(), "to close the debate", Method::hands));
        record(start_of_vote(now(), "test"));
        record(hands_of(now(), 3, 0, 0));
        record(hands_of(now(), 2, 0, 0));
        record(hands_of(now(), 3, 0, 0));
        record(hands_of(now(), 3, 0, 0));
        announce();
    }

    void first_meeting() {
        record(next_meeting(now(), "chair"));
        record(PresenceNoted{.meeting = 1, .arrived = builder_.participants()});
        roll_call();
        without_a_vote();
        recorded_vote();
        record(MeetingSuspended{.meeting = 1});
        record(MeetingResumed{.meeting = 1});
        record(PresidingChanged{.meeting = 1, .presiding = "vice"});
        show_of_hands();
        record(PresenceNoted{.meeting = 1, .left = {"DDD"}});
        record(MeetingClosed{.meeting = 1});
    }

    void second_meeting() {
        record(next_meeting(now(), "chair"));
        record(PresenceNoted{.meeting = 2, .arrived = {"AAA", "BBB", "CCC"}});
        const auto& vote = now().decisions[2];
        record(CorrectionNoted{.run = vote.result->run,
                               .result = vote.entry.leaf,
                               .delegation = "DDD",
                               .intended = Choice::yes,
                               .received_from = "Delegate of DDD, by letter"});
        record(StatementAttached{.about = now().decisions[1].entry.leaf,
                                 .delegation = "CCC",
                                 .kind = StatementKind::reservation,
                                 .words = "We reserve our position."});
        record(MeetingClosed{.meeting = 2});
    }

    std::int64_t now_ = ten_o_clock - 600'000;
    ConferenceBuilder builder_{{"AAA", "BBB", "CCC", "DDD"}};
    Ledger ledger_;
    std::vector<std::shared_ptr<const Conference>> right_after_ = {};
};

/// Made once: a test alone waits for the disk once, not at every ledger.
const Made& story() {
    static const Made made = [] {
        const TempFolder folder;
        const Story story(folder / "conference.ledger");
        return story.made(folder / "conference.ledger");
    }();
    return made;
}

}  // namespace

TwoMeetings::TwoMeetings() { write_file(path_, story().file); }

const Conference& TwoMeetings::conference() const { return *story().conference; }

const Conference& TwoMeetings::right_after(std::size_t decision) const {
    return *story().right_after.at(decision);
}

std::uint64_t TwoMeetings::entry_of(std::size_t decision) const {
    return conference().decisions.at(decision).entry.seq;
}

}  // namespace placet::tests
