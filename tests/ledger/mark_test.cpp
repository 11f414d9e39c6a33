// Source: architecture, "Never a fork of our own".
#include "ledger/mark.h"

#include "ledger/log.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sys/mount.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

SigningKey signing_key() { return SigningKey::from_seed(Bytes(32, 5)); }

VerifierKey feed_key() {
    return {.name = "test.example/mark/desk", .key = signing_key().public_key()};
}

Checkpoint checkpoint_of(std::uint64_t size) {
    return {
        .origin = feed_key().name, .size = size, .root = leaf_hash(bytes_of(std::to_string(size)))};
}

void write(Mark& mark, std::uint64_t size) {
    const auto checkpoint = checkpoint_of(size);
    value_of(mark.write(checkpoint, sign_checkpoint(checkpoint, signing_key())));
}

std::vector<NewEntry> entries(int count, std::string_view text = "entry") {
    return std::vector<NewEntry>(static_cast<std::size_t>(count),
                                 {.data = std::string(text), .type = "test/1"});
}

}  // namespace

TEST_CASE("a mark tells the last checkpoint that was written", "[ledger]") {
    const TempFolder folder;
    {
        auto mark = value_of(Mark::open(folder / "mark", feed_key()));
        CHECK_FALSE(mark.latest().has_value());
        for (const std::uint64_t size : {1, 2, 3, 700}) {
            write(mark, size);
            CHECK(mark.latest() == checkpoint_of(size));
            CHECK(value_of(Mark::open(folder / "mark", feed_key())).latest() ==
                  checkpoint_of(size));
        }
    }
    CHECK(fs::file_size(folder / "mark") <= 1024);
}

TEST_CASE("a slot that was torn leaves the other", "[ledger]") {
    const TempFolder folder;
    {
        auto mark = value_of(Mark::open(folder / "mark", feed_key()));
        for (const std::uint64_t size : {1, 2, 3}) write(mark, size);
    }
    const auto whole = content_of(folder / "mark");
    // 3 stands in the first slot, 2 in the second.
    for (std::size_t from = 0; from < 512; from += 16) {
        auto torn = whole;
        std::fill(torn.begin() + static_cast<std::ptrdiff_t>(from), torn.begin() + 512, '\0');
        write_file(folder / "torn", torn);
        const bool filling_alone = torn == whole;
        auto mark = value_of(Mark::open(folder / "torn", feed_key()));
        CHECK(mark.latest() == checkpoint_of(filling_alone ? 3 : 2));
        // What is written next goes where the torn slot is, so that 2 stays until it is durable.
        if (filling_alone) continue;
        write(mark, 4);
        CHECK(content_of(folder / "torn").substr(512) == whole.substr(512));
        CHECK(value_of(Mark::open(folder / "torn", feed_key())).latest() == checkpoint_of(4));
    }
}

TEST_CASE("a mark with a changed byte is not believed", "[ledger]") {
    const TempFolder folder;
    {
        auto mark = value_of(Mark::open(folder / "mark", feed_key()));
        write(mark, 9);
    }
    const auto whole = content_of(folder / "mark");
    for (std::size_t at = 0; whole[at] != '\0'; ++at) {
        auto changed = whole;
        changed[at] ^= 4;
        write_file(folder / "changed", changed);
        CHECK(fault_of(Mark::open(folder / "changed", feed_key())) == Fault::malformed);
    }
}

TEST_CASE("a file that is no mark of this ledger is left as it was", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "mark";
    SECTION("a text") { write_file(path, "somebody's notes"); }
    SECTION("a large file") { write_file(path, std::string(1025, '\0')); }
    SECTION("another feed's mark") {
        const VerifierKey other{.name = "test.example/other/desk",
                                .key = signing_key().public_key()};
        auto mark = value_of(Mark::open(path, other));
        const Checkpoint checkpoint{.origin = other.name, .size = 1, .root = sha256({})};
        value_of(mark.write(checkpoint, sign_checkpoint(checkpoint, signing_key())));
    }
    const auto before = sha256_of_file(path);
    CHECK(fault_of(Mark::open(path, feed_key())) == Fault::malformed);
    CHECK(sha256_of_file(path) == before);
}

TEST_CASE("a second medium that is not there is said", "[ledger]") {
    const TempFolder folder;
    CHECK(fault_of(Mark::open(folder / "no" / "mark", feed_key())) == Fault::storage);
}

TEST_CASE("a ledger that lost its end does not open beside its mark", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    const Log::Options options{.mark = folder / "mark"};
    {
        auto log = value_of(Log::create(path, feed_key(), options));
        CHECK(log.has_mark());
        value_of(log.append(entries(4), signing_key()));
    }
    fs::copy_file(path, folder / "backup");
    {
        auto log = value_of(Log::open(path, options));
        value_of(log.append(entries(3), signing_key()));
    }
    const auto before = sha256_of_file(folder / "backup");
    const auto error = error_of(Log::open(folder / "backup", options));
    CHECK(error.fault == Fault::forked);
    CHECK(error.detail.find("3 are missing") != std::string::npos);
    CHECK(sha256_of_file(folder / "backup") == before);
    // The twins: the ledger with all its entries, and the backup where no mark is asked for.
    CHECK(Log::open(path, options));
    CHECK(Log::open(folder / "backup", {}));
}

TEST_CASE("a ledger with another history does not open beside the mark", "[ledger]") {
    const TempFolder folder;
    const Log::Options options{.mark = folder / "mark"};
    {
        auto log = value_of(Log::create(folder / "ledger", feed_key(), options));
        value_of(log.append(entries(2), signing_key()));
    }
    {
        auto log = value_of(Log::create(folder / "other", feed_key(), {}));
        value_of(log.append(entries(5, "other"), signing_key()));
    }
    CHECK(error_of(Log::open(folder / "other", options)).detail.find("another history") !=
          std::string::npos);
    CHECK(Log::open(folder / "ledger", options));
}

TEST_CASE("a key that signed entries elsewhere founds no second ledger", "[ledger]") {
    const TempFolder folder;
    const Log::Options options{.mark = folder / "mark"};
    {
        auto log = value_of(Log::create(folder / "ledger", feed_key(), options));
        value_of(log.append(entries(2), signing_key()));
    }
    CHECK(fault_of(Log::create(folder / "second", feed_key(), options)) == Fault::forked);
    CHECK_FALSE(fs::exists(folder / "second"));
    CHECK(Log::create(folder / "second", feed_key(), {}));
}

TEST_CASE("a mark that is behind is brought up to date when the ledger opens", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    {
        auto log = value_of(Log::create(path, feed_key(), {.mark = folder / "mark"}));
        value_of(log.append(entries(2), signing_key()));
    }
    {
        auto log = value_of(Log::open(path, {}));
        value_of(log.append(entries(3), signing_key()));
    }
    value_of(Log::open(path, {.mark = folder / "mark"}));
    CHECK(value_of(Mark::open(folder / "mark", feed_key())).latest()->size == 5);
    value_of(Log::open(path, {.mark = folder / "new mark"}));
    CHECK(value_of(Mark::open(folder / "new mark", feed_key())).latest()->size == 5);
}

TEST_CASE("a second medium that fails takes nothing from the record", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    const auto disk = folder / "medium";
    fs::create_directory(disk);
    // A disk of one page: the mark's name fits and its first byte does not, once the page is taken.
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=4k") != 0) {
        WARN("a small disk cannot be mounted here (root only): not tested");
        return;
    }
    auto log = value_of(Log::create(path, feed_key(), {.mark = disk / "mark"}));
    CHECK(log.has_mark());
    write_file(disk / "taken", "x");
    CHECK(value_of(log.append(entries(1), signing_key())).size == 1);
    CHECK_FALSE(log.has_mark());
    CHECK(value_of(log.append(entries(1), signing_key())).size == 2);
    ::umount2(disk.c_str(), MNT_DETACH);
}
