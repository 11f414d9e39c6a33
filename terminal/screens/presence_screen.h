// presence_screen.h: who is in the room. Names are marked first and noted together, as one entry.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/name_filter.h"
#include "terminal/signs.h"

#include <set>

namespace placet::terminal {

struct PresenceView {
    std::vector<NamedState> delegations = {};  // in the order of the roll
    std::vector<bool> present = {};            // of each of them, as noted
    std::string letters = {};                  // with which names begin
    std::int64_t needed_to_decide = 0;         // present; 0 without a meeting
    bool may_note = false;
    std::string why_not = {};  // and what comes first
    std::string all = {}, present_caption = {}, quorum = {};
    std::string mark_all = {}, record = {};
    std::string all_marked = {}, nothing_changed = {};  // why these are grey
    std::string back = {}, more = {};
};

struct PresenceDraft {
    std::set<ledger::ParticipantId> changed = {};  // marked otherwise than noted
    NameFilter filter = {};
};

PresenceView view_presence(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_presence(Canvas& canvas, const PresenceView& view,
                                                  PresenceDraft& draft);

}  // namespace placet::terminal
