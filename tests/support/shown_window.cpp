#include "tests/support/shown_window.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <chrono>

namespace placet::tests {

VirtualDisplay::VirtualDisplay(int width_px, int height_px)
    // "-displayfd 1": it finds a free number itself and writes it to its standard output.
    : server_({"Xvfb", "-displayfd", "1", "-screen", "0",
               fmt::format("{}x{}x24", width_px, height_px), "-nolisten", "tcp"}),
      number_(server_.line()) {}

ShownWindow::ShownWindow(const VirtualDisplay& display, const std::vector<std::string>& arguments)
    // What a graphics driver leaves behind when a program ends is not ours to find.
    : display_(display.variable()),
      program_(arguments, {display_, "ASAN_OPTIONS=detect_leaks=0"}) {}

std::string ShownWindow::ask(const std::string& command) {
    program_.write(command + "\n");
    return program_.line();
}

nlohmann::json ShownWindow::items() { return nlohmann::json::parse(ask("dump")).at("items"); }

nlohmann::json ShownWindow::item(const std::string& id) {
    for (const auto& item : items())
        if (item.at("id") == id) return item;
    return nullptr;
}

void ShownWindow::until(const std::string& what, const std::function<bool()>& holds) {
    using Clock = std::chrono::steady_clock;
    const auto limit = Clock::now() + std::chrono::seconds(20);
    while (!holds()) {
        INFO("waiting in vain: " << what);
        REQUIRE(Clock::now() < limit);
    }
}

void ShownWindow::until_shown(const std::string& id) {
    until(id + " is shown", [&] {
        const auto found = item(id);
        return !found.is_null() && found.at("enabled") == true;
    });
}

void ShownWindow::click(const std::string& id) {
    until_shown(id);
    xdotool({"mousemove", "@" + id, "click", "1"});
}

void ShownWindow::key(const std::string& name) { xdotool({"key", name}); }

void ShownWindow::type(const std::string& text) { xdotool({"type", "--delay", "0", text}); }

void ShownWindow::xdotool(const std::vector<std::string>& words) {
    std::vector<std::string> arguments{"xdotool"};
    for (const std::string& word : words) {
        if (!word.starts_with('@')) {
            arguments.push_back(word);
            continue;
        }
        const auto found = item(word.substr(1));
        INFO("no item " << word);
        REQUIRE_FALSE(found.is_null());
        const auto& rect = found.at("rect");
        for (const std::size_t axis : {0U, 1U})
            arguments.push_back(fmt::format(
                "{:.0f}", rect.at(axis).get<double>() + rect.at(axis + 2).get<double>() / 2));
    }
    output_of(arguments, {display_});
}

void ShownWindow::save_picture(const std::string& path) { REQUIRE(ask("shot " + path) == "ok"); }

int ShownWindow::quit() {
    program_.write("quit\n");
    return program_.wait();
}

}  // namespace placet::tests
