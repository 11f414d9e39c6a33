// Elections as entries: who may enter what and when, and what the entries amount to. E1 to E9 are
// the worked cases of elections, each as the desk would enter it.
#include "ledger/procedure/election_rules.h"

#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::numbered_participants;
using placet::tests::Spine;

namespace {

constexpr int states = 60;

Spine::Options of_states(std::function<void(RuleProfile&)> rules = [](RuleProfile&) {}) {
    return {.participants = numbered_participants(states), .rules = std::move(rules)};
}

/// "A" with the name "State A", and so on.
std::vector<Candidate> nominated(int count) {
    std::vector<Candidate> candidates;
    for (int i = 0; i < count; ++i) {
        const std::string letter(1, static_cast<char>('A' + i));
        candidates.push_back({.id = letter, .name = "State " + letter});
    }
    return candidates;
}

/// A desk at which an election is held.
struct Desk {
    Spine spine;

    explicit Desk(const Spine::Options& options = of_states()) : spine(options) { spine.open(); }

    ElectionOpened opening(int candidates, int seats, Majority majority = Majority::simple) const {
        auto record = next_election(spine.conference);
        record.office = "to the office of President";
        record.seats = seats;
        record.candidates = nominated(candidates);
        record.majority = std::string(to_text(majority));
        return record;
    }
    Desk& open(int candidates, int seats, Majority majority = Majority::simple) {
        spine.take(opening(candidates, seats, majority));
        return *this;
    }
    /// No paper is invalid or blank.
    ProtocolEntered sheet(std::int64_t valid, const std::vector<std::int64_t>& votes) const {
        auto record = next_protocol(spine.conference);
        record.distributed = record.found = valid;
        record.tellers = "Ms Silva and Mr Okafor";
        REQUIRE(record.votes.size() == votes.size());
        for (std::size_t i = 0; i < votes.size(); ++i) record.votes[i].votes = votes[i];
        return record;
    }
    Desk& ballot(std::int64_t valid, const std::vector<std::int64_t>& votes) {
        spine.take(sheet(valid, votes));
        return *this;
    }
    ElectionLotDrawn lot(const std::vector<std::string>& drawn) const {
        auto record = next_election_lot(spine.conference);
        record.drawn = drawn;
        record.way = "folded slips from a bowl";
        record.witnesses = "the tellers";
        return record;
    }
    const Election& election() const { return spine.conference.elections.back(); }
    NextElectionStep next() const { return election().state().next; }
    /// "A B": ids of who is elected, and of who goes forward or into the lots.
    std::string elected() const { return ids(election().elected()); }
    std::string ahead() const { return ids(next().candidates); }

    static std::string ids(const std::vector<Candidate>& candidates) {
        std::string text;
        for (const auto& one : candidates) text += (text.empty() ? "" : " ") + one.id;
        return text;
    }
};

template <class RecordType>
struct Twin {
    std::string refusal = {};
    std::function<void(RecordType&)> change = {};
};

/// The record is allowed, and each twin that differs in one thing is not.
template <class RecordType>
void check_twins(const Desk& desk, const RecordType& record,
                 const std::vector<Twin<RecordType>>& twins) {
    CHECK(desk.spine.offer(record));
    for (const auto& twin : twins) {
        auto changed = record;
        twin.change(changed);
        INFO(twin.refusal);
        CHECK(desk.spine.refusal(changed).starts_with(twin.refusal));
    }
}

}  // namespace

// E1 and E3: 2 * 59 / 3 is 39 and a third; half of 59 is 29 and a half.
TEST_CASE("the entered figures elect with the majority that the opening names", "[procedure]") {
    Desk enough;
    enough.open(2, 1, Majority::two_thirds).ballot(59, {40, 19});
    CHECK(enough.elected() == "A");
    CHECK(enough.election().phase() == ElectionPhase::complete);
    Desk short_by_one;
    short_by_one.open(2, 1, Majority::two_thirds).ballot(59, {39, 20});
    CHECK(short_by_one.elected().empty());
    CHECK(short_by_one.election().phase() == ElectionPhase::open);

    Desk majority;
    majority.open(3, 1).ballot(59, {30, 15, 14});
    CHECK(majority.elected() == "A");
    Desk none;
    none.open(3, 1).ballot(59, {29, 16, 14});
    CHECK(none.elected().empty());
}

// E2: of 59 papers 3 are blank or invalid: half of 56 is 28.
TEST_CASE("blank and invalid papers of a protocol are in no majority", "[procedure]") {
    Desk desk;
    desk.open(2, 1);
    auto sheet = desk.sheet(56, {29, 27});
    sheet.distributed = sheet.found = 59;
    sheet.invalid = 1;
    sheet.blank = 2;
    desk.spine.take(sheet);
    CHECK(desk.election().state().last == MajorityAsked{.base = 56, .needed = 29});
    CHECK(desk.elected() == "A");
}

// E4 and E5.
TEST_CASE("the leaders go forward, and lots decide equal votes of the second ballot",
          "[procedure]") {
    Desk desk;
    desk.open(3, 1).ballot(59, {25, 20, 14});
    CHECK(desk.ahead() == "A B");
    CHECK(desk.next().kind == BallotKind::restricted);
    CHECK_FALSE(may_draw_election_lot(desk.spine.conference));
    desk.ballot(58, {29, 29});
    CHECK(desk.next().step == ElectionStep::lots);
    CHECK_FALSE(may_enter_protocol(desk.spine.conference));
    CHECK(desk.spine.refusal(desk.sheet(58, {30, 28}))
              .starts_with("Lots are to be drawn before another ballot."));
    desk.spine.take(desk.lot({"B"}));
    CHECK(desk.elected() == "B");
    CHECK(desk.election().phase() == ElectionPhase::complete);
    CHECK(open_election(desk.spine.conference) == nullptr);
}

// E6.
TEST_CASE("a tie for the second place is entered as a special ballot, then as lots",
          "[procedure]") {
    Desk desk;
    desk.open(3, 1).ballot(59, {25, 17, 17});
    CHECK(desk.next().kind == BallotKind::special);
    CHECK(desk.ahead() == "B C");
    desk.ballot(58, {29, 29});
    CHECK(desk.next().step == ElectionStep::lots);
    desk.spine.take(desk.lot({"C"}));
    CHECK(desk.elected().empty());
    CHECK(desk.ahead() == "A C");
    desk.ballot(59, {29, 30});
    CHECK(desk.elected() == "C");
}

// E7 and E8: more than half of 59 is 30.
TEST_CASE("of several places those with the majority are filled, and the next ballot is limited",
          "[procedure]") {
    Desk desk;
    desk.open(8, 4).ballot(59, {40, 31, 29, 28, 27, 26, 25, 10});
    CHECK(desk.elected() == "A B");
    CHECK(desk.next().places == 2);
    CHECK(desk.ahead() == "C D E F");

    Desk five;
    five.open(5, 4).ballot(59, {30, 31, 32, 33, 34});
    CHECK(five.elected() == "E D C B");
    Desk tied;
    tied.open(5, 4).ballot(59, {30, 30, 32, 33, 34});
    CHECK(tied.elected() == "E D C");
    CHECK(tied.next().kind == BallotKind::special);
    CHECK(tied.ahead() == "A B");
}

// E9.
TEST_CASE("as many candidates as places are elected by acclamation, without a ballot",
          "[procedure]") {
    Desk desk;
    desk.open(3, 3);
    desk.spine.take(next_acclamation(desk.spine.conference));
    CHECK(desk.elected() == "A B C");
    CHECK(desk.election().phase() == ElectionPhase::acclaimed);

    Desk more;
    more.open(4, 3);
    CHECK(more.spine.refusal(next_acclamation(more.spine.conference))
              .starts_with("There are more candidates than places"));
    more.spine.take(withdrawal_of(more.spine.conference, "B"));
    more.spine.take(next_acclamation(more.spine.conference));
    CHECK(more.elected() == "A C D");

    Desk voted;
    voted.open(1, 1).ballot(0, {0});
    CHECK(voted.spine.refusal(next_acclamation(voted.spine.conference))
              .starts_with("A ballot of this election was taken."));
}

TEST_CASE("candidates withdraw before the first ballot, and not the last of them", "[procedure]") {
    Desk desk;
    desk.open(3, 1);
    check_twins<CandidateWithdrawn>(
        desk, withdrawal_of(desk.spine.conference, "C"),
        {{"This names no candidate who stands.", [](auto& r) { r.candidate = "D"; }},
         {"This names no candidate who stands.", [](auto& r) { r.candidate.clear(); }}});
    desk.spine.take(withdrawal_of(desk.spine.conference, "C"));
    CHECK(desk.ahead() == "A B");
    CHECK(desk.election().withdrawn == std::vector<Candidate>{{"C", "State C"}});
    CHECK(desk.spine.refusal(withdrawal_of(desk.spine.conference, "C"))
              .starts_with("This names no candidate who stands."));
    auto last = desk;
    last.spine.take(withdrawal_of(last.spine.conference, "A"));
    CHECK(last.spine.refusal(withdrawal_of(last.spine.conference, "B"))
              .starts_with("There is one candidate left."));
    desk.ballot(58, {29, 29});
    CHECK(desk.spine.refusal(withdrawal_of(desk.spine.conference, "A"))
              .starts_with("A ballot of this election was taken."));
}

TEST_CASE("an election is opened under its number, with terms by which somebody can be elected",
          "[procedure]") {
    const Desk desk;
    using Opened = ElectionOpened;
    check_twins<Opened>(
        desk, desk.opening(3, 2),
        {{"Elections are counted: the next one is election 1.", [](Opened& r) { r.election = 2; }},
         {"This is for meeting 2", [](Opened& r) { r.meeting = 2; }},
         {"An election is to an office.", [](Opened& r) { r.office.clear(); }},
         {"These words are too long", [](Opened& r) { r.office.assign(4001, 'x'); }},
         {"An election fills from 1 to 1000 places.", [](Opened& r) { r.seats = 0; }},
         {"An election has candidates.", [](Opened& r) { r.candidates.clear(); }},
         {"Every candidate has an id and a name", [](Opened& r) { r.candidates[1].id = "A"; }},
         {"An election is by a majority or by two thirds",
          [](Opened& r) { r.majority = "majority_of_present"; }},
         {"An election is by a majority or by two thirds",
          [](Opened& r) { r.majority = "a little"; }}});
}

TEST_CASE("one election of an organ is open at a time, and each organ has its own", "[procedure]") {
    Desk desk;
    desk.open(2, 1);
    CHECK(desk.spine.refusal(desk.opening(2, 1)).starts_with("Election 1 is not complete."));
    desk.spine.take(MeetingClosed{.meeting = 1});
    desk.spine.open("committee");
    CHECK(open_election(desk.spine.conference) == nullptr);
    desk.open(2, 1);
    auto other = desk.sheet(59, {30, 29});
    other.election = 1;
    other.opened = desk.spine.conference.elections[0].entry.leaf;
    CHECK(desk.spine.refusal(other).starts_with("This organ has no election 1."));
    desk.ballot(59, {30, 29});
    CHECK(desk.election().opened.election == 2);

    // It goes on in a later meeting of its organ.
    desk.spine.take(MeetingClosed{.meeting = 2});
    desk.spine.open("plenary");
    REQUIRE(open_election(desk.spine.conference) != nullptr);
    CHECK(open_election(desk.spine.conference)->opened.election == 1);
    desk.ballot(59, {30, 29});
    CHECK(desk.spine.conference.elections[0].phase() == ElectionPhase::complete);
}

TEST_CASE("a protocol is of the ballot that is due, adds up, and names who counted",
          "[procedure]") {
    Desk desk;
    desk.open(3, 1).ballot(59, {25, 20, 14});
    auto sheet = desk.sheet(56, {29, 27});
    sheet.distributed = 60;
    sheet.found = 59;
    sheet.invalid = 1;
    sheet.blank = 2;
    sheet.document = hash_named("the sheet as it was scanned");
    using Sheet = ProtocolEntered;
    check_twins<Sheet>(
        desk, sheet,
        {{"The next ballot is ballot 2.", [](Sheet& r) { r.round = 1; }},
         {"This ballot is for 1 place.", [](Sheet& r) { r.places = 2; }},
         {"State C is not on this ballot.",
          [](Sheet& r) {
              r.votes[1].candidate = {"C", "State C"};
          }},
         {"State B is on this ballot and not on the sheet.", [](Sheet& r) { r.votes.pop_back(); }},
         {"Every candidate has an id and a name",
          [](Sheet& r) { r.votes[1].candidate = r.votes[0].candidate; }},
         {"There are more papers in the box", [](Sheet& r) { r.distributed = 58; }},
         {"More papers were distributed than States have the vote: 60.",
          [](Sheet& r) { r.distributed = 61; }},
         {"There are fewer votes than valid papers", [](Sheet& r) { r.votes[0].votes = 28; }},
         {"There are more votes than names", [](Sheet& r) { r.votes[0].votes = 30; }},
         {"The entry does not say who counted the papers.", [](Sheet& r) { r.tellers.clear(); }},
         {"These words are too long", [](Sheet& r) { r.tellers.assign(4001, 'x'); }},
         {"This is for meeting 2", [](Sheet& r) { r.meeting = 2; }},
         {"This organ has no election 2.", [](Sheet& r) { r.election = 2; }},
         {"The entry names another opening of the election",
          [](Sheet& r) { r.opened = hash_named("another history"); }}});
    desk.spine.take(sheet);
    CHECK(desk.spine.conference.elections[0].sheets == std::vector{*sheet.document});
}

TEST_CASE("papers are distributed to States that have the vote", "[procedure]") {
    auto options = of_states();
    options.participant = [](Participant& state) {
        if (state.id == "P001") state.credentials = Credentials::rejected;
    };
    Desk desk(Spine::Options{.participants = options.participants});
    CHECK(entitled_to_vote(desk.spine.conference) == states);
    desk.spine.take(VotingRightChanged{
        .delegation = "P002", .suspended = true, .reason = "arrears", .authority = "the rules"});
    CHECK(entitled_to_vote(desk.spine.conference) == states - 1);
    desk.open(2, 1);
    CHECK(desk.spine.offer(desk.sheet(states - 1, {30, states - 31})));
    CHECK(desk.spine.refusal(desk.sheet(states, {30, states - 30}))
              .starts_with("More papers were distributed than States have the vote: 59."));

    Spine rejected(options);
    CHECK(entitled_to_vote(rejected.conference) == states - 1);
}

TEST_CASE("lots are entered where they are due, with who drew, how, and before whom",
          "[procedure]") {
    Desk desk;
    desk.open(3, 1).ballot(59, {25, 20, 14});
    const auto early = desk.lot({"A"});
    CHECK(desk.spine.refusal(early).starts_with("Lots are drawn only where the rules"));
    desk.ballot(58, {29, 29});
    using Lot = ElectionLotDrawn;
    CHECK(desk.lot({"A"}).drawn_by == "Officer chair");
    check_twins<Lot>(
        desk, desk.lot({"A"}),
        {{"Lots are due on ballot 2.", [](Lot& r) { r.round = 1; }},
         {"Lots are drawn among those who are tied: 2", [](Lot& r) { r.among.pop_back(); }},
         {"Lots are drawn among those who are tied: 2", [](Lot& r) { r.among[1] = "C"; }},
         {"As many different names are drawn", [](Lot& r) { r.drawn = {"C"}; }},
         {"As many different names are drawn",
          [](Lot& r) {
              r.drawn = {"A", "B"};
          }},
         {"A drawing of lots names the way", [](Lot& r) { r.way.clear(); }},
         {"A drawing of lots names the way", [](Lot& r) { r.witnesses.clear(); }},
         {"The entry does not say who drew.", [](Lot& r) { r.drawn_by.clear(); }},
         {"These words are too long", [](Lot& r) { r.witnesses.assign(4001, 'x'); }},
         {"The entry names another opening",
          [](Lot& r) { r.opened = hash_named("another history"); }}});
}

TEST_CASE("an election that is stopped keeps what was entered, and nothing follows it",
          "[procedure]") {
    Desk desk;
    desk.open(5, 2).ballot(59, {40, 29, 10, 5, 4});
    auto stop = stop_of_election(desk.spine.conference);
    CHECK(desk.spine.refusal(stop).starts_with("The entry does not say why"));
    stop.reason = "The other places are left to the next session.";
    const auto next = desk.sheet(59, {30, 29});
    desk.spine.take(stop);
    CHECK(desk.election().phase() == ElectionPhase::stopped);
    CHECK(desk.elected() == "A");
    CHECK(desk.spine.refusal(next).starts_with("Election 1 was stopped."));
    CHECK(desk.spine.refusal(stop).starts_with("Election 1 was stopped."));
    CHECK(desk.spine.offer(desk.opening(2, 1)));
}

TEST_CASE("nothing follows the completion of an election", "[procedure]") {
    Desk desk;
    desk.open(2, 1);
    const auto again = desk.sheet(59, {30, 29});
    const auto stop = stop_of_election(desk.spine.conference);
    const auto acclamation = next_acclamation(desk.spine.conference);
    const auto withdrawal = withdrawal_of(desk.spine.conference, "A");
    desk.spine.take(again);
    for (const Record& late : std::vector<Record>{again, stop, acclamation, withdrawal})
        CHECK(desk.spine.refusal(late).starts_with("Election 1 is complete."));

    Desk acclaimed;
    acclaimed.open(1, 1);
    const auto ballot = acclaimed.sheet(59, {59});
    acclaimed.spine.take(next_acclamation(acclaimed.spine.conference));
    CHECK(acclaimed.spine.refusal(ballot).starts_with("Election 1 was decided by acclamation."));
    CHECK(acclaimed.spine.offer(acclaimed.opening(2, 1)));
}

TEST_CASE("where the rules allow no secret ballot there is acclamation only", "[procedure]") {
    Desk desk(
        of_states([](RuleProfile& rules) { rules.secret_allowed_for = SecretAllowedFor::none; }));
    CHECK(desk.spine.refusal(desk.opening(2, 1))
              .starts_with("The rules of this conference allow no secret ballot."));
    desk.open(2, 2);
    CHECK(desk.spine.refusal(desk.sheet(59, {59, 59}))
              .starts_with("The rules of this conference allow no secret ballot."));
    desk.spine.take(next_acclamation(desk.spine.conference));
    CHECK(desk.elected() == "A B");
}

TEST_CASE("no act of an election without a meeting, without a quorum, or during a vote",
          "[procedure]") {
    Desk desk;
    const auto opening = desk.opening(2, 2);
    desk.spine.take(opening);
    const auto& now = desk.spine.conference;
    const auto sheet = desk.sheet(59, {30, 29});
    const auto acclamation = next_acclamation(now);
    auto stop = stop_of_election(now);
    stop.reason = "No State asks for it any more.";
    const std::vector<Record> acts = {sheet, acclamation, stop, withdrawal_of(now, "A")};
    for (const auto& act : acts) CHECK(desk.spine.offer(act));

    auto suspended = desk;
    suspended.spine.take(MeetingSuspended{.meeting = 1});
    for (const auto& act : acts)
        CHECK(suspended.spine.refusal(act).starts_with("The meeting is suspended."));
    auto closed = desk;
    closed.spine.take(MeetingClosed{.meeting = 1});
    for (const auto& act : acts)
        CHECK(closed.spine.refusal(act).starts_with("No meeting is open."));
    CHECK(closed.spine.refusal(opening).starts_with("No meeting is open."));
    auto voting = desk;
    voting.spine.put();
    voting.spine.take(voting.spine.start());
    for (const auto& act : acts)
        CHECK(voting.spine.refusal(act).starts_with("A vote is under way (run 1)."));

    // 30 of 60 are no more than half: what decides waits, withdrawing and stopping do not.
    auto few = desk;
    auto left = numbered_participants(30);
    few.spine.take(PresenceNoted{.meeting = 1, .left = left});
    CHECK(few.spine.refusal(sheet).starts_with("There is no quorum: 31 of the 60"));
    CHECK(few.spine.refusal(acclamation).starts_with("There is no quorum"));
    CHECK(few.spine.offer(stop));
    CHECK(few.spine.offer(withdrawal_of(now, "A")));
    few.spine.take(stop);
    CHECK(few.spine.refusal(few.opening(2, 2)).starts_with("There is no quorum"));
}

TEST_CASE("the second seal of a decision without a vote, and an appeal, go before an election",
          "[procedure]") {
    Desk desk;
    const auto opening = desk.opening(2, 1);
    auto appealed = desk;
    appealed.spine.take(appealed.spine.motion(MotionKind::close_debate));
    auto ruling = appealed.spine.ruling(RulingKind::out_of_order);
    ruling.motion = 1;
    appealed.spine.take(ruling);
    appealed.spine.take(appealed.spine.appeal());
    CHECK(appealed.spine.refusal(opening).starts_with("An appeal against ruling 1 is open"));

    desk.open(2, 1);
    desk.spine.take(desk.spine.proposal());
    CHECK(desk.spine.offer(desk.sheet(59, {30, 29})));
    desk.spine.take(desk.spine.gavel());
    CHECK(desk.spine.refusal(desk.sheet(59, {30, 29})).starts_with("The gavel has fallen."));
}

TEST_CASE("what elects is sealed by the presiding officer and the secretary", "[procedure]") {
    using Roles = std::vector<std::vector<Role>>;
    const Roles presiding = {{Role::presiding_officer}};
    const Roles both = {{Role::presiding_officer, Role::secretary}};
    CHECK(required_seals(ElectionOpened{}) == presiding);
    CHECK(required_seals(CandidateWithdrawn{}) == presiding);
    CHECK(required_seals(ProtocolEntered{}) == both);
    CHECK(required_seals(ElectionLotDrawn{}) == both);
    CHECK(required_seals(AcclamationDeclared{}) == both);
    CHECK(required_seals(ElectionStopped{}) == both);

    Desk desk;
    desk.open(2, 1);
    auto entry = desk.spine.entry(desk.sheet(59, {30, 29}));
    CHECK(desk.spine.offer(entry));
    entry.seals.pop_back();
    CHECK(desk.spine.refusal(entry).starts_with("An entry of this kind (protocol_entered/1)"));
    entry.seals.push_back({.role = Role::secretary, .person = "chair"});
    CHECK(desk.spine.refusal(entry).starts_with("The presiding officer and the secretary must be"));
}
