#include "terminal/backend_gl.h"

#include <SDL_opengl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>

namespace placet::terminal {

namespace {

constexpr int band_rows = 64;

float part(Color color, int shift) { return static_cast<float>(color >> shift & 255) / 255; }

}  // namespace

Graphics::Graphics(Stage& stage, const char* glsl) : stage_(stage) {
    ImGui_ImplOpenGL3_Init(glsl);
    // The back-end makes a texture of ImGui's own letters with its first frame and would draw
    // shapes from it: ours takes its place.
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    // Everything stands on whole pixels, and a filter would only cost time.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, GlyphAtlas::side, GlyphAtlas::side, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, nullptr);
    stage_.set_texture(reinterpret_cast<void*>(static_cast<std::uintptr_t>(texture_)));
}

Graphics::~Graphics() {
    glDeleteTextures(1, &texture_);
    ImGui_ImplOpenGL3_Shutdown();
}

void Graphics::upload_changes() {
    const Patch changed = stage_.atlas().take_changed();
    if (changed.empty()) return;
    glBindTexture(GL_TEXTURE_2D, texture_);
    for (int y = changed.y; y < changed.y + changed.h; y += band_rows) {
        const int rows = std::min(band_rows, changed.y + changed.h - y);
        band_.clear();
        for (int row = y; row < y + rows; ++row) {
            const std::uint8_t* coverage = stage_.atlas().row(row) + changed.x;
            for (int x = 0; x < changed.w; ++x) band_.push_back(rgb(0xFFFFFF, coverage[x]));
        }
        glTexSubImage2D(GL_TEXTURE_2D, 0, changed.x, y, changed.w, rows, GL_RGBA, GL_UNSIGNED_BYTE,
                        band_.data());
    }
}

void Graphics::draw(int width_px, int height_px) {
    upload_changes();
    glViewport(0, 0, width_px, height_px);
    // Clearing costs far less than a rectangle over the whole screen where there is no GPU.
    const Color back = stage_.background();
    glClearColor(part(back, 0), part(back, 8), part(back, 16), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(stage_.drawn());
}

std::vector<std::uint8_t> Graphics::picture(int width_px, int height_px) {
    draw(width_px, height_px);
    std::vector<std::uint8_t> rows(static_cast<std::size_t>(width_px) *
                                   static_cast<std::size_t>(height_px) * 3);
    glReadBuffer(GL_BACK);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_px, height_px, GL_RGB, GL_UNSIGNED_BYTE, rows.data());
    return rows;
}

}  // namespace placet::terminal
