// shown_window.h: a terminal in a real window on a virtual display of its own, seen through its
// test hook and touched by real clicks and keys.
#pragma once

#include "tests/support/program.h"

#include <functional>
#include <nlohmann/json.hpp>

namespace placet::tests {

/// An X server without a screen; the number of its display is one that nobody uses.
class VirtualDisplay {
public:
    VirtualDisplay(int width_px, int height_px);

    /// For the environment of programs that are to be shown on it.
    std::string variable() const { return "DISPLAY=:" + number_; }

private:
    Program server_;
    std::string number_;
};

class ShownWindow {
public:
    /// The program must answer to the commands of terminal/test_hook.h.
    ShownWindow(const VirtualDisplay& display, const std::vector<std::string>& arguments);

    /// The items of the last frame.
    nlohmann::json items();
    nlohmann::json item(const std::string& id);  // null if it is not shown
    /// Asks again until the condition holds; fails the test after 20 seconds.
    void until(const std::string& what, const std::function<bool()>& holds);
    void until_shown(const std::string& id);

    /// Waits for the item, then clicks its middle.
    void click(const std::string& id);
    /// Keys by their X names: "Tab", "Return", "1".
    void key(const std::string& name);
    void type(const std::string& text);
    /// Any commands of xdotool; "@id" stands for the middle of an item, as two words.
    void xdotool(const std::vector<std::string>& words);

    void save_picture(const std::string& path);
    /// Ends the program: its exit status.
    int quit();
    Program& program() { return program_; }

private:
    std::string ask(const std::string& command);

    std::string display_;
    Program program_;
};

}  // namespace placet::tests
