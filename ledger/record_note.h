// record_note.h: the records of what is noted on a decision after it was taken. None changes a
// figure. Part of record.h.
#pragma once

#include "ledger/record_vote.h"

namespace placet::ledger {

/// A delegation "had intended to vote" otherwise. A note in the record: it changes no figure.
/// Sealed by a delegate of it, or by the secretary who received it.
struct CorrectionNoted {
    RunNumber run = 0;
    Hash result = {};  // leaf hash of the announcement
    ParticipantId delegation = {};
    Choice intended = Choice::abstain;
    std::string received_from = {};  // in words: "Ms A. Silva, by letter"

    friend bool operator==(const CorrectionNoted&, const CorrectionNoted&) = default;
};

/// The result was read out wrongly; what was announced stands. Sealed by presiding officer and
/// secretary.
struct ReadingCorrected {
    Hash result = {};           // leaf hash of the announcement
    std::string read = {};      // as it was read
    std::string sentence = {};  // as it was announced in the ledger

    friend bool operator==(const ReadingCorrected&, const ReadingCorrected&) = default;
};

/// The period for corrections is over: nothing more is attached to the decision. Sealed by the
/// secretary.
struct RecordClosed {
    Hash decision = {};  // leaf hash of the announcement or the confirmation

    friend bool operator==(const RecordClosed&, const RecordClosed&) = default;
};

}  // namespace placet::ledger
