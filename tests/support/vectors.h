// vectors.h: test vectors as JSON files, ours or those of any folder of the same form.
//
// The folder is the one that the environment variable PLACET_VECTORS names, else
// tests/data/vectors. Tests that read from it carry the tag [vectors].
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace placet::tests {

/// Whether the vectors are somebody else's, who may have fewer files.
inline bool foreign_vectors() { return std::getenv("PLACET_VECTORS") != nullptr; }

inline std::filesystem::path vectors_folder() {
    const char* named = std::getenv("PLACET_VECTORS");
    return named != nullptr ? std::filesystem::path(named)
                            : std::filesystem::path(PLACET_SOURCE_DIR) / "tests/data/vectors";
}

/// The file's content. A file that is missing fails the test; in a foreign folder it is a warning,
/// nothing is returned and the test has nothing to say.
inline std::optional<nlohmann::json> load_vectors(const std::string& file) {
    const auto path = vectors_folder() / file;
    INFO(path.string());
    REQUIRE(std::filesystem::is_directory(vectors_folder()));
    if (foreign_vectors() && !std::filesystem::exists(path)) {
        WARN(path.string() << " is not there: not tested");
        return std::nullopt;
    }
    std::ifstream stream(path);
    REQUIRE(stream.is_open());
    return nlohmann::json::parse(stream);
}

/// The array under this name. One that is missing or empty fails the test: zero cases prove
/// nothing.
inline const nlohmann::json& cases_of(const nlohmann::json& vectors, const std::string& member) {
    INFO("cases under \"" << member << '"');
    REQUIRE(vectors.contains(member));
    REQUIRE(vectors.at(member).is_array());
    REQUIRE_FALSE(vectors.at(member).empty());
    return vectors.at(member);
}

}  // namespace placet::tests
