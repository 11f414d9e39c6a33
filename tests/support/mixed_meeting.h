// mixed_meeting.h: two meetings with every kind of act of this version in them, as a desk would
// record them one by one.
#pragma once

#include "tests/support/conference_builder.h"

#include <functional>

namespace placet::tests {

struct Recorder {
    /// As it is now; may be another object after each record.
    std::function<ledger::Ledger&()> ledger = {};
    /// Appends the record, sealed by those who must.
    std::function<void(const ledger::Record&)> record = {};
};

/// Article 2 adopted without a vote after two objections are withdrawn; article 3 adopted, the
/// gavel rescinded, voted on, annulled and voted on again; an amendment by roll-call from a State
/// drawn electronically; a motion by hands with a recount; article 4 proposed and set aside;
/// statements, corrections, presence, a suspension, another presiding officer; a roll-call annulled
/// and taken again from a State drawn by hand; the conference closed. Requires a founded conference
/// of AAA, BBB, CCC and DDD, in which no meeting was opened.
void hold_mixed_meetings(const Recorder& recorder);

/// A recorder of the usual kind for this ledger.
Recorder recorder_of(ledger::Ledger& ledger, const ConferenceBuilder& builder);

}  // namespace placet::tests
