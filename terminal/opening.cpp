#include "terminal/opening.h"

#include "terminal/notices.h"

namespace placet::terminal {

Result<AppState> opening_state(ledger::Ledger& ledger, bool mark_wanted) {
    const auto& conference = ledger.conference();
    AppState state;
    state.conference = ledger.snapshot();
    state.position = ledger.position();
    state.checkpoint_note = ledger.checkpoint_note();
    state.verifier_key = format_verifier_key(ledger.verifier_key());
    state.health = {.mark_wanted = mark_wanted, .mark_kept = ledger.log().has_mark()};
    state.notice = notice_after_restart(conference);
    if (conference.vote_under_way()) state.screen = Screen::vote;
    const auto* last = conference.last_decision();
    if (last == nullptr || !last->result) return state;
    const auto table = ledger.attachment(last->result->table);
    if (!table) return table.error();
    auto& kept = state.voting_tables[last->result->table];
    if (*table) kept.emplace((*table)->begin(), (*table)->end());
    return state;
}

}  // namespace placet::terminal
