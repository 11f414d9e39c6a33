// question_acts.h: the records that put a question or propose an adoption, with their sentences,
// filled from the conference. Pure. Nothing is judged here: the rules judge the entry.
#pragma once

#include "ledger/procedure/conference.h"

#include <string>

namespace placet::ledger {

/// The question whether this proposal is adopted: a unit of the convention by its id, an amendment,
/// any other proposal, or the whole after its parts. Class and majority by rules and rulings.
/// Fails (absent) if there is no such proposal, or no meeting.
Result<QuestionPut> question_of_adopting(const Conference& conference, const ProposalId& id,
                                         Method method = Method::recorded);
/// The question whether a part is retained. Fails alike.
Result<QuestionPut> question_of_retaining(const Conference& conference, const ProposalId& id,
                                          const std::string& part, Method method);
/// The question on a motion from the floor. Fails (absent) if there is no such motion.
Result<QuestionPut> question_of_motion(const Conference& conference, std::int64_t motion,
                                       Method method);
/// On what the presiding officer proposes, "to limit statements to five minutes". Fails (absent)
/// if no meeting is open.
Result<QuestionPut> question_of_own_motion(const Conference& conference, std::string_view motion,
                                           Method method);
/// "Shall the ruling be overruled?" Fails (absent) if there is no such ruling.
Result<QuestionPut> question_of_appeal(const Conference& conference, std::int64_t ruling,
                                       Method method);
/// Whether all efforts to reach general agreement on this proposal are exhausted. Fails (absent) as
/// question_of_adopting does.
Result<QuestionPut> question_of_exhaustion(const Conference& conference, const ProposalId& id,
                                           Method method);
/// On a report or a decision on credentials, "the report of the Credentials Committee". Fails
/// (absent) if no meeting is open.
Result<QuestionPut> question_of_credentials(const Conference& conference, std::string_view what,
                                            Method method);

/// "May I take it that the Conference wishes to adopt ...", with text and presence as they are.
/// Fails (absent) as question_of_adopting does.
Result<ConsensusProposed> proposal_of_adopting(const Conference& conference, const ProposalId& id);

}  // namespace placet::ledger
