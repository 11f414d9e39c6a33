#include "terminal/layout.h"

#include <catch2/catch.hpp>

using namespace placet::terminal;

namespace {
const R help{1568, 1004, 320, 56};  // ends 32 from the end edge
}

TEST_CASE("what starts a line stands at the left in English and at the right in Arabic",
          "[terminal]") {
    const Layout english(1920, 1080, false), arabic(1920, 1080, true);
    CHECK(english.box({32, 0, 100, 10}).x0 == 32);
    CHECK(arabic.box({32, 0, 100, 10}).x1 == 1920 - 32);

    CHECK(english.box(help).x0 == 1568);
    CHECK(arabic.box(help).x0 == 32);
    CHECK(arabic.box(help).x1 == 32 + 320);
    CHECK(arabic.box(help).y0 == english.box(help).y0);
}

TEST_CASE("columns of a card change sides in Arabic and keep their order from the start",
          "[terminal]") {
    const R card{32, 444, 1856, 396};
    const Layout english(1920, 1080, false), arabic(1920, 1080, true);
    for (int n = 0; n < 2; ++n) {
        CHECK(english.box(column(card, 3, n)).x1 < english.box(column(card, 3, n + 1)).x0);
        CHECK(arabic.box(column(card, 3, n)).x0 > arabic.box(column(card, 3, n + 1)).x1);
    }
    CHECK(column(card, 3, 2).end() == Approx(card.end()));
    CHECK(row(card, 2, 1, 20).bottom() == Approx(card.bottom()));
}

TEST_CASE("digits of a PIN pad stay in order from left to right in Arabic", "[terminal]") {
    const R pad{400, 200, 360, 480};
    const Layout arabic(1920, 1080, true);
    const Box one = arabic.box(arabic.left_to_right(pad, column(pad, 3, 0)));
    const Box three = arabic.box(arabic.left_to_right(pad, column(pad, 3, 2)));
    CHECK(one.x1 < three.x0);
    // The pad as a whole has changed sides.
    CHECK(one.x0 == arabic.box(pad).x0);
    CHECK(three.x1 == arabic.box(pad).x1);
}

TEST_CASE("the canvas keeps its proportions in a window of any shape", "[terminal]") {
    const Layout wide(2560, 1080, false);
    CHECK(wide.scale() == 1);
    CHECK(wide.box({0, 0, 1920, 1080}).x0 == 320);
    CHECK(wide.box(wide.window()).x0 == 0);
    CHECK(wide.box(wide.window()).x1 == 2560);

    const Layout tall(1280, 1024, true);
    CHECK(tall.scale() == Approx(2.0 / 3));
    CHECK(tall.box(tall.window()).y0 == 0);
    CHECK(tall.box(tall.window()).y1 == 1024);

    const Layout fine(3840, 2160, true);
    CHECK(fine.box({0, 0, 100, 10}).x1 == 3840);
    CHECK(fine.box({0, 0, 100, 10}).x0 == 3640);
}

TEST_CASE("neighbours share an edge of whole pixels at every size of window", "[terminal]") {
    for (int width = 1024; width <= 3840; width += 37) {
        for (const bool arabic : {false, true}) {
            const Layout layout(width, width * 9 / 16, arabic);
            INFO(width << (arabic ? " mirrored" : ""));
            const R line{17, 3, 1700, 31};
            for (int n = 0; n < 12; ++n) {
                const Box a = layout.box(column(line, 13, n, 0));
                const Box b = layout.box(column(line, 13, n + 1, 0));
                REQUIRE((arabic ? b.x1 == a.x0 : a.x1 == b.x0));
                REQUIRE(a.x0 == std::round(a.x0));
            }
        }
    }
}
