// presence_screen.h: who is in the room. Names are marked first and noted together, as one entry.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/signs.h"

#include <set>

namespace placet::terminal {

struct PresenceView {
    struct Delegation {
        ledger::ParticipantId id = {};
        std::string board = {};
        std::string search = {};  // name and board name in small letters
        char letter = 0;          // of the board name
        bool present = false;
    };
    std::vector<Delegation> delegations = {};  // in the order of the roll
    std::string letters = {};                  // with which names begin
    std::int64_t needed_to_decide = 0;         // present; 0 without a meeting
    bool may_note = false;
    std::string all = {}, present_caption = {}, quorum = {};
    std::string mark_all = {}, record = {};
    std::string back = {}, more = {};
};

struct PresenceDraft {
    std::set<ledger::ParticipantId> changed = {};  // marked otherwise than noted
    char letter = 0;                               // only names with it; 0: all
    std::string typed = {};                        // only names with it
    std::size_t page = 0;
};

PresenceView view_presence(const AppState& state, const Phrases& phrases);
/// The names that stand on the page, by their place in the view.
std::vector<std::size_t> shown_delegations(const PresenceView& view, const PresenceDraft& draft);
[[nodiscard]] std::optional<Intent> draw_presence(Canvas& canvas, const PresenceView& view,
                                                  PresenceDraft& draft);

}  // namespace placet::terminal
