// A field of the rule profile that nothing reads would be a promise to the conference that nobody
// keeps: every field is read by the rules or by the terminal.
#include "ledger/procedure/rule_profile.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace placet::ledger;

namespace {

namespace fs = std::filesystem;

/// Which rules these are, for whoever reads the charter or `placet rules show`; they decide
/// nothing.
const std::set<std::string> for_persons = {"id", "source_symbol"};

/// The member that a field of the charter is: those of organs are one member for three fields.
std::string member_of(const std::string& field) {
    static const std::regex of_organ{"(quorum_open|verb)_(plenary|committee|other)"};
    static const std::regex majority{"majority_(plenary|committee|other)_([a-z]+)"};
    std::smatch match;
    if (std::regex_match(field, match, of_organ)) return match[1];
    if (std::regex_match(field, match, majority)) return match[2];
    return field;
}

/// Everything that may read a profile: the ledger and the terminal, without the profile itself.
std::string sources() {
    std::ostringstream text;
    for (const auto* folder : {"ledger", "terminal"})
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(PLACET_SOURCE_DIR) / folder)) {
            const auto name = entry.path().filename().string();
            if (entry.path().extension() == ".cpp" && !name.starts_with("rule_"))
                text << std::ifstream(entry.path()).rdbuf();
        }
    return text.str();
}

}  // namespace

TEST_CASE("every field of the rule profile is read by a rule", "[procedure]") {
    const auto text = sources();
    static const std::regex reading{
        R"((?:profile|rules|organ|organ_rules\([^;]*\))(?:\.|->)([a-z_]+))"};
    std::set<std::string> read;
    for (std::sregex_iterator at(text.begin(), text.end(), reading), end; at != end; ++at)
        read.insert((*at)[1]);
    REQUIRE(read.contains("silence_seconds"));
    REQUIRE(read.contains("quorum_open"));
    // rule_profile.cpp reads this one for the count: tie_in.
    read.insert("second_vote_in");
    if (text.find("tie_in(") != std::string::npos) read.insert("tie");
    const auto fields = profile_fields(RuleProfile{});
    for (const auto& [name, value] : fields) {
        if (for_persons.contains(name)) continue;
        INFO(name);
        CHECK(read.contains(member_of(name)));
    }
    CHECK_FALSE(read.contains("no_such_field"));
}
