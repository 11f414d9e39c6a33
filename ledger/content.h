// content.h: a record's canonical bytes, exactly one spelling per record, and back.
// FORMAT.md section 4 lists the members of every type.
#pragma once

#include "ledger/record.h"

namespace placet::ledger {

/// The canonical JSON of the record: what stands as `content` in its entry and what seals cover.
/// Fails (malformed) on a text that the entry profile refuses or an integer beyond 2^53 - 1.
/// Requires a record that is understood.
Result<std::string> encode_content(const Record& record);

/// Reads a content that scan_object accepted. A type that is not known gives NotUnderstood. A
/// known type is closed: fails (malformed) on a member that is missing, foreign or of the wrong
/// form.
Result<Record> decode_content(std::string_view type, std::string_view content);

}  // namespace placet::ledger
