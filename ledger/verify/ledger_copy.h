// ledger_copy.h: a private copy of a ledger's file and of the journal beside it.
//
// The original is read and nothing else: SQLite recovers the copy, never the original.
#pragma once

#include "ledger/private_folder.h"

#include <filesystem>

namespace placet::ledger {

/// In a folder that only this user may enter; both go with the object.
class LedgerCopy {
public:
    /// Copies in bounded memory; while it does, nobody can begin to write the original. Fails
    /// absent, malformed (no file), in_use (a terminal holds the ledger, in this process or in
    /// another), full (no room for the copy) or storage (cannot be read).
    static Result<LedgerCopy> make(const std::filesystem::path& original);

    /// The copied file. Its journal, if there was one, stands beside it.
    std::filesystem::path path() const { return folder_.path() / "ledger"; }
    /// A transaction was under way when writing stopped; SQLite undoes it in the copy.
    bool stopped_while_writing() const { return stopped_while_writing_; }
    /// An error about the copy, as one about the original.
    Error about_original(Error error) const;

private:
    LedgerCopy(std::filesystem::path original, PrivateFolder folder);

    std::filesystem::path original_;
    PrivateFolder folder_;
    bool stopped_while_writing_ = false;
};

}  // namespace placet::ledger
