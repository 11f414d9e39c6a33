// stick_content.h: what a memory stick holds, and what is left of it when it is pulled out: only
// what was synced is sure. Names are as on FAT.
//
// A file's bytes are sure after its fsync, the names in a folder after the folder's. Of all else
// some survives: sectors of a file one by one, names one by one, as a coin falls.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>

namespace placet::tests {

/// Upper and lower case are one.
struct FatOrder {
    bool operator()(const std::string& a, const std::string& b) const;
};

struct StickNode {
    using Names = std::map<std::string, std::shared_ptr<StickNode>, FatOrder>;

    bool folder = false;
    std::string bytes = {}, sure_bytes = {};
    Names names = {}, sure_names = {};
};

class StickContent {
public:
    struct Faults {
        std::uint64_t pulled_at = 0;  // the n-th change or sync is the last; 0: never
        std::uint64_t room = 1U << 30U;
        std::uint64_t largest_file = 0xFFFFFFFF;  // FAT: 4 GiB less one byte
        std::uint32_t seed = 1;
    };

    /// Begins with what stands in `image`, a plain folder.
    StickContent(std::filesystem::path image, const Faults& faults);

    // All of these return 0 or an error number. Paths begin with "/".

    int make(const std::string& path, bool folder);
    int remove(const std::string& path, bool folder);
    int rename(const std::string& from, const std::string& to, bool replace);
    int write(StickNode& file, std::string_view bytes, std::uint64_t at);
    int truncate(StickNode& file, std::uint64_t size);
    int sync(StickNode& node);

    /// Nothing if there is no such.
    std::shared_ptr<StickNode> find(const std::string& path) const;
    std::uint64_t room_left() const;
    std::uint64_t changes() const { return changes_; }

    /// Is true once it was pulled out: the image is then what survived, and nothing more happens.
    bool pulled() const { return pulled_; }
    void pull_out();
    /// It was unmounted: the image is all that was written.
    void save();

private:
    bool change_is_last();
    bool coin() { return random_() % 2 == 0; }
    std::pair<std::shared_ptr<StickNode>, std::string> parent_of(const std::string& path) const;
    std::string left_of(const StickNode& file);
    void write_image(const StickNode& node, const std::filesystem::path& to, bool pulled);

    std::filesystem::path image_;
    Faults faults_;
    std::minstd_rand random_;
    std::shared_ptr<StickNode> root_;
    std::uint64_t changes_ = 0;
    bool pulled_ = false;
};

}  // namespace placet::tests
