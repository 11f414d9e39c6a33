#include "ledger/exchange/history.h"

#include "ledger/exchange/bundle_reader.h"
#include "ledger/exchange/pasted_note.h"
#include "ledger/exchange/static_directory.h"
#include "ledger/store.h"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>

namespace placet::ledger {
namespace {

constexpr std::string_view sqlite_header = "SQLite format 3";

Error nothing_of(const std::string& name, const VerifierKey& key) {
    return {Fault::absent,
            fmt::format("{}: there is nothing of {} in it. Nothing was changed. Give what holds "
                        "the history of that terminal.",
                        name, key.name)};
}

class LedgerHistory : public History {
public:
    LedgerHistory(std::string name, LedgerCopy copy)
        : History(Kind::ledger, std::move(name)), copy_(std::move(copy)) {}

    Result<Done> open(const VerifierKey& key) {
        auto store = Store::open_copy(copy_.path());
        if (!store) return copy_.about_original(store.error());
        store_.emplace(*std::move(store));
        const auto feeds = store_->feeds();
        if (!feeds) return feeds.error();
        const auto feed = std::ranges::find_if(
            *feeds, [&](const StoredFeed& one) { return one.branch == 0 && one.key == key; });
        if (feed == feeds->end())
            return Error{Fault::refused,
                         fmt::format("{} is a ledger of another key: {}, and not {}. Two keys are "
                                     "two terminals, whose histories are not to be compared.",
                                     name(), format_verifier_key(feeds->front().key),
                                     format_verifier_key(key))};
        number_ = feed->number;
        const auto last = store_->last_checkpoint(number_);
        if (!last) return last.error();
        if (!*last) return nothing_of(name(), key);
        return set_note((*last)->note, key);
    }

    /// As far as the entries stand without a gap.
    Result<std::vector<std::string>> next() override {
        std::vector<std::string> entries;
        auto block = store_->entries(position_, block_limit, number_);
        if (!block)
            block = store_->entries(position_, 1, number_);  // what stands before a bad page
        if (!block) return copy_.about_original(block.error());
        for (auto& entry : *block) {
            if (entry.seq != position_) break;
            entries.push_back(std::move(entry.data));
            ++position_;
        }
        return entries;
    }

private:
    LedgerCopy copy_;
    std::optional<Store> store_ = {};
    FeedNo number_ = first_feed;
    std::uint64_t position_ = 0;
};

class DirectoryHistory : public History {
public:
    DirectoryHistory(std::string name, std::unique_ptr<Carrier> carrier)
        : History(Kind::directory, std::move(name)), carrier_(std::move(carrier)) {}

    /// The feed lies at the root, or in the folder of its origin.
    Result<Done> open(const VerifierKey& key) {
        auto folder = feed_folder(key.name, true);
        auto note = read_note(folder);
        if (!note) return note.error();
        if (note->substr(0, note->find('\n')) != key.name) {
            folder = feed_folder(key.name, false);
            note = read_note(folder);
        }
        if (!note && note.error().fault == Fault::absent) return nothing_of(name(), key);
        if (!note) return note.error();
        if (const auto opened = set_note(*note, key); !opened) return opened.error();
        entries_.emplace(*carrier_, folder, checkpoint().size);
        return Done{};
    }

    Result<std::vector<std::string>> next() override { return entries_->next(); }

private:
    Result<std::string> read_note(const std::string& folder) {
        const auto bytes =
            carrier_->read(folder + std::string(checkpoint_name), 0, note_size_limit);
        if (bytes) return text_of(*bytes);
        if (bytes.error().fault != Fault::absent || !folder.empty()) return bytes.error();
        return Error{Fault::absent,
                     fmt::format("{}: there is no checkpoint, so this is no static directory of a "
                                 "ledger. Nothing was changed. Give the folder that placet export "
                                 "wrote, or its address.",
                                 carrier_->name())};
    }

    std::unique_ptr<Carrier> carrier_;
    std::optional<BundleReader> entries_ = {};
};

class LoneCheckpoint : public History {
public:
    explicit LoneCheckpoint(std::string name) : History(Kind::checkpoint, std::move(name)) {}

    Result<Done> open(std::string_view note, const VerifierKey& key) {
        return set_note(note_within(note, key.name), key);
    }
};

template <class Kind, class... Arguments>
Result<std::unique_ptr<History>> opened(std::unique_ptr<Kind> history,
                                        const Arguments&... arguments) {
    if (const auto done = history->open(arguments...); !done) return done.error();
    return std::unique_ptr<History>(std::move(history));
}

/// The beginning of a file, at most a note's length and one byte more.
Result<std::string> beginning_of(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    std::string text(note_size_limit + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (!file.bad() && file.gcount() > 0) return text;
    std::error_code error;
    if (std::filesystem::exists(name, error))
        return Error{Fault::malformed, fmt::format("{}: there is nothing to be read in it. Nothing "
                                                   "was changed. Give a ledger, a static directory "
                                                   "or a checkpoint.",
                                                   name)};
    return Error{Fault::absent,
                 fmt::format("{}: there is no such file. Nothing was created.", name)};
}

}  // namespace

Result<Done> History::set_note(std::string note, const VerifierKey& key) {
    auto checkpoint = open_checkpoint(note, key);
    if (!checkpoint)
        return Error{checkpoint.error().fault,
                     fmt::format("{}: this is no checkpoint that {} signed: {} Nothing was "
                                 "compared. Compare the key with the one that was published.",
                                 name_, key.name, checkpoint.error().detail)};
    note_ = std::move(note);
    checkpoint_ = *std::move(checkpoint);
    return Done{};
}

Result<std::unique_ptr<History>> checkpoint_history(const std::string& name, std::string_view note,
                                                    const VerifierKey& key) {
    return opened(std::make_unique<LoneCheckpoint>(name), note, key);
}

Result<HistorySources> HistorySources::open(const std::vector<std::string>& names) {
    HistorySources opened;
    for (const auto& name : names) {
        Source source{.name = name};
        std::error_code none;
        if (name.find("://") != std::string::npos || std::filesystem::is_directory(name, none)) {
            auto carrier = open_carrier(name);
            if (!carrier) return carrier.error();
            source.directory = *std::move(carrier);
        } else {
            auto text = beginning_of(name);
            if (!text) return text.error();
            source.note = *std::move(text);
        }
        if (source.note.starts_with(sqlite_header)) {
            auto copy = LedgerCopy::make(name);
            if (!copy) return copy.error();
            auto store = Store::open_copy(copy->path());
            if (!store) return copy->about_original(store.error());
            if (const auto ours = store->check_schema(); !ours)
                return copy->about_original(ours.error());
            const auto feeds = store->feeds();
            if (!feeds) return copy->about_original(feeds.error());
            for (const auto& feed : *feeds) source.keys.push_back(feed.key);
            source.ledger.emplace(*std::move(copy));
        }
        opened.sources_.push_back(std::move(source));
    }
    return opened;
}

std::optional<VerifierKey> HistorySources::key() const {
    for (const auto& source : sources_)
        if (!source.keys.empty()) return source.keys.front();
    return std::nullopt;
}

Result<std::vector<std::unique_ptr<History>>> HistorySources::histories(const VerifierKey& key) {
    std::vector<std::unique_ptr<History>> all;
    for (auto& source : sources_) {
        auto history =
            source.ledger
                ? opened(std::make_unique<LedgerHistory>(source.name, *std::move(source.ledger)),
                         key)
            : source.directory ? opened(std::make_unique<DirectoryHistory>(
                                            source.name, std::move(source.directory)),
                                        key)
                               : checkpoint_history(source.name, source.note, key);
        if (!history) return history.error();
        all.push_back(*std::move(history));
    }
    return all;
}

}  // namespace placet::ledger
