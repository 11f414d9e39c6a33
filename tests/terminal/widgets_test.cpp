#include "terminal/widgets.h"

#include "terminal/panels.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace placet::terminal;
using placet::tests::HeadlessUi;
using placet::tests::targets_at_fault;

namespace {

const Appearance arabic{.language = "ar"};

struct PinScreen {
    std::string digits, used;
    HeadlessUi ui;
    explicit PinScreen(Appearance look = {})
        : ui(
              [this](Canvas& canvas) {
                  if (pin_pad(canvas, {200, 200, pin_pad_width, pin_pad_height},
                              {.label = "PIN", .erase = "Erase", .enter = "Enter", .most = 6},
                              digits))
                      used = std::exchange(digits, {});
              },
              look) {}
};

struct VoteScreen {
    std::optional<Sign> chosen;
    HeadlessUi ui;
    explicit VoteScreen(Appearance look = {})
        : ui(
              [this](Canvas& canvas) {
                  const R area{32, 444, 1856, 396};
                  constexpr std::string_view ids[] = {"vote.yes", "vote.no", "vote.abstain"};
                  for (int n = 0; n < 3; ++n) {
                      const auto sign = static_cast<Sign>(n);
                      if (vote_tile(canvas, column(area, 3, n),
                                    {.id = ids[n],
                                     .label = ids[n],
                                     .sign = sign,
                                     .on = chosen == sign,
                                     .on_word = "Selected",
                                     .shortcut = static_cast<char>('1' + n)}))
                          chosen = sign;
                  }
              },
              look) {}
};

}  // namespace

TEST_CASE("Yes stands first: at the left in English, at the right in Arabic", "[terminal]") {
    VoteScreen english, mirrored(arabic);
    CHECK(english.ui.middle("vote.yes").x < english.ui.middle("vote.no").x);
    CHECK(mirrored.ui.middle("vote.yes").x > mirrored.ui.middle("vote.no").x);
    CHECK(mirrored.ui.middle("vote.yes").x == 1920 - english.ui.middle("vote.yes").x);
    mirrored.ui.touch("vote.yes");
    CHECK(mirrored.chosen == Sign::yes);
    // Arrows mean what the eye sees: No is left of Yes here.
    mirrored.ui.key(Key::left);
    mirrored.ui.key(Key::space);
    CHECK(mirrored.chosen == Sign::no);
}

TEST_CASE("an answer is chosen by finger, by key and by its number", "[terminal]") {
    VoteScreen screen;
    screen.ui.touch("vote.no");
    CHECK(screen.chosen == Sign::no);
    CHECK(screen.ui.item("vote.no").on);
    CHECK_FALSE(screen.ui.item("vote.yes").on);
    screen.ui.type("3");
    CHECK(screen.chosen == Sign::abstain);
    screen.ui.key(Key::left);
    screen.ui.key(Key::enter);
    CHECK(screen.chosen == Sign::no);
}

TEST_CASE("the digits of the pad read from left to right in every language", "[terminal]") {
    for (const Appearance& look : {Appearance{}, arabic}) {
        PinScreen screen(look);
        INFO(look.language);
        CHECK(screen.ui.middle("pin.1").x < screen.ui.middle("pin.2").x);
        CHECK(screen.ui.middle("pin.2").x < screen.ui.middle("pin.3").x);
        CHECK(screen.ui.middle("pin.3").y < screen.ui.middle("pin.6").y);
        CHECK(screen.ui.middle("pin.0").x == screen.ui.middle("pin.8").x);
    }
}

TEST_CASE("a PIN is entered by touch, by keyboard and by both", "[terminal]") {
    PinScreen screen;
    for (const char* id : {"pin.4", "pin.0", "pin.7", "pin.1"}) screen.ui.touch(id);
    screen.ui.press("pin.enter");
    CHECK(screen.used == "4071");
    CHECK(screen.digits.empty());

    screen.ui.type("1x2 3");
    screen.ui.touch("pin.9");
    screen.ui.key(Key::enter);
    CHECK(screen.used == "1239");
}

TEST_CASE("a PIN that is too short is not used and one too long does not grow", "[terminal]") {
    PinScreen screen;
    screen.ui.type("123");
    screen.ui.press("pin.enter");
    screen.ui.key(Key::enter);
    CHECK(screen.used.empty());
    CHECK(screen.digits == "123");
    screen.ui.type("45678");
    screen.ui.touch("pin.9");
    CHECK(screen.digits == "123456");
    screen.ui.press("pin.erase");
    CHECK(screen.digits == "12345");
    screen.ui.key(Key::backspace);
    CHECK(screen.digits == "1234");
}

TEST_CASE("the screen never says what was typed", "[terminal]") {
    PinScreen screen;
    screen.ui.type("8642");
    for (const Item& item : screen.ui.items().seen())
        CHECK(item.label.find("8642") == std::string::npos);
}

TEST_CASE("nothing is too small to touch and nothing overlaps", "[terminal]") {
    for (const int height : {720, 1080, 2160}) {
        VoteScreen vote;
        vote.ui.resize(height * 16 / 9, height);
        const float scale = static_cast<float>(height) / 1080;
        CHECK(targets_at_fault(vote.ui.items(), scale).empty());
        PinScreen pin;
        pin.ui.resize(height * 16 / 9, height);
        CHECK(targets_at_fault(pin.ui.items(), scale).empty());
    }
    // The twin: the check finds what is wrong.
    HeadlessUi bad([](Canvas& canvas) {
        button(canvas, {0, 0, 200, 40}, {.id = "low", .label = "Low"});
        button(canvas, {0, 100, 200, 80}, {.id = "one", .label = "One"});
        button(canvas, {150, 100, 200, 80}, {.id = "two", .label = "Two"});
    });
    const std::string faults = targets_at_fault(bad.items(), 1);
    CHECK(faults.find("low is 200 x 40") != std::string::npos);
    CHECK(faults.find("one overlaps two") != std::string::npos);
}

TEST_CASE("a list is leafed through from its first page to its last", "[terminal]") {
    std::size_t page = 7;
    std::size_t pages = 3;
    HeadlessUi ui([&](Canvas& canvas) {
        pager(canvas, {32, 900, 900, pager_height}, {.id = "list", .back = "Back", .more = "More"},
              pages, page);
    });
    CHECK(page == 2);
    CHECK_FALSE(ui.item("list.more").enabled);
    ui.press("list.back");
    ui.press("list.back");
    CHECK(page == 0);
    CHECK_FALSE(ui.item("list.back").enabled);
    ui.press("list.more");
    CHECK(page == 1);
    pages = 1;
    ui.frame();
    CHECK(page == 0);
    CHECK(ui.items().seen().empty());
}

TEST_CASE("a notice alone can be pressed while it is shown", "[terminal]") {
    bool shown = true;
    int pressed = 0;
    HeadlessUi ui([&](Canvas& canvas) {
        canvas.set_behind(shown);
        if (button(canvas, {100, 100, 300, 80}, {.id = "under", .label = "Under"})) ++pressed;
        canvas.set_behind(false);
        if (shown && notice_panel(canvas, {.what = "The disk is full",
                                           .safe = "All recorded votes are safe.",
                                           .now = "Call the secretariat.",
                                           .dismiss = "I have read this"}))
            shown = false;
    });
    ui.press("under");
    CHECK(pressed == 0);
    ui.key(Key::tab);
    CHECK(ui.items().focus() == "notice.dismiss");
    ui.key(Key::escape);
    CHECK_FALSE(shown);
    ui.press("under");
    CHECK(pressed == 1);
}

TEST_CASE("a line shrinks to 72 per cent at most and is then cut where a character ends",
          "[terminal]") {
    float width = 0;
    R box{0, 0, 400, 40};
    const std::string words = "Délégation invitée à l’épreuve";
    HeadlessUi ui([&](Canvas& canvas) {
        width = canvas.text_width(words, type::body);
        canvas.text(box, words, type::body, 0xFFFFFFFF);
    });
    CHECK(ui.ellipsized() == 0);
    box.w = width * 0.75F;
    ui.frame();
    CHECK(ui.ellipsized() == 0);
    box.w = width * 0.65F;
    ui.frame();
    CHECK(ui.ellipsized() == 1);
    box.w = 10;
    ui.frame();
    CHECK(ui.ellipsized() == 1);
}

TEST_CASE("a block of text counts as cut when it has more lines than room", "[terminal]") {
    R box{0, 0, 300, 3 * type::body_line};
    std::string words = "One two three four five six seven eight nine ten eleven";
    HeadlessUi ui([&](Canvas& canvas) {
        canvas.text_block(box, words, type::body, type::body_line, 0xFFFFFFFF);
    });
    CHECK(ui.ellipsized() == 0);
    words +=
        " twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty " + words;
    ui.frame();
    CHECK(ui.ellipsized() == 1);
}

TEST_CASE("a QR code has its three finders and grows with its payload", "[terminal]") {
    const auto code = encode_qr(std::string(250, 'x'));
    REQUIRE(code);
    CHECK(code->side == 61);  // version 11: 251 bytes at level M, ISO/IEC 18004 table 7
    const int far = code->side - 7;
    for (const auto& [x, y] : {std::pair{0, 0}, {far, 0}, {0, far}})
        for (int n = 0; n < 7; ++n) {
            CHECK(code->at(x + n, y));
            CHECK(code->at(x, y + n));
        }
    CHECK_FALSE(code->at(far - 1, far));
    CHECK(encode_qr(std::string(2331, 'x')));
    CHECK(encode_qr(std::string(2332, 'x')).error().fault == placet::Fault::malformed);
    CHECK(encode_qr("").error().fault == placet::Fault::malformed);
}

TEST_CASE("modules of a QR code are whole pixels with four of them quiet around", "[terminal]") {
    const auto code = encode_qr(std::string(250, 'x'));
    int module = -1;
    R box{1528, 616, 352, 352};
    HeadlessUi ui([&](Canvas& canvas) { module = qr_code(canvas, box, *code); });
    CHECK(module == 352 / (61 + 2 * 4));
    box.w = box.h = 100;  // less than two pixels for a module: nobody could scan it
    ui.frame();
    CHECK(module == 0);
}
