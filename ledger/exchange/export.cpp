#include "ledger/exchange/export.h"

#include "ledger/exchange/cosigning.h"
#include "ledger/exchange/counts.h"
#include "ledger/exchange/static_directory.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

constexpr std::size_t attachments_per_step = 16;
constexpr std::size_t files_per_reading = 16;

Error corrupt(std::uint64_t seq) {
    return {Fault::corrupt,
            fmt::format("Entry {} of the ledger is not what its tree says. Nothing more was "
                        "written. Keep the ledger as it is and call the secretariat; placet verify "
                        "says what is still good.",
                        seq)};
}

/// Partial tiles of a tile that is full now: no checkpoint needs them that the full one cannot
/// serve.
void remove_partials(FolderWriter& folder, const std::string& full) {
    for (int width = 1; width < static_cast<int>(tile_width); ++width)
        folder.remove(fmt::format("{}.p/{}", full, width));
    folder.remove(full + ".p");
}

}  // namespace

Result<Export> Export::begin(Store& store, const std::filesystem::path& directory) {
    auto folder = FolderWriter::open(directory);
    if (!folder) return folder.error();
    Export made(*std::move(folder));
    const auto feeds = store.feeds();
    if (!feeds) return feeds.error();
    // The first feed last: whoever reads meanwhile never finds a spine that cites what is not
    // there.
    for (auto feed = feeds->rbegin(); feed != feeds->rend(); ++feed)
        if (feed->branch == 0)
            if (const auto added = made.add_part(store, *feed); !added) return added.error();
    for (const auto& part : made.parts_) {
        made.progress_.of += part.tiles.size() + (part.checkpoint.empty() ? 0 : 1);
        made.progress_.entries += part.feed.size() - part.old_size;
    }
    made.progress_.size = made.parts_.back().feed.size();
    return made;
}

Result<Done> Export::add_part(Store& store, const StoredFeed& stored) {
    auto feed = FeedTree::restore(store, stored);
    if (!feed) return feed.error();
    const bool at_root = stored.number == first_feed;
    if (feed->size() == 0 && !at_root) return Done{};
    if (feed->size() == 0)
        return Error{Fault::refused,
                     "This ledger holds no entry yet. Nothing was written. Take in a directory "
                     "first, or found the conference."};
    Part part{.feed = *std::move(feed), .folder = feed_folder(stored.key.name, at_root)};
    auto note = checkpoint_to_write(store, part);
    if (!note) return note.error();
    part.checkpoint = *std::move(note);
    part.tiles = tiles_between(part.old_size, part.feed.size());
    parts_.push_back(std::move(part));
    return Done{};
}

/// The checkpoint's note, or nothing if it stands in the directory already; and how much of the
/// feed the directory has.
Result<std::string> Export::checkpoint_to_write(Store& store, Part& part) {
    const auto path = part.folder + std::string(checkpoint_name);
    const auto held = folder_.read(path, note_size_limit + 1);
    if (!held) return held.error();
    auto note = cosigned_note(store, part.feed);
    if (!note || !*held) return note;
    const auto text = text_of(**held);
    const auto checkpoint = open_checkpoint(text, part.feed.key());
    if (!checkpoint)
        return Error{
            Fault::refused,
            fmt::format("{} holds something else than {}: {} Nothing was written. Take an "
                        "empty folder or stick.",
                        folder_.path().string(), part.feed.key().name, checkpoint.error().detail)};
    if (const auto same = compare_with_held(store, part, *checkpoint); !same) return same.error();
    part.old_size = checkpoint->size;
    if (checkpoint->size == part.feed.size()) {
        const auto lines = cosignature_lines(text, part.feed.key());
        if (!lines) return lines.error();
        note = with_lines(*std::move(note), *lines);
        if (note && *note == text) return std::string();
    }
    return note;
}

Result<Done> Export::compare_with_held(Store& store, const Part& part,
                                       const Checkpoint& held) const {
    const auto& feed = part.feed;
    if (held.size > feed.size())
        return Error{
            Fault::forked,
            fmt::format("{} knows {} of {}, and this ledger {}: {}. Nothing was "
                        "written. This ledger lost its end, or is an older copy: use placet "
                        "recover before anything else is recorded, or import into the copy.",
                        folder_.path().string(), entries_text(held.size), feed.key().name,
                        feed.size(), missing_text(held.size - feed.size()))};
    const auto root = feed.root_at(store, held.size);
    if (!root) return root.error();
    if (*root == held.root) return Done{};
    return Error{Fault::forked,
                 fmt::format("{} holds another history of {} than this ledger. Nothing was "
                             "written. Keep both, call the secretariat, and let placet diff say "
                             "where they part.",
                             folder_.path().string(), feed.key().name)};
}

Result<Done> Export::put(const std::string& path, BytesView bytes) {
    if (const auto done = folder_.put(path, bytes); !done) return done.error();
    written_.push_back({.path = path, .hash = sha256(bytes), .size = bytes.size()});
    return Done{};
}

Result<Bytes> Export::bundle(Store& store, const Part& part, const Tile& tile) const {
    const auto from = tile.index * tile_width;
    const auto number = part.feed.feed().number;
    const auto width = static_cast<std::size_t>(tile.width);
    const auto entries = store.entries(from, width, number);
    if (!entries) return entries.error();
    if (entries->size() != width) return corrupt(from + entries->size());
    Bytes bytes;
    CompactRange tree;
    for (const auto& entry : *entries) {
        // What leaves is what was signed: a changed entry does not.
        if (leaf_hash(bytes_of(entry.data)) != entry.leaf) return corrupt(entry.seq);
        append_to_bundle(bytes, bytes_of(entry.data));
        tree.append(entry.leaf);
    }
    if (width < tile_width) return bytes;
    const auto root = part.feed.node(store, tile_height, tile.index);
    if (!root) return root.error();
    if (*root != tree.root()) return corrupt(from);
    return bytes;
}

Result<Bytes> Export::hashes(Store& store, const Part& part, const Tile& tile) const {
    const auto from = tile.index * tile_width;
    const auto count = static_cast<std::uint64_t>(tile.width);
    const auto number = part.feed.feed().number;
    const auto hashes = tile.level == 0 ? store.leaves(from, count, number)
                                        : store.tile_roots(tile.level, from, count, number);
    if (!hashes) return hashes.error();
    if (hashes->size() != count) return corrupt(from);
    Bytes bytes;
    bytes.reserve(hashes->size() * sizeof(Hash::bytes));
    for (const auto& hash : *hashes)
        bytes.insert(bytes.end(), hash.bytes.begin(), hash.bytes.end());
    return bytes;
}

Result<Done> Export::write_tile(Store& store, Part& part) {
    const auto& tile = part.tiles[part.next];
    const auto bytes =
        tile.kind == TileKind::entries ? bundle(store, part, tile) : hashes(store, part, tile);
    if (!bytes) return bytes.error();
    if (const auto done = put(part.folder + tile_path(tile), *bytes); !done) return done.error();
    ++part.next;
    return Done{};
}

/// True when there is none left.
Result<bool> Export::write_attachments(Store& store) {
    const auto block = store.attachments_above(last_attachment_);
    if (!block) return block.error();
    std::size_t written = 0;
    for (const auto& hash : *block) {
        const auto path = attachment_path(hash);
        const auto held = folder_.has(path);
        if (!held) return held.error();
        if (!*held) {
            if (written++ == attachments_per_step) return false;
            const auto bytes = store.attachment(hash);
            if (!bytes) return bytes.error();
            if (!*bytes || sha256(**bytes) != hash)
                return Error{Fault::corrupt,
                             "An attachment of the ledger is not what its hash says. Nothing more "
                             "was written. Keep the ledger as it is and call the secretariat."};
            if (const auto done = put(path, **bytes); !done) return done.error();
        }
        last_attachment_ = hash;
    }
    return block->empty();
}

Result<Done> Export::write_evidence(Store& store) {
    const auto evidence = store.evidence();
    if (!evidence) return evidence.error();
    for (const auto& [feed, json] : *evidence) {
        const auto path = evidence_path(sha256(bytes_of(json)));
        const auto held = folder_.has(path);
        if (!held) return held.error();
        if (*held) continue;
        if (const auto done = put(path, bytes_of(json)); !done) return done.error();
    }
    return Done{};
}

Result<Done> Export::write_checkpoints() {
    if (const auto done = folder_.settle(); !done) return done.error();
    for (const auto& part : parts_) {
        if (part.checkpoint.empty()) continue;
        const auto path = part.folder + std::string(checkpoint_name);
        if (const auto done = put(path, bytes_of(part.checkpoint)); !done) return done.error();
        if (const auto done = folder_.settle(); !done) return done.error();
        for (const auto& tile : part.tiles)
            if (tile.width == static_cast<int>(tile_width) &&
                part.old_size >> (8U * static_cast<unsigned>(tile.level)) > tile.index * tile_width)
                remove_partials(folder_, part.folder + tile_path(tile));
    }
    progress_.of = progress_.done + 1 + written_.size() / files_per_reading;
    return Done{};
}

Result<Done> Export::read_back() {
    const auto end = std::min(written_.size(), compared_ + files_per_reading);
    for (; compared_ < end; ++compared_) {
        const auto& file = written_[compared_];
        const auto bytes = folder_.read_back(file.path, file.size + 1);
        if (!bytes) return bytes.error();
        if (!*bytes || (*bytes)->size() != file.size || sha256(**bytes) != file.hash)
            return Error{Fault::storage,
                         fmt::format("{} does not read back as it was written: this medium is "
                                     "failing. The ledger is as it was. Take another stick.",
                                     (folder_.path() / file.path).string())};
    }
    return Done{};
}

Result<bool> Export::step(Store& store) {
    auto done = Result<Done>(Done{});
    while (part_ < parts_.size() && parts_[part_].next == parts_[part_].tiles.size()) ++part_;
    if (part_ < parts_.size()) {
        done = write_tile(store, parts_[part_]);
    } else if (!attachments_done_) {
        const auto all = write_attachments(store);
        if (!all) return all.error();
        attachments_done_ = *all;
        if (attachments_done_) done = write_evidence(store);
    } else if (!checkpoints_done_) {
        done = write_checkpoints();
        checkpoints_done_ = true;
    } else {
        done = read_back();
    }
    if (!done) return done.error();
    ++progress_.done;
    progress_.of = std::max(progress_.of, progress_.done);
    progress_.files = folder_.files_written();
    progress_.bytes = folder_.bytes_written();
    progress_.reading_back = checkpoints_done_;
    return checkpoints_done_ && compared_ == written_.size();
}

}  // namespace placet::ledger
