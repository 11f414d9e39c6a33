// ledger_backup.h: the ledger as it is between two appends, in a private file: whoever reads it for
// long, or beside something slow, holds up no ballot.
#pragma once

#include "ledger/private_folder.h"
#include "ledger/writer.h"

namespace placet::terminal {

class LedgerBackup {
public:
    /// Made by the writer, in a folder of its own in `parent`. Fails storage or full; the ledger is
    /// then as it was.
    static Result<LedgerBackup> make(ledger::Writer& writer, const std::filesystem::path& parent);
    std::filesystem::path file() const { return folder_.path() / "backup.ledger"; }

private:
    explicit LedgerBackup(ledger::PrivateFolder folder) : folder_(std::move(folder)) {}
    ledger::PrivateFolder folder_;
};

}  // namespace placet::terminal
