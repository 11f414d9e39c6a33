#include "ledger/version.h"

#include "crypto/sodium.h"
#include "ledger/store.h"
#include "ledger/store_file.h"

#include <fmt/format.h>

namespace placet::ledger {

std::string_view version() { return PLACET_VERSION; }

std::string_view build_name() {
    static const std::string name =
        fmt::format("placet {} ({})", version(), build_hash().substr(0, 12));
    return name;
}

std::string build_description() {
#ifdef __clang__
    constexpr std::string_view compiler = __VERSION__;
#else
    constexpr std::string_view compiler = "g++ " __VERSION__;
#endif
    return fmt::format(
        "placet {}\nbuild      {}\nledger     format {}\ncompiler   {}\n"
        "SQLite     {}\nlibsodium  {}",
        version(), build_hash(), format_version, compiler, sqlite_version(), sodium_version());
}

}  // namespace placet::ledger
