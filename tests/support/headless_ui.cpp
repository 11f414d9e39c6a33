#include "tests/support/headless_ui.h"

#include "terminal/text/code_points.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace placet::tests {

using namespace terminal;

namespace {
constexpr std::int64_t one_finger = 7;

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::abort();
}
}  // namespace

HeadlessUi::HeadlessUi(Draw draw, Appearance look, int width_px, int height_px) {
    scene_.draw_frame = std::move(draw);
    scene_.look = std::move(look);
    auto opened = Stage::open(width_px, height_px);
    if (!opened) give_up(opened.error().detail);
    stage_ = *std::move(opened);
    frame();
}

void HeadlessUi::frame() {
    stage_->frame(scene_);
    stage_->set_shown();
}

void HeadlessUi::resize(int width_px, int height_px) {
    stage_->resize(width_px, height_px);
    frame();
}

void HeadlessUi::show(Appearance look) {
    scene_.look = std::move(look);
    frame();
}

void HeadlessUi::send(const InputEvent& event) {
    stage_->input(scene_, event);
    frame();
}

void HeadlessUi::pointer(Point at, bool down) { send(PointerButton{at, down}); }

void HeadlessUi::moved(Point at) { stage_->input(scene_, PointerMoved{at}); }

void HeadlessUi::finger(std::int64_t finger, Point at, bool down) {
    send(FingerTouch{finger, at, down});
}

void HeadlessUi::lose_pointer() { send(PointerLost{}); }

void HeadlessUi::send_all(const std::vector<InputEvent>& events) {
    for (const InputEvent& event : events) stage_->input(scene_, event);
    frame();
}

void HeadlessUi::press(const std::string& id) { drag(id, id); }

void HeadlessUi::touch(const std::string& id) { slide(id, id); }

void HeadlessUi::drag(const std::string& from, const std::string& to) {
    const Point begin = middle(from), end = middle(to);
    pointer(begin, true);
    pointer(end, false);
}

void HeadlessUi::slide(const std::string& from, const std::string& to) {
    const Point begin = middle(from), end = middle(to);
    send(FingerTouch{one_finger, begin, true});
    send(FingerMoved{one_finger, end});
    send(FingerTouch{one_finger, end, false});
}

void HeadlessUi::key(Key key) { send(KeyPressed{key}); }

void HeadlessUi::repeat(Key key) { send(KeyPressed{key, true}); }

void HeadlessUi::type(std::string_view text) {
    for (const char32_t character : decode_utf8(text))
        send(TextTyped{encode_utf8(std::u32string(1, character))});
}

const Item& HeadlessUi::item(const std::string& id) const {
    const Item* found = items().find(id);
    if (found == nullptr) give_up("the screen shows no item " + id);
    return *found;
}

Point HeadlessUi::middle(const std::string& id) const { return item(id).box.middle(); }

std::string targets_at_fault(const Items& items, float scale) {
    std::string faults;
    const float least = size::target * scale - 1;  // corners fall on whole pixels
    const auto& seen = items.seen();
    for (std::size_t a = 0; a < seen.size(); ++a) {
        if (!seen[a].enabled) continue;
        const Box& box = seen[a].box;
        if (box.width() < least || box.height() < least)
            faults += fmt::format("{} is {} x {} pixels; ", seen[a].id, box.width(), box.height());
        for (std::size_t b = a + 1; b < seen.size(); ++b)
            if (seen[b].enabled && box.overlaps(seen[b].box))
                faults += fmt::format("{} overlaps {}; ", seen[a].id, seen[b].id);
    }
    return faults;
}

}  // namespace placet::tests
