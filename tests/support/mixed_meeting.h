// mixed_meeting.h: meetings with an entry of every kind of record in them, as a desk would record
// them one by one. A test (every_kind_test.cpp) says which kind is missing.
#pragma once

#include "tests/support/conference_builder.h"

#include <functional>

namespace placet::tests {

struct Recorder {
    /// As it is now; may be another object after each record.
    std::function<ledger::Ledger&()> ledger = {};
    /// Appends the record in this organ, sealed by those who must.
    std::function<void(const ledger::Record&, const std::string& unit)> record = {};
};

/// The conference of the meetings below: AAA, BBB, CCC and DDD, a plenary and a main committee.
ConferenceBuilder builder_of_mixed_meetings();

/// First meeting: article 2 adopted without a vote after two objections are withdrawn; article 3
/// adopted, the gavel rescinded, voted on, annulled and voted on again; an amendment by roll-call
/// from a State drawn electronically; a motion by hands with a recount; article 4 proposed and set
/// aside; statements, corrections, presence, a suspension, another presiding officer. Second: a
/// roll-call annulled and taken again from a State drawn by hand. The others: mixed_floor.h and
/// mixed_elections.h. Then the conference is closed. Requires a conference of that builder,
/// founded, in which no meeting was opened.
void hold_mixed_meetings(const Recorder& recorder);

/// A recorder of the usual kind for this ledger.
Recorder recorder_of(ledger::Ledger& ledger, const ConferenceBuilder& builder);

}  // namespace placet::tests
