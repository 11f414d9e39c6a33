#include "terminal/screens/delegations_screen.h"

#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int columns = 7, rows = 10;
constexpr std::size_t per_page = columns * rows;

}  // namespace

DelegationsView view_delegations(const AppState& state, const Phrases& phrases) {
    DelegationsView view{.delegations = named_states(*state.conference),
                         .all = phrases("All"),
                         .back = phrases("Back"),
                         .more = phrases("More"),
                         .home = phrases("Cancel")};
    view.letters = first_letters(view.delegations);
    view.may_choose =
        state.officers.contains(Role::attendant) || state.officers.contains(Role::secretary);
    view.title = view.may_choose ? phrases("For which delegation is something noted?")
                                 : phrases("An attendant or the secretary signs in first.");
    return view;
}

std::optional<Intent> draw_delegations(Canvas& canvas, const DelegationsView& view,
                                       DelegationsDraft& draft) {
    std::optional<Intent> intent;
    const R& all = content_area;
    constexpr float bottom = size::button, letters = size::target;
    draw_name_filter(canvas, {all.x, all.y, all.w, letters}, "delegations", view.letters, view.all,
                     draft.filter);
    const auto shown = shown_names(view.delegations, draft.filter);
    const auto pages = std::max<std::size_t>(1, (shown.size() + per_page - 1) / per_page);
    draft.filter.page = std::min(draft.filter.page, pages - 1);
    const R names{all.x, all.y + letters + 20, all.w, all.h - letters - bottom - 40};
    const auto from = draft.filter.page * per_page;
    for (std::size_t n = from; n < std::min(from + per_page, shown.size()); ++n) {
        const auto& delegation = view.delegations[shown[n]];
        const auto id = "delegations." + delegation.id;
        const R cell = column_cell(names, columns, rows, static_cast<int>(n - from), 8, 8);
        if (tile(canvas, cell,
                 {.id = id,
                  .label = readable_name(canvas, delegation, cell.w - 48),
                  .enabled = view.may_choose,
                  .role = ItemRole::button}))
            intent = OpenDelegation{delegation.id};
    }
    const R line{all.x, all.bottom() - bottom, all.w, bottom};
    constexpr float title_width = 900, home_width = 260, pager_width = 540;
    canvas.text({line.x, line.y, title_width, line.h}, view.title, type::reference,
                canvas.theme().ink);
    draw_name_pager(
        canvas, {line.end() - home_width - 24 - pager_width, line.y + 8, pager_width, pager_height},
        "delegations", view.back, view.more, pages, draft.filter);
    if (button(canvas, {line.end() - home_width, line.y, home_width, line.h},
               {.id = "delegations.home", .label = view.home, .shortcut = escape_key}))
        intent = OpenScreen{Screen::vote};
    return intent;
}

}  // namespace placet::terminal
