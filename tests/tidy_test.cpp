// The architecture and the house rules of CONTRIBUTING.md, as a test.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path root = PLACET_SOURCE_DIR;

struct Source {
    std::string name = {};  // from the root: "ledger/store.cpp"
    std::vector<std::string> lines = {};

    bool header() const { return name.ends_with(".h"); }
};

std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

std::vector<Source> sources(const std::vector<std::string>& folders) {
    std::vector<Source> found;
    for (const auto& folder : folders) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (extension == ".h" || extension == ".cpp")
                found.push_back(
                    {fs::relative(entry.path(), root).string(), lines_of(entry.path())});
        }
    }
    REQUIRE_FALSE(found.empty());
    return found;
}

const std::vector<std::string> product = {"crypto", "ledger", "terminal", "tools"};

/// A folder, and the includes that point up or sideways from it.
struct Layer {
    std::string folder = {};
    std::regex forbidden = {};
};

const std::vector<Layer>& layers() {
    static const std::vector<Layer> all = {
        {"crypto/", std::regex{"^(ledger|terminal|tools|tests)/|sqlite3|SDL|imgui|cairo"}},
        {"ledger/procedure/", std::regex{"^(crypto/(?!result|bytes|hash|keys)|ledger/(?!procedure/"
                                         "|record|shared)|terminal|tools|"
                                         "tests)|sodium|sqlite3|SDL|imgui"}},
        {"ledger/exchange/",
         std::regex{"^(ledger/publish|terminal|tools|tests)/|sqlite3|sodium\\.h>|SDL|"
                    "imgui|cairo"}},
        {"ledger/", std::regex{"^(terminal|tools|tests)/|sodium\\.h>|SDL|imgui"}},
        {"terminal/screens/",
         std::regex{
             "^(ledger/(?!procedure/|record|words)|tools|tests)|crypto/key|session|sqlite3|SDL"}},
        {"terminal/", std::regex{"^(ledger/store|tools/|tests/)|sodium\\.h>|sqlite3"}},
        // Yardsticks are bare libraries; nothing but tests stands above a benchmark.
        {"tools/bench/", std::regex{"^tests/|imgui"}},
        {"tools/", std::regex{"^(terminal/|tests/|ledger/store)|sqlite3|SDL|imgui|sodium\\.h>"}},
    };
    return all;
}

/// Files beside the one layer that may know a library.
struct Keeper {
    std::string header = {};
    std::regex files = {};
};

const std::vector<Keeper>& keepers() {
    static const std::vector<Keeper> all = {
        {"<sqlite3.h>", std::regex{"(ledger/store|tools/bench/bare_).*"}},
        {"<sodium.h>", std::regex{"(crypto/|tools/bench/bare_).*"}},
        // Notes of which nothing is verified: only what verifies them may see them.
        {"crypto/note_parts.h", std::regex{"(crypto/(note|note_parts|cosignature)|ledger/exchange/"
                                           "cosigning)\\.cpp"}},
        {"<openssl/", std::regex{"(crypto/hash|ledger/exchange/tls_channel).cpp|tools/bench/"
                                 "bare_.*"}},
        {"<httplib.h>", std::regex{"ledger/exchange/.*"}},
        {"<SDL", std::regex{"(terminal/backend|tools/bench/bare)_.*"}},
        {"GL/", std::regex{"(terminal/backend|tools/bench/bare)_.*"}},
    };
    return all;
}

std::string included(const std::string& line) {
    static const std::regex include{R"rx(^\s*#include\s+["<]([^">]+[">]))rx"};
    std::smatch match;
    return std::regex_search(line, match, include) ? match[1].str() : std::string{};
}

bool points_up(const std::string& file, const std::string& include) {
    const auto layer = std::ranges::find_if(
        layers(), [&](const Layer& one) { return file.starts_with(one.folder); });
    return layer != layers().end() && std::regex_search(include, layer->forbidden);
}

std::size_t columns(const std::string& line) {
    return static_cast<std::size_t>(std::ranges::count_if(
        line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The longest function: from a line at the margin that ends in "{" to the "}" at the margin.
std::pair<std::size_t, std::size_t> longest_function(const Source& source) {
    std::pair<std::size_t, std::size_t> longest = {0, 0};
    std::size_t start = 0;
    bool inside = false;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        const auto& line = source.lines[i];
        const bool margin = !line.empty() && line[0] != ' ' && line[0] != '}' && line[0] != '#';
        if (!inside && margin && line.ends_with("{") && !line.starts_with("namespace") &&
            line.find("struct ") == std::string::npos && line.find("class ") == std::string::npos) {
            inside = true;
            start = i;
        }
        if (inside && line.starts_with("}")) {
            inside = false;
            longest = std::max(longest, {i - start + 1, start + 1});
        }
    }
    return longest;
}

}  // namespace

TEST_CASE("no file includes a layer above its own", "[tidy]") {
    for (const auto& source : sources(product))
        for (const auto& line : source.lines) {
            const auto include = included(line);
            INFO(source.name << ": " << line);
            if (!include.empty()) CHECK_FALSE(points_up(source.name, include));
        }
    CHECK(points_up("crypto/keys.cpp", "ledger/record.h\""));
    CHECK(points_up("ledger/procedure/tally.cpp", "ledger/store.h\""));
    CHECK(points_up("terminal/screens/ballot_screen.cpp", "ledger/ledger.h\""));
    CHECK(points_up("ledger/exchange/fork_evidence.cpp", "ledger/publish/archive.h\""));
    CHECK_FALSE(points_up("ledger/procedure/tally.cpp", "ledger/record.h\""));
    CHECK_FALSE(points_up("ledger/exchange/fork_evidence.cpp", "ledger/verify/audit.h\""));
}

TEST_CASE("SQLite, libsodium, SDL, other libraries and unverified notes stay with their files",
          "[tidy]") {
    for (const auto& source : sources(product))
        for (const auto& line : source.lines) {
            if (included(line).empty()) continue;
            for (const auto& keeper : keepers()) {
                INFO(source.name << ": " << line);
                if (line.find(keeper.header) != std::string::npos)
                    CHECK(std::regex_match(source.name, keeper.files));
            }
        }
}

TEST_CASE("files, functions and lines fit a screen", "[tidy]") {
    for (const auto& source : sources({"crypto", "ledger", "terminal", "tools", "tests"})) {
        INFO(source.name);
        const bool test = source.name.starts_with("tests/");
        if (!test) CHECK(source.lines.size() <= (source.header() ? 150U : 400U));
        const auto [length, at] = longest_function(source);
        INFO("line " << at);
        if (!test) CHECK(length <= 60);
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            INFO("line " << i + 1);
            if (columns(source.lines[i]) > 100) FAIL_CHECK("longer than 100 columns");
        }
    }
}

TEST_CASE("nothing unfinished, nothing swallowed, and no word that says nothing", "[tidy]") {
    const std::regex unfinished{R"(\b(TODO|FIXME|XXX|HACK)\b)"};
    const std::regex swallowed{R"(catch \(\.\.\.\))"};
    const std::regex empty_word{R"((^|/)\w*(manager|helper|utils?|handler)\w*\.(h|cpp)$)"};
    for (const auto& source : sources(product)) {
        INFO(source.name);
        CHECK_FALSE(std::regex_search(source.name, empty_word));
        for (const auto& line : source.lines) {
            INFO(line);
            CHECK_FALSE(std::regex_search(line, unfinished));
            CHECK_FALSE(std::regex_search(line, swallowed));
        }
    }
}

// Tests that enter PINs by the thousand open keys without the cost of guessing; no kiosk may.
TEST_CASE("no program opens keys but through the key store", "[tidy]") {
    const std::regex past_it{R"(\.open_key\b)"};
    const std::regex session{"terminal/session\\.(h|cpp)"};
    for (const auto& source : sources(product))
        for (const auto& line : source.lines) {
            INFO(source.name << ": " << line);
            if (!std::regex_match(source.name, session))
                CHECK_FALSE(std::regex_search(line, past_it));
        }
    CHECK(std::regex_search("Session::Parts{.open_key = quick}", past_it));
}

TEST_CASE("the top level holds what was agreed and nothing else", "[tidy]") {
    const std::vector<std::string> agreed = {"CMakeLists.txt",  "CMakePresets.json",
                                             "crypto",          "ledger",
                                             "terminal",        "tools",
                                             "assets",          "tests",
                                             "README.md",       "ARCHITECTURE.md",
                                             "CONTRIBUTING.md", "CHANGELOG.md",
                                             "SECURITY.md",     "LICENSE",
                                             "build",           "demonstration"};
    for (const auto& entry : fs::directory_iterator(root)) {
        const auto name = entry.path().filename().string();
        INFO(name);
        CHECK((name.starts_with(".") || std::ranges::find(agreed, name) != agreed.end()));
    }
}
