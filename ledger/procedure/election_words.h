// election_words.h: an election in sentences: why a step follows, and what is announced.
//
// English; custom of presiding officers and of the printed records, restated in RULES.md.
#pragma once

#include "ledger/procedure/election.h"

namespace placet::ledger {

/// "Ruritania", "Ruritania and Graustark", "Ruritania, Graustark and Sylvania"
std::string names_of(std::span<const Candidate> candidates);

// Why the next step is what it is: one sentence each, of the step without its reason.
std::string words_for_void_ballot(std::int64_t round);
std::string words_for_restricted_ballot(const NextElectionStep& next);
/// `number` of three.
std::string words_for_unrestricted_ballot(int number, bool open_to_others);
std::string words_for_special_ballot(const NextElectionStep& next);
std::string words_for_lots(const NextElectionStep& next);
std::string words_for_completion(std::int64_t seats_left);

/// The figures of the last ballot as records print them, one in a line: papers, invalid,
/// abstentions, valid, required majority, votes obtained. Requires a history that ends in a ballot.
std::string ballot_figures(const ElectionTerms& terms, std::span<const ElectionAct> history);

/// What the last ballot or drawing of lots decided, and what follows, in whole sentences. Requires
/// a history that is not empty.
std::string election_announcement(const ElectionTerms& terms, std::span<const ElectionAct> history);

/// "Ruritania was elected by acclamation to the office of President."
std::string acclamation_announcement(const ElectionTerms& terms);

}  // namespace placet::ledger
