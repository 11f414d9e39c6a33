// canvas.h: what a screen draws on, for one frame: layout, colours, text, items and typed keys.
//
// All lengths are dp and x counts from the start edge (layout.h). Nothing here knows SDL or GL.
#pragma once

#include "terminal/items.h"
#include "terminal/layout.h"
#include "terminal/theme.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace placet::terminal {

class Shadow;
class TextLayer;
struct ShapedLine;

inline constexpr char escape_key = 0x1b;
/// F1 to F6: no scanner types them, so that they may press though a badge is read.
constexpr char function_key(int n) { return static_cast<char>(n); }

/// Corners that are rounded, by edge.
enum class Round { all, start, end, none };

/// What an item is and how it may be reached.
struct ItemSpec {
    std::string_view id = {};
    std::string_view label = {};
    ItemRole role = ItemRole::button;
    bool enabled = true;
    bool on = false;
    char shortcut = 0;  // a typed character, escape_key or a function_key that presses it
    std::string_view reason = {};  // why it is not enabled
};

/// What happens to an item in this frame. Pressed means: pressed and released on it, or by a key.
struct Press {
    bool pressed = false, held = false, hovered = false, focused = false;
};

/// What was typed since the last frame, and who wants to have it.
struct Typed {
    std::string text = {};
    bool enter = false;         // given to the listener only when it holds text
    char shortcut = 0;          // a key that is no character
    int erased = 0;             // backspaces
    bool for_listener = false;  // a widget listened in the last frame: characters are for it
    bool listening = false;     // a widget listens in this frame
    bool holds_text = false;    // and holds characters
    bool takes_spaces = false;  // and takes spaces, so that the space bar presses nothing
};

/// The characters a listening widget takes; all others are dropped. Digits and printable characters
/// are those of ASCII; words are letters of any script with single spaces (text/typed_words.h).
enum class Accept { digits, printable, words };

class Canvas {
public:
    /// What a frame is drawn with; all of it outlives the canvas.
    struct Parts {
        ImDrawList& list;
        const Layout& layout;
        const Theme& theme;
        TextLayer& text;
        Shadow& shadow;
        Items& items;
        Typed& typed;
    };
    explicit Canvas(const Parts& parts) : parts_(parts) {}

    const Layout& layout() const { return parts_.layout; }
    const Theme& theme() const { return parts_.theme; }

    // ---- shapes
    void fill(const R& r, Color color, float radius = 0, Round round = Round::all);
    /// A line of `width` just inside the rectangle.
    void outline(const R& r, Color color, float width, float radius = 0);
    /// A soft shadow around, none under, the rectangle: `opacity` 0 to 1, moved down by `below`.
    void shadow(const R& r, float below = 6, float opacity = 0.16F);
    void disc(float x, float y, float radius, Color color);
    /// Part of a ring, from `from` to `to` (0 is twelve o'clock, 1 once round, clockwise in every
    /// language), with round ends.
    void arc(float x, float y, float radius, float from, float to, float width, Color color);
    /// A stroke with round joins and ends; the points count from the middle (x, y) in units of
    /// `unit` dp and are not mirrored: a tick is a tick in every language.
    void stroke(float x, float y, float unit, std::span<const Point> points, float width,
                Color color);

    // ---- text
    /// One line, vertically centred. Too long, it shrinks to 72 % at most and is then cut with an
    /// ellipsis, which `ellipsized` counts. Returns the width drawn.
    float text(const R& r, std::string_view words, TextStyle style, Color color,
               Align align = Align::start);
    /// A name in the middle of the height: in one line, or in two smaller ones where one would
    /// have to shrink much.
    void label(const R& r, std::string_view words, TextStyle style, Color color,
               Align align = Align::start);
    float text_width(std::string_view words, TextStyle style);
    /// Lines of at most `width`, as even as the words allow.
    std::vector<std::string> lines(std::string_view words, TextStyle style, float width);
    /// From the top of `r`, at most as many lines of `line_height` as fit into it; a text that
    /// needs more shrinks, then is cut with an ellipsis. Returns the height used.
    float text_block(const R& r, std::string_view words, TextStyle style, float line_height,
                     Color color, Align align = Align::start);
    float block_height(std::string_view words, TextStyle style, float line_height, float width);
    /// How many texts were cut in this frame: none, on a good screen.
    int ellipsized() const { return ellipsized_; }

    // ---- items and keys
    Press item(const ItemSpec& spec, const R& r);
    /// What is drawn from now on lies behind something else: it is seen and cannot be pressed.
    void set_behind(bool behind) { behind_ = behind; }
    /// The ring around a focused item.
    void focus_ring(const R& r, float radius);
    /// What is drawn from now on is about this: the State that is called, say. A press that was
    /// meant for the same place while it was about something else presses nothing.
    void set_subject(std::string subject) { subject_ = std::move(subject); }
    /// For the one widget of a screen that takes what is typed wherever the focus is: changes
    /// `content`, at most to `most` characters. True when Enter ended a content.
    bool listen(std::string& content, Accept accept, std::size_t most);
    /// The same for a badge, where digits may be typed too: what begins with a digit goes to
    /// `digits`, at most `most`; everything else is a badge. True when Enter ended a badge.
    bool listen_for_digits_or_badge(std::string& digits, std::size_t most, std::string& badge);

    /// For widgets whose shapes are not above. Pixels.
    ImDrawList& list() { return parts_.list; }

private:
    void draw_line(const Box& box, const ShapedLine& line, Color color, Align align);
    bool take_shortcut(char shortcut);

    Parts parts_;
    int ellipsized_ = 0;
    bool behind_ = false;
    std::string subject_ = {};
};

}  // namespace placet::terminal
