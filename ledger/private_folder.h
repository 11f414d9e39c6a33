// private_folder.h: a folder for what nobody else may read, which goes away with its owner.
#pragma once

#include "crypto/result.h"

#include <filesystem>
#include <utility>

namespace placet::ledger {

class PrivateFolder {
public:
    /// Below this folder, or the system's for temporary files; mode 0700. Fails full or storage.
    static Result<PrivateFolder> make(const std::filesystem::path& parent = {});

    PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    PrivateFolder& operator=(PrivateFolder&&) = delete;
    ~PrivateFolder();

    const std::filesystem::path& path() const { return path_; }

private:
    explicit PrivateFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;
};

/// Full or storage, by errno: no private copy can be made in this folder.
Error no_private_copy(const std::filesystem::path& folder, int number);

}  // namespace placet::ledger
