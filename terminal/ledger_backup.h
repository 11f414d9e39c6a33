// ledger_backup.h: the ledger as it is between two appends, in a private file: whoever reads it for
// long, or beside something slow, holds up no ballot.
#pragma once

#include "ledger/writer.h"

namespace placet::terminal {

class LedgerBackup {
public:
    /// Made by the writer, in a folder of its own in `parent`. Fails storage or full; the ledger is
    /// then as it was.
    static Result<LedgerBackup> make(ledger::Writer& writer, const std::filesystem::path& parent);
    LedgerBackup(LedgerBackup&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
    LedgerBackup& operator=(LedgerBackup&&) = delete;
    ~LedgerBackup();  // takes file and folder away

    std::filesystem::path file() const { return folder_ / "backup.ledger"; }

private:
    explicit LedgerBackup(std::filesystem::path folder) : folder_(std::move(folder)) {}
    std::filesystem::path folder_;
};

}  // namespace placet::terminal
