// What the terminal itself could write if somebody took its key: the log is then in order, and
// authority and procedure must say no.
#include "ledger/acts.h"
#include "tests/support/results.h"
#include "tests/verify/decided_ledger.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

// Who may still seal what the forger writes: their keys are not his.
Draft unsealed(const Record& record) { return value_of(draft_of(record, "plenary")); }

void seal_as(Draft& draft, const DecidedLedger& ledger, Role role, const std::string& person,
             std::string_view key) {
    seal_draft(draft, ledger.conference().charter_leaf, role, person, key_from_label(key));
}

Ballot ballot_by(const DecidedLedger& ledger, const std::string& delegation, Choice choice) {
    return value_of(ballot_of(ledger.conference(), delegation, choice));
}

/// The forged entry is the last one: everything before it is good, and this level alone says no.
void check_refused(const DecidedLedger& ledger, Level level) {
    const auto report = ledger.audit();
    INFO(findings_text(report));
    CHECK(report.good + 1 == report.entries);
    CHECK(report.findings.size() == 1);
    CHECK(report.findings.front().entry == report.good);
    CHECK(level_of(report, Level::storage).verdict == Verdict::good);
    CHECK(level_of(report, Level::log).verdict == Verdict::good);
    CHECK(level_of(report, level).verdict == Verdict::bad);
}

FeedPosition position_of(const DecidedLedger& ledger) { return ledger.audit().position; }

}  // namespace

TEST_CASE("a ballot sealed by a delegate of the delegation is good", "[verify]") {
    DecidedLedger ledger(first_ballot);
    auto draft = unsealed(ballot_by(ledger, "AAA", Choice::no));
    seal_as(draft, ledger, Role::delegate, "AAA-1", "AAA-1");
    ledger.forge(draft);
    CHECK(ledger.audit().all_good());
}

TEST_CASE("a ballot without the delegate's key is not the delegation's", "[verify]") {
    const std::string key = GENERATE("desk", "forger", "BBB-1", "chair", "root");
    DecidedLedger ledger(first_ballot);
    auto draft = unsealed(ballot_by(ledger, "AAA", Choice::no));
    seal_as(draft, ledger, Role::delegate, "AAA-1", key);
    ledger.forge(draft);
    INFO("sealed with the key of " << key);
    check_refused(ledger, Level::authority);
}

TEST_CASE("a ballot without any seal is nobody's", "[verify]") {
    DecidedLedger ledger(first_ballot);
    ledger.forge(unsealed(ballot_by(ledger, "AAA", Choice::no)));
    check_refused(ledger, Level::authority);
}

TEST_CASE("a seal moved from one ballot to another fits no longer", "[verify]") {
    DecidedLedger ledger(first_ballot);
    auto yes = unsealed(ballot_by(ledger, "AAA", Choice::yes));
    seal_as(yes, ledger, Role::delegate, "AAA-1", "AAA-1");
    auto no = unsealed(ballot_by(ledger, "AAA", Choice::no));
    no.seals = yes.seals;
    ledger.forge(no);
    check_refused(ledger, Level::authority);
}

TEST_CASE("a good ballot written a second time is refused by the rules", "[verify]") {
    DecidedLedger ledger(first_ballot + 1);
    // The same choice under a new id that replaces nothing: the delegate's key has been used.
    auto ballot = ballot_by(ledger, "AAA", Choice::no);
    ballot.replaces.clear();
    auto draft = unsealed(ballot);
    seal_as(draft, ledger, Role::delegate, "AAA-1", "AAA-1");
    ledger.forge(draft);
    check_refused(ledger, Level::procedure);
}

TEST_CASE("a person cannot seal in a role that another has", "[verify]") {
    DecidedLedger ledger(first_ballot);
    const auto conference = ledger.conference();
    auto close = unsealed(value_of(close_of_vote(conference)));
    SECTION("the secretary closes the vote as presiding officer") {
        seal_as(close, ledger, Role::presiding_officer, "clerk", "clerk");
    }
    SECTION("the secretary closes the vote as secretary") {
        seal_as(close, ledger, Role::secretary, "clerk", "clerk");
    }
    SECTION("nobody who is known closes the vote") {
        seal_as(close, ledger, Role::presiding_officer, "stranger", "stranger");
    }
    ledger.forge(close);
    check_refused(ledger, Level::authority);
}

TEST_CASE("a delegate cannot cast another delegation's ballot", "[verify]") {
    DecidedLedger ledger(first_ballot);
    auto draft = unsealed(ballot_by(ledger, "AAA", Choice::no));
    seal_as(draft, ledger, Role::delegate, "BBB-1", "BBB-1");
    ledger.forge(draft);
    check_refused(ledger, Level::procedure);
}

TEST_CASE("a ballot after the announcement is refused by the rules", "[verify]") {
    DecidedLedger ledger;
    const auto& run = *ledger.conference().run;
    auto draft = unsealed(Ballot{.run = run.start.run,
                                 .start = run.start_entry.leaf,
                                 .delegation = "AAA",
                                 .id = std::string(32, 'a'),
                                 .replaces = {run.position("AAA").standing.front().ballot.id},
                                 .choice = Choice::no});
    seal_as(draft, ledger, Role::delegate, "AAA-1", "AAA-1");
    ledger.forge(draft);
    check_refused(ledger, Level::procedure);
}

namespace {

/// Closes with the chair's own key, then locks as `change` has it.
template <class Change>
void lock_with(DecidedLedger& ledger, Change change) {
    auto close = unsealed(value_of(close_of_vote(ledger.conference())));
    seal_as(close, ledger, Role::presiding_officer, "chair", "chair");
    ledger.forge(close);
    const auto closed = ledger.audit();
    VoteLocked lock = value_of(lock_of_vote(*closed.conference, closed.position));
    change(lock);
    auto draft = unsealed(lock);
    seal_as(draft, ledger, Role::presiding_officer, "chair", "chair");
    seal_as(draft, ledger, Role::secretary, "clerk", "clerk");
    ledger.forge(draft);
}

/// Announces as `change` has it, sealed with these officers' keys.
template <class Change>
void announce_with(DecidedLedger& ledger, Change change, std::string_view chair,
                   std::string_view clerk) {
    lock_with(ledger, [](VoteLocked&) {});
    auto announcement = value_of(announcement_of(*ledger.audit().conference));
    change(announcement.record);
    auto draft = unsealed(announcement.record);
    seal_as(draft, ledger, Role::presiding_officer, "chair", chair);
    seal_as(draft, ledger, Role::secretary, "clerk", clerk);
    ledger.forge(draft);
}

void one_vote_moved(ResultAnnounced& result) {
    --result.figures.yes;
    ++result.figures.no;
}

}  // namespace

TEST_CASE("a lock over the feed as it stands is good", "[verify]") {
    DecidedLedger ledger(close_at);
    lock_with(ledger, [](VoteLocked&) {});
    CHECK(ledger.audit().all_good());
}

TEST_CASE("a lock with another cut is found although both officers sealed it", "[verify]") {
    DecidedLedger ledger(close_at);
    lock_with(ledger, [&](VoteLocked& lock) {
        auto shorter = position_of(ledger);
        --shorter.size;
        lock.cut = sha256(bytes_of(cut_table({shorter})));
    });
    check_refused(ledger, Level::procedure);
}

TEST_CASE("an announcement of what the ballots give is good", "[verify]") {
    DecidedLedger ledger(close_at);
    announce_with(
        ledger, [](ResultAnnounced&) {}, "chair", "clerk");
    const auto report = ledger.audit();
    CHECK(report.all_good());
    CHECK(report.results == 1);
}

TEST_CASE("figures that the officers did not seal are found", "[verify]") {
    DecidedLedger ledger(close_at);
    announce_with(ledger, one_vote_moved, "desk", "desk");
    check_refused(ledger, Level::authority);
}

TEST_CASE("figures that the ballots do not give are found although both officers sealed them",
          "[verify]") {
    DecidedLedger ledger(close_at);
    announce_with(ledger, one_vote_moved, "chair", "clerk");
    check_refused(ledger, Level::procedure);
}

TEST_CASE("every part of an announcement is computed again", "[verify]") {
    DecidedLedger ledger(close_at);
    SECTION("the outcome") {
        announce_with(
            ledger, [](ResultAnnounced& r) { r.outcome = Outcome::rejected; }, "chair", "clerk");
    }
    SECTION("the sentence") {
        announce_with(
            ledger, [](ResultAnnounced& r) { r.sentence += " Unanimously."; }, "chair", "clerk");
    }
    SECTION("a clause") {
        announce_with(
            ledger, [](ResultAnnounced& r) { --r.clauses.front().needed; }, "chair", "clerk");
    }
    SECTION("the voting table") {
        announce_with(
            ledger, [](ResultAnnounced& r) { r.table = sha256({}); }, "chair", "clerk");
    }
    SECTION("the lock it rests on") {
        announce_with(
            ledger, [](ResultAnnounced& r) { r.lock = sha256({}); }, "chair", "clerk");
    }
    check_refused(ledger, Level::procedure);
}
