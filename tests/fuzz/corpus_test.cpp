// Fuzzing begins from examples: does every type of record have one, and is it an entry?
#include "ledger/encoding.h"
#include "ledger/record_text.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace placet::ledger;

namespace {

/// tests/data/fuzz/entry/ballot for ballot/1, participation_2 for participation/2.
std::filesystem::path example_of(std::string_view type) {
    auto name = std::string(type);
    if (name.ends_with("/1"))
        name.resize(name.size() - 2);
    else
        name.replace(name.find('/'), 1, "_");
    return std::filesystem::path(PLACET_SOURCE_DIR "/tests/data/fuzz/entry") / name;
}

std::string content_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every type of record has an entry from which fuzzing begins", "[fuzz]") {
    for (const auto type : known_types()) {
        const auto entry = decode_entry(content_of(example_of(type)));
        INFO(type << ": " << example_of(type) << (entry ? "" : ": " + entry.error().detail));
        REQUIRE(entry);
        CHECK(entry->type == type);
    }
    CHECK_FALSE(decode_entry(content_of(example_of("no_such_type/1"))));
}
