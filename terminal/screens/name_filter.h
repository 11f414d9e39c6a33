// name_filter.h: finds one of many names: by its first letter, by typing a part of it, by leafing.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"

#include <span>

namespace placet::terminal {

struct NamedState {
    ledger::ParticipantId id = {};
    std::string name = {}, board = {};
    std::string search = {};  // name and board name in small letters
    char letter = 0;          // of the name, by which the roll is ordered
};

/// The participating States, in the order of the roll.
std::vector<NamedState> named_states(const ledger::Conference& conference);
/// With which names begin, in order.
std::string first_letters(std::span<const NamedState> states);

struct NameFilter {
    char letter = 0;         // only names with it; 0: all
    std::string typed = {};  // only names with it
    std::size_t page = 0;
};

/// The states that the filter lets through, by their place.
std::vector<std::size_t> shown_names(std::span<const NamedState> states, const NameFilter& filter);

/// The name, where two lines of this width hold it; else the board name.
std::string readable_name(Canvas& canvas, const NamedState& state, float width);

/// Takes what is typed, and a row of letters to press: `id`.all, `id`.letter.X.
void draw_name_filter(Canvas& canvas, const R& r, std::string_view id, std::string_view letters,
                      std::string_view all, NameFilter& filter);

/// "2 / 5" and the buttons to leaf, or what was typed. Ids: `id`.page.back, `id`.page.more. The
/// page stays within the pages.
void draw_name_pager(Canvas& canvas, const R& r, std::string_view id, std::string_view back,
                     std::string_view more, std::size_t pages, NameFilter& filter);

}  // namespace placet::terminal
