#include "tests/support/static_tree.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace placet::tests {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t width = 256;

Error missing(const std::string& what) { return {Fault::unverified, what + " is not there"}; }
Error wrong(const std::string& what) { return {Fault::unverified, what + " is not right"}; }

/// The file of a tile of which `count` are needed, or of the full one, which begins with them.
/// Below a thousand tiles a path has one number.
const std::string* tile_of(const std::map<std::string, std::string>& files,
                           const std::string& folder, std::uint64_t index, std::uint64_t count) {
    const auto full = fmt::format("tile/{}/{:03}", folder, index);
    auto found = files.find(count == width ? full : fmt::format("{}.p/{}", full, count));
    if (found == files.end()) found = files.find(full);
    return found == files.end() ? nullptr : &found->second;
}

/// Each entry behind two bytes of its length, the more significant first.
std::vector<std::string> entries_of(const std::string& bundle) {
    std::vector<std::string> entries;
    for (std::size_t at = 0; at + 2 <= bundle.size();) {
        const auto length = static_cast<std::size_t>(static_cast<unsigned char>(bundle[at])) << 8U |
                            static_cast<unsigned char>(bundle[at + 1]);
        entries.push_back(bundle.substr(at + 2, length));
        if (entries.back().size() != length) entries.pop_back();
        at += 2 + length;
    }
    return entries;
}

bool begins_with_hashes(const std::string& tile, const std::vector<Hash>& hashes) {
    std::string bytes;
    for (const auto& hash : hashes) bytes += text_of(hash.bytes);
    return tile.starts_with(bytes);
}

}  // namespace

std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().extension() == ".new") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files[fs::relative(entry.path(), folder)].assign(std::istreambuf_iterator<char>(file), {});
    }
    return files;
}

Result<Checkpoint> whole_log(const std::map<std::string, std::string>& files,
                             const VerifierKey& key) {
    const auto note = files.find("checkpoint");
    if (note == files.end()) return Error{Fault::absent, "there is no checkpoint"};
    const auto checkpoint = open_checkpoint(note->second, key);
    if (!checkpoint) return checkpoint.error();
    CompactRange tree;
    std::vector<Hash> roots;
    for (std::uint64_t from = 0; from < checkpoint->size; from += width) {
        const auto count = std::min(width, checkpoint->size - from);
        const auto name = fmt::format("bundle {} of {} entries", from / width, count);
        const auto* bundle = tile_of(files, "entries", from / width, count);
        if (bundle == nullptr) return missing(name);
        const auto entries = entries_of(*bundle);
        if (entries.size() < count) return wrong(name);
        std::vector<Hash> leaves;
        CompactRange below;
        for (std::uint64_t n = 0; n < count; ++n) {
            leaves.push_back(leaf_hash(bytes_of(entries[n])));
            tree.append(leaves.back());
            below.append(leaves.back());
        }
        const auto* hashes = tile_of(files, "0", from / width, count);
        if (hashes == nullptr) return missing("tile of level 0");
        if (!begins_with_hashes(*hashes, leaves)) return wrong("tile of level 0");
        if (count == width) roots.push_back(below.root());
    }
    if (tree.root() != checkpoint->root) return wrong("the root");
    if (roots.empty()) return checkpoint;
    const auto* above = tile_of(files, "1", 0, roots.size());
    if (above == nullptr) return missing("tile of level 1");
    if (!begins_with_hashes(*above, roots)) return wrong("tile of level 1");
    return checkpoint;
}

}  // namespace placet::tests
