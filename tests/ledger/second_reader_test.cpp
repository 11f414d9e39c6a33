// A reader in another language, which shares no code with Placet, reads what Placet wrote: whole
// conferences with an entry of every kind, and every twin of them is found. Source:
// ledger/FORMAT.md.
#include "ledger/procedure/election_rules.h"
#include "ledger/procedure/permission.h"
#include "tests/ledger/second_reader_twins.h"
#include "tests/support/mixed_meeting.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>
#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;

namespace {

/// What it prints; its last line is why it says no, if it does.
struct Reading {
    int exit = -1;
    std::string words = {};
};

Reading second_reader(const std::string& argument) {
    const std::string program = PLACET_SOURCE_DIR "/tests/second_reader/second_reader.py";
    FILE* pipe =
        ::popen(("/usr/bin/python3 '" + program + "' '" + argument + "' 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Reading reading;
    std::array<char, 256> buffer = {};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr)
        reading.words += buffer.data();
    reading.exit = WEXITSTATUS(::pclose(pipe));
    return reading;
}

/// The mixed meetings as a file, and their records.
struct Whole {
    TempFolder folder = {};
    fs::path path = folder / "whole";
    std::vector<Record> records = {};

    Whole() {
        const auto builder = builder_of_mixed_meetings();
        auto ledger = found_ledger(path, builder);
        hold_mixed_meetings(recorder_of(ledger, builder));
        while (records.size() < ledger.position().size)
            for (const auto& stored : value_of(ledger.log().store().entries(records.size())))
                records.push_back(value_of(decode_entry(stored.data)).record);
    }

    Record nth_of(const std::string& type, int nth) const {
        for (const auto& record : records)
            if (type_of(record) == type && --nth == 0) return record;
        FAIL("the mixed meetings hold too few entries " << type);
        return {};
    }

    /// The second reader refuses the twin where it stands, in these words.
    void check(const Twin& twin) const {
        INFO(twin.type << " " << twin.nth << ": " << twin.words);
        const auto forged = folder / "forged";
        int seen = 0;
        const auto change = [&](const Record& record) -> std::optional<Record> {
            if (type_of(record) != twin.type || ++seen != twin.nth) return std::nullopt;
            auto changed = record;
            twin.change(changed, [&](const auto& type, int nth) { return nth_of(type, nth); });
            return changed;
        };
        const auto at = forge_entry(path, forged, 1, change, twin.sealed);
        const auto reading = second_reader(forged.string());
        fs::remove(forged);
        CHECK(reading.exit == 1);
        CHECK(reading.words == "not good: entry " + std::to_string(at) + " " + twin.words + "\n");
    }
    void check(const std::vector<Twin>& twins) const {
        for (const auto& twin : twins) check(twin);
    }
};

std::vector<Twin> all_twins() {
    std::vector<Twin> all;
    for (const auto& some :
         {twins_of_the_founding(), twins_of_meetings(), twins_of_decisions_without_a_vote(),
          twins_of_votes(), twins_of_proposals(), twins_of_motions(), twins_of_rulings(),
          twins_of_questions(), twins_of_nominations(), twins_of_protocols(),
          twins_of_lots_and_ends()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

/// A conference of five that elects at random: terms, figures that add up, lots.
struct Electing {
    ConferenceBuilder builder = ConferenceBuilder({"AAA", "BBB", "CCC", "DDD", "EEE"});
    Ledger ledger;
    std::mt19937 random{20261129};
    int with_others = 0;    // ballots in which somebody had votes who was no candidate
    bool stubborn = false;  // the election that is held: by turns of limited and free ballots

    explicit Electing(const fs::path& path) : ledger(found_ledger(path, builder)) {
        open_meeting(ledger, builder);
    }

    const Conference& now() const { return ledger.conference(); }
    void record(const Record& what) { append(ledger, builder.sealed(now(), what)); }
    std::int64_t from(std::int64_t least, std::int64_t most) {
        return least +
               static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most - least + 1));
    }

    /// Papers with from one name to as many as there are places, each name once on a paper.
    void ballot() {
        auto sheet = next_protocol(now());
        const auto next = open_election(now())->state().next;
        const bool another = next.others_allowed &&
                             std::ranges::count(next.candidates, "other", &Candidate::id) == 0 &&
                             from(0, 2) == 0;
        if (another)
            sheet.votes.push_back({.candidate = {.id = "other", .name = "Ms Maria Silva"}});
        sheet.found = from(0, 5);
        sheet.distributed = from(sheet.found, 5);
        sheet.invalid = from(0, 9) == 0 ? from(0, sheet.found) : 0;
        sheet.tellers = "Both";
        // As many ties as there can be.
        const bool evenly = from(0, 2) > 0 || (stubborn && sheet.round <= 7);
        for (auto paper = sheet.invalid; paper < sheet.found; ++paper) {
            if (evenly) {
                std::rotate(sheet.votes.begin(), sheet.votes.begin() + 1, sheet.votes.end());
            } else {
                std::shuffle(sheet.votes.begin(), sheet.votes.end(), random);
            }
            const auto most = std::min(sheet.places, static_cast<std::int64_t>(sheet.votes.size()));
            for (auto name = evenly ? 1 : from(1, most); name > 0; --name)
                ++sheet.votes[static_cast<std::size_t>(name - 1)].votes;
        }
        std::erase_if(sheet.votes, [&](const CandidateVotes& one) {
            return another && one.candidate.id == "other" && one.votes == 0;
        });
        if (sheet.votes.size() > next.candidates.size()) ++with_others;
        record(sheet);
    }
    void draw() {
        auto lot = next_election_lot(now());
        lot.way = lot.witnesses = "as usual";
        lot.drawn = lot.among;
        std::shuffle(lot.drawn.begin(), lot.drawn.end(), random);
        lot.drawn.resize(static_cast<std::size_t>(open_election(now())->state().next.places));
        record(lot);
    }
    /// As many acts as this at most.
    void elect(int acts) {
        auto opened = next_election(now());
        opened.office = "to an office";
        stubborn = from(0, 2) == 0;
        opened.seats = stubborn ? 1 : from(1, 3);
        opened.majority = stubborn || from(0, 1) == 0 ? "two_thirds" : "simple";
        opened.open_to_others = from(0, 2) > 0;
        const auto end = static_cast<char>('A' + from(1, 6));
        for (char letter = 'A'; letter < end; ++letter)
            opened.candidates.push_back({.id = {letter}, .name = std::string("State ") + letter});
        record(opened);
        for (; acts > 0 && open_election(now()) != nullptr; --acts)
            open_election(now())->state().next.step == ElectionStep::lots ? draw() : ballot();
        if (open_election(now()) == nullptr) return;
        auto stop = stop_of_election(now());
        stop.reason = "It takes too long";
        record(stop);
    }
};

/// "election 1, to an office: State A and State B by ballot"
std::string told(const Election& election) {
    std::string names;
    for (const auto& one : election.elected()) names += (names.empty() ? "" : " and ") + one.name;
    return "election " + std::to_string(election.opened.election) +
           ", to an office: " + (names.empty() ? "nobody" : names) +
           (election.phase() == ElectionPhase::stopped ? " before it was stopped" : " by ballot") +
           "\n";
}

/// One line for every type of the variant: "ballot/1 delegate". Of several ways to seal, in byte
/// order, and each role of a way likewise.
template <std::size_t Kind = 0>
void add_seals(std::set<std::string>& lines) {
    if constexpr (Kind < std::variant_size_v<AnyRecord>) {
        const Record record = std::variant_alternative_t<Kind, AnyRecord>{};
        std::set<std::string> ways;
        for (const auto& roles : required_seals(record)) {
            std::set<std::string_view> names;
            for (const auto role : roles) names.insert(to_text(role));
            std::string way;
            for (const auto& name : names) way.append(way.empty() ? "" : "+").append(name);
            ways.insert(way);
        }
        std::string line(type_of(record));
        for (const auto& way : ways) line += " " + way;
        if (!type_of(record).empty()) lines.insert(line);
        add_seals<Kind + 1>(lines);
    }
}

}  // namespace

TEST_CASE("a second reader accepts conferences with every kind of act in them", "[ledger]") {
    const Whole whole;
    const auto reading = second_reader(whole.path.string());
    INFO(reading.words);
    CHECK(reading.exit == 0);
    CHECK(reading.words.ends_with(
        "24 results counted again, 3 decisions without a vote: all good\n"
        "election 1, to the office of Rapporteur: State AAA by acclamation\n"
        "election 2, to the office of President: State AAA by ballot\n"
        "election 3, to the office of Vice-President: State CCC by ballot\n"
        "election 4, to the Drafting Committee: State AAA and State BBB by ballot\n"
        "election 5, to the office of Chair: Ms Maria Silva by ballot\n"
        "election 6, to the Bureau: State AAA before it was stopped\n"));
}

TEST_CASE("a second reader elects whom Placet elects, whatever the figures", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    std::string expected;
    int with_others = 0;
    {
        Electing conference(path);
        for (int n = 0; n < 60; ++n) conference.elect(15);
        with_others = conference.with_others;
        for (const auto& election : conference.now().elections) expected += told(election);
    }
    const auto reading = second_reader(path.string());
    INFO(reading.words);
    CHECK(reading.exit == 0);
    CHECK(reading.words.ends_with(": all good\n" + expected));
    CHECK(expected.find("State A and State B") != std::string::npos);
    CHECK(with_others > 0);
    CHECK(expected.find(" before it was stopped") != std::string::npos);
}

TEST_CASE("a second reader knows every type of entry, and who seals it", "[ledger]") {
    std::set<std::string> expected;
    add_seals(expected);
    const auto reading = second_reader("--types");
    for (const auto& line : expected) {
        INFO("Not in the second reader: \"" << line
                                            << "\". Add its seals to tests/second_reader/seals.py, "
                                               "and what it does to Meeting as a method.");
        CHECK(("\n" + reading.words).find("\n" + line + "\n") != std::string::npos);
    }
    CHECK(std::ranges::count(reading.words, '\n') == static_cast<std::ptrdiff_t>(expected.size()));
}

TEST_CASE("every type of entry has a twin that the second reader must refuse", "[ledger]") {
    std::set<std::string> twinned;
    for (const auto& twin : all_twins()) twinned.insert(twin.type);
    for (const auto type : known_types()) {
        INFO("No twin of " << type << ": add one to tests/ledger/second_reader_*twins.cpp.");
        CHECK(twinned.contains(std::string(type)));
    }
}

TEST_CASE("a second reader refuses other persons, rights, rules and meetings", "[ledger]") {
    const Whole whole;
    whole.check(twins_of_the_founding());
    whole.check(twins_of_meetings());
}

TEST_CASE("a second reader refuses other decisions than were taken", "[ledger]") {
    const Whole whole;
    whole.check(twins_of_decisions_without_a_vote());
    whole.check(twins_of_votes());
}

TEST_CASE("a second reader refuses proposals and motions out of turn", "[ledger]") {
    const Whole whole;
    whole.check(twins_of_proposals());
    whole.check(twins_of_motions());
}

TEST_CASE("a second reader refuses what is ruled or put before its time", "[ledger]") {
    const Whole whole;
    whole.check(twins_of_rulings());
    whole.check(twins_of_questions());
}

TEST_CASE("a second reader refuses elections that go otherwise than the rules have them",
          "[ledger]") {
    const Whole whole;
    whole.check(twins_of_nominations());
    whole.check(twins_of_protocols());
    whole.check(twins_of_lots_and_ends());
}
