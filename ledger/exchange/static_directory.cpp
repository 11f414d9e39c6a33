#include "ledger/exchange/static_directory.h"

namespace placet::ledger {

std::string feed_folder(std::string_view origin, bool at_root) {
    return at_root ? "" : hex(sha256(bytes_of(origin))) + "/";
}

std::string attachment_path(const Hash& sha256) { return "blob/" + hex(sha256); }

std::string evidence_path(const Hash& sha256) { return "evidence/" + hex(sha256) + ".json"; }

}  // namespace placet::ledger
