// A reader in another language, which shares no code with Placet, reads what Placet wrote: the
// whole of a mixed conference, and every change of it is found. Source: ledger/FORMAT.md.
#include "tests/support/forged_ledger.h"
#include "tests/support/mixed_meeting.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>

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

Reading second_reader(const fs::path& ledger) {
    const std::string program = PLACET_SOURCE_DIR "/tests/second_reader/second_reader.py";
    FILE* pipe =
        ::popen(("/usr/bin/python3 '" + program + "' '" + ledger.string() + "' 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Reading reading;
    std::array<char, 256> buffer = {};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr)
        reading.words += buffer.data();
    reading.exit = WEXITSTATUS(::pclose(pipe));
    return reading;
}

std::string mixed_ledger() {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA", "BBB", "CCC", "DDD"});
    {
        auto ledger = found_ledger(folder / "ledger", builder);
        hold_mixed_meetings(recorder_of(ledger, builder));
    }
    return content_of(folder / "ledger");
}

/// Why the second reader refuses the nth act of this kind, changed and sealed anew.
class Forgery {
public:
    explicit Forgery(const std::string& whole) { write_file(folder_ / "whole", whole); }

    template <class Kind>
    std::string change(int nth, const std::function<void(Kind&)>& how) const {
        const auto at = forge<Kind>(folder_ / "whole", folder_ / "forged", nth, how);
        const auto reading = second_reader(folder_ / "forged");
        fs::remove(folder_ / "forged");
        INFO(reading.words);
        CHECK(reading.exit == 1);
        const auto wanted = "not good: entry " + std::to_string(at) + " ";
        CHECK(reading.words.starts_with(wanted));
        return reading.words.substr(std::min(wanted.size(), reading.words.size()));
    }

private:
    TempFolder folder_ = {};
};

}  // namespace

TEST_CASE("a second reader accepts a mixed conference, and none whose acts were changed",
          "[ledger]") {
    const auto whole = mixed_ledger();
    {
        const TempFolder folder;
        write_file(folder / "ledger", whole);
        const auto reading = second_reader(folder / "ledger");
        INFO(reading.words);
        CHECK(reading.exit == 0);
        CHECK(reading.words.find("4 results counted again, 1 decision without a vote: all good") !=
              std::string::npos);
    }
    Forgery forgery(whole);
    const auto flips = [](Hash& hash) { hash.bytes[0] ^= 1U; };
    CHECK(forgery.change<ConsensusGavelled>(1, [](auto& r) { r.silence_ms = 2999; }) ==
          "shortens the silence\n");
    CHECK(forgery.change<ConsensusProposed>(1, [](auto& r) { r.present.pop_back(); }) ==
          "names others as present\n");
    CHECK(forgery.change<ConsensusConfirmed>(1, [](auto& r) {
        r.sentence = "Draft article 2 was adopted without a vote.";
    }) == "confirms in other words\n");
    CHECK(forgery.change<ConsensusGavelled>(2, [&](auto& r) { flips(r.proposed); }) ==
          "is about another proposal\n");
    CHECK(forgery.change<LateFlagRuled>(2, [&](auto& r) { flips(r.gavel); }) ==
          "rules on another gavel\n");
    CHECK(forgery.change<StatementAttached>(4, [](auto& r) {
        r.kind = StatementKind::dissociation;
    }) == "does not fit the decision\n");
    CHECK(forgery.change<LotDrawn>(1, [](auto& r) {
        r.first = r.first == "AAA" ? "BBB" : "AAA";
    }) == "draws another State than the numbers give\n");
    CHECK(forgery.change<LotDrawn>(1, [](auto& r) { r.nonce[3] = 'f'; }) ==
          "draws with another number than was committed to\n");
    CHECK(forgery.change<AnswerGiven>(3, [](auto& r) { r.call = 2; }) == "answers out of turn\n");
    CHECK(forgery.change<HandsCounted>(2, [](auto& r) { r.yes = 5; }) ==
          "counts more hands than are there\n");
    CHECK(forgery.change<HandsCounted>(3, [](auto& r) { r.round = 3; }) ==
          "counts in another round\n");
    CHECK(forgery.change<ResultAnnounced>(2, [](auto& r) { --r.figures.no, ++r.figures.yes; }) ==
          "announces other figures than the count gives\n");
    CHECK(forgery.change<ResultAnnounced>(3, [&](auto& r) { flips(r.table); }) ==
          "names another voting table\n");
    CHECK(forgery.change<CorrectionNoted>(2, [](auto& r) { r.intended = Choice::yes; }) ==
          "is noted a second time\n");
    CHECK(forgery.change<VoteAnnulled>(1, [&](auto& r) { flips(r.start); }) ==
          "annuls another vote\n");
    CHECK(forgery.change<PresidingChanged>(1, [](auto& r) { r.presiding = "chair"; })
              .starts_with("is sealed by one who does not preside"));
    CHECK(forgery.change<ConferenceClosed>(1, [&](auto& r) { flips(r.cut); }) ==
          "fixes another final cut\n");
    CHECK(forgery.change<ConferenceClosed>(1, [](auto& r) { ++r.decisions; }) ==
          "counts otherwise\n");
}
