// delegations_screen.h: chooses the delegation for which something is noted; or it presents its
// badge.
//
// Ids: delegations.BRA, delegations.all, delegations.letter.B, delegations.page.more, badge.
#pragma once

#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/identify_screen.h"
#include "terminal/screens/name_choice.h"

namespace placet::terminal {

struct DelegationsView {
    NameChoice delegations = {};
    std::string title = {}, home = {};
    bool may_choose = false;
};

struct DelegationsDraft {
    NameFilter filter = {};
};

DelegationsView view_delegations(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_delegations(Canvas& canvas, const DelegationsView& view,
                                                     DelegationsDraft& draft);

}  // namespace placet::terminal
