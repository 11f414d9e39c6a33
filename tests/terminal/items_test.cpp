#include "terminal/items.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace placet::terminal;

namespace {

// Three columns and two rows; the middle of the first row cannot be pressed.
Items grid() {
    Items items;
    items.begin_frame();
    for (int n = 0; n < 6; ++n) {
        const float x = static_cast<float>(n % 3) * 100, y = static_cast<float>(n / 3) * 100;
        items.add({.id = std::string(1, static_cast<char>('a' + n)),
                   .box = {x, y, x + 90, y + 90},
                   .enabled = n != 1});
    }
    items.end_frame();
    return items;
}

}  // namespace

TEST_CASE("Tab goes round all that can be pressed, in the order of the screen", "[terminal]") {
    Items items = grid();
    std::string order;
    for (int n = 0; n < 6; ++n) {
        items.move_focus(FocusMove::next);
        order += items.focus();
    }
    CHECK(order == "acdefa");
    items.move_focus(FocusMove::previous);
    CHECK(items.focus() == "f");
}

TEST_CASE("arrows go to what lies nearest in their direction", "[terminal]") {
    Items items = grid();
    items.set_focus("a");
    items.move_focus(FocusMove::right);
    CHECK(items.focus() == "c");
    items.move_focus(FocusMove::down);
    CHECK(items.focus() == "f");
    items.move_focus(FocusMove::left);
    CHECK(items.focus() == "e");
    items.move_focus(FocusMove::down);
    CHECK(items.focus() == "e");
    items.move_focus(FocusMove::up);
    CHECK((items.focus() == "a" || items.focus() == "c"));
}

TEST_CASE("what other programs read of the items is JSON, whatever the labels hold", "[terminal]") {
    Items items;
    items.begin_frame();
    items.add({.id = "vote.yes",
               .role = ItemRole::radio,
               .label = "\"Oui\"\\ \n نعم",
               .box = {10, 20, 110, 70},
               .on = true});
    items.add({.id = "board", .role = ItemRole::table, .enabled = false});
    items.end_frame();
    const auto dump = nlohmann::json::parse(items.json());
    const auto& yes = dump.at("items").at(0);
    CHECK(yes.at("id") == "vote.yes");
    CHECK(yes.at("role") == "radio");
    CHECK(yes.at("label") == "\"Oui\"\\ \n نعم");
    CHECK(yes.at("rect") == nlohmann::json({10, 20, 100, 50}));
    CHECK(yes.at("on") == true);
    CHECK(yes.at("enabled") == true);
    CHECK(yes.at("focused") == false);
    CHECK(dump.at("items").at(1).at("enabled") == false);
    CHECK(items.json().find('\n') == std::string::npos);
}

TEST_CASE("an item is found by its id as long as it is shown", "[terminal]") {
    Items items = grid();
    REQUIRE(items.find("c") != nullptr);
    CHECK(items.find("c")->box.x0 == 200);
    items.begin_frame();
    items.end_frame();
    CHECK(items.find("c") == nullptr);
}
