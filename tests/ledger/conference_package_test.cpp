// Sources: the package's README; UN Regional Groups; Annex of English alphabetical order.
#include "ledger/conference_package.h"

#include "ledger/procedure/rule_profile.h"
#include "ledger/store.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const fs::path shipped = fs::path(PLACET_SOURCE_DIR) / "assets/conferences/cah";

ConferencePackage cah() { return value_of(read_conference_package(shipped)); }

std::size_t row_of(const ConferencePackage& package, std::string_view name) {
    const auto found = std::ranges::find(
        package.states, name, [](const ListedState& state) { return state.names.at("en"); });
    REQUIRE(found != package.states.end());
    return static_cast<std::size_t>(found - package.states.begin());
}

/// Has the text a character between these two code points, in UTF-8 order?
bool has_letter(std::string_view text, std::string_view first, std::string_view last) {
    for (std::size_t i = 0; i + first.size() <= text.size(); ++i) {
        const auto character = text.substr(i, first.size());
        if (first <= character && character <= last) return true;
    }
    return false;
}

/// The shipped package with one place changed, and what is said about it.
std::string complaint_after(const std::string& file, std::string_view before,
                            std::string_view after) {
    const TempFolder folder;
    for (const auto& entry : fs::directory_iterator(shipped))
        fs::copy(entry, folder / entry.path().filename().string());
    auto text = content_of(folder / file);
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    text.replace(at, before.size(), after);
    write_file(folder / file, text);
    const auto error = error_of(read_conference_package(folder.path()));
    CHECK(error.fault == Fault::malformed);
    return error.detail;
}

}  // namespace

TEST_CASE("the participants are 193 Member States and two observer States", "[package]") {
    const auto states = cah().states;
    CHECK(states.size() == 195);
    CHECK(std::ranges::count(states, "member_state", &ListedState::status) == 193);
    // The five regional groups of the General Assembly.
    const auto members_of = [&](std::string_view group) {
        return std::ranges::count(states, group, &ListedState::regional_group);
    };
    CHECK(members_of("african") == 54);
    CHECK(members_of("asia_pacific") == 54);
    CHECK(members_of("eastern_european") == 23);
    CHECK(members_of("grulac") == 33);
    CHECK(members_of("weog") == 29);
    CHECK(members_of("none") == 2);
}

TEST_CASE("what toml++ would not check is refused before it is asked", "[package]") {
    for (const auto* nothing : {"[\x01", "[", "[ [=", "[[.a]]"})
        CHECK_THAT(complaint_after("conference.toml", "[[units]]", nothing),
                   Contains("conference.toml row 10: a name in brackets was expected"));
    for (const auto* letter : {"é\n[[units]]", "\f[[units]]", "\u027E", "x = \xFF\n"})
        CHECK_THAT(complaint_after("conference.toml", "[[units]]", letter),
                   Contains("conference.toml row 10: only texts in quotation marks"));
    for (const auto* open : {"\"Plenary", "'Plenary", "\"\"\"Plenary\"\"\"", "\"Plenary\\\""})
        CHECK_THAT(complaint_after("conference.toml", "\"Plenary\"", open),
                   Contains("conference.toml row 12: a text must end in the line"));
}

TEST_CASE("States whose names sort oddly stand where rolls have them", "[package]") {
    const auto package = cah();
    const auto follow = [&](std::string_view before, std::string_view after) {
        return row_of(package, before) + 1 == row_of(package, after);
    };
    CHECK(follow("Costa Rica", "Côte d’Ivoire"));
    CHECK(follow("Côte d’Ivoire", "Croatia"));
    CHECK(follow("Tunisia", "Türkiye"));
    CHECK(follow("Türkiye", "Turkmenistan"));
    CHECK(follow("Haiti", "Holy See"));
    CHECK(follow("Sri Lanka", "State of Palestine"));
    CHECK(follow("Qatar", "Republic of Korea"));
    CHECK(follow("United Kingdom of Great Britain and Northern Ireland",
                 "United Republic of Tanzania"));
    CHECK(package.states.front().id == "AFG");
    CHECK(package.states.back().id == "ZWE");
}

TEST_CASE("every name is in the script of its language", "[package]") {
    for (const auto& state : cah().states) {
        INFO(state.id);
        CHECK(state.names.size() == 6);
        for (const auto* language : {"en", "fr", "es"})
            CHECK(has_letter(state.names.at(language), "a", "z"));
        CHECK(has_letter(state.names.at("ru"), "А", "я"));
        CHECK(has_letter(state.names.at("zh"), "一", "龥"));
        CHECK(has_letter(state.names.at("ar"), "ء", "ي"));
    }
}

TEST_CASE("a name on a board is the short name where it fits, else the code", "[package]") {
    for (const auto& state : cah().states) {
        const auto& name = state.names.at("en");
        CHECK(state.board == (character_count(name) <= 18 ? name : state.id));
    }
}

TEST_CASE("the texts are preamble, fifteen articles and annex, by title alone", "[package]") {
    const auto package = cah();
    REQUIRE(package.texts.size() == 17);
    CHECK(package.texts.front().id == "preamble");
    CHECK(package.texts.back().id == "annex");
    for (std::size_t i = 1; i <= 15; ++i) {
        CHECK(package.texts[i].id == "article-" + std::to_string(i));
        CHECK(package.texts[i].number == std::to_string(i));
        CHECK(package.texts[i].label == "Draft article " + std::to_string(i));
    }
    CHECK(package.texts[2].title == "Definition of crimes against humanity");
    // What was not compared with a published page is marked so.
    const auto table = package.files.at("texts.tsv");
    for (int i = 9; i <= 15; ++i) {
        const auto row = table.find("\narticle-" + std::to_string(i) + "\t");
        REQUIRE(row != std::string::npos);
        CHECK(table.substr(0, table.find('\n', row + 1)).ends_with("\tno"));
    }
}

TEST_CASE("the shipped rules are those of codification conferences, adopted by nobody",
          "[package]") {
    const auto profile = value_of(profile_from_fields(cah().profile));
    CHECK_FALSE(profile.adopted);
    CHECK(profile.plenary.substance == Majority::two_thirds);
    CHECK(profile.plenary.procedure == Majority::simple);
    CHECK(profile.committee.substance == Majority::simple);
    CHECK(profile.plenary.quorum_open == Fraction{1, 3});
    CHECK(profile.committee.quorum_open == Fraction{1, 4});
}

TEST_CASE("a wrong row of participants is named, and nothing is used", "[package]") {
    const auto complaint = [](std::string_view before, std::string_view after) {
        return complaint_after("participants.tsv", before, after);
    };
    CHECK_THAT(complaint("NOR\tNO", "nor\tNO"),
               Contains("row 130: id must be two to eight capital"));
    CHECK_THAT(complaint("NOR\tNO", "CIV\tNO"), Contains("row 130: id \"CIV\" stands in row 42"));
    CHECK_THAT(complaint("NOR\tNO\tmember_state", "NOR\tNO\tmember_stat"),
               Contains("row 130: status \"member_stat\" must be one of member_state, "
                        "observer_state, did you mean \"member_state\"?"));
    CHECK_THAT(complaint("\tweog\tNorway", "\twest\tNorway"), Contains("row 130: regional_group"));
    CHECK_THAT(complaint("Норвегия", ""), Contains("row 130: name_ru is missing"));
    CHECK_THAT(complaint("\tNorway\tNorv", "\tOrway\tNorv"),
               Contains("\"Oman\" must stand before \"Orway\" in English alphabetical order"));
    CHECK_THAT(complaint("\tالنرويج\tNorway", "\tالنرويج\tKingdom of Norway 1"),
               Contains("row 130: our_board_name has 19 characters, and a board has room for 18"));
    CHECK_THAT(complaint("\tالنرويج\tNorway", "\tالنرويج\tOman"),
               Contains("row 131: our_board_name \"Oman\" stands in row 130 already"));
    CHECK_THAT(complaint("\tالنرويج\tNorway", "\tالنرويج"), Contains("row 130: 10 cells where"));
}

TEST_CASE("a wrong row of texts, or a wrong field of the rules, is named", "[package]") {
    CHECK_THAT(complaint_after("texts.tsv", "article-3\t", "Article 3\t"),
               Contains("texts.tsv row 5: id must be lower-case"));
    CHECK_THAT(
        complaint_after("texts.tsv", "Scope\tyes", "Scope\tys"),
        Contains("row 3: title_confirmed \"ys\" must be one of yes, partly, no, did you mean"));
    CHECK_THAT(complaint_after("texts.tsv", "Draft article 3", "Draft article 2"),
               Contains("row 5: label \"Draft article 2\" stands in row 4 already"));
    CHECK_THAT(complaint_after("profile.toml", "majority_plenary_substance = \"two_thirds\"",
                               "majority_plenary_substance = \"two_third\""),
               Contains("profile.toml row 22: the rule profile: field majority_plenary_substance"));
    CHECK_THAT(complaint_after("profile.toml", "tie_scope", "tie_scop"),
               Contains("there is no field tie_scop, did you mean \"tie_scope\"?"));
    CHECK_THAT(complaint_after("profile.toml", "tie_scope = \"simple_only\"", ""),
               Contains("profile.toml: field tie_scope is missing"));
    CHECK_THAT(complaint_after("profile.toml", "adopted = false", "adopted = maybe"),
               Contains("profile.toml row 14:"));
    CHECK_THAT(complaint_after("profile.toml", "verb_plenary = \"adopted\"", "verb_plenary = 3"),
               Contains("verb_plenary has no value"));
    CHECK_THAT(complaint_after("conference.toml", "\"ar\"]", "\"en\"]"),
               Contains("conference.toml row 8: languages are en, fr, es, ru, zh, ar, each once"));
    CHECK_THAT(complaint_after("conference.toml", "kind = \"committee\"", "kind = \"panel\""),
               Contains("kind must be one of plenary, committee, committee_of_the_whole, "));
    CHECK_THAT(complaint_after("conference.toml", "placet.example/cah", "placet example"),
               Contains("origin is a line without blanks"));
    CHECK_THAT(complaint_after("conference.toml", "id = \"cah\"", ""),
               Contains("conference.toml row 1: id is missing"));
}

TEST_CASE("a package without one of its files is no package", "[package]") {
    const TempFolder folder;
    CHECK(fault_of(read_conference_package(folder.path())) == Fault::absent);
}

TEST_CASE("texts are imported by unit and language", "[package]") {
    const TempFolder folder;
    write_file(folder / "article-2.en.txt", "First line.\n\tSecond line.\n");
    write_file(folder / "article-2.ar.txt", "نص للاختبار\n");
    write_file(folder / ".hidden", "left alone");
    const auto texts = value_of(read_texts(folder.path(), cah()));
    REQUIRE(texts.size() == 1);
    CHECK(texts.at("article-2").size() == 2);
    CHECK(texts.at("article-2").at("en") == "First line.\n\tSecond line.\n");
    CHECK(fault_of(read_texts(folder / "none", cah())) == Fault::absent);
}

TEST_CASE("a text that is wrong is named, and no text is imported", "[package]") {
    const auto complaint = [](const std::string& name, std::string_view text) {
        const TempFolder folder;
        write_file(folder / "article-1.en.txt", "A good text.\n");
        write_file(folder / name, text);
        return error_of(read_texts(folder.path(), cah())).detail;
    };
    CHECK_THAT(complaint("artcle-2.en.txt", "x"),
               Contains("artcle-2.en.txt: there is no unit of text \"artcle-2\", did you mean "
                        "\"article-2\"?"));
    CHECK_THAT(complaint("article-2.eng.txt", "x"), Contains("\"eng\" is no language"));
    CHECK_THAT(complaint("article-2.FR.txt", "x"), Contains("did you mean \"fr\"?"));
    CHECK_THAT(complaint("article-2.txt", "x"), Contains("must be named <unit id>.<language>.txt"));
    CHECK_THAT(complaint("article-2.en.doc", "x"), Contains("must be named"));
    CHECK_THAT(complaint("article-2.en.txt", ""), Contains("article-2.en.txt: is empty"));
    CHECK_THAT(complaint("article-2.en.txt", "caf\xE9"), Contains("is not UTF-8"));
    CHECK_THAT(complaint("article-2.en.txt", "cafe\xCC\x81"), Contains("normal form C"));
    CHECK_THAT(complaint("article-2.en.txt", "\xEF\xBB\xBFx"), Contains("byte-order mark"));
    CHECK_THAT(complaint("article-2.en.txt", "a\r\nb"), Contains("Unix line ends"));
    CHECK_THAT(complaint("article-2.en.txt", "A good text.\n"),
               Contains("article-2.en.txt: is the same text as article-1.en.txt"));
    CHECK_THAT(complaint("article-2.en.txt", std::string(attachment_size_limit + 1, 'x')),
               Contains("article-2.en.txt: "));
}
