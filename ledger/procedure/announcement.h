// announcement.h: the sentence that announces a result, in English.
//
// Source: domain.md 2.1 and 2.2 restated in RULES.md: the larger figure of a rejection first,
// "none" for a zero second figure, no abstention clause where nobody abstained.
#pragma once

#include "ledger/procedure/majority.h"

#include <string>

namespace placet::ledger {

/// One or two whole sentences with a full stop. `subject` as put: "Draft article 2".
/// `verb` is the organ's: "adopted" or "approved".
std::string announcement(std::string_view subject, std::string_view verb, QuestionKind kind,
                         const Figures& figures, const Judgement& judgement);

}  // namespace placet::ledger
