// headless_ui.h: a screen without a window and without graphics, touched by ids through the same
// input that a window feeds.
#pragma once

#include "terminal/stage.h"

#include <functional>
#include <string>
#include <string_view>

namespace placet::tests {

class HeadlessUi {
public:
    using Draw = std::function<void(terminal::Canvas&)>;

    /// `draw` is called for every frame; what it returns, a test keeps for itself. Ends the program
    /// if the fonts are missing.
    explicit HeadlessUi(Draw draw, terminal::Appearance look = {}, int width_px = 1920,
                        int height_px = 1080);

    /// A frame that a person gets to see.
    void frame();
    void resize(int width_px, int height_px);
    void show(terminal::Appearance look);

    /// Pressed and released at the middle of the item; each edge is a frame. Ends the program if
    /// the last frame did not show the item.
    void press(const std::string& id);
    void touch(const std::string& id);
    /// Pressed on one item and released on another, by mouse or finger.
    void drag(const std::string& from, const std::string& to);
    void slide(const std::string& from, const std::string& to);
    void key(terminal::Key key);
    /// As the key comes again while it is held down.
    void repeat(terminal::Key key);
    /// As a keyboard or a scanner types: one character, one event.
    void type(std::string_view text);

    /// Single edges and movements, in pixels.
    void pointer(terminal::Point at, bool down);
    void moved(terminal::Point at);
    void finger(std::int64_t finger, terminal::Point at, bool down);
    void lose_pointer();
    /// What waited while a slow frame was shown: only after the last event is a frame shown.
    void send_all(const std::vector<terminal::InputEvent>& events);

    terminal::Point middle(const std::string& id) const;
    const terminal::Items& items() const { return stage_->items(); }
    const terminal::Item& item(const std::string& id) const;
    int ellipsized() const { return stage_->ellipsized(); }
    terminal::Stage& stage() { return *stage_; }

private:
    struct DrawnScene : terminal::Scene {
        terminal::Appearance look;
        Draw draw_frame;
        terminal::Appearance appearance() const override { return look; }
        void draw(terminal::Canvas& canvas) override { draw_frame(canvas); }
        void poll() override {}
        std::optional<std::int64_t> due_in_ms() const override { return std::nullopt; }
    };

    void send(const terminal::InputEvent& event);  // and the frame that shows it

    DrawnScene scene_;
    std::unique_ptr<terminal::Stage> stage_;
};

/// Ids of pressable items that are too small to touch or that overlap another, in words; empty if
/// the screen is good. `scale` is the pixels per dp.
std::string targets_at_fault(const terminal::Items& items, float scale);

}  // namespace placet::tests
