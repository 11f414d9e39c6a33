// A small program in a real window: two buttons that count, a field that listens, a QR code, and a
// language to change. window_test.cpp uses it from outside.
#include "terminal/backend_sdl.h"
#include "terminal/panels.h"
#include "terminal/test_hook.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

using namespace placet::terminal;

namespace {

class TwoButtons : public Scene {
public:
    Appearance appearance() const override { return look_; }
    void poll() override {}
    std::optional<std::int64_t> due_in_ms() const override { return std::nullopt; }

    void draw(Canvas& canvas) override {
        header(canvas, {.title = "Two buttons", .subtitle = look_.language});
        const R row{32, 150, 1856, 200};
        if (button(canvas, column(row, 3, 0), {.id = "a", .label = fmt::format("{}", a_)})) ++a_;
        if (button(canvas, column(row, 3, 1), {.id = "b", .label = fmt::format("{}", b_)})) ++b_;
        if (button(canvas, column(row, 3, 2), {.id = "language", .label = look_.language}))
            look_.language = look_.language == "en" ? "ar" : "en";
        if (badge_field(canvas, {32, 400, 900, 100}, {.prompt = scanned_}, typed_))
            scanned_ = std::exchange(typed_, {});
        qr_code(canvas, {1200, 400, 600, 600}, code_);
    }

    void show_code(QrCode code) { code_ = std::move(code); }

private:
    Appearance look_;
    int a_ = 0, b_ = 0;
    std::string typed_, scanned_ = "-";
    QrCode code_;
};

int fail(const placet::Error& error) {
    std::fprintf(stderr, "%s\n", error.detail.c_str());
    return EXIT_FAILURE;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return EXIT_FAILURE;  // width, height, what the QR code says
    const auto window = Window::open(
        {.title = "test", .width = std::atoi(arguments[1]), .height = std::atoi(arguments[2])});
    if (!window) return fail(window.error());
    const auto hook = TestHook::open(true, STDIN_FILENO, STDOUT_FILENO, [&] { (*window)->wake(); });
    if (!hook) return fail(hook.error());
    auto code = encode_qr(arguments[3]);
    if (!code) return fail(code.error());
    TwoButtons scene;
    scene.show_code(*std::move(code));
    (*window)->run(scene, hook->get());
    return EXIT_SUCCESS;
}
