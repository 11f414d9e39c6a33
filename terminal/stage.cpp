#include "terminal/stage.h"

#include "terminal/text/code_points.h"

#include <imgui.h>

namespace placet::terminal {

namespace {

// ImGui counts time only for double clicks and animations, and nothing here has either.
constexpr float frame_seconds = 1.0F / 60;

constexpr ImGuiWindowFlags plain_window =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;

// ImGui draws shapes with one white pixel, here that of the atlas, and none of its own letters.
void use_atlas_for_shapes(ImFontAtlas& fonts) {
    fonts.Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    fonts.AddFontDefault();
    fonts.Build();
    constexpr Patch white = GlyphAtlas::white;
    fonts.TexUvWhitePixel = {(white.x + white.w / 2.0F) / GlyphAtlas::side,
                             (white.y + white.h / 2.0F) / GlyphAtlas::side};
}

}  // namespace

Result<std::unique_ptr<Stage>> Stage::open(int width_px, int height_px,
                                           const std::filesystem::path& fonts) {
    auto opened = Fonts::open(fonts);
    if (!opened) return opened.error();
    return std::unique_ptr<Stage>(new Stage(*std::move(opened), width_px, height_px));
}

Stage::Stage(Fonts fonts, int width_px, int height_px)
    : context_(ImGui::CreateContext()),
      text_(std::move(fonts)),
      width_px_(width_px),
      height_px_(height_px) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DeltaTime = frame_seconds;
    use_atlas_for_shapes(*io.Fonts);
    ImGui::GetStyle().WindowPadding = {0, 0};
    ImGui::GetStyle().WindowBorderSize = 0;
}

Stage::~Stage() { ImGui::DestroyContext(context_); }

void Stage::resize(int width_px, int height_px) {
    width_px_ = width_px;
    height_px_ = height_px;
    text_.atlas().flush();  // every glyph is needed in another size
}

void Stage::frame(Scene& scene) {
    ImGui::SetCurrentContext(context_);
    const int before = text_.atlas().generation();
    draw_once(scene);
    if (text_.atlas().overflowed()) text_.atlas().flush();
    // Whatever made room, what was drawn before it points into the old picture.
    if (text_.atlas().generation() != before) draw_once(scene);
}

void Stage::draw_once(Scene& scene) {
    const Appearance look = scene.appearance();
    const Layout layout(width_px_, height_px_, reads_right_to_left(look.language));
    ImGui::GetIO().DisplaySize = {layout.width_px(), layout.height_px()};
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("stage", nullptr, plain_window);
    text_.begin_frame(look.language);
    items_.begin_frame();
    Canvas canvas({.list = *ImGui::GetWindowDrawList(),
                   .layout = layout,
                   .theme = *look.theme,
                   .text = text_,
                   .shadow = shadow_,
                   .items = items_,
                   .typed = input_.typed()});
    scene.draw(canvas);
    items_.end_frame();
    input_.end_frame();
    ImGui::End();
    ImGui::Render();
    ellipsized_ = canvas.ellipsized();
    background_ = look.theme->background;
}

void Stage::input(Scene& scene, const InputEvent& event) {
    ImGui::SetCurrentContext(context_);
    scene.touched();
    input_.apply(event, items_, [&] { frame(scene); });
}

ImDrawData* Stage::drawn() const {
    ImGui::SetCurrentContext(context_);
    return ImGui::GetDrawData();
}

void Stage::set_texture(void* texture) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().Fonts->SetTexID(texture);
}

}  // namespace placet::terminal
