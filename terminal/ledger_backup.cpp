#include "terminal/ledger_backup.h"

#include <future>

namespace placet::terminal {

using namespace placet::ledger;

Result<LedgerBackup> LedgerBackup::make(Writer& writer, const std::filesystem::path& parent) {
    auto folder = PrivateFolder::make(parent);
    if (!folder) return folder.error();
    LedgerBackup backup(*std::move(folder));
    std::promise<Result<Done>> backed_up;
    writer.run(
        [&](Ledger& ledger) { backed_up.set_value(ledger.log().store().back_up(backup.file())); });
    if (const auto done = backed_up.get_future().get(); !done) return done.error();
    return backup;
}

}  // namespace placet::terminal
