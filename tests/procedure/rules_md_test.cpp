// RULES.md names, for every rule, a function that exists and a test case that exists.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path source = PLACET_SOURCE_DIR;

struct Rule {
    std::string words;
    std::string function;
    std::string test;
};

std::string text_of_file(const fs::path& path) {
    std::ifstream file(path);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string text_of_folder(const fs::path& folder, const std::string& extension) {
    std::string text;
    for (const auto& entry : fs::directory_iterator(source / folder))
        if (entry.path().extension() == extension) text += text_of_file(entry.path());
    return text;
}

/// Rows of the tables, without their headings.
std::vector<Rule> rules_of(const std::string& text) {
    static const std::regex row{R"rx(^\| (.+) \| .+ \| `([a-z_]+)` \| "([^"]+)" \|$)rx"};
    std::vector<Rule> rules;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| ") || line.starts_with("| rule |")) continue;
        // The life of a question has a table of another form: question_states_test.cpp.
        if (line.starts_with("| row |") || std::regex_search(line, std::regex("^\\| [QK][0-9]")))
            continue;
        INFO(line);
        std::smatch match;
        REQUIRE(std::regex_match(line, match, row));
        rules.push_back({match[1], match[2], match[3]});
    }
    return rules;
}

std::set<std::string> names_of_tests(const std::string& text) {
    static const std::regex test_case{R"rx(TEST_CASE\("([^"]+)")rx"};
    std::set<std::string> names;
    for (std::sregex_iterator i(text.begin(), text.end(), test_case), end; i != end; ++i)
        names.insert((*i)[1]);
    return names;
}

}  // namespace

TEST_CASE("every rule names a function and a test that exist", "[procedure]") {
    const auto rules = rules_of(text_of_file(source / "ledger/procedure/RULES.md"));
    const auto tests = names_of_tests(text_of_folder("tests/procedure", ".cpp") +
                                      text_of_folder("tests/terminal", ".cpp"));
    const auto headers = text_of_folder("ledger/procedure", ".h") + text_of_folder("ledger", ".h");
    CHECK(rules.size() > 40);
    for (const auto& rule : rules) {
        INFO(rule.words << ": " << rule.function << ", \"" << rule.test << '"');
        CHECK(headers.find(' ' + rule.function + '(') != std::string::npos);
        CHECK(tests.contains(rule.test));
    }
}

TEST_CASE("a row of the rules that names no such test is found", "[procedure]") {
    const auto rules = rules_of("| A rule | a source | `decide` | \"no such test\" |\n");
    REQUIRE(rules.size() == 1);
    const auto tests = names_of_tests("TEST_CASE(\"another test\", \"[procedure]\") {");
    CHECK(tests == std::set<std::string>{"another test"});
    CHECK_FALSE(tests.contains(rules[0].test));
}
