#include "ledger/log.h"

#include "ledger/store_file.h"

#include <fmt/format.h>

namespace placet::ledger {

Log::Log(Store store, FeedTree feed) : store_(std::move(store)), feed_(std::move(feed)) {}

Result<Log> Log::create(const std::filesystem::path& path, const VerifierKey& key,
                        const Options& options) {
    std::optional<Mark> mark;
    if (options.mark) {
        auto opened = Mark::open(*options.mark, key);
        if (!opened) return opened.error();
        if (const auto& known = opened->latest())
            return Error{Fault::forked,
                         fmt::format("{} entries of this very feed were signed before. Nothing was "
                                     "made. Open the ledger that holds them; a new ledger needs a "
                                     "new key.",
                                     known->size)};
        mark = std::move(*opened);
    }
    auto store = Store::create(path, key, options.vfs);
    if (!store) return store.error();
    Log log(std::move(*store), FeedTree({.key = key}));
    log.mark_ = std::move(mark);
    return log;
}

Result<Log> Log::open(const std::filesystem::path& path, const Options& options) {
    auto store = Store::open(path, options.vfs);
    if (!store) return store.error();
    const auto feeds = store->feeds();
    if (!feeds) return feeds.error();
    if (!feeds->front().own)
        return Error{Fault::refused,
                     fmt::format("{}: this is a copy of another terminal's ledger, which only that "
                                 "terminal writes. Nothing was changed. It can be verified, shown "
                                 "and exported.",
                                 path.string())};
    for (const auto& history : *feeds)
        if (history.branch > 0 && history.key == feeds->front().key)
            return Error{Fault::forked,
                         fmt::format("{}: this terminal's key signed two histories that part at "
                                     "entry {}; the other one is kept here too, with the evidence. "
                                     "Nothing is written with this key any more. Call the "
                                     "secretariat, and enrol the terminal anew.",
                                     path.string(), history.base)};
    auto feed = FeedTree::restore(*store, feeds->front());
    if (!feed) return feed.error();
    Log log(std::move(*store), std::move(*feed));
    if (!options.mark) return log;
    auto mark = Mark::open(*options.mark, log.key());
    if (!mark) return mark.error();
    if (const auto compared = log.compare_with(std::move(*mark)); !compared)
        return compared.error();
    return log;
}

Result<Done> Log::compare_with(Mark mark) {
    if (const auto& known = mark.latest()) {
        if (known->size > size())
            return Error{
                Fault::forked,
                fmt::format("This ledger has {} entries, and {} were signed: {} are missing "
                            "here. Nothing is written. Bring the newer copy of this ledger; "
                            "do not go on with this one.",
                            size(), known->size, known->size - size())};
        const auto root = feed_.root_at(store_, known->size);
        if (!root) return root.error();
        if (*root != known->root)
            return Error{Fault::forked,
                         "The mark on the second medium knows another history of this ledger. "
                         "Nothing is written. Keep both and call the secretariat."};
    }
    if (size() > 0 && (!mark.latest() || mark.latest()->size < size()))
        if (const auto marked = mark.write(feed_.checkpoint(), feed_.note()); !marked)
            return marked.error();
    mark_ = std::move(mark);
    return Done{};
}

Result<Checkpoint> Log::append(std::span<const NewEntry> entries, const SigningKey& key) {
    if (key.public_key() != feed_.key().key)
        return Error{Fault::unverified,
                     "This is not the key of this ledger's terminal. Nothing was written. Give the "
                     "key that was made with this ledger."};
    FeedTree feed = feed_;
    if (const auto written = write(entries, feed, key); !written) {
        store_.roll_back();
        return written.error();
    }
    feed_ = std::move(feed);
    // A mark that fails does not undo the commit: the entry is recorded, the second copy is not.
    if (mark_)
        if (const auto marked = mark_->write(feed_.checkpoint(), feed_.note()); !marked)
            mark_.reset();
    return feed_.checkpoint();
}

Result<Done> Log::write(std::span<const NewEntry> entries, FeedTree& feed, const SigningKey& key) {
    if (const auto begun = store_.begin(); !begun) return begun.error();
    for (const auto& entry : entries) {
        const auto stored = feed.append(store_, entry, leaf_hash(bytes_of(entry.data)));
        if (!stored) return stored.error();
        if (const auto done = store_.read_back(*stored); !done) return done.error();
    }
    auto note = sign_checkpoint(feed.checkpoint(), key);
    // A signature that does not verify must not leave this transaction.
    if (const auto opened = open_checkpoint(note, feed.key()); !opened)
        return corrupt_ledger("The checkpoint's own signature does not verify");
    if (const auto done = feed.sign_off(store_, std::move(note)); !done) return done.error();
    return store_.commit();
}

Result<Done> Log::attach(const Hash& sha256, BytesView bytes) {
    const auto held = store_.attachment(sha256);
    if (!held) return held.error();
    if (*held) return Done{};
    if (const auto begun = store_.begin(); !begun) return begun.error();
    if (const auto done = store_.insert_attachment(sha256, bytes); !done) {
        store_.roll_back();
        return done.error();
    }
    return store_.commit();
}

}  // namespace placet::ledger
