// room.h: a kiosk with its screens, used by the ids of what is pressed.
#pragma once

#include "terminal/desk.h"
#include "tests/support/headless_ui.h"
#include "tests/support/kiosk.h"

#include <catch2/catch.hpp>

namespace placet::tests {

class Room {
public:
    explicit Room(std::vector<std::string> delegations,
                  const std::filesystem::path& under = std::filesystem::temp_directory_path(),
                  terminal::OpenKey open_key = {}, ledger::RuleProfile rules = {})
        : kiosk_(std::move(delegations), under, std::move(open_key), std::move(rules)),
          ui_([this](terminal::Canvas& canvas) {
              if (!desk_) desk_.emplace(kiosk_.session(), terminal::Phrases());
              desk_->draw(canvas);
          }) {}

    Kiosk& kiosk() { return kiosk_; }
    HeadlessUi& ui() { return ui_; }
    const ledger::Conference& conference() const { return kiosk_.conference(); }
    const terminal::AppState& state() const { return kiosk_.state(); }
    const terminal::Items& items() const { return ui_.items(); }
    bool shows(const std::string& id) { return ui_.items().find(id) != nullptr; }
    std::string label(const std::string& id) const { return ui_.item(id).label; }

    void press(const std::string& id) {
        INFO(id);
        REQUIRE(shows(id));
        ui_.press(id);
        settle();
    }
    /// A scanner types it.
    void scan(const std::string& person) {
        ui_.type(Kiosk::badge(person));
        ui_.key(terminal::Key::enter);
        settle();
    }
    void enter(std::string_view pin) {
        for (const char digit : pin) ui_.press(std::string("pin.") + digit);
        press("pin.enter");
    }
    /// After a wrong PIN the pad takes none for a while.
    void wait_for_pin() {
        kiosk_.advance(1000 * state().pin->wait_s);
        ui_.frame();
    }
    void vote(const std::string& delegation, const std::string& choice) {
        scan(delegation + "-1");
        enter(Kiosk::pin);
        press("vote." + choice);
        press("vote.confirm");
        press("receipt.done");
    }
    /// Until nothing is being saved, and the screen says so.
    void settle() {
        kiosk_.settle();
        ui_.frame();
    }
    void restart() {
        desk_.reset();
        kiosk_.restart();
        ui_.frame();
    }
    /// Until the last answer of a roll-call was seen too.
    void next_name() {
        settle();
        kiosk_.advance(terminal::Session::answer_shown_ms);
        ui_.frame();
    }

private:
    Kiosk kiosk_;
    std::optional<terminal::Desk> desk_;  // until the first frame, nothing
    HeadlessUi ui_;
};

}  // namespace placet::tests
