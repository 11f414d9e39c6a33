// Rules held here: quorum, to open and to decide.
#include "ledger/procedure/quorum.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;

namespace {

const Unit plenary{.id = "plenary", .kind = "plenary"};
const Unit committee{.id = "whole", .kind = "committee"};

}  // namespace

TEST_CASE("half of an even number of States is no quorum to decide", "[procedure]") {
    const RuleProfile profile;
    CHECK(quorum_to_decide(profile, plenary, 193) == 97);
    CHECK(quorum_to_decide(profile, plenary, 192) == 97);
    CHECK(quorum_to_decide(profile, plenary, 194) == 98);
    CHECK(quorum_to_decide(profile, committee, 192) == 97);
    CHECK(quorum_to_decide(profile, plenary, 1) == 1);
    CHECK(quorum_to_decide(profile, plenary, 2) == 2);
}

TEST_CASE("the quorum to decide is more than half for every number of States", "[procedure]") {
    const RuleProfile profile;
    for (std::int64_t participating = 1; participating <= 400; ++participating) {
        const auto quorum = quorum_to_decide(profile, plenary, participating);
        INFO(participating << " participating");
        CHECK(2 * quorum > participating);
        CHECK(2 * (quorum - 1) <= participating);
    }
}

TEST_CASE("the quorum to open is a third in plenary and a quarter in committee, rounded up",
          "[procedure]") {
    const RuleProfile profile;
    for (std::int64_t participating = 0; participating <= 400; ++participating) {
        INFO(participating << " participating");
        const auto third = quorum_to_open(profile, plenary, participating);
        CHECK(3 * third >= participating);
        CHECK(3 * (third - 1) < participating);
        const auto quarter = quorum_to_open(profile, committee, participating);
        CHECK(4 * quarter >= participating);
        CHECK(4 * (quarter - 1) < participating);
    }
    CHECK(quorum_to_open(profile, plenary, 193) == 65);
    CHECK(quorum_to_open(profile, committee, 193) == 49);
}

TEST_CASE("other organs open with more than half of their members", "[procedure]") {
    const RuleProfile profile;
    const Unit drafting{.id = "drafting", .kind = "drafting_committee"};
    CHECK(quorum_to_open(profile, drafting, 24) == 13);
    CHECK(quorum_to_open(profile, drafting, 25) == 13);
    CHECK(quorum_to_decide(profile, drafting, 24) == 13);
    CHECK(quorum_to_open(profile, Unit{.id = "main", .kind = "main_committee"}, 193) == 49);
}

TEST_CASE("the quorum to open follows the profile", "[procedure]") {
    RuleProfile profile;
    profile.plenary.quorum_open = {1, 2};
    CHECK(quorum_to_open(profile, plenary, 193) == 97);
    CHECK(quorum_to_open(profile, committee, 193) == 49);
}
