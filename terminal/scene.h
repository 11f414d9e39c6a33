// scene.h: what stands between a window and the screens it shows.
#pragma once

#include "terminal/canvas.h"

#include <cstdint>
#include <optional>
#include <string>

namespace placet::terminal {

struct Appearance {
    std::string language = "en";  // a tag such as "ar": decides direction and line breaks
    const Theme* theme = &light_theme();
};

class Scene {
public:
    virtual ~Scene() = default;

    virtual Appearance appearance() const = 0;
    /// Draws one frame, and does what a person asked for in it once it is drawn.
    virtual void draw(Canvas& canvas) = 0;
    /// Somebody did something, be it beside everything that can be pressed.
    virtual void touched() {}
    /// Takes up what other threads finished and what time has brought. Called after every wake-up
    /// and before the frame that follows it.
    virtual void poll() = 0;
    /// Milliseconds until poll must be called though nothing happens; nothing if never.
    virtual std::optional<std::int64_t> due_in_ms() const = 0;
};

}  // namespace placet::terminal
