// announcement.h: the sentence that announces a result, in English.
//
// Custom of presiding officers, restated in RULES.md: the larger figure of a rejection first,
// "none" for zero, no abstention clause where nobody abstained, labelled figures where the larger
// figure did not carry.
#pragma once

#include "ledger/procedure/majority.h"

#include <string>
#include <string_view>

namespace placet::ledger {

/// One or two whole sentences with a full stop: "Draft article 5 was adopted by 120 votes to 7,
/// with 21 abstentions." `subject` as put: "Draft article 5", "The motion to reconsider draft
/// article 5"; of an appeal it is what stands or is overruled: "The ruling of the presiding
/// officer". `verb` is the organ's: "adopted" or "approved"; motions, reconsiderations and
/// determinations are carried and parts retained in any organ. A question that was rejected as a
/// whole was not voted on: its figures are not read.
std::string announcement(std::string_view subject, std::string_view verb, QuestionKind kind,
                         const Figures& figures, const Judgement& judgement);

/// Within a sentence: "Draft article 2" becomes "draft article 2"; a name such as "Treaty on ..."
/// keeps its capital.
std::string within_sentence(std::string_view subject);

/// Before its verb: "Draft article 5, as amended," with the second comma that it then needs.
std::string before_verb(std::string_view subject);

}  // namespace placet::ledger
