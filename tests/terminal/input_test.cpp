// Nobody's vote may go to what they did not press: the tests of the way from a finger to an item.
#include "tests/support/headless_ui.h"

#include "terminal/widgets.h"

#include <catch2/catch.hpp>

#include <map>

using namespace placet::terminal;
using placet::tests::HeadlessUi;

namespace {

// Three buttons in a row and, on demand, a field that listens.
struct Desk {
    std::map<std::string, int> pressed;
    bool behind = false;
    bool middle_enabled = true;
    bool listens = false;
    std::string typed, ended_with;

    void draw(Canvas& canvas) {
        canvas.set_behind(behind);
        int n = 0;
        for (const std::string id : {"a", "b", "c"}) {
            const R r{100 + 400.F * static_cast<float>(n++), 200, 300, 100};
            if (button(canvas, r,
                       {.id = id,
                        .label = id,
                        .enabled = id != "b" || middle_enabled,
                        .shortcut = id == "c"   ? '3'
                                    : id == "a" ? escape_key
                                                : function_key(2)}))
                ++pressed[id];
        }
        if (listens && badge_field(canvas, {100, 500, 900, 100}, {.prompt = "Scan"}, typed))
            ended_with = std::exchange(typed, {});
    }
};

struct Screen : Desk {
    HeadlessUi ui{[this](Canvas& canvas) { draw(canvas); }};
};

}  // namespace

TEST_CASE("twenty fast clicks on A are twenty for A though the pointer is on B by then",
          "[terminal]") {
    Screen screen;
    const Point a = screen.ui.middle("a"), b = screen.ui.middle("b");
    HeadlessUi& ui = screen.ui;
    // All of it waits while one slow frame is shown, the last position of the pointer included.
    std::vector<InputEvent> waiting;
    for (int n = 0; n < 20; ++n) {
        waiting.emplace_back(PointerButton{a, true});
        waiting.emplace_back(PointerButton{a, false});
    }
    waiting.emplace_back(PointerMoved{b});
    ui.send_all(waiting);
    CHECK(screen.pressed["a"] == 20);
    CHECK(screen.pressed["b"] == 0);

    // The twin: what is really clicked on B counts for B.
    ui.pointer(b, true);
    ui.pointer(b, false);
    CHECK(screen.pressed["a"] == 20);
    CHECK(screen.pressed["b"] == 1);
}

TEST_CASE("a touch that waited behind a slow frame presses nothing that nobody has seen yet",
          "[terminal]") {
    int first = 0, second = 0;
    HeadlessUi ui([&](Canvas& canvas) {
        // The first press brings another button to the same place.
        const R place{100, 200, 300, 100};
        if (first == 0)
            first += button(canvas, place, {.id = "choose", .label = "Choose"}) ? 1 : 0;
        else
            second += button(canvas, place, {.id = "confirm", .label = "Confirm"}) ? 1 : 0;
    });
    const Point place = ui.middle("choose");
    const std::vector<InputEvent> impatient{PointerButton{place, true}, PointerButton{place, false},
                                            FingerTouch{1, place, true},
                                            FingerTouch{1, place, false}};
    ui.send_all(impatient);
    CHECK(first == 1);
    CHECK(second == 0);
    // The twin: once it has been shown it can be pressed.
    ui.send_all(impatient);
    CHECK(second == 2);
}

TEST_CASE("a press that waited presses nothing for a subject that nobody has seen yet",
          "[terminal]") {
    // Each press brings the next name to the same button.
    int name = 0;
    std::vector<int> pressed;
    HeadlessUi ui([&](Canvas& canvas) {
        canvas.set_subject(std::to_string(name));
        if (button(canvas, {100, 200, 300, 100},
                   {.id = "yes", .label = "Yes", .shortcut = function_key(1)}))
            pressed.push_back(name++);
    });
    const Point place = ui.middle("yes");
    ui.send_all({PointerButton{place, true}, PointerButton{place, false},
                 PointerButton{place, true}, PointerButton{place, false}, KeyPressed{Key::f1},
                 FingerTouch{1, place, true}, FingerTouch{1, place, false}});
    CHECK(pressed == std::vector{0});

    // Begun on one name and let go on the next: pressed for neither.
    ui.pointer(place, true);
    ++name;
    ui.pointer(place, false);
    CHECK(pressed == std::vector{0});
    // The twin: what was seen is pressed.
    ui.key(Key::f1);
    ui.press("yes");
    CHECK(pressed == std::vector{0, 2, 3});
}

TEST_CASE("a press that slides off is no press, by mouse and by finger", "[terminal]") {
    Screen screen;
    screen.ui.drag("a", "b");
    screen.ui.slide("a", "b");
    CHECK(screen.pressed.empty());

    screen.ui.press("a");
    screen.ui.touch("b");
    CHECK(screen.pressed["a"] == 1);
    CHECK(screen.pressed["b"] == 1);
}

TEST_CASE("a press that returns to where it began is one", "[terminal]") {
    Screen screen;
    const Point a = screen.ui.middle("a"), b = screen.ui.middle("b");
    screen.ui.pointer(a, true);
    screen.ui.moved(b);
    screen.ui.frame();
    screen.ui.moved(a);
    screen.ui.pointer(a, false);
    CHECK(screen.pressed["a"] == 1);
}

TEST_CASE("only the first of several fingers counts", "[terminal]") {
    Screen screen;
    const Point a = screen.ui.middle("a"), b = screen.ui.middle("b");
    screen.ui.finger(1, a, true);
    screen.ui.finger(2, b, true);
    screen.ui.finger(2, b, false);
    CHECK(screen.pressed.empty());
    screen.ui.finger(1, a, false);
    CHECK(screen.pressed["a"] == 1);
    CHECK(screen.pressed["b"] == 0);
}

TEST_CASE("a window that loses the finger presses nothing and takes the next finger",
          "[terminal]") {
    Screen screen;
    const Point a = screen.ui.middle("a");
    screen.ui.finger(1, a, true);
    screen.ui.lose_pointer();
    CHECK(screen.pressed.empty());
    screen.ui.finger(2, a, true);
    screen.ui.finger(2, a, false);
    CHECK(screen.pressed["a"] == 1);
}

TEST_CASE("a disabled button is not pressed by finger, key or shortcut", "[terminal]") {
    Screen screen;
    screen.middle_enabled = false;
    screen.ui.frame();
    screen.ui.press("b");
    screen.ui.touch("b");
    screen.ui.key(Key::tab);
    screen.ui.key(Key::tab);
    CHECK(screen.ui.items().focus() == "c");
    CHECK(screen.pressed.empty());
}

TEST_CASE("what lies behind a notice is seen and cannot be pressed", "[terminal]") {
    Screen screen;
    screen.behind = true;
    screen.ui.frame();
    screen.ui.press("a");
    screen.ui.key(Key::tab);
    screen.ui.key(Key::enter);
    screen.ui.type("3");
    CHECK(screen.pressed.empty());
    screen.behind = false;
    screen.ui.frame();
    screen.ui.press("a");
    CHECK(screen.pressed["a"] == 1);
}

TEST_CASE("everything can be done with the keyboard alone", "[terminal]") {
    Screen screen;
    screen.ui.key(Key::tab);
    screen.ui.key(Key::tab);
    screen.ui.key(Key::space);
    CHECK(screen.pressed["b"] == 1);
    screen.ui.key(Key::back_tab);
    screen.ui.key(Key::enter);
    CHECK(screen.pressed["a"] == 1);
    screen.ui.key(Key::right);
    screen.ui.key(Key::right);
    screen.ui.key(Key::right);  // there is nothing further
    screen.ui.key(Key::space);
    CHECK(screen.pressed["c"] == 1);
    screen.ui.type("3");
    CHECK(screen.pressed["c"] == 2);
    screen.ui.key(Key::escape);
    CHECK(screen.pressed["a"] == 2);
}

TEST_CASE("a key that is held down presses once", "[terminal]") {
    Screen screen;
    screen.ui.key(Key::tab);
    screen.ui.key(Key::space);
    screen.ui.repeat(Key::space);
    screen.ui.repeat(Key::enter);
    CHECK(screen.pressed["a"] == 1);
}

TEST_CASE("a function key presses once, and nothing that is typed is taken for one", "[terminal]") {
    Screen screen;
    screen.ui.key(Key::f2);
    screen.ui.repeat(Key::f2);
    CHECK(screen.pressed["b"] == 1);
    screen.ui.key(Key::f1);  // no button's
    screen.listens = true;
    screen.ui.frame();
    screen.ui.type("placet-22");
    CHECK(screen.pressed["b"] == 1);
    screen.ui.key(Key::f2);
    CHECK(screen.pressed["b"] == 2);
    CHECK(screen.typed == "placet-22");
}

TEST_CASE("words are typed with spaces, and the space bar presses nothing meanwhile",
          "[terminal]") {
    std::string words;
    int pressed = 0;
    HeadlessUi ui([&](Canvas& canvas) {
        canvas.listen(words, Accept::words, 20);
        if (button(canvas, {100, 200, 300, 100}, {.id = "a", .label = "A"})) ++pressed;
    });
    ui.key(Key::tab);
    for (const std::string_view word : {" the", "  wrong", " text was shown"}) {
        ui.type(word);
        ui.key(Key::space);
    }
    CHECK(words == "the wrong text was s");
    CHECK(pressed == 0);
    ui.key(Key::tab);
    ui.key(Key::enter);
    CHECK(pressed == 1);
}

TEST_CASE("letters of any script that the screen has are typed, in one form for one letter",
          "[terminal]") {
    std::string words;
    std::size_t most = 40;
    HeadlessUi ui([&](Canvas& canvas) { canvas.listen(words, Accept::words, most); });
    const auto typed = [&](std::string_view text) {
        words.clear();
        ui.type(text);
        return words;
    };
    CHECK(typed("Ms Zoë Muñoz") == "Ms Zoë Muñoz");
    CHECK(typed("الآنسة فاطمة") == "الآنسة فاطمة");
    CHECK(typed("Ёлкин 李娜") == "Ёлкин 李娜");
    // U+0065 U+0301 and U+00E9 are one letter: two names that look the same are the same.
    CHECK(typed("Jose\u0301") == "Jos\u00E9");
    CHECK(typed("A\u030A\u00A0B\u3000C") == "\u00C5 B C");
    // Directions turned, joiners, what nobody sees, a mark on nothing, no character: never.
    CHECK(typed("a\u202Eb\u2066c\u200F\u061C") == "abc");
    CHECK(typed("a\u200D\u00AD\uFEFF\uFE0F\u034F\u0007\u0085b") == "ab");
    CHECK(typed("\u0301a \u0301b") == "a b");
    CHECK(typed("x\uE000\uFFFD\U000F0000\u2028y") == "xy");
    CHECK(typed("\u0E01") == "");  // Thai: no font of the kiosk has it
    most = 4;
    CHECK(typed("éééééé") == "éééé");
    CHECK(typed("李李李") == "李李");
    ui.key(Key::backspace);
    CHECK(words == "李");
}

TEST_CASE("a badge is of ASCII, whatever is typed", "[terminal]") {
    std::string badge;
    HeadlessUi ui([&](Canvas& canvas) { canvas.listen(badge, Accept::printable, 20); });
    ui.type("plé-22 ا3");
    CHECK(badge == "pl-223");
}

TEST_CASE("digits go to their field and a badge does not", "[terminal]") {
    std::string digits, badge, presented;
    HeadlessUi ui([&](Canvas& canvas) {
        if (canvas.listen_for_digits_or_badge(digits, 3, badge))
            presented = std::exchange(badge, {});
    });
    ui.type("12");
    ui.key(Key::backspace);
    ui.type("placet-0011");
    ui.key(Key::enter);
    CHECK(presented == "placet-0011");
    CHECK(digits == "1");
    ui.type("2345");
    CHECK(digits == "123");
    ui.key(Key::enter);
    CHECK(badge.empty());
}

TEST_CASE("a stray Enter presses nothing that was only touched", "[terminal]") {
    Screen screen;
    screen.ui.touch("a");
    screen.ui.key(Key::enter);
    CHECK(screen.pressed["a"] == 1);
    CHECK(screen.ui.item("a").focused);  // now it is shown where Enter would go
    screen.ui.key(Key::enter);
    CHECK(screen.pressed["a"] == 2);
}

TEST_CASE("a scanner's badge goes to the field wherever the focus is", "[terminal]") {
    Screen screen;
    screen.listens = true;
    screen.ui.frame();
    screen.ui.key(Key::tab);
    screen.ui.type("PLACET-3 7Q");  // a space and the digit that is a shortcut elsewhere
    screen.ui.key(Key::enter);
    CHECK(screen.ended_with == "PLACET-37Q");
    CHECK(screen.pressed.empty());

    // The twin: an Enter with nothing typed belongs to the focus again.
    screen.ui.key(Key::enter);
    CHECK(screen.pressed["a"] == 1);
}

TEST_CASE("Enter belongs to the focus when the focus was moved after the typing", "[terminal]") {
    Screen screen;
    screen.listens = true;
    screen.ui.frame();
    screen.ui.type("12");
    screen.ui.key(Key::tab);
    screen.ui.key(Key::enter);
    CHECK(screen.ended_with.empty());
    CHECK(screen.pressed["a"] == 1);
}

TEST_CASE("backspace takes back what was typed last", "[terminal]") {
    Screen screen;
    screen.listens = true;
    screen.ui.frame();
    screen.ui.key(Key::backspace);
    screen.ui.type("123");
    screen.ui.key(Key::backspace);
    screen.ui.repeat(Key::backspace);
    screen.ui.type("9");
    screen.ui.key(Key::enter);
    CHECK(screen.ended_with == "19");
}
