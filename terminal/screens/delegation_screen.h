// delegation_screen.h: what one delegation may say about a decision now: object, withdraw, attach a
// statement, note what it had intended to vote. Where the rules or the desk do not allow it, the
// reason stands in place of the buttons.
//
// Ids: delegation.object, delegation.cannot_join, delegation.vote_requested, delegation.withdraw,
// delegation.kind.{position,dissociation,reservation,interpretation,non_participation,
// explanation_of_vote}, delegation.paragraph.N, delegation.attach,
// delegation.correct.{yes,no,abstain,not_participating}, delegation.correct,
// delegation.flag.{before,after}, delegation.done.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"

#include <set>

namespace placet::terminal {

struct DelegationView {
    std::string name = {}, noted_by = {};  // who acts
    std::string recorded = {};             // "Recorded as entry 71"; empty before
    std::string about = {};                // what statements attach to; empty if to nothing
    std::string objection_title = {}, object = {}, cannot_join = {}, vote_requested = {};
    std::string withdraw = {};
    bool may_object = false, may_withdraw = false;
    std::string objection_reason = {}, withdrawal_reason = {};
    std::string flag_title = {}, flag_before = {}, flag_after = {};
    bool may_rule = false;
    std::string flag_reason = {};
    std::string statement_title = {}, paragraphs_title = {}, attach = {};
    std::vector<std::pair<ledger::StatementKind, std::string>> kinds = {};
    bool may_attach = false;
    std::string attach_reason = {}, choose_kind = {};
    std::string correction_title = {}, correct = {};
    std::vector<std::pair<ledger::Choice, std::string>> intentions = {};
    bool may_correct = false;
    std::string correction_reason = {}, choose_intention = {};
    std::string done = {}, time_left = {};
};

struct DelegationDraft {
    std::optional<ledger::StatementKind> kind = {};
    std::set<int> paragraphs = {};
    std::optional<ledger::Choice> intended = {};
};

/// Requires a delegation at the desk.
DelegationView view_delegation(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_delegation(Canvas& canvas, const DelegationView& view,
                                                    DelegationDraft& draft);

}  // namespace placet::terminal
