#include "terminal/screens/name_choice.h"

#include "terminal/panels.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int columns = 7;
constexpr float letters_height = size::target, cell_gap = 8, below_letters = 20;

}  // namespace

NameChoice view_name_choice(const Conference& conference, const Phrases& phrases) {
    NameChoice choice{.states = named_states(conference),
                      .all = phrases("All"),
                      .back = phrases("Back"),
                      .more = phrases("More")};
    choice.letters = first_letters(choice.states);
    return choice;
}

std::optional<ParticipantId> draw_name_choice(Canvas& canvas, const R& r, const R& pages,
                                              const NameChoice& choice, std::string_view id,
                                              bool enabled, NameFilter& filter) {
    draw_name_filter(canvas, {r.x, r.y, r.w, letters_height}, id, choice.letters, choice.all,
                     filter);
    const R names{r.x, r.y + letters_height + below_letters, r.w,
                  r.h - letters_height - below_letters};
    const int rows =
        std::max(1, static_cast<int>((names.h + cell_gap) / (size::target + cell_gap)));
    const auto per_page = static_cast<std::size_t>(columns * rows);
    const auto shown = shown_names(choice.states, filter);
    const auto count = std::max<std::size_t>(1, (shown.size() + per_page - 1) / per_page);
    filter.page = std::min(filter.page, count - 1);
    std::optional<ParticipantId> chosen;
    const auto from = filter.page * per_page;
    for (std::size_t n = from; n < std::min(from + per_page, shown.size()); ++n) {
        const auto& state = choice.states[shown[n]];
        const auto item = fmt::format("{}.{}", id, state.id);
        const R cell =
            column_cell(names, columns, rows, static_cast<int>(n - from), cell_gap, cell_gap);
        if (tile(canvas, cell,
                 {.id = item,
                  .label = readable_name(canvas, state, cell.w - 48),
                  .enabled = enabled,
                  .role = ItemRole::button}))
            chosen = state.id;
    }
    draw_name_pager(canvas, pages, id, choice.back, choice.more, count, filter);
    return chosen;
}

}  // namespace placet::terminal
