// signs.h: the marks of the answers. Each has a shape, a sign and a colour, and stands beside its
// word: no one of them carries the meaning alone.
#pragma once

#include "terminal/canvas.h"

namespace placet::terminal {

enum class Sign { yes, no, abstain, not_voting };

/// The colours of an answer; those who do not vote have the quiet inks of the theme.
Tone tone_of(const Theme& theme, Sign sign);

/// Circle with tick, square with cross, diamond with bar, or an empty ring.
void draw_sign(Canvas& canvas, float x, float y, float radius, Sign sign, Color fill, Color ink);
/// In the solid colour of the answer.
void draw_sign(Canvas& canvas, float x, float y, float radius, Sign sign);

/// The mark of Placet: a ballot box. No tick (a bias) and no emblem of the United Nations, whose
/// use is restricted.
void draw_mark(Canvas& canvas, const R& r);

/// A sign of state beside words: good, to be watched, wrong, not known.
enum class State { good, watch, wrong, unknown };
Tone tone_of(const Theme& theme, State state);
void draw_state(Canvas& canvas, float x, float y, float radius, State state);

}  // namespace placet::terminal
