// A ledger as a static directory: byte for byte as C2SP tlog-tiles, incremental, and good at every
// moment.
#include "crypto/tile.h"
#include "tests/exchange/exchanged.h"
#include "tests/support/tampering.h"
#include "tests/support/vectors.h"

#include <fmt/format.h>
#include <algorithm>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;

namespace {

/// RFC 6962, 2.1, as it stands there.
Hash naive_root(std::span<const Hash> leaves) {
    if (leaves.size() == 1) return leaves.front();
    std::size_t k = 1;
    while (k * 2 < leaves.size()) k *= 2;
    return node_hash(naive_root(leaves.first(k)), naive_root(leaves.subspan(k)));
}

std::vector<std::string> all_entries(Store& store) {
    std::vector<std::string> all;
    for (;;) {
        const auto block = value_of(store.entries(all.size()));
        if (block.empty()) return all;
        for (const auto& entry : block) all.push_back(entry.data);
    }
}

/// The files of a feed below 65,536 entries, from the specification's words.
std::map<std::string, std::string> expected_files(const std::vector<std::string>& entries) {
    std::map<std::string, std::string> files;
    std::vector<Hash> leaves;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto first = i / 256 * 256;
        const auto width = std::min<std::size_t>(256, entries.size() - first);
        const auto name =
            fmt::format("{:03}{}", i / 256, width == 256 ? "" : fmt::format(".p/{}", width));
        auto& bundle = files["tile/entries/" + name];
        bundle += static_cast<char>(entries[i].size() / 256);
        bundle += static_cast<char>(entries[i].size() % 256);
        bundle += entries[i];
        leaves.push_back(leaf_hash(bytes_of(entries[i])));
        files["tile/0/" + name] += text_of(leaves.back());
    }
    const auto full = entries.size() / 256;
    for (std::size_t i = 0; i < full; ++i)
        files[fmt::format("tile/1/000.p/{}", full)] +=
            text_of(naive_root(std::span(leaves).subspan(i * 256, 256)));
    return files;
}

/// Those of tiles and bundles.
std::map<std::string, std::string> tiles_in(const fs::path& folder) {
    auto files = files_in(folder);
    std::erase_if(files, [](const auto& file) { return !file.first.starts_with("tile/"); });
    return files;
}

/// The files of a directory that grew, but for partial tiles of earlier sizes.
std::map<std::string, std::string> without_old_partials(const fs::path& grown,
                                                        const fs::path& fresh) {
    const auto now = files_in(fresh);
    auto files = files_in(grown);
    std::erase_if(files, [&](const auto& file) {
        return !now.contains(file.first) && file.first.find(".p/") != std::string::npos;
    });
    return files;
}

Result<Checkpoint> check(const fs::path& directory) {
    const auto carrier = open_folder(directory);
    if (!carrier) return carrier.error();
    return check_log(**carrier, "", desk_key());
}

}  // namespace

TEST_CASE("a static directory holds the tiles and bundles of its size and no others",
          "[exchange]") {
    for (const std::uint64_t size : {40U, 255U, 256U, 257U, 512U, 700U}) {
        CAPTURE(size);
        const TempFolder folder;
        auto ledger = ledger_of(folder / "ledger", size);
        auto& store = ledger.log().store();
        const auto written = export_to(store, folder / "out");
        CHECK(tiles_in(folder / "out") == expected_files(all_entries(store)));
        CHECK(content_of(folder / "out" / "checkpoint") == ledger.checkpoint_note());
        CHECK(written.entries == size);
        CHECK(written.files == files_in(folder / "out").size());
        CHECK(value_of(check(folder / "out")).size == size);
    }
}

TEST_CASE("a directory that grew is the one that is written at once", "[exchange]") {
    const TempFolder folder;
    auto ledger = ledger_of(folder / "ledger", 300);
    auto& store = ledger.log().store();
    export_to(store, folder / "grown");
    refuse_pins(ledger, 400, "clerk");
    const auto more = export_to(store, folder / "grown");
    CHECK(more.entries == 400);
    export_to(store, folder / "fresh");
    CHECK(without_old_partials(folder / "grown", folder / "fresh") == files_in(folder / "fresh"));
    // Bundles 1 and 2, the tiles over them, and what is above; not bundle 0.
    CHECK(more.files == 2 + 2 + 1 + 1);
    CHECK(export_to(store, folder / "grown").files == 0);
}

TEST_CASE("partial tiles of a checkpoint that was given out stay until the tile is full",
          "[exchange]") {
    const TempFolder folder;
    auto ledger = ledger_of(folder / "ledger", 300);
    auto& store = ledger.log().store();
    export_to(store, folder / "out");
    refuse_pins(ledger, 10, "clerk");
    export_to(store, folder / "out");
    CHECK(fs::exists(folder / "out" / "tile/0/001.p/44"));
    CHECK(fs::exists(folder / "out" / "tile/0/001.p/54"));
    refuse_pins(ledger, 202, "clerk");
    export_to(store, folder / "out");
    CHECK(fs::exists(folder / "out" / "tile/0/001"));
    CHECK_FALSE(fs::exists(folder / "out" / "tile/0/001.p"));
    CHECK_FALSE(fs::exists(folder / "out" / "tile/entries/001.p"));
}

TEST_CASE("stopped after any step, a directory is the old one, and a repeat completes it",
          "[exchange]") {
    const TempFolder folder;
    auto ledger = ledger_of(folder / "ledger", 300);
    auto& store = ledger.log().store();
    export_to(store, folder / "old");
    refuse_pins(ledger, 300, "clerk");
    export_to(store, folder / "whole");
    for (int steps = 0;; ++steps) {
        CAPTURE(steps);
        const auto out = folder / "out";
        fs::remove_all(out);
        fs::copy(folder / "old", out, fs::copy_options::recursive);
        bool done = false;
        {
            auto run = value_of(Export::begin(store, out));
            for (int i = 0; i < steps && !done; ++i) done = value_of(run.step(store));
        }
        const auto size = value_of(check(out)).size;
        CHECK((size == 300 || size == 600));
        if (done) CHECK(size == 600);
        export_to(store, out);
        CHECK(without_old_partials(out, folder / "whole") == files_in(folder / "whole"));
        if (done) break;
        REQUIRE(steps < 40);
    }
}

TEST_CASE("a directory that knows more, or another history, is left as it is", "[exchange]") {
    const TempFolder folder;
    {
        auto longer = ledger_of(folder / "longer", 60);
        export_to(longer.log().store(), folder / "more");
        auto other = ledger_of(folder / "other", 50, "usher");
        export_to(other.log().store(), folder / "elsewhere");
    }
    auto ledger = ledger_of(folder / "ledger", 50);
    auto& store = ledger.log().store();
    for (const char* name : {"more", "elsewhere"}) {
        CAPTURE(name);
        const auto before = files_in(folder / name);
        CHECK(fault_of(run_export(store, folder / name)) == Fault::forked);
        CHECK(files_in(folder / name) == before);
    }
    write_file(folder / "more" / "checkpoint", "another.example/feed\n1\n");
    CHECK(fault_of(run_export(store, folder / "more")) == Fault::refused);
}

TEST_CASE("nothing is written through a link that lies in the directory", "[exchange]") {
    const TempFolder folder;
    fs::create_directories(folder / "outside");
    fs::create_directories(folder / "out");
    auto ledger = ledger_of(folder / "ledger", 300);
    auto& store = ledger.log().store();
    fs::create_directory_symlink(folder / "outside", folder / "out" / "tile");
    CHECK(fault_of(run_export(store, folder / "out")) == Fault::refused);
    CHECK(fs::is_empty(folder / "outside"));
    // The twin: a link of that name where the temporary file goes is taken away, not followed.
    fs::remove(folder / "out" / "tile");
    fs::create_directories(folder / "out" / "tile" / "0");
    fs::create_symlink(folder / "outside" / "file", folder / "out" / "tile" / "0" / "000.new");
    export_to(store, folder / "out");
    CHECK(fs::is_empty(folder / "outside"));
    CHECK(value_of(check(folder / "out")).size == 300);
}

TEST_CASE("an entry that was changed in the file does not leave it", "[exchange]") {
    const TempFolder folder;
    ledger_of(folder / "ledger", 300);
    tamper(folder / "ledger", "UPDATE entry SET data = CAST(data || ' ' AS BLOB) WHERE seq = 280");
    auto store = value_of(Store::open(folder / "ledger"));
    CHECK(fault_of(run_export(store, folder / "out")) == Fault::corrupt);
    CHECK_FALSE(fs::exists(folder / "out" / "checkpoint"));
}

TEST_CASE("an empty copy has nothing to export", "[exchange]") {
    const TempFolder folder;
    auto copy = new_copy(folder / "copy");
    CHECK(fault_of(run_export(copy, folder / "out")) == Fault::refused);
}

TEST_CASE("whatever bit of a static directory is flipped, the check finds it",
          "[exchange][vectors]") {
    const auto loaded = load_vectors("static_feed.json");
    if (!loaded) return;
    const auto& vector = *loaded;
    const auto key = value_of(parse_verifier_key(vector["vkey"].get<std::string>()));
    MemoryCarrier carrier;
    for (const auto& [name, content] : vector["files_b64"].items())
        carrier.files[name] = text_of(value_of(from_base64(content.get<std::string>())));
    CHECK(value_of(check_log(carrier, "", key)).size == vector["size"].get<std::uint64_t>());
    const auto good = carrier.files;
    for (const auto& [name, content] : good) {
        auto& changed = carrier.files[name];
        for (std::size_t bit = 0; bit < content.size() * 8; ++bit) {
            const auto flip = [&] {
                changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
            };
            flip();
            // Below the text of a checkpoint stand lines of keys that nobody asked for.
            if (check_log(carrier, "", key) &&
                (name != "checkpoint" || bit / 8 <= content.find("\n\n")))
                FAIL_CHECK(name << " bit " << bit);
            flip();
        }
        changed += '\0';
        if (name != "checkpoint") CHECK_FALSE(check_log(carrier, "", key));
        changed.clear();
        CHECK_FALSE(check_log(carrier, "", key));
        changed = content;
    }
    CHECK(check_log(carrier, "", key));
}
