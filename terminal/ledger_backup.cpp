#include "terminal/ledger_backup.h"

#include <stdlib.h>
#include <future>

namespace placet::terminal {

using namespace placet::ledger;

Result<LedgerBackup> LedgerBackup::make(Writer& writer, const std::filesystem::path& parent) {
    auto name = (parent / "placet-backup-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        return Error{Fault::storage, "No folder for a backup could be made in " + parent.string() +
                                         ". The ledger is as it was. Make room there and try "
                                         "again."};
    LedgerBackup backup{std::filesystem::path(name)};
    std::promise<Result<Done>> backed_up;
    writer.run(
        [&](Ledger& ledger) { backed_up.set_value(ledger.log().store().back_up(backup.file())); });
    if (const auto done = backed_up.get_future().get(); !done) return done.error();
    return backup;
}

LedgerBackup::~LedgerBackup() {
    std::error_code ignored;  // a backup left behind harms nothing
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

}  // namespace placet::terminal
