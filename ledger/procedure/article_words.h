// article_words.h: what is said of a unit of the convention or of a proposal in a list of them. The
// screens translate these words, the commands print them. Pure.
#pragma once

#include "ledger/procedure/article_map.h"

namespace placet::ledger {

/// "Adopted", "Equally divided: not adopted"
std::string_view words_of(Outcome outcome);
/// "Under debate", "Circulated, not introduced"
std::string_view words_of(QuestionState state);

/// Adopted, carried or retained?
bool is_carried(Outcome outcome);
/// Decided, and not open again?
bool is_decided(const Decision* decision, QuestionState state);

/// Open things say how far they are; decided ones, what became of them.
std::string_view status_words(const MapProposal& proposal);
/// A unit is decided by the plenary alone; what another organ decided is said, and still open.
std::string_view status_words(const MapUnit& unit);

}  // namespace placet::ledger
