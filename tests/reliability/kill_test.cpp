// A process that takes a vote is killed at any moment, on a real file. The page cache survives, so
// this is about atomicity and restart; durability is the power cuts' to show.
#include "ledger/acts.h"
#include "tests/reliability/campaign.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <poll.h>
#include <sys/wait.h>

#include <csignal>
#include <random>
#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

constexpr std::size_t id_size = 32;

/// One line per step: "?<id>" before a ballot is appended, "!<id>" once it is recorded.
void take_votes(const std::filesystem::path& path, const ConferenceBuilder& builder, int to) {
    const auto say = [&](char what, std::string_view id) {
        const auto line = std::string(1, what) + std::string(id);
        if (::write(to, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
    };
    auto ledger = reopen_ledger(path, builder);
    if (!ledger) ::_exit(2);
    for (std::size_t turn = 0;; ++turn) {
        const auto& who = builder.participants()[turn % builder.participants().size()];
        const auto ballot = ballot_of(ledger->conference(), who, Choice::yes);
        if (!ballot) ::_exit(3);
        say('?', ballot->id);
        if (!ledger->append(builder.sealed(ledger->conference(), *ballot))) ::_exit(4);
        say('!', ballot->id);
    }
}

struct Killed {
    std::vector<std::string> acknowledged = {};
    std::string unsure = {};  // tried, and never acknowledged
    int status = 0;
};

/// Lets a child take votes for so long after it said this for the first time, then kills it.
Killed kill_after(char word, int delay_ms, const std::filesystem::path& path,
                  const ConferenceBuilder& builder) {
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        take_votes(path, builder, ends[1]);
    }
    ::close(ends[1]);
    std::string said;
    const auto listen = [&] {
        char buffer[4096];
        const auto got = ::read(ends[0], buffer, sizeof buffer);
        if (got > 0) said.append(buffer, static_cast<std::size_t>(got));
        return got > 0;
    };
    while (said.find(word) == std::string::npos && listen()) {
    }
    ::poll(nullptr, 0, delay_ms);
    ::kill(child, SIGKILL);
    Killed killed;
    ::waitpid(child, &killed.status, 0);
    while (listen()) {
    }
    ::close(ends[0]);
    for (std::size_t at = 0; at + 1 + id_size <= said.size(); at += 1 + id_size) {
        killed.unsure = said.substr(at + 1, id_size);
        if (said[at] != '!') continue;
        killed.acknowledged.push_back(std::exchange(killed.unsure, {}));
    }
    return killed;
}

}  // namespace

TEST_CASE("a process that is killed loses no ballot it acknowledged", "[campaign]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    ConferenceBuilder builder({"AAA", "BBB", "CCC"});
    std::uint64_t size = 0;
    {
        auto ledger = found_ledger(path, builder);
        bring_to_vote(ledger, builder);
        size = ledger.position().size;
    }
    const int kills = campaign_count(120);
    std::minstd_rand random(20261124);
    std::uint64_t acknowledged = 0, unsure = 0, recorded_unsure = 0;
    std::set<std::uint64_t> indexes;
    for (int kill = 0; kill < kills; ++kill) {
        const auto killed = kill_after(kill % 2 == 0 ? '!' : '?',
                                       2 + static_cast<int>(random() % 59), path, builder);
        INFO("kill " << kill);
        REQUIRE(WIFSIGNALED(killed.status));
        auto ledger = value_of(reopen_ledger(path, builder));
        size += killed.acknowledged.size();
        for (const auto& id : killed.acknowledged) {
            const auto found = value_of(ledger.recorded(id));
            REQUIRE(found.has_value());
            REQUIRE(indexes.insert(found->entry.seq).second);
        }
        acknowledged += killed.acknowledged.size();
        if (!killed.unsure.empty()) {
            const bool there = value_of(ledger.recorded(killed.unsure)).has_value();
            ++unsure;
            recorded_unsure += there ? 1 : 0;
            size += there ? 1 : 0;
        }
        REQUIRE(ledger.position().size == size);
        REQUIRE(value_of(ledger.log().store().integrity_findings()).empty());
    }
    CHECK(acknowledged > 0);
    report("kills: ", kills, ", ", acknowledged, " ballots acknowledged, 0 lost; ", unsure,
           " outcomes unknown, all resolved: ", recorded_unsure, " recorded, ",
           unsure - recorded_unsure, " not");
}
