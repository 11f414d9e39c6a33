// The names of a static directory's files, against the examples of the format.
#include "ledger/exchange/static_path.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;

namespace {

using Kind = StaticPath::Kind;

const std::string hash(64, 'a');

}  // namespace

TEST_CASE("a file of a static directory has one name", "[exchange]") {
    const auto tile = [](Tile which) { return StaticPath{.kind = Kind::tile, .tile = which}; };
    const auto bundle = [](std::uint64_t index, int width) {
        return Tile{.kind = TileKind::entries, .index = index, .width = width};
    };
    const std::vector<std::pair<std::string, StaticPath>> names = {
        {"checkpoint", {}},
        {"tile/0/000", tile({})},
        {"tile/63/000.p/1", tile({.level = 63, .width = 1})},
        {"tile/1/001.p/17", tile({.level = 1, .index = 1, .width = 17})},
        {"tile/0/273.p/112", tile({.index = 273, .width = 112})},
        {"tile/0/x001/234", tile({.index = 1234})},
        {"tile/entries/x001/x234/067.p/255", tile(bundle(1234067, 255))},
        {"tile/entries/x001/000", tile(bundle(1000, 256))},
        {"blob/" + hash, {.kind = Kind::attachment, .hash = hash}},
        {"evidence/" + hash + ".json", {.kind = Kind::evidence, .hash = hash}},
        {hash + "/checkpoint", {.feed = hash}},
        {hash + "/tile/2/000.p/1",
         {.feed = hash, .kind = Kind::tile, .tile = {.level = 2, .width = 1}}},
    };
    for (const auto& [text, path] : names) {
        INFO(text);
        const auto parsed = parse_static_path(text);
        REQUIRE(parsed);
        CHECK((*parsed == path));
        CHECK(format_static_path(path) == text);
    }
}

TEST_CASE("any other text is no name of a static directory's file", "[exchange]") {
    const std::string upper(64, 'A');
    for (const std::string& text : std::vector<std::string>{"",
                                                            "/",
                                                            ".",
                                                            "..",
                                                            "/checkpoint",
                                                            "checkpoint/",
                                                            "Checkpoint",
                                                            "checkpoint.sig",
                                                            "./checkpoint",
                                                            "../checkpoint",
                                                            "tile",
                                                            "tile/",
                                                            "tile/0",
                                                            "tile/0/",
                                                            "tile/0/0",
                                                            "tile/0/00",
                                                            "tile/0/0000",
                                                            "tile/0/1234",
                                                            "tile/00/000",
                                                            "tile/01/000",
                                                            "tile/64/000",
                                                            "tile/-1/000",
                                                            "tile/256/000",
                                                            "tile//000",
                                                            "tile/0/000/",
                                                            "tile/0//000",
                                                            "tile/0/../000",
                                                            "tile/0/x000/001",
                                                            "tile/0/x000/x001/234",
                                                            "tile/0/x001",
                                                            "tile/0/x001/",
                                                            "tile/0/001/234",
                                                            "tile/0/X001/234",
                                                            "tile/0/xx01/234",
                                                            "tile/0/000.p",
                                                            "tile/0/000.p/",
                                                            "tile/0/000.p/0",
                                                            "tile/0/000.p/256",
                                                            "tile/0/000.p/01",
                                                            "tile/0/000.p/1/",
                                                            "tile/0/000.p/1.p/1",
                                                            "tile/0/000.P/1",
                                                            "tile/0/000.p/+1",
                                                            "tile/0/x001.p/1/234",
                                                            "tile/entries",
                                                            "tile/entries/",
                                                            "tile/entries/000.p/0",
                                                            "tile/data/000",
                                                            "tile/8/0/005",
                                                            "tile/0/x073/x000/x000/x000/"
                                                            "x000/000",
                                                            "tile/0/x072/x057/x594/x037/x927/936",
                                                            "tile/0/x001/x000/x000/x000/x000/"
                                                            "x000/x000/000",
                                                            "blob",
                                                            "blob/",
                                                            "blob/" + hash.substr(1),
                                                            "blob/" + hash + "a",
                                                            "blob/" + upper,
                                                            "blob/" + hash + "/",
                                                            "blob/" + hash + ".json",
                                                            "evidence/" + hash,
                                                            "evidence/" + hash + ".json.json",
                                                            "evidence/" + hash + ".JSON",
                                                            hash,
                                                            hash + "/",
                                                            upper + "/checkpoint",
                                                            hash.substr(1) + "/checkpoint",
                                                            hash + "a/checkpoint",
                                                            hash + "/blob/" + hash,
                                                            hash + "/evidence/" + hash + ".json",
                                                            hash + "/" + hash + "/checkpoint",
                                                            std::string("checkpoint\0", 11),
                                                            std::string("tile/0/000\0", 11),
                                                            "tile\\0\\000",
                                                            "%63heckpoint",
                                                            "checkpoint?x",
                                                            "checkpoint#x",
                                                            "tile/0/\xd9\xa0\xd9\xa0\xd9\xa0"}) {
        INFO(text);
        CHECK_FALSE(parse_static_path(text));
    }
}
