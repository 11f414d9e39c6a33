// panels.h: what is read and not pressed. All words arrive finished, in the person's language.
#pragma once

#include "terminal/canvas.h"
#include "terminal/qr_code.h"
#include "terminal/signs.h"

namespace placet::terminal {

/// A surface with a shadow; in high contrast, with an outline.
void card(Canvas& canvas, const R& r, float radius = size::card_radius);
/// A card whose start edge has a colour.
void marked_card(Canvas& canvas, const R& r, Color mark, float radius = size::card_radius);
/// A thin line inside a card.
void divider(Canvas& canvas, const R& r);

/// A pill as wide as its words, `size::chip` high. Returns the width.
float chip(Canvas& canvas, float x, float y, std::string_view words, const Tone& tone,
           bool dot = false);

/// Bar along the top: whose terminal, which meeting, and in how good a state. 112 dp high.
struct Header {
    std::string_view title = {};
    std::string_view subtitle = {};
    std::string_view health = {};  // a dot and words at the end edge; empty for none
    State state = State::good;
    float reserved = 0;  // dp left free at the end edge, for controls the screen puts there
};
inline constexpr float header_height = 112;
void header(Canvas& canvas, const Header& words);

/// A line at the bottom that nobody can overlook: this is a rehearsal. 32 dp high.
inline constexpr float banner_height = 32;
void rehearsal_banner(Canvas& canvas, std::string_view words);

/// A dot and words: "Connected", "Second copy missing".
void state_line(Canvas& canvas, const R& r, State state, std::string_view words);

/// From empty (0) to full (1).
void progress_bar(Canvas& canvas, const R& r, float part);
/// A card of one count, 108 dp high: colour bar, sign, word, and the number below it.
void tally_card(Canvas& canvas, const R& r, Sign sign, std::string_view word, int count);

/// The ring of a countdown; `left` is 1 at the start and 0 at the end.
void timer_ring(Canvas& canvas, const R& r, float left, std::string_view clock,
                std::string_view caption);

/// Black on white with its quiet zone, in whole pixels per module, in the middle of `r`. Returns
/// the pixels per module; draws nothing and returns 0 where less than 2 would fit.
int qr_code(Canvas& canvas, const R& r, const QrCode& code);

/// A name and an answer on the board. Not pressed. A name that may be in another script than the
/// language of the screen is given as isolated_text (text/code_points.h).
struct BoardCell {
    std::string_view name = {};
    Sign sign = Sign::not_voting;
    bool faint = false;  // absent, or not yet known
};
/// Filled column by column: the order of the roll reads downwards.
void board(Canvas& canvas, const R& r, int columns, int rows, std::span<const BoardCell> cells);

/// The n-th cell of a grid, filled row by row from the start edge.
R grid_cell(const R& whole, int columns, int rows, int n, float gap = 12);
/// The same, filled column by column.
R column_cell(const R& whole, int columns, int rows, int n, float gap_x = 8, float gap_y = 5);

}  // namespace placet::terminal
