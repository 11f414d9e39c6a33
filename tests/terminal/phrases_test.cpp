// The words of the interface: catalogues, plural forms, places that are filled.
#include "terminal/phrases.h"
#include "terminal/catalogue.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::terminal;
using tests::error_of;
using tests::fault_of;
using tests::TempFolder;
using tests::value_of;

namespace {

// The rule of Arabic as GNU gettext's manual prints it ("Plural forms").
constexpr std::string_view arabic =
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? "
    "4 : 5;";
constexpr std::string_view russian =
    "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) "
    "? 1 : 2;";

constexpr std::string_view catalogue = R"(# French, for tests
msgid ""
msgstr ""
"Language: fr\n"
"Plural-Forms: nplurals=2; plural=n > 1;\n"

msgid "Recorded: {choice}, entry {entry}"
msgstr "Entrée {entry} : {choice}"

#, fuzzy
msgid "Back"
msgstr "Dos"

msgid "Confirm"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Parti"

msgid "{n} delegation"
msgid_plural "{n} delegations"
msgstr[0] "{n} délégation"
msgstr[1] ""
"{n} déléga"
"tions"
)";

Phrases french() {
    const TempFolder folder;
    tests::write_file(folder / "fr.po", catalogue);
    return value_of(Phrases::load(folder / "fr.po"));
}

std::vector<int> forms(std::string_view rule, std::initializer_list<std::int64_t> numbers) {
    const auto parsed = value_of(PluralRule::parse(rule));
    std::vector<int> result;
    for (const auto n : numbers) result.push_back(parsed.form(n));
    return result;
}

}  // namespace

TEST_CASE("English needs no catalogue", "[terminal]") {
    const Phrases english;
    CHECK(english("Recorded: {choice}, entry {entry}", {{"choice", "NO"}, {"entry", "41"}}) ==
          "Recorded: NO, entry 41");
    CHECK(english("{n} delegation", "{n} delegations", 1) == "1 delegation");
    CHECK(english("{n} delegation", "{n} delegations", 0) == "0 delegations");
    CHECK(english.language() == "en");
}

TEST_CASE("a catalogue gives whole sentences with their places in its own order", "[terminal]") {
    const auto phrases = french();
    CHECK(phrases.language() == "fr");
    CHECK(phrases("Recorded: {choice}, entry {entry}", {{"choice", "NON"}, {"entry", "41"}}) ==
          "Entrée 41 : NON");
    // By its rule, none and one are singular in French.
    CHECK(phrases("{n} delegation", "{n} delegations", 0) == "0 délégation");
    CHECK(phrases("{n} delegation", "{n} delegations", 1) == "1 délégation");
    CHECK(phrases("{n} delegation", "{n} delegations", 2) == "2 délégations");
}

TEST_CASE("what is not translated, or not surely, stays English", "[terminal]") {
    const auto phrases = french();
    CHECK(phrases("Back") == "Back");
    CHECK(phrases("Confirm") == "Confirm");
    CHECK(phrases("Gone") == "Gone");
    CHECK(phrases("{n} entry", "{n} entries", 2) == "2 entries");
}

TEST_CASE("a sentence loses nothing to a place without a value or without an end", "[terminal]") {
    const Phrases english;
    CHECK(english("Entry {entry} of {run}", {{"entry", "41"}}) == "Entry 41 of {run}");
    CHECK(english("{n{ entry", {{"n", "1"}}) == "{n{ entry");
    CHECK(english("Done {", {{"n", "1"}}) == "Done {");
}

TEST_CASE("in Arabic, names and what is not translated keep their own direction", "[terminal]") {
    const TempFolder folder;
    tests::write_file(folder / "ar.po",
                      "msgid \"\"\nmsgstr \"\"\n\"Language: ar\\n\"\n"
                      "\"Plural-Forms: nplurals=1; plural=0;\\n\"\n\n"
                      "msgid \"Entry {entry}\"\nmsgstr \"القيد {entry}\"\n");
    const auto phrases = value_of(Phrases::load(folder / "ar.po"));
    // First strong isolate, left-to-right isolate and their end: Unicode Annex 9.
    CHECK(phrases("Entry {entry}", {{"entry", "41"}}) == "القيد \u206841\u2069");
    CHECK(phrases("Go.") == "\u2066Go.\u2069");
    CHECK(phrases("").empty());
}

TEST_CASE("plural forms follow the rule of the language", "[terminal]") {
    CHECK(forms(arabic, {0, 1, 2, 3, 10, 11, 99, 100, 101, 103, 111}) ==
          std::vector{0, 1, 2, 3, 3, 4, 4, 5, 5, 3, 4});
    CHECK(forms(russian, {1, 2, 5, 11, 12, 21, 22, 111, 121}) ==
          std::vector{0, 1, 2, 2, 2, 0, 1, 2, 0});
    CHECK(forms("nplurals=1; plural=0;", {0, 1, 5}) == std::vector{0, 0, 0});
}

TEST_CASE("a rule that is none, or that leaves its forms, is refused", "[terminal]") {
    for (const auto* rule :
         {"", "plural=n != 1;", "nplurals=2;", "nplurals=2; plural=n != 1", "nplurals=2; plural=;",
          "nplurals=2; plural=n !=;", "nplurals=2; plural=(n;", "nplurals=2; plural=n;",
          "nplurals=2; plural=-1;", "nplurals=7; plural=0;", "nplurals=0; plural=0;",
          "nplurals=2; plural=n % 0;", "nplurals=2; plural=m;", "nplurals=2; plural=n ? 1;"}) {
        INFO(rule);
        CHECK(fault_of(PluralRule::parse(rule)) == Fault::malformed);
    }
}

TEST_CASE("a catalogue that is cut or changed anywhere in its form is refused by line",
          "[terminal]") {
    REQUIRE(parse_catalogue(catalogue));
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"msgid \"a\n", "Line 1"},
        {"msgid \"a\"\nmsgstr \"b\" c\n", "Line 2"},
        {"msgid \"a\"\n\nmsgid \"b\"\n", "Line 3"},
        {"msgid \"a\"\n", "Line 1"},
        {"\"a\"\n", "Line 1"},
        {"msgstr \"a\"\n", "Line 1"},
        {"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"c\"\n", "Line 3"},
        {"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n", "Line 3"},
        {"msgid \"a\\q\"\nmsgstr \"\"\n", "Line 1"},
        {"msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "Line 3"},
        {"nonsense\n", "Line 1"}};
    for (const auto& [text, line] : cases) {
        INFO(text);
        const auto error = error_of(parse_catalogue(text));
        CHECK(error.fault == Fault::malformed);
        CHECK(error.detail.starts_with(line));
    }
}

TEST_CASE("a catalogue that is not there is not taken for an empty one", "[terminal]") {
    const TempFolder folder;
    CHECK(fault_of(Phrases::load(folder / "none.po")) == Fault::absent);
}
