// why_card.h: why a decision came out as it did: each test with what was needed, what was received,
// by how much, and the rule that asks for it.
#pragma once

#include "ledger/procedure/conference.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"

#include <string>
#include <vector>

namespace placet::terminal {

struct WhyLine {
    std::string name = {};        // "Two thirds of those present and voting"
    std::string arithmetic = {};  // "83 needed, 103 received, 20 more than needed"
    std::string rule = {};        // "Rule: Substance in plenary"
    bool met = false;

    friend bool operator==(const WhyLine&, const WhyLine&) = default;
};

/// Of a vote its clauses; of a decision without one, who was present, the silence and the
/// objections. Empty if the decision is neither.
std::vector<WhyLine> why_of(const ledger::Conference& conference, const Phrases& phrases,
                            const ledger::Decision& decision);

void draw_why_card(Canvas& canvas, const R& r, std::string_view title,
                   const std::vector<WhyLine>& lines);

}  // namespace placet::terminal
