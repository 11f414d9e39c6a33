// A real window on a virtual display, real clicks and keys, and pictures of what it shows.
#include "tests/support/shown_window.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>

using namespace placet::tests;

namespace {

const std::string payload =
    "cah.example/desk\n213\nQ2hlY2twb2ludCBvZiB0d28gaHVuZHJlZCBhbmQgdGhpcnRlZW4gZW50cmllcw==\n";

struct Shown {
    VirtualDisplay display;
    ShownWindow window;
    explicit Shown(int width = 1280, int height = 720)
        : display(width, height),
          window(display, {PLACET_BINARY_DIR "/window_program", std::to_string(width),
                           std::to_string(height), payload}) {
        window.until_shown("a");
    }
    std::string label(const std::string& id) { return window.item(id).at("label"); }
    void until_label(const std::string& id, const std::string& expected) {
        window.until(id + " says " + expected, [&] { return label(id) == expected; });
    }
};

}  // namespace

TEST_CASE("twenty real clicks on A count for A though the pointer goes on to B",
          "[terminal][window]") {
    Shown shown;
    shown.window.xdotool(
        {"mousemove", "@a", "click", "--repeat", "20", "--delay", "0", "1", "mousemove", "@b"});
    shown.until_label("a", "20");
    CHECK(shown.label("b") == "0");
    shown.window.click("b");
    shown.until_label("b", "1");
    CHECK(shown.label("a") == "20");
    CHECK(shown.window.quit() == 0);
}

TEST_CASE("a real press that slides off counts for nobody", "[terminal][window]") {
    Shown shown;
    shown.window.xdotool({"mousemove", "@a", "mousedown", "1", "mousemove", "@b", "mouseup", "1"});
    shown.window.click("b");
    shown.until_label("b", "1");
    CHECK(shown.label("a") == "0");
}

TEST_CASE("a real keyboard alone is enough, and a scanner types like one", "[terminal][window]") {
    Shown shown;
    shown.window.key("Tab");
    shown.window.key("space");
    shown.until_label("a", "1");
    shown.window.type("PLACET-37Q");
    shown.window.key("Return");
    shown.until_label("badge", "PLACET-37Q");
    CHECK(shown.label("a") == "1");
    CHECK(shown.label("b") == "0");
}

TEST_CASE("a window changes sides with its language and is still pressed by id",
          "[terminal][window]") {
    Shown shown;
    const auto left = [&](const std::string& id) {
        return shown.window.item(id).at("rect").at(0).get<double>();
    };
    CHECK(left("a") < left("b"));
    shown.window.click("language");
    shown.until_label("language", "ar");
    CHECK(left("a") > left("b"));
    shown.window.click("a");
    shown.until_label("a", "1");
}

TEST_CASE("a scanner reads the QR code from a picture of the window", "[terminal][window]") {
    Shown shown;
    const TempFolder folder;
    const std::string picture = (folder / "window.png").string();
    shown.window.save_picture(picture);
    CHECK(output_of({"zbarimg", "--raw", "--quiet", "--nodbus", picture}) == payload + "\n");
    // Half as large, as a photograph from further away would have it.
    const std::string smaller = (folder / "smaller.png").string();
    output_of({"convert", picture, "-resize", "50%", smaller});
    CHECK(output_of({"zbarimg", "--raw", "--quiet", "--nodbus", smaller}) == payload + "\n");
}

TEST_CASE("the picture that is saved is the one on the display", "[terminal][window]") {
    Shown shown;
    const TempFolder folder;
    const std::string saved = (folder / "saved.png").string();
    const std::string seen = (folder / "seen.png").string();
    shown.window.save_picture(saved);
    output_of({"import", "-window", "root", seen}, {shown.display.variable()});
    // ImageMagick says how many pixels differ, and means an error if any does.
    CHECK(output_of({"sh", "-c", "compare -metric AE " + saved + " " + seen + " null: 2>&1"}) ==
          "0");
}

TEST_CASE("a command that the hook does not know, and a picture that cannot be written, are said",
          "[terminal][window]") {
    Shown shown;
    shown.window.program().write("vote yes\n");
    CHECK(shown.window.program().line().starts_with("error: the commands are"));
    shown.window.program().write("shot /nowhere/picture.png\n");
    CHECK(shown.window.program().line().starts_with("error: the picture /nowhere/picture.png"));
    CHECK(shown.label("a") == "0");
}

TEST_CASE("a small machine with OpenGL 3.0 shows the same", "[terminal][window]") {
    const VirtualDisplay display(1280, 720);
    // Mesa offers no more than it is told to.
    ShownWindow window(display, {"env", "MESA_GL_VERSION_OVERRIDE=3.0",
                                 PLACET_BINARY_DIR "/window_program", "1280", "720", payload});
    window.click("a");
    window.until("a counts", [&] { return window.item("a").at("label") == "1"; });
    const TempFolder folder;
    const std::string picture = (folder / "window.png").string();
    window.save_picture(picture);
    CHECK(output_of({"zbarimg", "--raw", "--quiet", "--nodbus", picture}) == payload + "\n");
}

TEST_CASE("a terminal that cannot show anything says why and what to do", "[terminal][window]") {
    const auto says = [](const std::string& environment) {
        return output_of({"sh", "-c",
                          environment + " '" PLACET_BINARY_DIR
                                        "/window_program' 640 480 x 2>&1 </dev/null; test $? = 1"});
    };
    CHECK(says("SDL_VIDEODRIVER=x11 DISPLAY=").find("is DISPLAY or WAYLAND_DISPLAY set?") !=
          std::string::npos);
    const VirtualDisplay display(640, 480);
    CHECK(says("MESA_GL_VERSION_OVERRIDE=2.1 " + display.variable())
              .find("is libgl1-mesa-dri installed?") != std::string::npos);
}
