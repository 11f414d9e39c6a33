// kinds_to_come.h: what the mixed meetings do not hold yet.
#pragma once

#include <set>
#include <string>

namespace placet::tests {

/// Kinds of record of which no mixed meeting holds an entry, which the second reader does not know
/// and which stand in no table of what may follow what: those of elections. Whoever adds one takes
/// it off this list; the tests fall while it is held and still listed, as they do for any other
/// kind that is not held.
inline const std::set<std::string, std::less<>> kinds_to_come = {
    "acclamation_declared/1", "candidate_withdrawn/1", "election_lot_drawn/1",
    "election_opened/1",      "election_stopped/1",    "protocol_entered/1"};

}  // namespace placet::tests
