#include "ledger/version.h"

#include <fmt/format.h>

namespace placet::ledger {

std::string_view version() { return PLACET_VERSION; }

std::string_view build_name() {
    static const std::string name =
        fmt::format("placet {} ({})", version(), build_hash().substr(0, 12));
    return name;
}

}  // namespace placet::ledger
