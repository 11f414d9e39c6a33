// What delegations attach to decisions, intentions noted after a vote, flags seen late, who is
// present, and a second vote.
#include "tests/support/kiosk.h"
#include "tests/support/results.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;

namespace {

/// A meeting with everybody present.
struct Seated : Kiosk {
    explicit Seated(std::vector<std::string> delegations = {"aaa", "bbb", "ccc"},
                    RuleProfile rules = {})
        : Kiosk(std::move(delegations), std::filesystem::temp_directory_path(),
                tests::open_at_no_cost, std::move(rules)) {
        open_meeting();
    }

    void ignores(const Intent& intent) {
        const auto size = state().position.size;
        act(intent);
        CHECK(state().position.size == size);
    }
    void propose_and_gavel() {
        act(ProposeAdoption{"article-2"});
        advance(conference().profile.silence_seconds * 1000);
        act(Gavel{});
    }
    void confirm() {
        handle(ConfirmConsensus{});
        enter(pin);
        REQUIRE(conference().last_decision());
    }
    void put_a_motion(Method method = Method::recorded) {
        act(PutQuestion{.method = method, .words = "to close the debate"});
    }
    /// Article 2, or the motion that is put, is voted on; who is named says yes, the others no.
    void vote(const std::set<std::string>& in_favour) {
        if (!conference().question) act(PutQuestion{.proposal = "article-2"});
        act(StartVote{});
        for (const auto& delegation : builder().participants())
            cast(delegation, in_favour.contains(delegation) ? Choice::yes : Choice::no);
        handle(LeaveBallot{});
        handle(CloseVote{});
        enter(pin);
        for (const Intent& step : both_sealed()) {
            handle(step);
            enter_both_pins();
        }
        REQUIRE(conference().run->phase == RunPhase::announced);
    }
    static std::vector<Intent> both_sealed() {
        std::vector<Intent> steps;
        steps.emplace_back(LockVote{});
        steps.emplace_back(AnnounceResult{});
        return steps;
    }
    const Decision& last() const { return conference().decisions.back(); }
};

}  // namespace

TEST_CASE("a delegation attaches each kind of statement that fits the decision", "[terminal]") {
    Seated kiosk;
    kiosk.propose_and_gavel();
    kiosk.confirm();
    const auto sentence = kiosk.last().sentence;
    kiosk.identify("ccc-1");
    REQUIRE(kiosk.state().delegation);
    const StatementKind fit[] = {StatementKind::position, StatementKind::dissociation,
                                 StatementKind::reservation, StatementKind::interpretation,
                                 StatementKind::non_participation};
    for (const auto kind : fit) {
        kiosk.act(AttachStatement{.kind = kind, .paragraphs = {"2"}});
        CHECK(kiosk.last().statements.back().attached.kind == kind);
        CHECK(kiosk.last().statements.back().attached.paragraphs == std::vector<std::string>{"2"});
        CHECK(kiosk.state().delegation->recorded == kiosk.conference().size - 1);
        kiosk.refuses(AttachStatement{.kind = kind, .paragraphs = {"2"}}, "attached already");
    }
    kiosk.refuses(AttachStatement{.kind = StatementKind::explanation_of_vote},
                  "Nothing was voted on here; there is no vote to explain.");
    CHECK(kiosk.last().statements.size() == std::size(fit));
    CHECK(kiosk.last().sentence == sentence);
    CHECK(kiosk.last().outcome == Outcome::adopted);
}

TEST_CASE("after a vote a delegation explains it, and has nothing to dissociate itself from",
          "[terminal]") {
    Seated kiosk;
    kiosk.vote({"aaa", "bbb"});
    kiosk.identify("ccc-1");
    kiosk.refuses(AttachStatement{.kind = StatementKind::dissociation},
                  "A delegation dissociates itself from a decision without a vote.");
    kiosk.act(AttachStatement{.kind = StatementKind::explanation_of_vote});
    CHECK(kiosk.last().statements.size() == 1);
}

TEST_CASE("before a vote a delegation explains it, with its badge or at the desk", "[terminal]") {
    Seated kiosk;
    kiosk.act(PutQuestion{.proposal = "article-2"});
    kiosk.identify("aaa-1");
    kiosk.refuses(AttachStatement{.kind = StatementKind::position}, "There is no such decision");
    kiosk.act(AttachStatement{.kind = StatementKind::explanation_of_vote});
    CHECK(kiosk.state().delegation->recorded == kiosk.conference().size - 1);
    kiosk.act(LeaveDelegation{});
    kiosk.act(OpenDelegation{"bbb"});
    kiosk.act(AttachStatement{.kind = StatementKind::explanation_of_vote});
    kiosk.act(LeaveDelegation{});
    kiosk.vote({"aaa", "bbb"});
    REQUIRE(kiosk.last().statements.size() == 2);
    CHECK(kiosk.last().statements.front().attached.delegation == "aaa");
    kiosk.act(OpenDelegation{"ccc"});
    kiosk.act(AttachStatement{.kind = StatementKind::explanation_of_vote});  // after it
    CHECK(kiosk.last().statements.size() == 3);
}

TEST_CASE("a statement is attached to the proposal, and not between gavel and second seal",
          "[terminal]") {
    Seated kiosk;
    kiosk.act(ProposeAdoption{"article-2"});
    kiosk.identify("aaa-1");
    kiosk.act(AttachStatement{.kind = StatementKind::dissociation});
    kiosk.act(LeaveDelegation{});
    kiosk.advance(kiosk.conference().profile.silence_seconds * 1000);
    kiosk.act(Gavel{});
    kiosk.identify("bbb-1");
    kiosk.refuses(AttachStatement{}, "The decision is not confirmed yet.");
    kiosk.act(LeaveDelegation{});
    kiosk.confirm();
    REQUIRE(kiosk.last().statements.size() == 1);
    CHECK(kiosk.last().statements.front().attached.delegation == "aaa");
}

TEST_CASE("what a delegation says is noted by an officer who is signed in, or with its badge",
          "[terminal]") {
    Seated kiosk;
    kiosk.ignores(AttachStatement{});  // for nobody
    kiosk.ignores(NoteCorrection{});
    kiosk.ignores(Object{});
    kiosk.vote({"aaa", "bbb"});
    kiosk.handle(SignOut{Role::secretary});
    kiosk.refuses(OpenDelegation{"ccc"}, "An attendant or the secretary notes");
    CHECK_FALSE(kiosk.state().delegation);
    kiosk.identify("usher");
    kiosk.act(OpenDelegation{"ccc"});
    kiosk.act(AttachStatement{.kind = StatementKind::position});
    CHECK(kiosk.last().statements.size() == 1);
    // An intention is the secretary's to note, or the delegation's own.
    kiosk.refuses(NoteCorrection{Choice::yes}, "The secretary signs in first.");
    CHECK(kiosk.last().corrections.empty());
    kiosk.act(OpenDelegation{"nowhere"});
    CHECK(kiosk.state().delegation->delegation == "ccc");
}

TEST_CASE("an intention that is noted says from whom, and changes no figure", "[terminal]") {
    Seated kiosk;
    // Nothing to speak about yet: the badge is for voting.
    kiosk.refuses(PresentBadge{Secret(bytes_of(Kiosk::badge("ccc-1")))}, "No vote is open.");
    kiosk.vote({"aaa", "bbb"});
    const auto figures = kiosk.last().result->figures;
    kiosk.identify("ccc-1");
    kiosk.act(NoteCorrection{Choice::yes});
    kiosk.refuses(NoteCorrection{Choice::yes}, "This very correction is noted already.");
    kiosk.act(LeaveDelegation{});
    kiosk.act(OpenDelegation{"bbb"});
    kiosk.act(NoteCorrection{Choice::abstain});
    CHECK(kiosk.state().delegation->recorded == kiosk.conference().size - 1);
    const auto& noted = kiosk.last().corrections;
    REQUIRE(noted.size() == 2);
    CHECK(noted[0].received_from == "Delegate of ccc");
    CHECK(noted[0].intended == Choice::yes);
    CHECK(noted[1].received_from == "The delegation, at the desk");
    CHECK(kiosk.last().result->figures.yes == figures.yes);
    CHECK(kiosk.last().result->figures.no == figures.no);
}

TEST_CASE("no intention is noted without a vote, or during the next", "[terminal]") {
    Seated kiosk;
    kiosk.propose_and_gavel();
    kiosk.confirm();
    kiosk.act(OpenDelegation{"ccc"});
    kiosk.refuses(NoteCorrection{Choice::yes}, "No result of run 0 was announced.");
    kiosk.put_a_motion();
    kiosk.vote({"aaa", "bbb"});
    kiosk.put_a_motion();
    kiosk.act(StartVote{});
    kiosk.act(OpenDelegation{"ccc"});
    kiosk.refuses(NoteCorrection{Choice::yes}, "A vote is under way");
    kiosk.refuses(AttachStatement{}, "A vote is under way");
}

TEST_CASE("a flag that was up before the gavel takes the decision back; the silence begins anew",
          "[terminal]") {
    Seated kiosk;
    kiosk.propose_and_gavel();
    const bool confirmed = GENERATE(false, true);
    if (confirmed) kiosk.confirm();
    kiosk.ignores(RuleLateFlag{true});  // of nobody
    kiosk.act(OpenDelegation{"bbb"});
    kiosk.act(RuleLateFlag{true});
    CHECK(kiosk.state().delegation->recorded == kiosk.conference().size - 1);
    REQUIRE(kiosk.conference().consensus);
    CHECK(kiosk.conference().consensus->phase() == ConsensusPhase::proposed);
    CHECK(kiosk.conference().standing_decisions() == 0);
    kiosk.refuses(RuleLateFlag{true}, "A late flag is ruled on right after");
    kiosk.act(LeaveDelegation{});
    kiosk.refuses(Gavel{}, "silence");
    kiosk.advance(kiosk.conference().profile.silence_seconds * 1000);
    kiosk.act(Gavel{});
    kiosk.confirm();
    CHECK(kiosk.conference().standing_decisions() == 1);
}

TEST_CASE("a flag that was not up changes nothing, and is ruled on by who presides", "[terminal]") {
    Seated kiosk;
    kiosk.propose_and_gavel();
    kiosk.confirm();
    kiosk.handle(SignOut{Role::presiding_officer});
    kiosk.act(OpenDelegation{"bbb"});
    kiosk.refuses(RuleLateFlag{false}, "The presiding officer signs in first.");
    kiosk.act(LeaveDelegation{});
    kiosk.identify("chair");
    kiosk.act(OpenDelegation{"bbb"});
    kiosk.act(RuleLateFlag{false});
    CHECK(kiosk.conference().standing_decisions() == 1);
    kiosk.act(LeaveDelegation{});
    kiosk.put_a_motion();
    kiosk.act(OpenDelegation{"bbb"});
    kiosk.refuses(RuleLateFlag{true}, "before another question is taken up");
    CHECK(kiosk.conference().standing_decisions() == 1);
}

TEST_CASE("presence is noted until the close, by an attendant or the secretary", "[terminal]") {
    Seated kiosk;
    kiosk.refuses(NotePresence{}, "No delegation is named.");
    kiosk.refuses(NotePresence{.arrived = {"zzz"}}, "\"zzz\" does not participate");
    kiosk.handle(SignOut{Role::secretary});
    kiosk.refuses(NotePresence{.left = {"ccc"}}, "The secretary signs in first.");
    kiosk.identify("usher");
    kiosk.act(NotePresence{.left = {"bbb", "ccc"}});
    CHECK(kiosk.conference().present == std::set<ParticipantId>{"aaa"});
    // More than half of three are two.
    kiosk.refuses(PutQuestion{.proposal = "article-2"}, "There is no quorum");
    kiosk.refuses(ProposeAdoption{"article-2"}, "There is no quorum");
    kiosk.act(NotePresence{.arrived = {"bbb"}});
    kiosk.put_a_motion();
    kiosk.act(NotePresence{.left = {"bbb"}});
    kiosk.refuses(StartVote{}, "There is no quorum");
    kiosk.act(NotePresence{.arrived = {"bbb"}});
    kiosk.act(StartVote{});
    kiosk.act(NotePresence{.arrived = {"ccc"}});  // during the voting
    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    REQUIRE_FALSE(kiosk.conference().voting_open());
    kiosk.refuses(NotePresence{.left = {"aaa"}}, "The voting is closed");
    CHECK(kiosk.conference().present.size() == 3);
}

TEST_CASE("equal votes are voted on once more where the rules say so, and then decide",
          "[terminal]") {
    RuleProfile rules;
    rules.tie = Tie::second_vote;
    Seated kiosk({"aaa", "bbb", "ccc", "ddd"}, rules);
    kiosk.put_a_motion();
    kiosk.vote({"aaa", "bbb"});
    CHECK(kiosk.last().result->outcome == Outcome::tie_second_vote);
    REQUIRE(kiosk.conference().question);
    kiosk.refuses(PutQuestion{.proposal = "article-2"},
                  "Question 1 is before the meeting and not yet decided.");
    kiosk.refuses(ProposeAdoption{"article-2"}, "Question 1 is before the meeting");

    const bool again = GENERATE(true, false);
    kiosk.vote(again ? std::set<std::string>{"aaa", "bbb"}
                     : std::set<std::string>{"aaa", "bbb", "ccc"});
    CHECK(kiosk.conference().run->start.run == 2);
    CHECK(kiosk.last().result->outcome == (again ? Outcome::tie_rejected : Outcome::carried));
    CHECK_FALSE(kiosk.conference().question);
    CHECK(kiosk.printer().decisions.size() == 2);
    kiosk.put_a_motion();  // the next is taken up
}

TEST_CASE("equal votes reject at once where the rules know no second vote", "[terminal]") {
    Seated kiosk({"aaa", "bbb"});
    kiosk.put_a_motion();
    kiosk.vote({"aaa"});
    CHECK(kiosk.last().result->outcome == Outcome::tie_rejected);
    CHECK_FALSE(kiosk.conference().question);
}
