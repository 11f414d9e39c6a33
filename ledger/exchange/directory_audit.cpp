#include "ledger/exchange/directory_audit.h"

#include "ledger/exchange/copy.h"
#include "ledger/exchange/import.h"
#include "ledger/exchange/log_check.h"
#include "ledger/exchange/static_directory.h"
#include "ledger/private_folder.h"

namespace placet::ledger {
namespace {

/// Where the feed lies: at the root, or beside another.
Result<std::string> folder_of(Carrier& carrier, const VerifierKey& key) {
    const auto beside = feed_folder(key.name, false);
    const auto note = carrier.read(beside + std::string(checkpoint_name), 0, 1);
    if (note) return beside;
    if (note.error().fault == Fault::absent) return std::string();
    return note.error();
}

}  // namespace

Result<std::string> directory_checkpoint(Carrier& carrier, const VerifierKey& key) {
    const auto folder = folder_of(carrier, key);
    if (!folder) return folder.error();
    const auto note = carrier.read(*folder + std::string(checkpoint_name), 0, note_size_limit + 1);
    if (!note) return note.error();
    return text_of(*note);
}

Result<AuditReport> audit_directory(Carrier& carrier, const AuditOptions& options) {
    const auto folder = folder_of(carrier, *options.key);
    if (!folder) return folder.error();
    const auto checked = check_log(carrier, *folder, *options.key, options.progress);
    if (!checked) return checked.error();
    const auto scratch = PrivateFolder::make();
    if (!scratch) return scratch.error();
    const auto path = scratch->path() / "copy";
    if (const auto made = follow(path, *options.key); !made) return made.error();
    {
        auto store = Store::open(path);
        if (!store) return store.error();
        auto importer = Importer::open(*store);
        if (!importer) return importer.error();
        const auto taken = importer->take(carrier, {.progress = options.progress});
        if (!taken) return taken.error();
    }
    return audit(path, options);
}

}  // namespace placet::ledger
