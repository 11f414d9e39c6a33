// widgets.h: what a person presses or types into. Each returns what was done in this frame; none
// keeps a state of its own. All words arrive finished, in the person's language; ids never change
// with it. No target is smaller than size::target.
#pragma once

#include "terminal/canvas.h"
#include "terminal/signs.h"

#include <optional>

namespace placet::terminal {

enum class ButtonKind { secondary, primary, danger };

struct Button {
    std::string_view id = {};
    std::string_view label = {};
    ButtonKind kind = ButtonKind::secondary;
    bool enabled = true;
    std::string_view reason = {};  // why it cannot be pressed now: shown under the label
    char shortcut = 0;
};
/// True when pressed.
bool button(Canvas& canvas, const R& r, const Button& what);

/// One of several to choose from: an article, a person, a delegation.
struct Tile {
    std::string_view id = {};
    std::string_view label = {};
    std::string_view detail = {};  // a second, quieter line
    bool on = false;
    bool enabled = true;
    ItemRole role = ItemRole::radio;
    std::optional<State> state = {};  // a sign at the end edge
};
bool tile(Canvas& canvas, const R& r, const Tile& what);

/// A delegation that can be marked: present or not.
struct Toggle {
    std::string_view id = {};
    std::string_view label = {};
    std::string_view word = {};  // the state in a word: "present", "absent"
    bool on = false;
    bool enabled = true;
};
bool toggle(Canvas& canvas, const R& r, const Toggle& what);

/// An answer: shape, sign, colour and word.
struct VoteTile {
    std::string_view id = {};
    std::string_view label = {};
    Sign sign = Sign::yes;
    bool on = false;
    std::string_view on_word = {};  // "Selected": a tick on a chosen "No" would contradict it
    bool enabled = true;
    char shortcut = 0;
};
bool vote_tile(Canvas& canvas, const R& r, const VoteTile& what);

struct Segment {
    std::string_view id = {};
    std::string_view label = {};
};
/// Exactly one is on. Returns the one that was pressed, though it be the one that is on.
std::optional<std::size_t> segmented(Canvas& canvas, const R& r, std::span<const Segment> segments,
                                     std::size_t on);

/// The keys of a number, in the order of a telephone in every language. Ids: `id`.0 to `id`.9,
/// `id`.erase, `id`.enter.
struct NumberPad {
    std::string_view id = {};
    std::string_view erase = {}, enter = {};
    bool enabled = true;
    std::size_t least = 1, most = 3;  // digits
};
/// Changes `digits`, which the caller shows; true when they are to be used.
bool number_pad(Canvas& canvas, const R& r, const NumberPad& what, std::string& digits);

/// Digits by touch or by keyboard, shown as dots, kept in the order of a telephone in every
/// language. Ids: pin.0 to pin.9, pin.erase, pin.enter.
struct PinPad {
    std::string_view label = {};  // above the dots
    std::string_view erase = {}, enter = {};
    bool enabled = true;
    std::size_t least = 4, most = 12;  // digits
};
inline constexpr float pin_pad_width = 420, pin_pad_height = 560;
/// Changes `digits`; true when they are to be used. The caller wipes them.
bool pin_pad(Canvas& canvas, const R& r, const PinPad& what, std::string& digits);

/// Takes what a scanner or a keyboard types, wherever the focus is, and shows it as dots. Nothing
/// can be pasted into it.
struct BadgeField {
    std::string_view id = "badge";
    std::string_view prompt = {};  // while empty
    bool enabled = true;
    std::size_t most = 256;  // bytes; further ones are dropped
};
/// Changes `typed`; true when Enter ended it. The caller wipes it.
bool badge_field(Canvas& canvas, const R& r, const BadgeField& what, std::string& typed);

/// Takes words from the keyboard, wherever the focus is, and shows them.
struct TextField {
    std::string_view id = {};
    std::string_view prompt = {};  // while empty
    bool enabled = true;
    std::size_t most = 120;  // characters; further ones are dropped
};
/// Changes `typed`.
void text_field(Canvas& canvas, const R& r, const TextField& what, std::string& typed);

/// Leafs through a list; no scroll bars. Ids: `id`.back and `id`.more.
struct Pager {
    std::string_view id = {};
    std::string_view back = {}, more = {};
    std::string_view position = {};  // "2 of 5"
};
inline constexpr float pager_height = size::target;
/// Changes `page`, which stays below `pages`. Draws nothing where one page is enough.
void pager(Canvas& canvas, const R& r, const Pager& what, std::size_t pages, std::size_t& page);

/// What happened, what is safe, what to do now.
struct NoticePanel {
    std::string_view what = {}, safe = {}, now = {};
    std::string_view safe_label = {}, now_label = {};  // small headings
    std::string_view dismiss = {};                     // empty: it stays. Id: notice.dismiss
    State state = State::watch;
};
/// In the middle of the screen, over what was drawn with Canvas::set_behind. True when dismissed.
bool notice_panel(Canvas& canvas, const NoticePanel& what);

}  // namespace placet::terminal
