#include "terminal/text/glyph_atlas.h"

#include "terminal/panels.h"
#include "terminal/text/code_points.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace placet::terminal;
using placet::tests::HeadlessUi;

namespace {

bool overlap(const Patch& a, const Patch& b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

std::vector<Patch> fill(GlyphAtlas& atlas, int side) {
    const std::vector<std::uint8_t> picture(static_cast<std::size_t>(side * side), 77);
    std::vector<Patch> patches;
    while (const auto patch = atlas.add(side, side, picture.data())) patches.push_back(*patch);
    return patches;
}

}  // namespace

TEST_CASE("patches of the atlas neither overlap nor leave it", "[terminal]") {
    GlyphAtlas atlas;
    const auto patches = fill(atlas, 127);
    // 16 of 128 pixels go side by side, and as many below each other but for the white patch's
    // share of the last.
    CHECK(patches.size() >= 15 * 16 - 1);
    for (std::size_t a = 0; a < patches.size(); ++a) {
        REQUIRE_FALSE(overlap(patches[a], GlyphAtlas::white));
        REQUIRE(patches[a].x + patches[a].w <= GlyphAtlas::side);
        REQUIRE(patches[a].y + patches[a].h <= GlyphAtlas::side);
        for (std::size_t b = a + 1; b < patches.size(); ++b)
            REQUIRE_FALSE(overlap(patches[a], patches[b]));
    }
}

TEST_CASE("a full atlas says so until it is flushed, and then has room again", "[terminal]") {
    GlyphAtlas atlas;
    const int first = atlas.generation();
    CHECK_FALSE(atlas.overflowed());
    const auto before = fill(atlas, 100).size();
    CHECK(atlas.overflowed());
    CHECK(atlas.used() > 0.9F);
    atlas.flush();
    CHECK_FALSE(atlas.overflowed());
    CHECK(atlas.used() < 0.01F);
    CHECK(atlas.generation() > first);
    CHECK(fill(atlas, 100).size() == before);
    CHECK(atlas.row(GlyphAtlas::white.y)[GlyphAtlas::white.x] == 255);
}

TEST_CASE("what has changed is what was added", "[terminal]") {
    GlyphAtlas atlas;
    atlas.take_changed();
    CHECK(atlas.take_changed().empty());
    const std::uint8_t picture[] = {1, 2, 3, 4, 5, 6};
    const Patch patch = *atlas.add(3, 2, picture);
    const Patch changed = atlas.take_changed();
    CHECK(changed.x == patch.x);
    CHECK(changed.y == patch.y);
    CHECK(changed.w == 3);
    CHECK(changed.h == 2);
    CHECK(atlas.row(patch.y + 1)[patch.x + 2] == 6);
}

TEST_CASE("a screen for which the atlas has no room left is drawn again, whole", "[terminal]") {
    char32_t from = 0x4E00;
    int drawn = 0;
    HeadlessUi ui(
        [&](Canvas& canvas) {
            ++drawn;
            for (int n = 0; n < 120; ++n) {
                const char32_t ideograph = from + static_cast<char32_t>(n);
                canvas.text(grid_cell({0, 0, 1920, 1080}, 15, 8, n, 0),
                            encode_utf8({&ideograph, 1}), {120, Weight::regular}, 0xFFFFFFFF);
            }
        },
        {.language = "zh"});
    // Each screen needs 120 new ideographs of about 120 x 120 pixels; the atlas holds some 280.
    const int first = ui.stage().atlas().generation();
    for (int screen = 1; screen <= 10; ++screen) {
        from += 120;
        drawn = 0;
        const int before = ui.stage().atlas().generation();
        ui.frame();
        REQUIRE_FALSE(ui.stage().atlas().overflowed());
        REQUIRE(drawn == (ui.stage().atlas().generation() == before ? 1 : 2));
    }
    CHECK(ui.stage().atlas().generation() >= first + 3);
    drawn = 0;
    ui.frame();
    CHECK(drawn == 1);
}
