// Two thirds as they are often written, against the rule: how often each is wrong for 1 to 197
// States voting. The counts are those of the study that the rule rests on.
#include "ledger/procedure/majority.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace placet::ledger;

namespace {

/// Two in favour stand against every one who is not, and somebody is in favour.
bool two_thirds_stand(std::int64_t yes, std::int64_t voting) {
    std::int64_t left = yes;
    for (std::int64_t against = 0; against < voting - yes; ++against) left -= 2;
    return yes > 0 && left >= 0;
}

struct Compared {
    int pairs = 0;
    int wrong = 0;
};

template <class Passes>
Compared compare(Passes passes) {
    Compared compared;
    for (std::int64_t voting = 1; voting <= 197; ++voting)
        for (std::int64_t yes = 0; yes <= voting; ++yes) {
            ++compared.pairs;
            if (passes(yes, voting) != two_thirds_stand(yes, voting)) ++compared.wrong;
        }
    return compared;
}

bool adopted(std::int64_t yes, std::int64_t voting) {
    const Figures figures{
        .yes = yes, .no = voting - yes, .present = voting, .participating = voting};
    return decide(Majority::two_thirds, QuestionKind::proposal, figures, 0, {}).outcome ==
           Outcome::adopted;
}

}  // namespace

TEST_CASE("two thirds are never wrong, for every vote of up to 197 States", "[procedure]") {
    const auto ours = compare(adopted);
    CHECK(ours.pairs == 19'700);
    CHECK(ours.wrong == 0);
}

TEST_CASE("two thirds in truncated integers are wrong", "[procedure]") {
    CHECK(compare([](auto yes, auto voting) { return yes >= voting * 2 / 3; }).wrong == 132);
    CHECK(compare([](auto yes, auto voting) { return yes >= 2 / 3 * voting; }).wrong == 13'068);
    CHECK(compare([](auto yes, auto voting) { return 3 * yes > 2 * voting; }).wrong == 65);
}

TEST_CASE("two thirds as a rounded number or a constant are wrong", "[procedure]") {
    const auto real = [](std::int64_t count) { return static_cast<double>(count); };
    const auto wrong = [&](auto passes) {
        return compare([&](auto yes, auto voting) { return passes(real(yes), real(voting)); })
            .wrong;
    };
    CHECK(wrong([](double y, double v) {
              return static_cast<long>(y) >= std::lround(2.0 * v / 3);
          }) == 66);
    CHECK(wrong([](double y, double v) { return y >= v * 0.6667; }) == 65);
    CHECK(wrong([](double y, double v) { return 100.0 * y / v >= 66.67; }) == 65);
    CHECK(wrong([](double y, double v) { return y >= v * 0.66; }) == 99);
    CHECK(wrong([](double y, double v) { return y / v >= static_cast<double>(2.0F / 3.0F); }) ==
          65);
}

TEST_CASE("two thirds in whole percentages are wrong", "[procedure]") {
    CHECK(compare([](auto yes, auto voting) { return yes * 100 / voting >= 67; }).wrong == 97);
    CHECK(compare([](auto yes, auto voting) { return yes * 100 / voting >= 66; }).wrong == 99);
}

TEST_CASE("the examples of wrong two thirds are decided rightly", "[procedure]") {
    CHECK_FALSE(adopted(1, 2));
    CHECK_FALSE(adopted(0, 1));
    CHECK_FALSE(adopted(3, 5));
    CHECK_FALSE(adopted(33, 50));
    CHECK(adopted(2, 3));
    CHECK(adopted(100, 150));
}
