#include "tests/support/simulated_disk.h"

#include <algorithm>
#include <random>

namespace placet::tests {

using Kind = DiskOperation::Kind;

namespace {

constexpr std::size_t sector_size = 512;

void put(std::string& content, std::size_t at, std::string_view bytes) {
    if (content.size() < at + bytes.size()) content.resize(at + bytes.size(), '\0');
    content.replace(at, bytes.size(), bytes);
}

/// Sector by sector: there, not there, or torn.
void apply_torn(std::string& content, const DiskOperation& operation, bool kept,
                std::minstd_rand& random) {
    if (operation.kind == Kind::truncate) {
        if (kept) apply_to(content, operation);
        return;
    }
    const auto start = static_cast<std::size_t>(operation.at);
    for (std::size_t from = 0; from < operation.bytes.size();) {
        const auto left_in_sector = sector_size - (start + from) % sector_size;
        const auto length = std::min(left_in_sector, operation.bytes.size() - from);
        if (kept && random() % 8 != 0) {
            put(content, start + from, std::string_view(operation.bytes).substr(from, length));
        } else if (random() % 4 == 0) {
            std::string garbage(length, '\0');
            for (auto& byte : garbage) byte = static_cast<char>(random());
            put(content, start + from, garbage);
        }
        from += length;
    }
}

}  // namespace

void apply_to(std::string& content, const DiskOperation& operation) {
    const auto at = static_cast<std::size_t>(operation.at);
    if (operation.kind == Kind::truncate)
        content.resize(at, '\0');
    else
        put(content, at, operation.bytes);
}

PowerCut::PowerCut(const Image& before) {
    for (const auto& [name, bytes] : before) {
        const int file = static_cast<int>(names_.size()) + 1;
        names_.emplace(name, file);
        files_[file].durable = bytes;
    }
}

void PowerCut::take(const DiskOperation& operation) {
    ++taken_;
    switch (operation.kind) {
        case Kind::create:
        case Kind::remove:
            pending_names_.push_back(&operation);
            break;
        case Kind::write:
        case Kind::truncate:
            files_[operation.file].pending.push_back(&operation);
            break;
        case Kind::sync: {
            auto& file = files_[operation.file];
            for (const auto* pending : file.pending) apply_to(file.durable, *pending);
            file.pending.clear();
            break;
        }
        case Kind::lose:
            files_[operation.file].pending.clear();
            break;
        case Kind::sync_folder:
            for (const auto* pending : pending_names_) {
                if (pending->kind == Kind::create)
                    names_[pending->name] = pending->file;
                else
                    names_.erase(pending->name);
            }
            pending_names_.clear();
            break;
        case Kind::acknowledge:
            break;
    }
}

Image PowerCut::image(std::uint32_t seed) const {
    std::minstd_rand random(seed * 2654435761U + taken_);
    const auto survives = [&] { return seed == 1 || (seed > 1 && random() % 2 == 0); };
    auto names = names_;
    for (const auto* pending : pending_names_) {
        if (!survives()) continue;
        if (pending->kind == Kind::create)
            names[pending->name] = pending->file;
        else
            names.erase(pending->name);
    }
    Image image;
    for (const auto& [name, number] : names) {
        auto& content = image[name];
        const auto file = files_.find(number);
        if (file == files_.end()) continue;  // made and not written to
        content = file->second.durable;
        for (const auto* pending : file->second.pending) {
            if (seed == 1) apply_to(content, *pending);
            if (seed > 1) apply_torn(content, *pending, survives(), random);
        }
    }
    return image;
}

}  // namespace placet::tests
