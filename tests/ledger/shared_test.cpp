#include "ledger/shared.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

using placet::ledger::Shared;

TEST_CASE("a copy shares what is held until one of the two is changed", "[ledger]") {
    Shared<std::vector<int>> one = {1, 2, 3};
    auto other = one;
    CHECK(&one.get() == &other.get());
    other.push_back(4);
    CHECK(one == std::vector{1, 2, 3});
    CHECK(other == std::vector{1, 2, 3, 4});
    CHECK_FALSE(one == other);
    one.change()[0] = 7;
    CHECK(one[0] == 7);
    CHECK(other[0] == 1);
    const auto* place = &one.get();
    one.push_back(8);  // shared by nobody: changed where it is
    CHECK(&one.get() == place);
}

TEST_CASE("what was emptied or never filled stays empty when another is filled", "[ledger]") {
    using Names = Shared<std::map<std::string, int>>;
    Names never, filled, emptied;
    emptied.emplace("a", 1);
    emptied.clear();
    filled.emplace("b", 2);
    CHECK(never.empty());
    CHECK(emptied.empty());
    CHECK(filled.at("b") == 2);
    CHECK(filled.contains("b"));
    filled.erase("b");
    CHECK(filled == never);
}
