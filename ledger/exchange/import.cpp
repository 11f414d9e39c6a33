#include "ledger/exchange/import.h"

#include "ledger/authority.h"
#include "ledger/encoding.h"
#include "ledger/exchange/attachments.h"
#include "ledger/exchange/branch.h"
#include "ledger/exchange/bundle_reader.h"
#include "ledger/exchange/cosigning.h"
#include "ledger/exchange/counts.h"
#include "ledger/exchange/static_directory.h"
#include "ledger/index_columns.h"
#include "ledger/restoration.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

using Arrival = ImportedFeed::Arrival;

constexpr std::size_t attachments_at_once = 64;

Error nothing_stored(Fault fault, const Carrier& carrier, std::string_view what) {
    return {fault,
            fmt::format("{}: {} Nothing of this feed was stored, and what the ledger held is "
                        "as it was. Keep the directory as it is, and ask for a fresh copy.",
                        carrier.name(), what)};
}

/// Of the ledger's own disk: nothing that a fresh copy of the directory would mend.
bool of_storage(const Error& error) {
    return error.fault == Fault::storage || error.fault == Fault::full;
}

/// The first line: whose feed this says it is. Not verified.
std::string claimed_origin(std::string_view note) {
    return std::string(note.substr(0, note.find('\n')));
}

}  // namespace

Result<Importer> Importer::open(Store& store) {
    Importer importer(store);
    const auto feeds = store.feeds();
    if (!feeds) return feeds.error();
    for (const auto& stored : *feeds) {
        if (stored.branch > 0) {
            importer.frozen_.insert(stored.key.name);
            continue;
        }
        auto feed = FeedTree::restore(store, stored);
        if (!feed) return feed.error();
        importer.feeds_.push_back(*std::move(feed));
    }
    const auto evidence = store.evidence();
    if (!evidence) return evidence.error();
    for (const auto& each : *evidence)
        for (const auto& stored : *feeds)
            if (stored.number == each.feed) importer.frozen_.insert(stored.key.name);
    auto conference = restore_conference(store, importer.spine());
    if (!conference) return conference.error();
    importer.conference_ = *std::move(conference);
    if (const auto done = importer.want(attachments_named(*importer.conference_)); !done)
        return done.error();
    if (const auto enrolled = importer.enrol_feeds(); !enrolled) return enrolled.error();
    return importer;
}

/// Feeds that the charter enrols and nothing is held of yet.
Result<Done> Importer::enrol_feeds() {
    if (!conference_->charter) return Done{};
    for (const auto& terminal : conference_->charter->terminals) {
        const auto known = std::ranges::find(feeds_, terminal.origin,
                                             [](const FeedTree& feed) { return feed.key().name; });
        if (known == feeds_.end())
            feeds_.emplace_back(StoredFeed{.number = 0,  // none yet
                                           .key = {.name = terminal.origin, .key = terminal.key},
                                           .own = false});
    }
    return Done{};
}

Result<std::string> Importer::root_origin(Carrier& carrier) const {
    const auto note = carrier.read(checkpoint_name, 0, note_size_limit + 1);
    if (note) return claimed_origin(text_of(*note));
    if (note.error().fault != Fault::absent) return note.error();
    return Error{Fault::absent,
                 fmt::format("{}: there is no checkpoint, so this is no static directory of a "
                             "ledger. Nothing was changed. Give the folder that placet export "
                             "wrote.",
                             carrier.name())};
}

/// Nothing if the directory has nothing of this feed.
Result<std::optional<Importer::Offer>> Importer::offer_of(Carrier& carrier, const FeedTree& feed,
                                                          const std::string& root) const {
    Offer offer{.folder = feed_folder(feed.key().name, root == feed.key().name)};
    const auto read =
        carrier.read(offer.folder + std::string(checkpoint_name), 0, note_size_limit + 1);
    if (!read && read.error().fault == Fault::absent) return std::optional<Offer>{};
    if (!read) return read.error();
    offer.note = text_of(*read);
    auto opened = open_checkpoint(offer.note, feed.key());
    if (!opened)
        return nothing_stored(
            Fault::unverified, carrier,
            fmt::format("the checkpoint of {} is not signed by the key that is known here: this is "
                        "another conference, a rehearsal, or a forgery under that name ({}).",
                        feed.key().name, opened.error().detail));
    offer.checkpoint = *std::move(opened);
    return std::optional(std::move(offer));
}

Result<ImportReport> Importer::take(Carrier& carrier, const ImportOptions& options) {
    const auto root = root_origin(carrier);
    if (!root) return root.error();
    ImportReport report;
    for (std::size_t index = 0; index < feeds_.size(); ++index) {
        auto taken = take_feed(carrier, index, *root, options);
        if (!taken) return taken.error();
        report.feeds.push_back(*std::move(taken));
        // Who else is enrolled, the spine may only just have said.
        if (index == 0)
            if (const auto enrolled = enrol_feeds(); !enrolled) return enrolled.error();
    }
    if (std::ranges::all_of(
            report.feeds, [](const ImportedFeed& feed) { return feed.arrival == Arrival::absent; }))
        return Error{Fault::refused,
                     fmt::format("{} holds the feed {}, which is not known here: this ledger "
                                 "follows {}. Nothing was changed. Give a directory of this "
                                 "conference.",
                                 carrier.name(), *root, spine().key().name)};
    if (const auto taken = take_attachments(carrier, report); !taken) return taken.error();
    report.not_understood = conference_->not_understood;
    return report;
}

Result<ImportedFeed> Importer::take_feed(Carrier& carrier, std::size_t index,
                                         const std::string& root, const ImportOptions& options) {
    const auto& held = feeds_[index];
    ImportedFeed taken{.origin = held.key().name, .before = held.size(), .after = held.size()};
    const auto offer = offer_of(carrier, held, root);
    if (!offer) return offer.error();
    if (!*offer) return taken;
    const auto& checkpoint = (*offer)->checkpoint;
    taken.offered = checkpoint.size;
    if (frozen_.contains(taken.origin)) {
        taken.arrival = Arrival::frozen;
        return taken;
    }
    const auto froze = [&](Fork fork) -> Result<ImportedFeed> {
        taken.arrival = Arrival::forked;
        taken.fork = std::move(fork);
        return taken;
    };
    if (checkpoint.size <= held.size()) {
        const auto here = held.root_at(store_, checkpoint.size);
        if (!here) return here.error();
        if (*here != checkpoint.root) {
            auto fork = freeze(carrier, held, **offer);
            return fork ? froze(*std::move(fork)) : Result<ImportedFeed>(fork.error());
        }
        taken.arrival = checkpoint.size == held.size() ? Arrival::nothing_new : Arrival::older;
    } else if (const auto done = take_entries(carrier, index, **offer, options); !done) {
        // A directory of another history breaks rules or hashes here; which it is, its own hashes
        // say, and only where they do not the first error stands. That somebody stopped it, or the
        // disk, says nothing about the directory.
        if (done.error().fault == Fault::refused || of_storage(done.error())) return done.error();
        auto fork = freeze(carrier, held, **offer);
        return fork ? froze(*std::move(fork)) : Result<ImportedFeed>(done.error());
    } else {
        taken.arrival = Arrival::taken_in;
        taken.after = checkpoint.size;
    }
    const auto lines = take_cosignatures(feeds_[index], **offer);
    if (!lines) return lines.error();
    taken.cosignatures = *lines;
    return taken;
}

Result<Done> Importer::take_entries(Carrier& carrier, std::size_t index, const Offer& offer,
                                    const ImportOptions& options) {
    const auto& held = feeds_[index];
    if (held.feed().own && !options.recover)
        return Error{
            Fault::forked,
            fmt::format("{} holds {} entries of this very terminal, and its ledger {}: {}. "
                        "Nothing was changed. This ledger lost its end, or is an older "
                        "copy of the disk: record nothing with it, and use placet recover.",
                        carrier.name(), offer.checkpoint.size, held.size(),
                        missing_text(offer.checkpoint.size - held.size()))};
    Growth growth{.feed = held};
    if (const auto done = verify_and_store(carrier, growth, offer, options); !done) {
        store_.roll_back();
        if (!is_spine(held)) return done.error();
        auto before = restore_conference(store_, held);
        if (!before) return before.error();
        conference_ = *std::move(before);
        return done.error();
    }
    feeds_[index] = std::move(growth.feed);
    return want(growth.attachments);
}

/// Within one transaction: nothing of the feed is there before all of it was verified.
Result<Done> Importer::verify_and_store(Carrier& carrier, Growth& growth, const Offer& offer,
                                        const ImportOptions& options) {
    auto& feed = growth.feed;
    if (const auto begun = store_.begin(); !begun) return begun.error();
    if (feed.feed().number == 0) {
        const auto number = store_.insert_feed(feed.feed());
        if (!number) return number.error();
        auto stored = feed.feed();
        stored.number = *number;
        feed = FeedTree(stored);
    }
    BundleReader bundles(carrier, offer.folder, offer.checkpoint.size);
    if (const auto sought = bundles.skip_held(store_, feed, feed.size()); !sought)
        return sought.error();
    while (feed.size() < offer.checkpoint.size) {
        if (options.progress && !options.progress(feed.size(), offer.checkpoint.size))
            return Error{Fault::refused, "Stopped, as asked. Nothing of this feed was stored."};
        auto entries = bundles.next();
        if (!entries) return entries.error();
        for (auto& bytes : *entries) {
            const auto taken = take_entry(growth, std::move(bytes));
            if (!taken && of_storage(taken.error())) return taken.error();
            if (!taken) return nothing_stored(taken.error().fault, carrier, taken.error().detail);
        }
    }
    if (feed.tree().root() != offer.checkpoint.root)
        return nothing_stored(Fault::unverified, carrier,
                              fmt::format("the entries are not those that the checkpoint of {} "
                                          "covers: at least one was changed.",
                                          feed.key().name));
    auto note = log_note(offer.note, feed.key());
    if (!note) return note.error();
    if (const auto done = feed.sign_off(store_, *std::move(note)); !done) return done.error();
    return store_.commit();
}

Result<Done> Importer::take_entry(Growth& growth, std::string bytes) {
    auto& feed = growth.feed;
    auto& conference = *conference_;
    const auto seq = feed.size();
    const auto entry = decode_entry(bytes);
    if (!entry)
        return Error{entry.error().fault,
                     fmt::format("entry {} cannot be read: {}.", seq, entry.error().detail)};
    if (entry->feed != feed.key().name || entry->seq != seq)
        return Error{Fault::unverified,
                     fmt::format("entry {} belongs to another place: it says entry {} of {}.", seq,
                                 entry->seq, entry->feed)};
    auto columns = index_columns(*entry);
    if (columns.ballot) {
        const auto known = store_.entry_of_ballot(*columns.ballot, feed.feed().number);
        if (!known) return known.error();
        if (*known)
            return Error{Fault::unverified,
                         fmt::format("entry {} is a ballot whose id stands in entry {} already.",
                                     seq, (*known)->seq)};
    }
    FeedPosition before{.origin = feed.key().name, .size = seq};
    if (names_cut(entry->record)) before.root = feed.tree().root();
    const auto checked =
        is_spine(feed) ? check_entry(conference, *entry, before) : check_seals(conference, *entry);
    if (!checked)
        return Error{Fault::unverified, fmt::format("entry {}: {}", seq, checked.error().detail)};
    if (is_spine(feed)) {
        if (!check_own_terminal(*entry, feed.key()))
            return Error{Fault::unverified,
                         "the charter gives this terminal another key than the one that signs."};
        apply(conference, *entry);
        growth.attachments.merge(attachments_named(entry->record));
    }
    const auto stored = feed.append(store_,
                                    {.data = std::move(bytes),
                                     .type = std::move(columns.type),
                                     .run = columns.run,
                                     .ballot = std::move(columns.ballot)},
                                    entry->leaf);
    if (!stored) return stored.error();
    return Done{};
}

/// Proves the fork, and keeps it with the other history, as far as its entries are there.
Result<Fork> Importer::freeze(Carrier& carrier, const FeedTree& feed, const Offer& offer) {
    CarrierTree other(carrier, offer.folder, offer.checkpoint.size);
    auto fork = find_fork(store_, feed, other, offer.note, offer.checkpoint);
    if (!fork) return fork.error();
    if (!*fork)
        return nothing_stored(Fault::unverified, carrier,
                              "the entries are not those that the checkpoint covers.");
    const auto stored = [&]() -> Result<Done> {
        if (const auto begun = store_.begin(); !begun) return begun.error();
        if (const auto done = store_branch(store_, carrier, feed, offer.folder, offer.note,
                                           offer.checkpoint, (*fork)->common);
            !done)
            return done.error();
        const auto kept =
            store_.insert_evidence({.feed = feed.feed().number, .json = (*fork)->evidence});
        if (!kept) return kept.error();
        return store_.commit();
    }();
    if (!stored) {
        store_.roll_back();
        return stored.error();
    }
    frozen_.insert(feed.key().name);
    return **std::move(fork);
}

Result<std::uint64_t> Importer::take_cosignatures(const FeedTree& feed, const Offer& offer) {
    const auto number = feed.feed().number;
    const auto size = offer.checkpoint.size;
    const auto held = store_.checkpoints_above(static_cast<std::int64_t>(size) - 1, number);
    if (!held) return held.error();
    if (held->empty() || held->front().size != size) return 0;
    const auto known = store_.cosignatures(size, number);
    if (!known) return known.error();
    auto lines = cosignature_lines(offer.note, feed.key());
    if (!lines) return lines.error();
    std::erase_if(*lines, [&](const std::string& line) {
        return std::ranges::find(*known, line) != known->end();
    });
    if (lines->size() + known->size() > cosignature_limit)
        lines->resize(cosignature_limit - std::min(known->size(), cosignature_limit));
    if (lines->empty()) return 0;
    if (const auto begun = store_.begin(); !begun) return begun.error();
    for (const auto& line : *lines)
        if (const auto done = store_.insert_cosignature(size, line, number); !done) {
            store_.roll_back();
            return done.error();
        }
    if (const auto committed = store_.commit(); !committed) return committed.error();
    return lines->size();
}

/// What entries name and is not here yet; one that is missing keeps nothing back. A few per
/// transaction.
Result<Done> Importer::take_attachments(Carrier& carrier, ImportReport& report) {
    std::vector<std::pair<Hash, Bytes>> fetched;
    std::size_t size = 0;
    const auto store = [&]() -> Result<Done> {
        if (const auto stored = store_attachments(fetched); !stored) return stored.error();
        report.attachments += fetched.size();
        for (const auto& [hash, unused] : fetched) wanted_.erase(hash);
        fetched.clear();
        size = 0;
        return Done{};
    };
    for (const auto& hash : std::vector<Hash>(wanted_.begin(), wanted_.end())) {
        auto bytes = carrier.read(attachment_path(hash), 0, attachment_size_limit + 1);
        if (!bytes && bytes.error().fault == Fault::storage) return bytes.error();
        if (!bytes || sha256(*bytes) != hash) continue;
        size += bytes->size();
        fetched.emplace_back(hash, *std::move(bytes));
        if (fetched.size() < attachments_at_once && size < attachment_size_limit) continue;
        if (const auto stored = store(); !stored) return stored.error();
    }
    if (const auto stored = store(); !stored) return stored.error();
    report.missing.assign(wanted_.begin(), wanted_.end());
    return Done{};
}

Result<Done> Importer::store_attachments(const std::vector<std::pair<Hash, Bytes>>& attachments) {
    if (attachments.empty()) return Done{};
    if (const auto begun = store_.begin(); !begun) return begun.error();
    for (const auto& [hash, bytes] : attachments)
        if (const auto done = store_.insert_attachment(hash, bytes); !done) {
            store_.roll_back();
            return done.error();
        }
    return store_.commit();
}

Result<Done> Importer::want(const std::set<Hash>& named) {
    for (const auto& hash : named) {
        const auto held = store_.has_attachment(hash);
        if (!held) return held.error();
        if (!*held) wanted_.insert(hash);
    }
    return Done{};
}

}  // namespace placet::ledger
