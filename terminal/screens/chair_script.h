// chair_script.h: what the presiding officer says at this moment, on a quiet card.
#pragma once

#include "ledger/procedure/script.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"

#include <string>
#include <vector>

namespace placet::terminal {

struct ChairScript {
    std::string caption = {};  // "The chair says"
    std::string words = {};    // whole sentences; empty where nothing is said
};

/// In the language of the screen.
ChairScript view_chair_script(const ledger::Conference& conference, const Phrases& phrases);

/// Nothing where nothing is said.
void draw_chair_script(Canvas& canvas, const R& r, const ChairScript& script);
/// The same without a card, as a caption and words inside another one. Returns the height used.
float draw_chair_words(Canvas& canvas, const R& r, const ChairScript& script);

}  // namespace placet::terminal
