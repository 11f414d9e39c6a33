#include "terminal/screens/delegations_screen.h"

#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

namespace placet::terminal {

using namespace placet::ledger;

DelegationsView view_delegations(const AppState& state, const Phrases& phrases) {
    DelegationsView view{.delegations = view_name_choice(*state.conference, phrases),
                         .home = phrases("Cancel")};
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
    constexpr float title_width = 900, home_width = 260, pages_width = 540;
    const R line{all.x, all.bottom() - size::button, all.w, size::button};
    const R pages{line.end() - home_width - 24 - pages_width, line.y + 8, pages_width,
                  pager_height};
    if (const auto chosen =
            draw_name_choice(canvas, {all.x, all.y, all.w, all.h - line.h - 20}, pages,
                             view.delegations, "delegations", view.may_choose, draft.filter))
        intent = OpenDelegation{*chosen};
    canvas.text({line.x, line.y, title_width, line.h}, view.title, type::reference,
                canvas.theme().ink);
    if (button(canvas, {line.end() - home_width, line.y, home_width, line.h},
               {.id = "delegations.home", .label = view.home, .shortcut = escape_key}))
        intent = OpenScreen{Screen::vote};
    return intent;
}

}  // namespace placet::terminal
