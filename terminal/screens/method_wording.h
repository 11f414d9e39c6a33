// method_wording.h: how votes are taken, and until when something waits, as screens say it. Pure.
#pragma once

#include "ledger/procedure/conference.h"
#include "terminal/phrases.h"

#include <span>

namespace placet::terminal {

/// The place, among these, of the method by which votes are taken where nobody asks for another;
/// the first if it is not among them.
std::size_t first_method(const ledger::RuleProfile& rules, std::span<const ledger::Method> methods);

/// "By roll-call, as the terminals fail"; empty where no vote at the terminals was annulled.
/// Requires a question before the meeting.
std::string fallback_label(const ledger::Conference& conference, const Phrases& phrases);

/// Of the second vote that is due: until when it is taken, with a warning when that is past; empty
/// where the rules set no limit, or none is due.
std::string second_vote_words(const ledger::Conference& conference, const Phrases& phrases);

/// Of a vote that is deferred, alike.
std::string deferment_words(const ledger::Conference& conference, const Phrases& phrases,
                            const ledger::Proposal& proposal);

}  // namespace placet::terminal
