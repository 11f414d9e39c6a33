// backend_gl.h: a frame of the stage on the screen, by OpenGL. With backend_sdl, the only files
// that know the graphics. One texture, one draw call.
#pragma once

#include "terminal/stage.h"

#include <cstdint>
#include <vector>

namespace placet::terminal {

class Graphics {
public:
    /// For the OpenGL context that is current. `glsl` is its first shader line.
    Graphics(Stage& stage, const char* glsl);
    ~Graphics();
    Graphics(const Graphics&) = delete;
    Graphics& operator=(const Graphics&) = delete;

    /// Draws what the stage drew last into the back buffer.
    void draw(int width_px, int height_px);
    /// The same as rows of RGB, the lowest first. The caller must not have swapped the buffers
    /// between: what is read is drawn anew.
    std::vector<std::uint8_t> picture(int width_px, int height_px);

private:
    void upload_changes();

    Stage& stage_;
    std::uint32_t texture_ = 0;
    std::vector<std::uint32_t> band_;  // rows of the atlas on their way
};

}  // namespace placet::terminal
