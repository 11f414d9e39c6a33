#include "ledger/exchange/bundle_reader.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

constexpr std::size_t entry_size_limit = 16384;  // bytes (FORMAT.md section 2)
constexpr std::size_t length_size = 2;           // bytes, before each entry
constexpr std::size_t bundle_size_limit = tile_width * (length_size + entry_size_limit);

/// The first `count` entries; what follows belongs to a later checkpoint. Nothing if it is cut off.
std::optional<std::vector<std::string>> first_entries(BytesView& bytes, std::uint64_t count) {
    std::vector<std::string> entries;
    while (entries.size() < count) {
        if (bytes.size() < length_size) return std::nullopt;
        const auto length = static_cast<std::size_t>(bytes[0]) << 8U | bytes[1];
        if (bytes.size() < length_size + length) return std::nullopt;
        entries.push_back(text_of(bytes.subspan(length_size, length)));
        bytes = bytes.subspan(length_size + length);
    }
    return entries;
}

}  // namespace

Result<Done> BundleReader::skip_held(Store& store, const FeedTree& feed, std::uint64_t count) {
    position_ = count;
    offset_ = 0;
    const auto first = count - count % tile_width;
    if (first == count) return Done{};
    const auto held =
        store.entries(first, static_cast<std::size_t>(count - first), feed.feed().number);
    if (!held) return held.error();
    for (const auto& entry : *held) offset_ += length_size + entry.data.size();
    return Done{};
}

Result<std::vector<std::string>> BundleReader::next() {
    if (position_ >= size_) return std::vector<std::string>{};
    const auto index = position_ / tile_width;
    const auto end = std::min(size_, (index + 1) * tile_width);
    const auto bytes = read_tile(carrier_, folder_,
                                 {.kind = TileKind::entries,
                                  .index = index,
                                  .width = static_cast<int>(end - index * tile_width)},
                                 offset_, bundle_size_limit + 1);
    if (!bytes && bytes.error().fault == Fault::absent)
        return Error{Fault::malformed,
                     fmt::format("{}: the entries from {} on are missing, which its checkpoint "
                                 "covers. Nothing of this feed was stored. The directory is not "
                                 "whole: export it again, or ask for a fresh copy.",
                                 carrier_.name(), position_)};
    if (!bytes) return bytes.error();
    BytesView rest = *bytes;
    auto split = first_entries(rest, end - position_);
    if (!split || (extent_ == Extent::exact && !rest.empty()))
        return Error{
            Fault::malformed,
            fmt::format("{}: the bundle of the entries {} to {} is not what it must be. Nothing "
                        "of this feed was stored. Ask for a fresh copy.",
                        carrier_.name(), position_, end - 1)};
    position_ = end;
    offset_ = 0;
    return *std::move(split);
}

}  // namespace placet::ledger
