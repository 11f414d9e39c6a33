// stage.h: draws frames of a scene and applies input to it. The window and the tests, which have
// none, stand on the same stage.
#pragma once

#include "terminal/input.h"
#include "terminal/scene.h"
#include "terminal/shadow.h"
#include "terminal/text/text_layer.h"

#include <memory>

struct ImGuiContext;
struct ImDrawData;

namespace placet::terminal {

class Stage {
public:
    /// Fails as Fonts::open does. Sizes in pixels.
    static Result<std::unique_ptr<Stage>> open(
        int width_px, int height_px, const std::filesystem::path& fonts = "/usr/share/fonts");
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    void resize(int width_px, int height_px);

    /// Draws one frame into memory. A frame for which the atlas has no room is drawn again with
    /// an empty one.
    void frame(Scene& scene);
    /// The last frame has been shown: only what it has can be pressed by pointer and finger.
    void set_shown() { items_.set_shown(); }
    /// Does what a person did; draws the frames that this takes. Another frame is due afterwards.
    void input(Scene& scene, const InputEvent& event);

    const Items& items() const { return items_; }
    /// How many texts the last frame cut with an ellipsis.
    int ellipsized() const { return ellipsized_; }
    /// What lies behind everything, as the last frame had it.
    Color background() const { return background_; }
    GlyphAtlas& atlas() { return text_.atlas(); }
    ImDrawData* drawn() const;
    /// The name of the atlas for whoever draws.
    void set_texture(void* texture);

private:
    Stage(Fonts fonts, int width_px, int height_px);
    void draw_once(Scene& scene);

    ImGuiContext* context_;
    TextLayer text_;
    Shadow shadow_;
    Items items_;
    Input input_;
    int width_px_, height_px_;
    int ellipsized_ = 0;
    Color background_ = 0;
};

}  // namespace placet::terminal
