// record_manual.h: the records of votes without ballots: roll-call and show of hands. Part of
// record.h.
#pragma once

#include "ledger/record_vote.h"

namespace placet::ledger {

/// A number of the terminal, fixed before the presiding officer says one aloud. Sealed by the
/// secretary.
struct LotCommitted {
    RunNumber run = 0;
    Hash start = {};
    Hash commitment = {};  // SHA-256 of the 32 bytes of the nonce

    friend bool operator==(const LotCommitted&, const LotCommitted&) = default;
};

/// Drawn by hand and typed in, or from the nonce and a number said aloud.
enum class LotWay { by_hand, electronic };

/// The State that is called first. Sealed by presiding officer and secretary.
struct LotDrawn {
    RunNumber run = 0;
    Hash start = {};
    LotWay way = LotWay::by_hand;
    ParticipantId first = {};
    std::int64_t number = 0;  // said aloud; 0 if by hand
    std::string nonce = {};   // 64 hex digits; empty if by hand

    friend bool operator==(const LotDrawn&, const LotDrawn&) = default;
};

enum class Answer { yes, no, abstain, not_participating, none };

/// What a delegation answered when its name was called; `none` if it did not answer. Sealed by the
/// secretary or an attendant who takes the roll-call.
struct AnswerGiven {
    RunNumber run = 0;
    Hash start = {};
    ParticipantId delegation = {};
    std::int64_t call = 1;      // those who did not answer the first are called once more
    std::string id = {};        // 32 hex digits, random
    std::string replaces = {};  // id of the answer that was noted wrongly; empty if none
    Answer answer = Answer::none;

    friend bool operator==(const AnswerGiven&, const AnswerGiven&) = default;
};

/// The totals that one teller counted. Sealed by that teller: the secretary or an attendant.
struct HandsCounted {
    RunNumber run = 0;
    Hash start = {};
    std::int64_t round = 1;  // a recount is the next round
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t abstaining = 0;

    friend bool operator==(const HandsCounted&, const HandsCounted&) = default;
};

/// What the shared kiosk counted in a non-recorded vote. No position of any delegation is written
/// anywhere. Sealed by the secretary or the attendant who runs it.
struct TotalsTaken {
    RunNumber run = 0;
    Hash start = {};
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t abstaining = 0;

    friend bool operator==(const TotalsTaken&, const TotalsTaken&) = default;
};

}  // namespace placet::ledger
