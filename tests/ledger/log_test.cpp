// Source: RFC 6962 section 2.1, C2SP tlog-checkpoint; architecture, "The ledger".
#include "ledger/log.h"

#include "tests/support/child.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

SigningKey signing_key() { return SigningKey::from_seed(Bytes(32, 5)); }

VerifierKey feed_key() {
    return {.name = "test.example/log/desk", .key = signing_key().public_key()};
}

NewEntry numbered(std::uint64_t number) {
    return {.data = "entry " + std::to_string(number), .type = "test/1"};
}

std::vector<NewEntry> numbered(std::uint64_t from, std::uint64_t to) {
    std::vector<NewEntry> entries;
    for (; from < to; ++from) entries.push_back(numbered(from));
    return entries;
}

/// The root of the first `size` numbered entries, from the definition alone.
Hash root_of(std::uint64_t size, std::uint64_t from = 0) {
    if (size == 0) return empty_root();
    if (size == 1) return leaf_hash(bytes_of(numbered(from).data));
    std::uint64_t left = 1;
    while (left * 2 < size) left *= 2;
    return node_hash(root_of(left, from), root_of(size - left, from + left));
}

Log log_of(const fs::path& path, std::uint64_t size) {
    auto log = value_of(Log::create(path, feed_key(), {}));
    if (size > 0) value_of(log.append(numbered(0, size), signing_key()));
    return log;
}

/// Flips one bit of the only place in the file that holds these bytes.
void flip_in(const fs::path& path, std::string_view bytes) {
    auto content = content_of(path);
    const auto at = content.find(bytes);
    REQUIRE(at != std::string::npos);
    REQUIRE(content.find(bytes, at + 1) == std::string::npos);
    content[at + bytes.size() / 2] ^= 1;
    write_file(path, content);
}

std::string to_text(const Hash& hash) { return text_of(hash); }

}  // namespace

TEST_CASE("every append signs the root of RFC 6962 over all entries", "[ledger]") {
    const TempFolder folder;
    auto log = log_of(folder / "ledger", 0);
    std::uint64_t size = 0;
    for (const std::uint64_t count : {1, 1, 2, 5, 246, 1, 1, 300}) {
        const auto signed_one = value_of(log.append(numbered(size, size + count), signing_key()));
        size += count;
        CHECK(signed_one.size == size);
        CHECK(signed_one.root == root_of(size));
        const auto opened = value_of(open_checkpoint(log.checkpoint_note(), feed_key()));
        CHECK(opened == signed_one);
    }
}

TEST_CASE("a log opens at its right edge, with and without complete tiles", "[ledger]") {
    for (const std::uint64_t size : {0, 1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 770}) {
        INFO(size << " entries");
        const TempFolder folder;
        std::string note;
        { note = log_of(folder / "ledger", size).checkpoint_note(); }
        auto log = value_of(Log::open(folder / "ledger", {}));
        CHECK(log.size() == size);
        CHECK(log.tree().root() == root_of(size));
        CHECK(log.checkpoint_note() == note);
        const auto next = value_of(log.append(numbered(size, size + 1), signing_key()));
        CHECK(next.root == root_of(size + 1));
    }
}

TEST_CASE("proofs are made from what is stored", "[ledger]") {
    const TempFolder folder;
    auto log = log_of(folder / "ledger", 600);
    const auto nodes = [&](int level, std::uint64_t index) {
        return log.feed().node(log.store(), level, index);
    };
    for (const std::uint64_t index : {0, 255, 256, 511, 512, 599}) {
        const auto proof = value_of(prove_inclusion(index, 600, nodes));
        const auto leaf = leaf_hash(bytes_of(numbered(index).data));
        CHECK(check_inclusion(index, 600, leaf, proof, root_of(600)));
        CHECK_FALSE(check_inclusion(index, 600, sha256(leaf), proof, root_of(600)));
    }
    for (const std::uint64_t old : {1, 255, 256, 300, 599}) {
        const auto proof = value_of(prove_consistency(old, 600, nodes));
        CHECK(check_consistency(old, 600, proof, root_of(old), root_of(600)));
    }
}

TEST_CASE("a log whose right edge was changed does not open", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    { log_of(path, 257); }

    SECTION("the last leaf hash") {
        flip_in(path, to_text(leaf_hash(bytes_of(numbered(256).data))));
        CHECK(fault_of(Log::open(path, {})) == Fault::corrupt);
    }
    SECTION("the root of the tile before it") {
        flip_in(path, to_text(root_of(256)));
        CHECK(fault_of(Log::open(path, {})) == Fault::corrupt);
    }
    SECTION("the signed note") {
        flip_in(path, base64(root_of(257)));
        CHECK(fault_of(Log::open(path, {})) == Fault::corrupt);
    }
    SECTION("the twin: a leaf hash further left is the audit's to find") {
        flip_in(path, to_text(leaf_hash(bytes_of(numbered(100).data))));
        CHECK(Log::open(path, {}));
    }
}

TEST_CASE("a log whose last entry is gone does not open", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    {
        auto store = value_of(Store::create(path, feed_key()));
        CompactRange tree;
        const auto stored = [](std::uint64_t seq) {
            const auto entry = numbered(seq);
            return StoredEntry{.seq = seq,
                               .data = entry.data,
                               .leaf = leaf_hash(bytes_of(entry.data)),
                               .type = entry.type};
        };
        value_of(store.begin());
        value_of(store.insert(stored(0)));
        const Checkpoint two{.origin = feed_key().name, .size = 2, .root = root_of(2)};
        value_of(store.insert_checkpoint(
            {.size = 2, .root = two.root, .note = sign_checkpoint(two, signing_key())}));
        value_of(store.commit());
    }
    CHECK(fault_of(Log::open(path, {})) == Fault::corrupt);
}

TEST_CASE("entries without a checkpoint are no log", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    {
        auto store = value_of(Store::create(path, feed_key()));
        value_of(store.begin());
        value_of(
            store.insert({.seq = 0, .data = "x", .leaf = leaf_hash(bytes_of("x")), .type = "t"}));
        value_of(store.commit());
    }
    CHECK(fault_of(Log::open(path, {})) == Fault::corrupt);
}

TEST_CASE("a key that is not the feed's writes nothing", "[ledger]") {
    const TempFolder folder;
    auto log = log_of(folder / "ledger", 2);
    const auto other = SigningKey::from_seed(Bytes(32, 6));
    CHECK(fault_of(log.append(numbered(2, 3), other)) == Fault::unverified);
    CHECK(log.size() == 2);
    CHECK(value_of(log.append(numbered(2, 3), signing_key())).root == root_of(3));
}

TEST_CASE("of entries that are appended together either all are recorded or none", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    {
        auto log = log_of(path, 2);
        auto twice = numbered(2, 4);
        twice[0].ballot = twice[1].ballot = "same id";
        CHECK(fault_of(log.append(twice, signing_key())) == Fault::storage);
        CHECK(log.size() == 2);
        CHECK(log.tree().root() == root_of(2));
        // After an error of the store nothing more is written.
        CHECK(fault_of(log.append(numbered(2, 3), signing_key())) == Fault::storage);
    }
    auto log = value_of(Log::open(path, {}));
    CHECK(log.size() == 2);
    CHECK(value_of(log.append(numbered(2, 3), signing_key())).root == root_of(3));
}

TEST_CASE("an attachment is stored once", "[ledger]") {
    const TempFolder folder;
    auto log = log_of(folder / "ledger", 1);
    const auto hash = sha256(bytes_of("text"));
    value_of(log.attach(hash, bytes_of("text")));
    value_of(log.attach(hash, bytes_of("text")));
    CHECK(text_of(*value_of(log.store().attachment(hash))) == "text");
    CHECK(log.size() == 1);
}

// ---- disks that end ---------------------------------------------------------------------------

namespace {

/// Appends until it fails. Says how many were acknowledged, and how the failure was named.
std::string append_until_it_fails(const fs::path& path) {
    auto log = Log::open(path, {});
    if (!log) return "0 does not open";
    for (;;) {
        const auto appended = log->append(numbered(log->size(), log->size() + 1), signing_key());
        if (appended) continue;
        const bool again =
            static_cast<bool>(log->append(numbered(log->size(), log->size() + 1), signing_key()));
        return std::to_string(log->size()) + (again ? " goes on " : " stops ") +
               (appended.error().fault == Fault::full ? "full" : "storage");
    }
}

void check_all_acknowledged_are_there(const fs::path& path, const std::string& outcome) {
    const auto acknowledged = std::stoull(outcome);
    CHECK(acknowledged > 10);
    auto log = value_of(Log::open(path, {}));
    CHECK(log.size() >= acknowledged);
    CHECK(log.size() <= acknowledged + 1);
    CHECK(log.tree().root() == root_of(log.size()));
    CHECK(value_of(log.store().integrity_findings()).empty());
}

}  // namespace

TEST_CASE("a disk that becomes full loses nothing that was acknowledged", "[ledger]") {
    const TempFolder folder;
    const auto disk = folder / "disk";
    fs::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=256k") != 0) {
        WARN("a small disk cannot be mounted here (root only): not tested");
        return;
    }
    const auto path = disk / "ledger";
    { log_of(path, 1); }
    const auto outcome = append_until_it_fails(path);
    INFO(outcome);
    CHECK(outcome.find(" stops full") != std::string::npos);
    // Room again: it opens, holds what was acknowledged, and goes on.
    ::mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT, "size=1m");
    check_all_acknowledged_are_there(path, outcome);
    ::umount2(disk.c_str(), MNT_DETACH);
}

TEST_CASE("no ledger is made on a disk without room for it", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    const auto outcome = in_child([&]() -> std::string {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{8192, 8192};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto made = Log::create(path, feed_key(), {});
        return made ? "made" : made.error().detail;
    });
    CHECK(outcome.find("What was recorded before is safe") != std::string::npos);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a file that may not grow loses nothing that was acknowledged", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    { log_of(path, 1); }
    const auto outcome = in_child([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{200000, 200000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        return append_until_it_fails(path);
    });
    INFO(outcome);
    CHECK(outcome.find(" stops storage") != std::string::npos);
    check_all_acknowledged_are_there(path, outcome);
}
