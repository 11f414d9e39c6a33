// name_choice.h: a board of names on which one delegation is chosen: found by letter, by typing or
// by leafing.
#pragma once

#include "terminal/phrases.h"
#include "terminal/screens/name_filter.h"

#include <optional>

namespace placet::terminal {

struct NameChoice {
    std::vector<NamedState> states = {};
    std::string letters = {};
    std::string all = {}, back = {}, more = {};
};

/// Of the participating States, in the order of the roll.
NameChoice view_name_choice(const ledger::Conference& conference, const Phrases& phrases);

/// The letters above, as many names below as `r` has room for; the pager stands in `pages`. Returns
/// the delegation that was pressed. Ids: `id`.BRA, `id`.all, `id`.letter.B, `id`.page.more. Changes
/// the filter.
std::optional<ledger::ParticipantId> draw_name_choice(Canvas& canvas, const R& r, const R& pages,
                                                      const NameChoice& choice, std::string_view id,
                                                      bool enabled, NameFilter& filter);

}  // namespace placet::terminal
