// record_text.h: the one spelling of every enumeration of record.h, in entries and on the command
// line. Parsing accepts nothing else.
#pragma once

#include "ledger/record.h"

#include <optional>
#include <string_view>

namespace placet::ledger {

std::string_view to_text(Mode value);
std::string_view to_text(Role value);
std::string_view to_text(Post value);
std::string_view to_text(Credentials value);
std::string_view to_text(Choice value);
std::string_view to_text(QuestionKind value);
std::string_view to_text(MatterClass value);
std::string_view to_text(Method value);
std::string_view to_text(LotWay value);
std::string_view to_text(Answer value);
std::string_view to_text(ObjectionGround value);
std::string_view to_text(ConsensusLabel value);
std::string_view to_text(SetAside value);
std::string_view to_text(StatementKind value);
std::string_view to_text(Standing value);
std::string_view to_text(ProposalKind value);
std::string_view to_text(DefermentRight value);
std::string_view to_text(MotionKind value);
std::string_view to_text(Side value);
std::string_view to_text(RulingKind value);
std::string_view to_text(Outcome value);

/// The value that is spelled so; nothing if none is.
template <class Enum>
std::optional<Enum> from_text(std::string_view text);

/// The type with its version that entries of this record bear: "ballot/1". Empty for
/// NotUnderstood, whose type stands in its entry.
std::string_view type_of(const Record& record);

/// Types in the order of the variant, without NotUnderstood.
std::span<const std::string_view> known_types();

}  // namespace placet::ledger
