// Random votes with changes, contests and absences, counted three ways. The seed is fixed and
// printed with every failure.
#include "ledger/procedure/tally.h"

#include <catch2/catch.hpp>
#include <random>

using namespace placet::ledger;

namespace {

constexpr unsigned seed = 20270419;

class RandomRun {
public:
    explicit RandomRun(std::mt19937& random) : random_(random) {}

    Run make() {
        Run run;
        const int states = draw(1, 12);
        for (int i = 0; i < states; ++i) {
            const auto id = std::string(1, static_cast<char>('A' + i));
            run.start.roll.change()[id] =
                draw(0, 9) == 0 ? Credentials::rejected : Credentials::formal;
            if (draw(0, 3) != 0) run.present_at_close.insert(id);
        }
        run.start.participating = states;
        run.phase = RunPhase::closed;
        const int ballots = draw(0, 30);
        for (int i = 0; i < ballots; ++i) cast(run, i, states);
        return run;
    }

private:
    int draw(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }

    // Sometimes names nothing, so that contests arise; sometimes an earlier, replaced ballot; once
    // in a while the same id again.
    void cast(Run& run, int number, int states) {
        const auto delegation = std::string(1, static_cast<char>('A' + draw(0, states - 1)));
        auto& own = run.ballots[delegation];
        Ballot ballot{.run = 1,
                      .delegation = delegation,
                      .id = "ballot " + std::to_string(number),
                      .choice = static_cast<Choice>(draw(0, 3))};
        for (const auto& earlier : own)
            if (draw(0, 2) != 0) ballot.replaces.push_back(earlier.ballot.id);
        if (!own.empty() && draw(0, 9) == 0) ballot = own.front().ballot;
        own.push_back({.ballot = ballot, .entry = {.seq = static_cast<std::uint64_t>(number)}});
        run.present_at_close.insert(delegation);  // as the close does
    }

    std::mt19937& random_;
};

/// The third count, as plain as it can be: for every State look at every pair of its ballots.
Figures naive_count(const Run& run) {
    Figures figures{.participating = run.start.participating};
    for (const auto& [id, status] : run.start.roll) {
        if (status == Credentials::rejected || run.present_at_close.count(id) == 0) continue;
        ++figures.present;
        bool standing[4] = {};
        if (run.ballots.count(id) != 0)
            for (const auto& candidate : run.ballots.at(id)) {
                bool replaced = false;
                for (const auto& other : run.ballots.at(id))
                    for (const auto& gone : other.ballot.replaces)
                        if (gone == candidate.ballot.id) replaced = true;
                if (!replaced) standing[static_cast<int>(candidate.ballot.choice)] = true;
            }
        const int different = standing[0] + standing[1] + standing[2] + standing[3];
        if (different == 1 && standing[0])
            ++figures.yes;
        else if (different == 1 && standing[1])
            ++figures.no;
        else if (different == 1 && standing[2])
            ++figures.abstaining;
        else
            ++figures.not_voting;
    }
    return figures;
}

}  // namespace

TEST_CASE("three counts of any vote agree", "[procedure]") {
    std::mt19937 random(seed);
    int contested = 0;
    int changed = 0;
    for (int i = 0; i < 4000; ++i) {
        INFO("seed " << seed << ", vote " << i);
        const auto run = RandomRun(random).make();
        const auto expected = naive_count(run);
        REQUIRE(count_by_state(run) == expected);
        REQUIRE(count_by_ballot(run) == expected);
        REQUIRE(tally(run));
        for (const auto& [id, cast] : run.ballots) {
            contested += run.position(id).contested() ? 1 : 0;
            changed += cast.size() > 1 ? 1 : 0;
        }
    }
    // The votes were worth counting.
    CHECK(contested > 1000);
    CHECK(changed > 1000);
}

TEST_CASE("a count that misses one change is found out", "[procedure]") {
    std::mt19937 random(seed);
    int found = 0;
    int tampered = 0;
    for (int i = 0; i < 1000; ++i) {
        auto run = RandomRun(random).make();
        const auto honest = naive_count(run);
        for (auto& [id, cast] : run.ballots)
            if (cast.size() > 1 && !cast.back().ballot.replaces.empty()) {
                cast.change().back().ballot.replaces.clear();
                ++tampered;
                found += naive_count(run) != honest ? 1 : 0;
                break;
            }
    }
    REQUIRE(tampered > 300);
    CHECK(found > tampered / 4);  // often the position stays the same by chance
}

TEST_CASE("the order in which ballots arrive does not matter", "[procedure]") {
    std::mt19937 random(seed);
    for (int i = 0; i < 1000; ++i) {
        INFO("seed " << seed << ", vote " << i);
        auto run = RandomRun(random).make();
        const auto before = tally(run);
        for (auto& [id, cast] : run.ballots) {
            std::ranges::shuffle(cast.change(), random);
            for (auto& one : cast.change()) one.entry.seq = random();
        }
        const auto after = tally(run);
        REQUIRE(before);
        REQUIRE(after);
        REQUIRE(*before == *after);
    }
}
