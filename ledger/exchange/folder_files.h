// folder_files.h: the files below one folder, reached by name without ever leaving it: what lies in
// a folder from outside may be a link to anywhere, a pipe that never ends, or a device.
//
// Safe to use from several threads.
#pragma once

#include "crypto/bytes.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace placet::ledger {

/// A file descriptor that is closed when it goes.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();

    int number() const { return number_; }
    /// Whoever takes the number closes it.
    int release() { return std::exchange(number_, -1); }
    explicit operator bool() const { return number_ >= 0; }

private:
    int number_;
};

/// Opens what this relative path names below the folder, for reading, following no link and leaving
/// the folder by no "..". What fails leaves errno: ELOOP at a link, EXDEV at "..", or an absolute
/// path, ENOENT, ENOTDIR and so on.
Descriptor open_beneath(int folder, const std::string& path);

/// The same, folder by folder, for kernels and sandboxes without openat2 (Linux before 5.6).
Descriptor open_by_steps(int folder, const std::string& path);

/// An open file of a folder, and its size when it was opened.
class FolderFile {
public:
    FolderFile(Descriptor file, std::uint64_t size, std::string name)
        : file_(std::move(file)), size_(size), name_(std::move(name)) {}

    std::uint64_t size() const { return size_; }

    /// Bytes [from, from + limit), fewer at the end that the file had when it was opened. Fails
    /// storage.
    Result<Bytes> read(std::uint64_t from, std::size_t limit) const;

private:
    Descriptor file_;
    std::uint64_t size_;
    std::string name_;
};

class FolderFiles {
public:
    /// Fails absent (no such folder), malformed (no folder) or storage.
    static Result<FolderFiles> open(const std::filesystem::path& folder);

    /// Fails absent, malformed (anything but a file, or a path that leaves the folder) or storage
    /// (pulled out, not readable).
    Result<FolderFile> file(std::string_view path) const;

    const std::filesystem::path& path() const { return path_; }

private:
    FolderFiles(Descriptor folder, std::filesystem::path path)
        : folder_(std::move(folder)), path_(std::move(path)) {}

    /// A folder that was removed or unmounted answers "no such file" to every name.
    bool still_there() const;
    Error not_opened(const std::string& path, int number) const;

    Descriptor folder_;
    std::filesystem::path path_;
};

}  // namespace placet::ledger
