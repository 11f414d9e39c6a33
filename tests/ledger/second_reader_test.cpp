// A reader in another language, which shares no code with Placet, reads what Placet wrote: whole
// conferences with an entry of every kind, and every twin of them is found. Source:
// ledger/FORMAT.md.
#include "ledger/procedure/permission.h"
#include "tests/ledger/second_reader_twins.h"
#include "tests/support/kinds_to_come.h"
#include "tests/support/mixed_meeting.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
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
        const auto at =
            forge_entry(path, forged, 1, [&](const Record& record) -> std::optional<Record> {
                if (type_of(record) != twin.type || ++seen != twin.nth) return std::nullopt;
                auto changed = record;
                twin.change(changed, [&](const auto& type, int nth) { return nth_of(type, nth); });
                return changed;
            });
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
          twins_of_questions()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
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
        if (!type_of(record).empty() && !kinds_to_come.contains(type_of(record)))
            lines.insert(line);
        add_seals<Kind + 1>(lines);
    }
}

}  // namespace

TEST_CASE("a second reader accepts conferences with every kind of act in them", "[ledger]") {
    const Whole whole;
    const auto reading = second_reader(whole.path.string());
    INFO(reading.words);
    CHECK(reading.exit == 0);
    CHECK(reading.words.find("18 results counted again, 3 decisions without a vote: all good") !=
          std::string::npos);
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
        CHECK(twinned.contains(std::string(type)) != kinds_to_come.contains(type));
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
