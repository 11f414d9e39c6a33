// history_output.h: what a command says of histories that were compared, to a person and a program.
#pragma once

#include "ledger/exchange/history_diff.h"

#include <string>

namespace placet::tools {

using Histories = std::vector<std::unique_ptr<ledger::History>>;

/// How two stand to each other, and a fork if that is proven. Whole lines.
std::string pair_text(const Histories& histories, const ledger::HistoryDiff& diff,
                      const ledger::HistoryPair& pair);

/// Those that are not what their own checkpoints cover, and how; a line each.
std::string damage_text(const Histories& histories, const ledger::HistoryDiff& diff);

/// All of it as one JSON object; `evidence` is the file that was written, if any. Ends with LF.
std::string diff_json(const Histories& histories, const VerifierKey& key,
                      const ledger::HistoryDiff& diff, const std::string& evidence);

/// good; not_verified if any differ or are damaged; otherwise incomplete, if that of any two is not
/// known.
int exit_code_of(const ledger::HistoryDiff& diff);

}  // namespace placet::tools
