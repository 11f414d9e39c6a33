// Whatever is pressed, in whatever order: the ledger stays legal, nothing is shown as recorded that
// is not, no ballot is cast that its delegate did not confirm, and every screen has a way on.
#include "tests/support/monkey.h"
#include "tests/reliability/campaign.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace placet;
using tests::Monkey;
using tests::MonkeyTally;

TEST_CASE("whatever is pressed, the ledger stays legal and every screen has a way on",
          "[terminal][flow][campaign]") {
    const long inputs = tests::campaign_count(100'000);
    constexpr int acts_in_a_round = 1'000;
    MonkeyTally tally;
    const auto begin = std::chrono::steady_clock::now();
    // With --rng-seed and the number that a failure names, its round is the first.
    for (auto seed = Catch::rngSeed(); tally.inputs < inputs; ++seed) {
        INFO("seed " << seed << ": run again with --rng-seed " << seed);
        Monkey monkey(seed, tally);
        std::string wrong;
        for (int n = 0; n < acts_in_a_round && wrong.empty() && tally.inputs < inputs; ++n)
            wrong = monkey.act();
        if (wrong.empty()) wrong = monkey.finish();
        if (!wrong.empty()) FAIL(wrong << "\nthe last acts:\n" << monkey.last_acts());
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    tests::report("monkey: ", tally.inputs, " inputs in ", tally.acts, " acts, ",
                  static_cast<long>(static_cast<double>(tally.acts) / took.count()),
                  " acts a second; ", tally.entries, " entries, ", tally.ballots, " ballots, ",
                  tally.decisions, " decisions, ", tally.restarts, " restarts, ",
                  tally.routes.size(), " screens; everything legal");
    CHECK(tally.entries > 0);
    if (tests::campaign_divisor == 1) CHECK(tally.ballots > 0);
}
