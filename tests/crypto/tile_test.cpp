// Source: C2SP tlog-tiles 0.1.0; files and paths are by the makers of tests/data/vectors.
#include "crypto/tile.h"

#include "crypto/checkpoint.h"
#include "tests/crypto/stored_tree.h"
#include "tests/crypto/vector_values.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

using namespace placet;
using namespace placet::tests;
using nlohmann::json;

namespace {

using Files = std::map<std::string, Bytes>;

bool malformed(std::string_view path) {
    const auto tile = parse_tile_path(path);
    return !tile && tile.error().fault == Fault::malformed;
}

/// The rule of the vectors: h = SHA256("vis-tile:" i), the entry the first h[0] mod 91 bytes of
/// h, SHA256(h), SHA256(h 0x78).
Bytes ruled_entry(std::uint64_t index) {
    const Hash h = sha256(bytes_of("vis-tile:" + std::to_string(index)));
    Bytes longer(h.bytes.begin(), h.bytes.end());
    longer.push_back(0x78);
    Bytes bytes(h.bytes.begin(), h.bytes.end());
    for (const Hash& more : {sha256(h), sha256(longer)})
        bytes.insert(bytes.end(), more.bytes.begin(), more.bytes.end());
    bytes.resize(h.bytes[0] % 91);
    return bytes;
}

StoredTree ruled_tree(std::uint64_t size) {
    StoredTree tree;
    for (std::uint64_t i = 0; i < size; ++i) tree.append(leaf_hash(ruled_entry(i)));
    return tree;
}

Bytes content_of(const Tile& tile, const NodeSource& nodes) {
    Bytes content;
    for (int i = 0; i < tile.width; ++i) {
        const auto at = tile.index * tile_width + static_cast<std::uint64_t>(i);
        if (tile.kind == TileKind::entries) {
            append_to_bundle(content, ruled_entry(at));
        } else {
            const auto hash = value_of(nodes(tile.level * tile_height, at));
            content.insert(content.end(), hash.bytes.begin(), hash.bytes.end());
        }
    }
    return content;
}

void write(Files& files, const StoredTree& tree, std::uint64_t old_size, std::uint64_t size) {
    for (const Tile& tile : tiles_between(old_size, size))
        files[tile_path(tile)] = content_of(tile, tree.source(size));
}

std::string manifest_of(const Files& files) {
    std::string lines;
    for (const auto& [path, content] : files) lines += path + ' ' + hex(sha256(content)) + '\n';
    return lines;
}

std::vector<std::string> hash_tiles_of(std::uint64_t size) {
    std::vector<std::string> paths;
    for (const Tile& tile : tiles_between(0, size))
        if (tile.kind == TileKind::hashes) paths.push_back(tile_path(tile));
    return paths;
}

}  // namespace

TEST_CASE("paths of tiles are written, read or refused as published", "[crypto][vectors]") {
    const auto vectors = load_vectors("tile_paths.json");
    if (!vectors) return;
    for (const auto& example : cases_of(*vectors, "valid")) {
        const auto path = text(example, "path");
        INFO(path);
        const bool bundle = example.at("level") == "entries";
        const Tile tile{.kind = bundle ? TileKind::entries : TileKind::hashes,
                        .level = bundle ? 0 : example.at("level").get<int>(),
                        .index = number(example, "index"),
                        .width = example.at("width").get<int>()};
        CHECK(tile_path(tile) == path);
        CHECK(value_of(parse_tile_path(path)) == tile);
    }
    for (const auto& path : cases_of(*vectors, "invalid")) {
        INFO(path);
        CHECK(malformed(path.get<std::string>()));
    }
}

TEST_CASE("a path of a tile has one spelling, and a bound", "[crypto]") {
    const std::string path = "tile/0/x001/234.p/5";
    REQUIRE(parse_tile_path(path));
    for (std::size_t i = 0; i < path.size(); ++i) {
        INFO("position " << i);
        // The full tile's path is the beginning of the partial one's.
        CHECK(malformed(path.substr(0, i)) == (path.substr(0, i) != "tile/0/x001/234"));
        for (int c = 0; c < 256; ++c) {
            auto other = path;
            other[i] = static_cast<char>(c);
            const auto tile = parse_tile_path(other);
            if (tile) CHECK(tile_path(*tile) == other);
        }
    }
    CHECK(malformed(path + "\n"));
    CHECK(malformed("tile/0/x001/234\n"));
    // 2^55 tiles of 2^8 leaves are those of a log of 2^63.
    CHECK(parse_tile_path("tile/0/x036/x028/x797/x018/x963/967"));
    CHECK(malformed("tile/0/x036/x028/x797/x018/x963/968"));
    CHECK(malformed("tile/0/x999/x999/x999/x999/x999/x999/999"));
    CHECK(malformed("tile/0/x099/x999/x999/x999/x999/x999/x999/x999/999"));
}

TEST_CASE("a tree's tiles are the published files, byte for byte", "[crypto][vectors]") {
    const auto vectors = load_vectors("tile_manifest.json");
    if (!vectors) return;
    for (const auto& set : cases_of(*vectors, "sets")) {
        const auto size = number(set, "size");
        INFO("size " << size);
        const auto tree = ruled_tree(size);
        CHECK(tree.root(size) == root_of(set, "root_b64"));
        Files files;
        write(files, tree, 0, size);
        CHECK(files.size() == number(set, "file_count"));
        for (const auto& [path, hash] : set.at("files_sha256").items()) {
            INFO(path);
            REQUIRE(files.contains(path));
            CHECK(hex(sha256(files[path])) == hash);
        }
        CHECK(hex(sha256(bytes_of(manifest_of(files)))) == text(set, "manifest_sha256"));
    }
}

TEST_CASE("which hash tiles are partial is as published", "[crypto][vectors]") {
    const auto vectors = load_vectors("tile_manifest.json");
    if (!vectors) return;
    for (const auto& example : cases_of(*vectors, "partial_tile_examples")) {
        INFO("size " << example.at("size"));
        const auto paths = hash_tiles_of(number(example, "size"));
        CHECK(paths.size() == number(example, "count"));
        if (example.at("hash_tiles").is_array()) CHECK(json(paths) == example.at("hash_tiles"));
        std::vector<std::string> partial;
        std::ranges::copy_if(paths, std::back_inserter(partial), [](const std::string& path) {
            return path.find(".p/") != std::string::npos;
        });
        CHECK(json(partial) == example.at("partial"));
    }
}

TEST_CASE("what is written as a log grows is what is missing", "[crypto]") {
    const std::vector<std::uint64_t> sizes = {0,   1,   2,   255,  256,   257,   511,   512,
                                              513, 768, 900, 1025, 65535, 65536, 65537, 70000};
    for (const auto old_size : sizes)
        for (const auto size : sizes) {
            if (old_size > size) continue;
            INFO(old_size << " to " << size);
            const auto had = tiles_between(0, old_size), has = tiles_between(0, size);
            std::vector<Tile> missing;
            std::ranges::copy_if(has, std::back_inserter(missing), [&](const Tile& tile) {
                return std::ranges::find(had, tile) == had.end();
            });
            CHECK(tiles_between(old_size, size) == missing);
        }
    CHECK(tiles_between(0, 0).empty());
    // One entry more in the largest tree: its bundle, and the path to it where a level grew.
    const auto largest = (std::uint64_t{1} << 63) - 1;
    CHECK(tiles_between(largest - 1, largest).size() == 2);
}

TEST_CASE("a bundle is its entries, and ends with the last", "[crypto]") {
    Bytes bundle;
    append_to_bundle(bundle, bytes_of("yes"));
    append_to_bundle(bundle, {});
    append_to_bundle(bundle, Bytes(bundled_entry_limit, 7));
    // The length in two bytes, big-endian.
    const Bytes start = {0, 3, 'y', 'e', 's', 0, 0, 0xFF, 0xFF, 7};
    CHECK(std::equal(start.begin(), start.end(), bundle.begin()));
    CHECK(bundle.size() == 2 + 3 + 2 + 2 + bundled_entry_limit);

    const auto entries = value_of(split_bundle(bundle, 3));
    REQUIRE(entries.size() == 3);
    CHECK(text_of(entries[0]) == "yes");
    CHECK(entries[1].empty());
    CHECK(entries[2].size() == bundled_entry_limit);
    CHECK(value_of(split_bundle({}, 0)).empty());

    for (const int other : {0, 1, 2, 4, 256}) CHECK_FALSE(split_bundle(bundle, other));
    for (const std::size_t size : {1U, 2U, 4U, 6U, 8U, 9U, 1000U}) {
        INFO("the first " << size << " bytes");
        for (int width = 0; width < 5; ++width)
            CHECK(fault_of(split_bundle(BytesView(bundle).first(size), width)) == Fault::malformed);
    }
    bundle.push_back(0);
    CHECK_FALSE(split_bundle(bundle, 3));
    CHECK_FALSE(split_bundle(bundle, 4));
}

TEST_CASE("the published feed is the tree that its checkpoint signs", "[crypto][vectors]") {
    const auto feed = load_vectors("static_feed.json");
    if (!feed) return;
    Files files;
    for (const auto& [path, content] : feed->at("files_b64").items())
        files[path] = value_of(from_base64(content.get<std::string>()));
    const auto key = value_of(parse_verifier_key(text(*feed, "vkey")));
    const auto checkpoint = value_of(open_checkpoint(text_of(files.at("checkpoint")), key));

    StoredTree tree;
    for (const Tile& tile : tiles_between(0, checkpoint.size)) {
        if (tile.kind != TileKind::entries) continue;
        for (const auto entry : value_of(split_bundle(files.at(tile_path(tile)), tile.width)))
            tree.append(leaf_hash(entry));
    }
    CHECK(tree.range().size() == checkpoint.size);
    CHECK(tree.range().root() == checkpoint.root);
    for (const Tile& tile : tiles_between(0, checkpoint.size))
        if (tile.kind == TileKind::hashes)
            CHECK(files.at(tile_path(tile)) == content_of(tile, tree.source(checkpoint.size)));
    CHECK(files.size() == tiles_between(0, checkpoint.size).size() + 1);
}
