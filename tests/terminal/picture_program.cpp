// Every screen as a picture, in a real window, for human eyes: FOLDER WIDTH HEIGHT
// [CATALOGUE [BEGINNING]]. An empty catalogue is English; of pictures whose names do not begin so,
// none is made.
#include "terminal/backend_sdl.h"
#include "terminal/navigation.h"
#include "terminal/test_hook.h"
#include "tests/support/drawn_floor.h"
#include "tests/support/headless_ui.h"

#include <fcntl.h>
#include <unistd.h>
#include <cstdio>
#include <cstdlib>

using namespace placet::terminal;
using placet::tests::all_drawn_states;

namespace {

class OneState : public Scene {
public:
    OneState(AppState state, Navigation navigation)
        : state_(std::move(state)), navigation_(std::move(navigation)) {}
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

struct Picture {
    std::filesystem::path file = {};
    int width = 0, height = 0;
};

/// The scene as a person sees it first, in a file.
placet::Result<placet::Done> draw(OneState scene, const Picture& picture, int answers) {
    const auto window = Window::open(
        {.title = picture.file.stem(), .width = picture.width, .height = picture.height});
    if (!window) return window.error();
    int commands[2];
    const placet::Error no_pipe{placet::Fault::storage, "No pipe could be made."};
    if (::pipe2(commands, O_CLOEXEC) != 0) return no_pipe;
    const auto script = "shot " + picture.file.string() + "\nquit\n";
    if (::write(commands[1], script.data(), script.size()) < 0) return no_pipe;
    const auto hook = TestHook::open(true, commands[0], answers, [&] { (*window)->wake(); });
    if (!hook) return hook.error();
    (*window)->run(scene, hook->get());
    ::close(commands[1]);
    return placet::Done{};
}

/// The page that is reached by pressing on the screen of a state.
Navigation pressed(const std::vector<std::string>& ids, const AppState& state,
                   const Phrases& phrases) {
    Navigation navigation(phrases);
    placet::tests::HeadlessUi ui(
        [&](Canvas& canvas) { static_cast<void>(navigation.draw(canvas, state)); },
        {.language = phrases.language()});
    for (const auto& id : ids) ui.press(id);
    return navigation;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return EXIT_FAILURE;
    const std::filesystem::path folder = arguments[1];
    Phrases phrases;
    if (count > 4 && *arguments[4] != 0) {
        auto loaded = Phrases::load(arguments[4]);
        if (!loaded) return fail(loaded.error());
        phrases = *std::move(loaded);
    }
    const int answers = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    const auto picture = [&](const std::string& name) {
        return Picture{folder / (name + ".png"), std::atoi(arguments[2]), std::atoi(arguments[3])};
    };
    const std::string beginning = count > 5 ? arguments[5] : "";
    const auto wanted = [&](const std::string& name) { return name.starts_with(beginning); };
    for (auto& [name, state] : all_drawn_states()) {
        if (!wanted(name)) continue;
        if (const auto drawn = draw({state, Navigation(phrases)}, picture(name), answers); !drawn)
            return fail(drawn.error());
    }
    for (const auto& page : placet::tests::pressed_pages())
        for (auto& [name, state] : all_drawn_states()) {
            if (name != page.state || !wanted(page.name)) continue;
            if (const auto drawn = draw({state, pressed(page.pressed, state, phrases)},
                                        picture(page.name), answers);
                !drawn)
                return fail(drawn.error());
        }
    return EXIT_SUCCESS;
}
