// Every screen as a picture, in a real window, for human eyes: FOLDER WIDTH HEIGHT [CATALOGUE].
#include "terminal/backend_sdl.h"
#include "terminal/navigation.h"
#include "terminal/test_hook.h"
#include "tests/support/drawn_states.h"

#include <fcntl.h>
#include <unistd.h>
#include <cstdio>
#include <cstdlib>

using namespace placet::terminal;
using placet::tests::all_drawn_states;

namespace {

class OneState : public Scene {
public:
    OneState(AppState state, const Phrases& phrases)
        : state_(std::move(state)), navigation_(phrases) {}
    Appearance appearance() const override {
        return {.language = navigation_.phrases().language()};
    }
    void poll() override {}
    std::optional<std::int64_t> due_in_ms() const override { return std::nullopt; }
    void draw(Canvas& canvas) override { asked_ = navigation_.draw(canvas, state_); }

private:
    AppState state_;
    Navigation navigation_;
    std::optional<Intent> asked_;
};

int fail(const placet::Error& error) {
    std::fprintf(stderr, "%s\n", error.detail.c_str());
    return EXIT_FAILURE;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return EXIT_FAILURE;
    const std::filesystem::path folder = arguments[1];
    Phrases phrases;
    if (count > 4) {
        auto loaded = Phrases::load(arguments[4]);
        if (!loaded) return fail(loaded.error());
        phrases = *std::move(loaded);
    }
    const int answers = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    for (auto& [name, state] : all_drawn_states()) {
        const auto window = Window::open(
            {.title = name, .width = std::atoi(arguments[2]), .height = std::atoi(arguments[3])});
        if (!window) return fail(window.error());
        int commands[2];
        if (::pipe2(commands, O_CLOEXEC) != 0) return EXIT_FAILURE;
        const auto script = "shot " + (folder / (name + ".png")).string() + "\nquit\n";
        if (::write(commands[1], script.data(), script.size()) < 0) return EXIT_FAILURE;
        const auto hook = TestHook::open(true, commands[0], answers, [&] { (*window)->wake(); });
        if (!hook) return fail(hook.error());
        OneState scene(std::move(state), phrases);
        (*window)->run(scene, hook->get());
        ::close(commands[1]);
    }
    return EXIT_SUCCESS;
}
