#include "tests/support/stick_content.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>

namespace placet::tests {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t sector_size = 512;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_fat_name(const std::string& name) {
    constexpr std::size_t longest = 255;
    if (name.empty() || name.size() > longest || name.back() == '.' || name.back() == ' ')
        return false;
    return std::ranges::all_of(name, [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 &&
               std::string_view("<>:\"|?*\\").find(c) == std::string_view::npos;
    });
}

std::shared_ptr<StickNode> read_image(const fs::path& path) {
    auto node = std::make_shared<StickNode>();
    node->folder = fs::is_directory(path);
    if (node->folder) {
        for (const auto& entry : fs::directory_iterator(path))
            node->names[entry.path().filename()] = read_image(entry.path());
        node->sure_names = node->names;
    } else {
        std::ifstream file(path, std::ios::binary);
        node->bytes.assign(std::istreambuf_iterator<char>(file), {});
        node->sure_bytes = node->bytes;
    }
    return node;
}

std::uint64_t size_of(const StickNode& node) {
    std::uint64_t sum = node.bytes.size();
    for (const auto& [name, below] : node.names) sum += size_of(*below);
    return sum;
}

std::string sector(const std::string& bytes, std::size_t from, std::size_t length) {
    auto part = from < bytes.size() ? bytes.substr(from, length) : std::string();
    part.resize(length, '\0');
    return part;
}

}  // namespace

bool FatOrder::operator()(const std::string& a, const std::string& b) const {
    return std::ranges::lexicographical_compare(a, b, {}, lower, lower);
}

StickContent::StickContent(fs::path image, const Faults& faults)
    : image_(std::move(image)), faults_(faults), random_(faults.seed), root_(read_image(image_)) {}

std::shared_ptr<StickNode> StickContent::find(const std::string& path) const {
    auto node = root_;
    for (std::size_t from = 1; from < path.size();) {
        const auto to = std::min(path.find('/', from), path.size());
        const auto found = node->names.find(path.substr(from, to - from));
        if (found == node->names.end()) return nullptr;
        node = found->second;
        from = to + 1;
    }
    return node;
}

std::pair<std::shared_ptr<StickNode>, std::string> StickContent::parent_of(
    const std::string& path) const {
    const auto cut = path.rfind('/');
    return {find(cut == 0 ? "/" : path.substr(0, cut)), path.substr(cut + 1)};
}

std::uint64_t StickContent::room_left() const {
    const auto used = size_of(*root_);
    return used < faults_.room ? faults_.room - used : 0;
}

/// Of the last change it is a coin's to say whether it came through.
bool StickContent::change_is_last() { return ++changes_ == faults_.pulled_at; }

int StickContent::make(const std::string& path, bool folder) {
    const auto [parent, name] = parent_of(path);
    if (parent == nullptr) return ENOENT;
    if (!is_fat_name(name)) return EINVAL;
    if (parent->names.contains(name)) return EEXIST;
    const bool last = change_is_last();
    auto made = std::make_shared<StickNode>();
    made->folder = folder;
    parent->names[name] = std::move(made);
    if (last) pull_out();
    return 0;
}

int StickContent::remove(const std::string& path, bool folder) {
    const auto [parent, name] = parent_of(path);
    const auto node = find(path);
    if (node == nullptr) return ENOENT;
    if (node->folder != folder) return folder ? ENOTDIR : EISDIR;
    if (!node->names.empty()) return ENOTEMPTY;
    const bool last = change_is_last();
    parent->names.erase(name);
    if (last) pull_out();
    return 0;
}

int StickContent::rename(const std::string& from, const std::string& to, bool replace) {
    const auto [source, old_name] = parent_of(from);
    const auto [target, new_name] = parent_of(to);
    const auto node = find(from);
    if (node == nullptr || target == nullptr) return ENOENT;
    if (!is_fat_name(new_name)) return EINVAL;
    const auto there = find(to);
    if (there != nullptr && there != node && (!replace || there->folder)) return EEXIST;
    const bool last = change_is_last();
    source->names.erase(old_name);
    target->names.erase(new_name);
    target->names[new_name] = node;
    if (last) pull_out();
    return 0;
}

int StickContent::write(StickNode& file, std::string_view bytes, std::uint64_t at) {
    const auto end = at + bytes.size();
    if (end > faults_.largest_file) return EFBIG;
    const auto growth = end > file.bytes.size() ? end - file.bytes.size() : 0;
    if (growth > room_left()) return ENOSPC;
    const bool last = change_is_last();
    // Of the last write no more than its beginning reached the stick.
    if (last && !bytes.empty()) bytes = bytes.substr(0, random_() % bytes.size());
    if (file.bytes.size() < at + bytes.size()) file.bytes.resize(at + bytes.size(), '\0');
    file.bytes.replace(at, bytes.size(), bytes);
    if (last) pull_out();
    return 0;
}

int StickContent::truncate(StickNode& file, std::uint64_t size) {
    if (size > faults_.largest_file) return EFBIG;
    if (size > file.bytes.size() && size - file.bytes.size() > room_left()) return ENOSPC;
    const bool last = change_is_last();
    file.bytes.resize(size, '\0');
    if (last) pull_out();
    return 0;
}

int StickContent::sync(StickNode& node) {
    if (change_is_last()) {  // and never came to its end
        pull_out();
        return EIO;
    }
    node.sure_bytes = node.bytes;
    node.sure_names = node.names;
    return 0;
}

/// Each sector as it was synced or as it was written last; a new end at any sector, or torn.
std::string StickContent::left_of(const StickNode& file) {
    if (file.bytes == file.sure_bytes) return file.bytes;
    const auto longest = std::max(file.bytes.size(), file.sure_bytes.size());
    std::string left;
    for (std::size_t from = 0; from < longest; from += sector_size) {
        const auto length = std::min(sector_size, longest - from);
        left += sector(coin() ? file.bytes : file.sure_bytes, from, length);
    }
    if (coin()) return left.substr(0, coin() ? file.bytes.size() : file.sure_bytes.size());
    const auto sectors = left.size() / sector_size + 1;
    return left.substr(0, std::min(left.size(), random_() % sectors * sector_size));
}

void StickContent::write_image(const StickNode& node, const fs::path& to, bool pulled) {
    if (!node.folder) {
        std::ofstream(to, std::ios::binary) << (pulled ? left_of(node) : node.bytes);
        return;
    }
    fs::create_directories(to);
    auto names = node.names;
    if (pulled) {
        for (const auto& [name, below] : node.names) {
            const auto sure = node.sure_names.find(name);
            const bool is_sure = sure != node.sure_names.end() && sure->second == below;
            if (is_sure || coin()) continue;
            names.erase(name);
            if (sure != node.sure_names.end()) names.insert(*sure);
        }
        for (const auto& [name, below] : node.sure_names)  // a removal that was not synced
            if (!node.names.contains(name) && coin()) names.insert({name, below});
    }
    for (const auto& [name, below] : names) write_image(*below, to / name, pulled);
}

void StickContent::pull_out() {
    if (pulled_) return;
    pulled_ = true;
    fs::remove_all(image_);
    write_image(*root_, image_, true);
}

void StickContent::save() {
    if (pulled_) return;
    fs::remove_all(image_);
    write_image(*root_, image_, false);
}

}  // namespace placet::tests
