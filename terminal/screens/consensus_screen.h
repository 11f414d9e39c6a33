// consensus_screen.h: a text proposed for adoption without a vote: the proposal, the silence that
// everybody sees, objections, the gavel and the second seal.
//
// Ids: consensus.gavel, consensus.label.without, consensus.label.by, consensus.confirm,
// consensus.again, consensus.rule, consensus.vote,
// consensus.aside.{consultations,deferred,no_consensus}, consensus.delegations, badge.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/chair_script.h"
#include "terminal/screens/identify_screen.h"
#include "terminal/signs.h"

namespace placet::terminal {

struct ConsensusView {
    struct Line {
        State state = State::watch;
        std::string words = {};
    };
    ledger::ConsensusPhase phase = ledger::ConsensusPhase::proposed;
    bool over_objection = false;  // by a ruling there is consensus all the same
    ledger::TextUnitId text_unit = {};
    std::string status = {}, reference = {}, sentence = {}, text = {};
    ChairScript script = {};
    float silence_left = 0;  // of the ring: 1 at the start, 0 when it is over
    std::string silence_clock = {}, silence_caption = {};
    std::string objections_title = {};
    std::vector<Line> objections = {};
    std::string invitation = {}, badge_prompt = {}, note = {};
    std::string label_caption = {}, label_without = {}, label_by = {};
    std::string gavel = {}, confirm = {}, again = {}, to_vote = {}, rule = {};
    std::string gavel_reason = {}, confirm_reason = {}, again_reason = {}, vote_reason = {};
    std::string aside_reason = {}, note_reason = {};
    bool may_gavel = false, may_confirm = false, may_propose_again = false, may_vote = false;
    bool may_set_aside = false, may_note = false;
    std::string consultations = {}, deferred = {}, no_consensus = {};
};

struct ConsensusDraft {
    ledger::ConsensusLabel label = ledger::ConsensusLabel::without_a_vote;
    IdentifyDraft identify = {};
};

/// Requires a proposal before the meeting.
ConsensusView view_consensus(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_consensus(Canvas& canvas, const ConsensusView& view,
                                                   ConsensusDraft& draft);

}  // namespace placet::terminal
