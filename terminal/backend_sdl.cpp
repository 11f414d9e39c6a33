#include "terminal/backend_sdl.h"

#include "terminal/backend_gl.h"
#include "terminal/test_hook.h"

#include <SDL.h>
#include <png.h>

#include <algorithm>
#include <atomic>

namespace placet::terminal {

namespace {

// An error of SDL in our words, with what to do about it.
Error display_error(const char* what, const char* remedy) {
    return {Fault::absent, std::string(what) + ": " + SDL_GetError() + "; " + remedy};
}

void set_hints() {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");         // fingers are fingers
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");   // no press is lost to the focus
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");  // only the system ends a kiosk
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

void ask_for_gl(int major, int minor, int profile) {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, major);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, minor);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, profile);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
}

std::optional<Key> key_of(const SDL_KeyboardEvent& event) {
    switch (event.keysym.sym) {
        case SDLK_TAB:
            return event.keysym.mod & KMOD_SHIFT ? Key::back_tab : Key::tab;
        case SDLK_LEFT:
            return Key::left;
        case SDLK_RIGHT:
            return Key::right;
        case SDLK_UP:
            return Key::up;
        case SDLK_DOWN:
            return Key::down;
        case SDLK_SPACE:
            return Key::space;
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            return Key::enter;
        case SDLK_ESCAPE:
            return Key::escape;
        case SDLK_BACKSPACE:
            return Key::backspace;
        case SDLK_F1:
            return Key::f1;
        case SDLK_F2:
            return Key::f2;
        case SDLK_F3:
            return Key::f3;
        case SDLK_F4:
            return Key::f4;
        case SDLK_F5:
            return Key::f5;
        case SDLK_F6:
            return Key::f6;
        default:
            return std::nullopt;
    }
}

struct SdlVideo {
    bool ready = SDL_Init(SDL_INIT_VIDEO) == 0;
    ~SdlVideo() { SDL_Quit(); }
};

struct DestroyWindow {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};
struct DeleteContext {
    void operator()(void* context) const { SDL_GL_DeleteContext(context); }
};

}  // namespace

// In the order in which they must be made; they go in the opposite one.
struct Window::Parts {
    SdlVideo video;
    bool full_screen = false;
    std::unique_ptr<SDL_Window, DestroyWindow> window = {};
    std::unique_ptr<void, DeleteContext> context = {};
    std::unique_ptr<Stage> stage = {};
    std::optional<Graphics> graphics = {};
    Uint32 wake_event = 0;
    std::atomic<bool> wake_waits = false;
    float pixels_per_unit = 1;  // drawing pixels for one unit of the window
    int width_px = 0, height_px = 0;
    bool dirty = true, closed = false;

    void measure();
    void take(Scene& scene, const SDL_Event& event);
    void take_window_event(Scene& scene, const SDL_WindowEvent& event);
    void take_finger(Scene& scene, const SDL_TouchFingerEvent& event, Uint32 type);
    void input(Scene& scene, const InputEvent& event);
    void show(Scene& scene);
    Point pixels(Sint32 x, Sint32 y) const {
        return {static_cast<float>(x) * pixels_per_unit, static_cast<float>(y) * pixels_per_unit};
    }
};

Result<std::unique_ptr<Window>> Window::open(const Options& options) {
    set_hints();
    auto parts = std::make_unique<Parts>();
    if (!parts->video.ready)
        return display_error("there is no display", "is DISPLAY or WAYLAND_DISPLAY set?");
    parts->full_screen = options.full_screen;
    parts->wake_event = SDL_RegisterEvents(1);

    ask_for_gl(3, 3, SDL_GL_CONTEXT_PROFILE_CORE);
    const Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI |
                         (options.full_screen ? Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP}
                                              : Uint32{SDL_WINDOW_RESIZABLE});
    parts->window.reset(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED,
                                         SDL_WINDOWPOS_CENTERED, options.width, options.height,
                                         flags));
    if (!parts->window)
        return display_error("no window can be opened", "is libgl1-mesa-dri installed?");

    const char* glsl = "#version 330 core";
    parts->context.reset(SDL_GL_CreateContext(parts->window.get()));
    if (!parts->context) {
        ask_for_gl(3, 0, 0);  // small boards
        glsl = "#version 130";
        parts->context.reset(SDL_GL_CreateContext(parts->window.get()));
    }
    if (!parts->context)
        return display_error("there is no OpenGL 3.0", "is libgl1-mesa-dri installed?");
    SDL_GL_SetSwapInterval(0);  // a covered window must not hold up the ledger's answers

    SDL_GL_GetDrawableSize(parts->window.get(), &parts->width_px, &parts->height_px);
    auto stage = Stage::open(parts->width_px, parts->height_px);
    if (!stage) return stage.error();
    parts->stage = *std::move(stage);
    parts->graphics.emplace(*parts->stage, glsl);
    parts->measure();
    SDL_StartTextInput();
    return std::unique_ptr<Window>(new Window(std::move(parts)));
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Window::~Window() = default;

void Window::run(Scene& scene, TestHook* hook) {
    Parts& parts = *parts_;
    constexpr std::int64_t longest_wait_ms = 1 << 30;
    while (!parts.closed) {
        scene.poll();
        if (parts.dirty) parts.show(scene);
        for (const std::string& command :
             hook != nullptr ? hook->take_commands() : std::vector<std::string>()) {
            if (command == "quit") return;
            if (command == "dump") {
                hook->answer(parts.stage->items().json());
            } else if (command.starts_with("shot ")) {
                const auto saved = save_picture(command.substr(5));
                hook->answer(saved ? "ok" : "error: " + saved.error().detail);
            } else {
                hook->answer("error: the commands are dump, shot FILE and quit");
            }
        }
        const auto due = scene.due_in_ms();
        SDL_Event event;
        const bool came =
            (due ? SDL_WaitEventTimeout(
                       &event, static_cast<int>(std::clamp<std::int64_t>(*due, 0, longest_wait_ms)))
                 : SDL_WaitEvent(&event)) != 0;
        if (!came) parts.dirty = true;  // the time has come
        for (bool more = came; more; more = SDL_PollEvent(&event) != 0) parts.take(scene, event);
    }
}

void Window::wake() {
    // One is enough, however many threads have news.
    if (parts_->wake_waits.exchange(true)) return;
    SDL_Event event{};
    event.type = parts_->wake_event;
    SDL_PushEvent(&event);
}

void Window::Parts::measure() {
    int width = 0, height = 0;
    SDL_GetWindowSize(window.get(), &width, &height);
    SDL_GL_GetDrawableSize(window.get(), &width_px, &height_px);
    pixels_per_unit = static_cast<float>(width_px) / static_cast<float>(std::max(1, width));
    stage->resize(width_px, height_px);
}

void Window::Parts::show(Scene& scene) {
    dirty = false;
    stage->frame(scene);
    graphics->draw(width_px, height_px);
    SDL_GL_SwapWindow(window.get());
    stage->set_shown();
}

void Window::Parts::input(Scene& scene, const InputEvent& event) {
    stage->input(scene, event);
    dirty = true;
}

void Window::Parts::take(Scene& scene, const SDL_Event& event) {
    if (event.type == wake_event) {
        wake_waits = false;
        dirty = true;
        return;
    }
    switch (event.type) {
        case SDL_QUIT:
            closed = true;
            return;
        case SDL_WINDOWEVENT:
            return take_window_event(scene, event.window);
        case SDL_MOUSEMOTION:
            SDL_ShowCursor(SDL_ENABLE);
            return input(scene, PointerMoved{pixels(event.motion.x, event.motion.y)});
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            if (event.button.button != SDL_BUTTON_LEFT) return;
            return input(scene, PointerButton{pixels(event.button.x, event.button.y),
                                              event.type == SDL_MOUSEBUTTONDOWN});
        case SDL_FINGERDOWN:
        case SDL_FINGERUP:
        case SDL_FINGERMOTION:
            return take_finger(scene, event.tfinger, event.type);
        case SDL_KEYDOWN:
            if (const auto key = key_of(event.key))
                input(scene, KeyPressed{*key, event.key.repeat != 0});
            return;
        case SDL_TEXTINPUT:
            return input(scene, TextTyped{event.text.text});
        default:
            return;
    }
}

void Window::Parts::take_window_event(Scene& scene, const SDL_WindowEvent& event) {
    switch (event.event) {
        case SDL_WINDOWEVENT_CLOSE:
            closed = !full_screen;
            return;
        case SDL_WINDOWEVENT_SIZE_CHANGED:
            measure();
            break;
        case SDL_WINDOWEVENT_SHOWN:
        case SDL_WINDOWEVENT_EXPOSED:
            break;
        case SDL_WINDOWEVENT_FOCUS_LOST:
            return input(scene, PointerLost{});
        default:
            return;
    }
    dirty = true;
}

void Window::Parts::take_finger(Scene& scene, const SDL_TouchFingerEvent& event, Uint32 type) {
    SDL_ShowCursor(SDL_DISABLE);
    const Point at{event.x * static_cast<float>(width_px), event.y * static_cast<float>(height_px)};
    if (type == SDL_FINGERMOTION) return input(scene, FingerMoved{event.fingerId, at});
    const bool down = type == SDL_FINGERDOWN;
    // Alone on the panel, it is the first, whatever became of an earlier one.
    if (down && SDL_GetNumTouchFingers(event.touchId) <= 1) input(scene, PointerLost{});
    input(scene, FingerTouch{event.fingerId, at, down});
}

Result<Done> Window::save_picture(const std::filesystem::path& path) {
    Parts& parts = *parts_;
    const auto rows = parts.graphics->picture(parts.width_px, parts.height_px);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(parts.width_px);
    image.height = static_cast<png_uint_32>(parts.height_px);
    image.format = PNG_FORMAT_RGB;
    // A negative stride: OpenGL counts rows from below.
    if (png_image_write_to_file(&image, path.c_str(), 0, rows.data(), -parts.width_px * 3,
                                nullptr) == 0)
        return Error{Fault::storage, "the picture " + path.string() +
                                         " was not written: " + std::string(image.message)};
    return Done{};
}

}  // namespace placet::terminal
