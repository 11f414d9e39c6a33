// backend_sdl.h: the window of a terminal: events in, frames out, and sleep between.
//
// Without a GPU the same frames are drawn by the processor; nothing is drawn and nothing is
// computed while nothing happens.
#pragma once

#include "crypto/result.h"
#include "terminal/scene.h"

#include <filesystem>
#include <memory>
#include <string>

namespace placet::terminal {

class TestHook;

class Window {
public:
    struct Options {
        std::string title = "Placet";
        int width = 1920, height = 1080;  // of a window
        bool full_screen = false;         // a kiosk: no size, and nobody can close it
    };

    /// Fails with `absent` if there is no display, no OpenGL 3.0 or a font is missing.
    static Result<std::unique_ptr<Window>> open(const Options& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Shows the scene until the window is closed, the system ends the program, or the hook does.
    void run(Scene& scene, TestHook* hook = nullptr);

    /// Another frame is due: from any thread, as long as the window exists.
    void wake();

    /// The last frame as a PNG file. Fails with `storage`.
    Result<Done> save_picture(const std::filesystem::path& path);

private:
    struct Parts;
    explicit Window(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace placet::terminal
