#include "ledger/private_folder.h"

#include <fmt/format.h>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace placet::ledger {

Error no_private_copy(const std::filesystem::path& folder, int number) {
    const bool full = number == ENOSPC || number == EDQUOT;
    return {
        full ? Fault::full : Fault::storage,
        fmt::format("{}: a private copy cannot be made here ({}). The ledger is as it was. Make "
                    "room, or name another folder in TMPDIR.",
                    folder.string(), std::strerror(number))};
}

Result<PrivateFolder> PrivateFolder::make(const std::filesystem::path& parent) {
    std::error_code none;
    const auto below = parent.empty() ? std::filesystem::temp_directory_path(none) : parent;
    auto name = (below / "placet-XXXXXX").string();
    if (none || ::mkdtemp(name.data()) == nullptr)  // makes it with mode 0700
        return no_private_copy(below, none ? none.value() : errno);
    return PrivateFolder(name);
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;  // what stays behind stays private
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace placet::ledger
