// placement_screen.h: a unit of the convention gets another number or place, or a new one is added
// after it, or split from it.
//
// Ids: placement.way.{move,add,split}, placement.number, placement.after.article-2,
// placement.page, placement.text.NAME, placement.record, placement.cancel.
#pragma once

#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/text_choice.h"

#include <array>

namespace placet::terminal {

enum class Placement { move, add, split };

struct PlacementView {
    static constexpr std::size_t units_per_page = 20;

    std::shared_ptr<const ledger::Conference> conference = {};
    ledger::TextUnitId about = {};
    ledger::TextUnitId before = {};  // the unit after which it stands now; empty if it is the first
    std::string title = {};
    std::array<std::string, 3> ways = {};
    std::array<std::string, 3> refusals = {};  // whatever is typed; empty if it may be recorded
    std::vector<std::pair<ledger::TextUnitId, std::string>> units = {};  // to stand after; "" first
    std::vector<std::string> pages = {};
    TextChoice texts = {};
    std::string after_caption = {}, number_caption = {}, number_prompt = {};
    std::string number_too_long = {};
    std::string back = {}, more = {}, cancel = {}, record = {};
    std::string number_first = {}, text_first = {}, nothing_changes = {};
};

struct PlacementDraft {
    Placement way = Placement::move;
    std::string typed = {};                        // "5 bis: General obligations"
    std::optional<ledger::TextUnitId> after = {};  // chosen
    std::string text = {};                         // the name of the chosen one
    std::size_t page = 0, text_page = 0;
};

/// Requires that the screen was opened for a unit.
PlacementView view_placement(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_placement(Canvas& canvas, const PlacementView& view,
                                                   PlacementDraft& draft);

}  // namespace placet::terminal
