// Elections in a ledger, from the nominations to the last place: what stands in it is good for
// whoever holds its public keys, and the record of the meeting tells it. No ballot paper is in it.
#include "ledger/acts.h"
#include "ledger/encoding.h"
#include "ledger/procedure/election_rules.h"
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

/// A desk where officers are elected.
struct Day {
    ConferenceBuilder builder = ConferenceBuilder(states);
    Ledger ledger;

    explicit Day(const std::filesystem::path& path) : ledger(found_ledger(path, builder)) {
        open_meeting(ledger, builder);
    }

    const Conference& now() const { return ledger.conference(); }
    void record(const Record& what) { append(ledger, builder.sealed(now(), what)); }
    void open(const std::string& office, std::int64_t seats,
              const std::vector<std::string>& names) {
        auto opened = next_election(now());
        opened.office = office;
        opened.seats = seats;
        for (const auto& name : names) opened.candidates.push_back({.id = name, .name = name});
        record(opened);
    }
    /// One of six papers is blank where `blank` is.
    ProtocolEntered protocol(const std::vector<std::int64_t>& votes, std::int64_t blank = 0) const {
        auto sheet = next_protocol(now());
        sheet.distributed = sheet.found = 6;
        sheet.blank = blank;
        for (std::size_t i = 0; i < votes.size(); ++i) sheet.votes[i].votes = votes[i];
        sheet.tellers = "Ms Silva and Mr Okafor";
        sheet.document = sha256(bytes_of("the sheet as it was scanned"));
        return sheet;
    }
    Fault fault(const Draft& draft) {
        const auto answer = ledger.append(draft);
        REQUIRE_FALSE(answer);
        return answer.error().fault;
    }
};

/// Without line breaks and indentation.
std::string running(const std::string& text) {
    std::istringstream stream(text);
    std::string joined;
    for (std::string word; stream >> word;) joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

void check_in_order(const std::string& told, const std::vector<std::string>& passages) {
    INFO(told);
    std::size_t at = 0;
    for (const auto& what : passages) {
        INFO(what);
        at = told.find(what, at);
        REQUIRE(at != std::string::npos);
    }
}

}  // namespace

TEST_CASE("elections by ballot, by lot and by acclamation end with a good ledger and its record",
          "[publish]") {
    const TempFolder folder;
    std::uint64_t size = 0;
    {
        Day day(folder / "ledger");
        day.open("to the office of President", 1, {"Ruritania", "Graustark", "Sylvania"});
        day.record(day.protocol({2, 2, 1}, 1));
        day.record(day.protocol({3, 3}));
        auto lot = next_election_lot(day.now());
        lot.drawn = {"Graustark"};
        lot.way = "folded slips from a bowl";
        lot.witnesses = "the delegates of State AAA and State BBB";
        day.record(lot);
        day.open("to the offices of Vice-President", 2, {"Ruritania", "Sylvania"});
        day.record(next_acclamation(day.now()));
        day.record(MeetingClosed{.meeting = 1});
        size = day.ledger.position().size;
    }
    MeetingRecord record(1);
    const auto audited = value_of(audit(
        folder / "ledger",
        {.folded = [&](const Entry& entry, const Conference& then) { record.add(entry, then); }}));
    INFO(audited.verdict());
    CHECK(audited.all_good());
    CHECK(audited.conference->elections[0].elected() ==
          std::vector<Candidate>{{"Graustark", "Graustark"}});
    check_in_order(
        running(record.text(size)),
        {"Election 1, to the office of President", "Nominated: Ruritania, Graustark and Sylvania.",
         "Ballot 1 of election 1 was counted by Ms Silva and Mr Okafor. Number of ballot papers: 6 "
         "Invalid ballots: none Abstentions: 1 Valid ballots: 5 Required majority: 3 Votes "
         "obtained: Ruritania: 2 Graustark: 2 Sylvania: 1 No candidate obtained the required "
         "majority.",
         "Ballot 2 of election 1", "Required majority: 4", "Lots of election 1", "drawn by chair",
         "The votes being equal, lots were drawn, and Graustark was elected to the office of "
         "President.",
         "Election 2, to the offices of Vice-President",
         "Ruritania and Sylvania were elected by acclamation to the offices of Vice-President."});
}

TEST_CASE("a protocol stands under the seals of both officers over its own figures", "[publish]") {
    const TempFolder folder;
    Day day(folder / "ledger");
    day.open("to the office of President", 1, {"Ruritania", "Graustark"});
    const auto sheet = day.protocol({4, 2});
    const auto good = day.builder.sealed(day.now(), sheet);
    REQUIRE(good.seals.size() == 2);

    auto other = sheet;
    std::swap(other.votes[0].votes, other.votes[1].votes);
    auto changed = value_of(draft_of(other, "plenary"));
    changed.seals = good.seals;
    CHECK(day.fault(changed) == Fault::unverified);
    auto one_seal = good;
    one_seal.seals.pop_back();
    CHECK(day.fault(one_seal) == Fault::unverified);
    auto by_one_hand = good;
    by_one_hand.seals.pop_back();
    seal_draft(by_one_hand, day.now().charter_leaf, Role::secretary, "clerk",
               key_from_label("chair"));
    CHECK(day.fault(by_one_hand) == Fault::unverified);

    append(day.ledger, good);
    CHECK(day.now().elections[0].phase() == ElectionPhase::complete);
    CHECK(day.fault(good) == Fault::refused);  // what was sealed once counts once
}
