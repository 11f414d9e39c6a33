// folder_writer.h: files written below one folder so that each is there whole or not at all, and
// survives a power cut or a pulled stick once `settle` returned: temporary, sync, rename, sync of
// the folder. What lies there already is never followed out of the folder.
#pragma once

#include "ledger/exchange/folder_files.h"

#include <optional>
#include <set>
#include <vector>

namespace placet::ledger {

class FolderWriter {
public:
    /// Opens the folder, which is made if it is not there (its parent must be). Fails absent,
    /// refused (no folder, may not be written), full or storage.
    static Result<FolderWriter> open(const std::filesystem::path& folder);

    /// Writes a file under this relative path, replacing one that is there. Durable, and there by
    /// its name, after `settle` at the latest. Fails full, refused (something that is no file or
    /// folder is in the way, the stick can only be read) or storage.
    Result<Done> put(std::string_view path, BytesView bytes);
    Result<Done> settle();

    /// Is there such a file? What is there is durable after `settle`, too: one that was interrupted
    /// may have written it.
    Result<bool> has(std::string_view path);
    /// At most `limit` bytes; nothing if there is no such file.
    Result<std::optional<Bytes>> read(std::string_view path, std::size_t limit) const;
    /// The same from the medium itself, as far as the system lets go of what it remembers.
    Result<std::optional<Bytes>> read_back(std::string_view path, std::size_t limit) const;
    /// Takes a file, or a folder that is empty, away. One that is not there is no matter.
    void remove(const std::string& path);

    std::uint64_t files_written() const { return files_; }
    std::uint64_t bytes_written() const { return bytes_; }
    const std::filesystem::path& path() const { return path_; }

private:
    struct Pending {
        Descriptor file;
        std::string folder;  // relative, of the file
        std::string name;
    };
    FolderWriter(Descriptor folder, FolderFiles files, std::filesystem::path path);

    Result<Descriptor> make_folder(const std::string& path);
    Error failed(std::string_view path, int number) const;

    Descriptor folder_;
    FolderFiles files_below_;
    std::filesystem::path path_;
    std::vector<Pending> pending_;
    std::set<std::string> touched_;  // folders with new names in them
    std::set<std::string> known_;    // folders whose own name is durable after settle
    std::uint64_t files_ = 0;
    std::uint64_t bytes_ = 0;
};

}  // namespace placet::ledger
