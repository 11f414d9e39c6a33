// Translation catalogues: messages written again are read as the same messages, and every number
// takes a form that the rule in the header counts.
#include "terminal/catalogue.h"
#include "terminal/phrases.h"
#include "tests/fuzz/scratch.h"

#include <array>
#include <limits>

namespace placet::fuzz {

using namespace placet::terminal;

namespace {

constexpr std::array<std::int64_t, 10> numbers = {
    0, 1, 2, 3, 10, 11, 100, 102, 1'000'000, std::numeric_limits<std::int64_t>::max()};

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return result + "\"\n";
}

std::string written(const std::vector<Message>& messages) {
    std::string text;
    for (const auto& message : messages) {
        text += "msgid " + quoted(message.english);
        if (!message.plural.empty()) text += "msgid_plural " + quoted(message.plural);
        for (std::size_t i = 0; i < message.forms.size(); ++i)
            text += (message.plural.empty() ? "msgstr " : "msgstr[" + std::to_string(i) + "] ") +
                    quoted(message.forms[i]);
    }
    return text;
}

void hold_rule(std::string_view field) {
    const auto rule = PluralRule::parse(field);
    if (!rule) return;
    for (const auto n : numbers)
        require(rule->form(n) >= 0 && rule->form(n) < rule->forms(), "a form that is counted");
}

}  // namespace

bool hold(std::string_view input) {
    hold_rule(input);
    const auto messages = parse_catalogue(input);
    if (!messages) return false;
    const auto again = parse_catalogue(written(*messages));
    require(again && written(*again) == written(*messages), "messages have one meaning");
    for (const auto& message : *messages)
        if (message.english.empty() && !message.forms.empty())
            hold_rule(header_field(message.forms.front(), "Plural-Forms"));
    const auto phrases = Phrases::load(scratch().file("catalogue.po", input));
    if (!phrases) return false;
    for (const auto& message : *messages) {
        require(!(*phrases)(message.english, {{"name", "Brasil"}}).empty() ||
                    message.english.empty() || message.forms.front().empty(),
                "a sentence stays one");
        for (const auto n : numbers)
            if (!message.plural.empty()) (*phrases)(message.english, message.plural, n);
    }
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 16> words = {
        "msgid",       "msgid_plural", "msgstr",   "msgstr[0]", "msgstr[1]", "plural=n",
        "nplurals=6;", "#,",           "n%100>=3", "?",         ":",         "(",
        ")",           "\"{n}\"",      "\"\"",     "!"};
    return mutated_lines(input, other, dice.one_in(3) ? '"' : ' ', dice, words);
}

}  // namespace placet::fuzz
