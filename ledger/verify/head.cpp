#include "ledger/verify/head.h"

#include "ledger/log.h"
#include "ledger/verify/ledger_copy.h"

namespace placet::ledger {

Result<Head> read_head(const std::filesystem::path& path) {
    const auto copy = LedgerCopy::make(path);
    if (!copy) return copy.error();
    const auto log = Log::open(copy->path(), {});
    if (!log) return copy->about_original(log.error());
    return Head{.key = log->key(), .checkpoint_note = log->checkpoint_note()};
}

}  // namespace placet::ledger
