// The words on the screens: every one of them can be translated, and the catalogue of the tests has
// them all.
#include "ledger/procedure/tally.h"
#include "terminal/screens/annul_screen.h"
#include "tests/support/on_screen.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace placet;
using namespace placet::terminal;
using tests::all_drawn_states;
using tests::arabic;
using tests::OnScreen;

namespace {

/// Sentences with figures in them, as the record and the audit have them: they are read as they
/// stand there, in English.
std::set<std::string> read_as_they_stand(const AppState& state) {
    std::set<std::string> sentences{state.audit.verdict};
    for (const auto& line : state.audit.levels) sentences.insert(line.words);
    for (const auto& decision : state.conference->decisions) sentences.insert(decision.sentence);
    if (state.conference->vote_under_way())
        if (const auto result = ledger::provisional_result_of(*state.conference))
            sentences.insert(result->sentence);
    return sentences;
}

std::set<std::string> untranslated(AppState state, Phrases phrases) {
    const auto exempt = read_as_they_stand(state);
    const OnScreen shown(std::move(state), std::move(phrases));
    std::set<std::string> missing;
    std::ranges::set_difference(shown.phrases().missing(), exempt,
                                std::inserter(missing, missing.end()));
    return missing;
}

/// Every text that a screen asks for, as its source has it.
std::vector<std::string> texts_of(const std::filesystem::path& source) {
    std::ifstream file(source);
    std::stringstream whole;
    whole << file.rdbuf();
    const std::string code = whole.str();
    static const std::regex call(R"(phrases\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))"),
        part(R"("([^"]*)\")");
    std::vector<std::string> texts;
    for (std::sregex_iterator found(code.begin(), code.end(), call), end; found != end; ++found) {
        const std::string parts = (*found)[1];
        std::string text;
        for (std::sregex_iterator one(parts.begin(), parts.end(), part); one != end; ++one)
            text += (*one)[1];
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace

TEST_CASE("no screen in Arabic shows a phrase without translation", "[terminal]") {
    for (auto& [name, state] : all_drawn_states()) {
        INFO(name);
        CHECK(fmt::format("{}", fmt::join(untranslated(std::move(state), arabic()), "\n")) == "");
    }
}

TEST_CASE("no source of a screen asks for a phrase without translation", "[terminal]") {
    // What no drawn state shows is asked for all the same.
    const auto phrases = arabic();
    std::size_t checked = 0;
    for (const auto& source :
         std::filesystem::directory_iterator(PLACET_SOURCE_DIR "/terminal/screens"))
        for (const auto& text : texts_of(source.path())) {
            phrases(text);
            ++checked;
        }
    CHECK(checked > 300);
    for (const auto reason : annulment_reasons) phrases(reason);
    CHECK(fmt::format("{}", fmt::join(phrases.missing(), "\n")) == "");
}

TEST_CASE("in Arabic, too, no screen cuts a text or hides a target", "[terminal]") {
    for (auto& [name, state] : all_drawn_states()) {
        INFO(name);
        OnScreen shown(std::move(state), arabic());
        CHECK(shown.ui().ellipsized() == 0);
        CHECK(tests::targets_at_fault(shown.ui().items(), 1) == "");
    }
}

TEST_CASE("a phrase that the catalogue lacks is named, and English lacks none", "[terminal]") {
    const tests::TempFolder folder;
    tests::write_file(folder / "ar.po",
                      "msgid \"\"\nmsgstr \"\"\n\"Language: ar\\n\"\n\"Plural-Forms: nplurals=2; "
                      "plural=n != 1;\\n\"\n\nmsgid \"Yes\"\nmsgstr \"نعم\"\n");
    const auto missing =
        untranslated(tests::ballot_state(), tests::value_of(Phrases::load(folder / "ar.po")));
    CHECK(missing.contains("No"));
    CHECK_FALSE(missing.contains("Yes"));
    CHECK(untranslated(tests::ballot_state(), {}).empty());
}
