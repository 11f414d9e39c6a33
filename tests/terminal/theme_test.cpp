// Sources: WCAG 2.2, success criteria 1.4.3 (4.5:1 for text, 3:1 for large text) and 1.4.11.
#include "terminal/theme.h"

#include "tests/terminal/color_vision.h"

#include <catch2/catch.hpp>

using namespace placet::terminal;
using namespace placet::tests;

namespace {

const Theme* const themes[] = {&light_theme(), &dark_theme(), &high_contrast_theme()};

// The two greens and reds that a first palette had: the check below must refuse them.
const Tone plain_green{rgb(0x2E7D32), 0, rgb(0x0C4A45), 0, 0};
const Tone plain_red{rgb(0x8C4A12), 0, rgb(0x5A2530), 0, 0};

double least_distance(Color a, Color b) {
    double least = 1000;
    for (const auto& vision : {normal_vision, protan_vision, deutan_vision, tritan_vision})
        least = std::min(least, distance(a, b, vision));
    return least;
}

}  // namespace

TEST_CASE("contrast is measured as WCAG measures it", "[terminal]") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == Approx(21));
    CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == Approx(4.48).epsilon(0.01));
    CHECK(contrast(rgb(0x123456), rgb(0x123456)) == Approx(1));
}

TEST_CASE("text can be read on whatever it stands on", "[terminal]") {
    for (const Theme* theme : themes) {
        INFO(theme->name);
        for (const Color ground : {theme->background, theme->surface, theme->surface2})
            for (const Color ink : {theme->ink, theme->ink2, theme->ink3})
                CHECK(contrast(ink, ground) >= 4.5);
        for (const Tone* tone : {&theme->yes, &theme->no, &theme->abstain, &theme->success,
                                 &theme->warning, &theme->danger}) {
            CHECK(contrast(tone->ink, tone->tint) >= 4.5);
            // Solids carry signs and large text only.
            CHECK(contrast(tone->on_solid, tone->solid) >= 3);
        }
        CHECK(contrast(theme->on_accent, theme->accent) >= 4.5);
    }
    // A delegate's kiosk writes small words on solids too.
    for (const Theme* theme : {&light_theme(), &high_contrast_theme()})
        for (const Tone* tone : {&theme->yes, &theme->no, &theme->abstain, &theme->success,
                                 &theme->warning, &theme->danger})
            CHECK(contrast(tone->on_solid, tone->solid) >= 4.5);
    for (const Tone* tone : {&dark_theme().yes, &dark_theme().no, &dark_theme().abstain})
        CHECK(contrast(dark_theme().ink, tone->tint) >= 4.5);  // names on the board
}

TEST_CASE("outlines and the focus ring stand out from what is around them", "[terminal]") {
    for (const Theme* theme : themes) {
        INFO(theme->name);
        for (const Tone* tone : {&theme->yes, &theme->no, &theme->abstain, &theme->success,
                                 &theme->warning, &theme->danger})
            CHECK(contrast(tone->line, theme->surface) >= 3);
        CHECK(contrast(theme->focus, theme->background) >= 3);
        CHECK(contrast(theme->focus, theme->surface) >= 3);
        CHECK(contrast(theme->accent, theme->surface) >= 3);
    }
}

TEST_CASE("Yes, No and Abstain differ for every kind of colour vision", "[terminal]") {
    for (const Theme* theme : themes) {
        INFO(theme->name);
        CHECK(least_distance(theme->yes.solid, theme->no.solid) >= 31);
        CHECK(least_distance(theme->yes.solid, theme->abstain.solid) >= 31);
        CHECK(least_distance(theme->no.solid, theme->abstain.solid) >= 31);
    }
    const Theme& board = dark_theme();
    CHECK(least_distance(board.yes.tint, board.no.tint) >= 21);
    CHECK(least_distance(board.yes.tint, board.abstain.tint) >= 21);
    CHECK(least_distance(board.no.tint, board.abstain.tint) >= 21);
}

TEST_CASE("a green and a brown that look alike to some are told from each other by the check",
          "[terminal]") {
    CHECK(distance(plain_green.solid, plain_red.solid, normal_vision) >= 31);
    CHECK(least_distance(plain_green.solid, plain_red.solid) < 31);
    CHECK(least_distance(plain_green.tint, plain_red.tint) < 21);
}

TEST_CASE("a fault does not have the colour of the answer No", "[terminal]") {
    for (const Theme* theme : themes)
        CHECK(distance(theme->danger.solid, theme->no.solid, normal_vision) >= 15);
}

TEST_CASE("half way between black and white is a middle grey of full opacity", "[terminal]") {
    CHECK(mixed(rgb(0x000000), rgb(0xFFFFFF), 0.5F) == rgb(0x808080));
    CHECK(mixed(rgb(0x123456), rgb(0x654321), 0) == rgb(0x123456));
    CHECK(mixed(rgb(0x123456), rgb(0x654321), 1) == rgb(0x654321));
    CHECK(faded(rgb(0x0000FF), 0.5F) >> 24 == 128);
}
