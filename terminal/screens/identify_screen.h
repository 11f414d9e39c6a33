// identify_screen.h: an officer's badge, or anybody's PIN, is asked for. Whose it is and what it is
// for is said before the PIN.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"

namespace placet::terminal {

struct IdentifyView {
    bool pin = false;        // else the badge
    std::string title = {};  // "Brazil"
    std::string reason = {};
    std::string warning = {};  // a wrong PIN, or what an act leaves behind
    std::string pad_label = {}, erase = {}, enter = {};
    std::string badge_prompt = {};
    std::string cancel = {};
    std::string time_left = {};
    bool checking = false;
    bool waiting = false;  // after a wrong PIN
};

/// Wiped when it is used, and when it goes.
struct IdentifyDraft {
    IdentifyDraft() = default;
    ~IdentifyDraft() { take_secret(typed); }
    IdentifyDraft(const IdentifyDraft&) = delete;
    IdentifyDraft& operator=(const IdentifyDraft&) = delete;

    std::string typed = {};
};

/// Requires that a badge or a PIN is awaited.
IdentifyView view_identify(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_identify(Canvas& canvas, const IdentifyView& view,
                                                  IdentifyDraft& draft);

}  // namespace placet::terminal
