// scratch.h: files for parsers that take a path, in memory where the machine has such a folder.
#pragma once

#include "tests/fuzz/target.h"

#include <fcntl.h>
#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace placet::fuzz {

/// A folder of this process; private copies that the code under test makes go there as well.
class Scratch {
public:
    Scratch() {
        const std::filesystem::path memory = "/dev/shm";
        const auto parent =
            std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
        auto name = (parent / "placet-fuzz-XXXXXX").string();
        require(::mkdtemp(name.data()) != nullptr, "a scratch folder can be made");
        path_ = name;
        ::setenv("TMPDIR", name.c_str(), 1);
    }
    ~Scratch() { std::filesystem::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

    /// A private file with this content, in place of what was there.
    std::filesystem::path file(std::string_view name, std::string_view content) const {
        const auto path = path_ / name;
        std::filesystem::remove(path);
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        const auto written = ::write(file, content.data(), content.size());
        require(file >= 0 && written == static_cast<ssize_t>(content.size()) && ::close(file) == 0,
                "a scratch file can be written");
        return path;
    }

private:
    std::filesystem::path path_;
};

inline const Scratch& scratch() {
    static const Scratch folder;
    return folder;
}

inline std::string content_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace placet::fuzz
