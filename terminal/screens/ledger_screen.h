// ledger_screen.h: the record itself: how long it is, its checkpoint, its key, and the last audit
// in words, level by level.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/qr_code.h"
#include "terminal/signs.h"

namespace placet::terminal {

struct LedgerView {
    struct Fact {
        std::string label = {}, value = {};
    };
    struct Level {
        State state = State::unknown;
        std::string name = {}, words = {};
    };
    std::string facts_title = {};
    std::vector<Fact> facts = {};
    QrCode checkpoint = {};
    std::string qr_caption = {};
    std::string audit_title = {}, run_reason = {};
    std::vector<Level> levels = {};
    std::string verdict = {};
    State verdict_state = State::unknown;
    bool running = false;
    float progress = 0;
    std::string run = {};
};

LedgerView view_ledger(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_ledger(Canvas& canvas, const LedgerView& view);

}  // namespace placet::terminal
