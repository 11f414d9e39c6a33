// store_feeds.cpp: whose feeds a file holds, what witnesses signed below them, and what proves that
// a key signed two histories.
#include "ledger/store.h"
#include "ledger/store_file.h"
#include "ledger/store_statement.h"

#include <fmt/format.h>

namespace placet::ledger {

Result<std::vector<StoredFeed>> Store::feeds() {
    auto statement =
        prepare("SELECT feed_no, origin, vkey, is_own, branch, base FROM feed ORDER BY feed_no");
    if (!statement) return statement.error();
    std::vector<StoredFeed> feeds;
    int code = statement->step();
    for (; code == SQLITE_ROW; code = statement->step()) {
        auto key = parse_verifier_key(statement->view(2));
        if (!key || key->name != statement->view(1))
            return corrupt_ledger("The verifier key of a feed is damaged");
        feeds.push_back({.number = statement->integer(0),
                         .key = std::move(*key),
                         .own = statement->integer(3) != 0,
                         .branch = statement->integer(4),
                         .base = static_cast<std::uint64_t>(statement->integer(5))});
    }
    if (code != SQLITE_DONE) return stop("the feeds cannot be read");
    if (feeds.empty() || feeds.front().number != first_feed || feeds.front().branch != 0)
        return corrupt_ledger("The ledger does not say whose feed it holds");
    return feeds;
}

Result<std::vector<std::string>> Store::cosignatures(std::uint64_t size, FeedNo feed) {
    auto statement =
        prepare("SELECT line FROM cosignature WHERE feed_no = ? AND size = ? ORDER BY line");
    if (!statement) return statement.error();
    statement->bind(feed).bind(size);
    std::vector<std::string> lines;
    int code = statement->step();
    for (; code == SQLITE_ROW; code = statement->step()) lines.emplace_back(statement->view(0));
    if (code != SQLITE_DONE) return stop("cosignatures cannot be read");
    return lines;
}

Result<std::vector<StoredEvidence>> Store::evidence() {
    auto statement = prepare("SELECT feed_no, json FROM evidence ORDER BY sha256");
    if (!statement) return statement.error();
    std::vector<StoredEvidence> evidence;
    int code = statement->step();
    for (; code == SQLITE_ROW; code = statement->step())
        evidence.push_back(
            {.feed = statement->integer(0), .json = std::string(statement->view(1))});
    if (code != SQLITE_DONE) return stop("evidence cannot be read");
    return evidence;
}

Result<bool> Store::has_attachment(const Hash& sha256) {
    auto statement = prepare("SELECT 1 FROM attachment WHERE sha256 = ?");
    if (!statement) return statement.error();
    const int code = statement->bind(BytesView{sha256}).step();
    if (code != SQLITE_ROW && code != SQLITE_DONE) return stop("an attachment cannot be read");
    return code == SQLITE_ROW;
}

Result<FeedNo> Store::insert_feed(const StoredFeed& feed) {
    const auto last = number("SELECT coalesce(max(feed_no), 0) FROM feed");
    if (!last) return last.error();
    auto statement = prepare(
        "INSERT INTO feed (feed_no, origin, vkey, is_own, branch, base) VALUES (?, ?, ?, ?, ?, ?)");
    if (!statement) return statement.error();
    const auto vkey = format_verifier_key(feed.key);
    statement->bind(*last + 1).bind(std::string_view(feed.key.name)).bind(std::string_view(vkey));
    statement->bind(feed.own ? 1 : 0).bind(feed.branch).bind(feed.base);
    if (statement->step() != SQLITE_DONE) return stop("a feed cannot be written");
    return *last + 1;
}

Result<Done> Store::insert_cosignature(std::uint64_t size, std::string_view line, FeedNo feed) {
    auto statement = prepare("INSERT INTO cosignature (feed_no, size, line) VALUES (?, ?, ?)");
    if (!statement) return statement.error();
    if (statement->bind(feed).bind(size).bind(line).step() != SQLITE_DONE)
        return stop("a cosignature cannot be written");
    return Done{};
}

Result<Done> Store::insert_evidence(const StoredEvidence& evidence) {
    auto statement = prepare("INSERT INTO evidence (sha256, feed_no, json) VALUES (?, ?, ?)");
    if (!statement) return statement.error();
    const Hash hash = sha256(bytes_of(evidence.json));
    statement->bind(BytesView{hash}).bind(evidence.feed).bind(std::string_view(evidence.json));
    if (statement->step() != SQLITE_DONE) return stop("evidence cannot be written");
    return Done{};
}

}  // namespace placet::ledger
