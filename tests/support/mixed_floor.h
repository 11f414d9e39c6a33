// mixed_floor.h: the meetings of mixed_meeting.h in which the floor acts: proposals and amendments,
// motions, rulings and appeals, deferment and the end of all efforts, other rules, a new session, a
// committee.
#pragma once

#include "tests/support/morning.h"

namespace placet::tests {

/// Third meeting: article 5 split from article 4; of two amendments one is adopted by a vote whose
/// method was asked for, the other not put, by rulings; an appeal; the article divided, a part
/// rejected, the rest adopted as a whole; article 2 reconsidered and adopted over an objection; a
/// proposal withdrawn, taken up again, adjourned, resumed, and equal votes in a non-recorded vote;
/// the rules changed. New session, a vote suspended, a committee composed. Fourth: a vote deferred,
/// ended, announced; efforts determined to be exhausted; equal votes and a second vote. Fifth, in
/// the committee: a text approved without a vote. Requires the first two meetings.
void hold_meetings_of_the_floor(Morning& morning);

/// The rules in force, changed so.
ledger::RulesAdopted changed_rules(const Morning& morning, const std::string& version,
                                   const std::map<std::string, std::string>& fields);
/// A unit that is new, after article 5.
ledger::TextPlaced new_article(const std::string& number);

}  // namespace placet::tests
