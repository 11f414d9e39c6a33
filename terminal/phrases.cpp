#include "terminal/phrases.h"

#include "terminal/catalogue.h"
#include "terminal/text/code_points.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace placet::terminal {
namespace {

/// In Arabic a value keeps its own direction: "entry 41", a State's name in Latin letters. A place
/// without a value, or without its end, stays as it is written: better odd than lost.
std::string filled(std::string_view sentence, const Phrases::Values& values,
                   std::string_view language) {
    const bool isolate = reads_right_to_left(language);
    std::string text;
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        text += sentence.substr(0, open);
        if (open == std::string_view::npos) break;
        sentence.remove_prefix(open);
        const auto close = std::min(sentence.find('}'), sentence.size() - 1);
        const auto place = sentence.substr(0, close + 1);
        const auto named = std::ranges::find_if(
            values, [&](const auto& value) { return place == "{" + value.first + "}"; });
        if (named == values.end())
            text += place;
        else
            text += isolate ? isolated_text(named->second) : named->second;
        sentence.remove_prefix(place.size());
    }
    return text;
}

}  // namespace

Result<Phrases> Phrases::load(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{Fault::absent, "There is no catalogue " + path.string() +
                                        ". Nothing was changed. Give a language that has one."};
    std::ostringstream text;
    text << file.rdbuf();
    auto messages = parse_catalogue(std::move(text).str());
    if (!messages) return messages.error();

    Phrases phrases;
    for (auto& message : *messages) {
        if (message.english.empty()) {
            phrases.language_ = header_field(message.forms.front(), "Language");
            auto rule = PluralRule::parse(header_field(message.forms.front(), "Plural-Forms"));
            if (!rule) return rule.error();
            phrases.plural_ = std::move(*rule);
        } else if (std::ranges::find(message.forms, "") == message.forms.end()) {
            phrases.translated_.emplace(std::move(message.english), std::move(message.forms));
        }
    }
    return phrases;
}

std::string Phrases::untranslated(std::string_view english, const Values& values) const {
    const auto sentence = filled(english, values, "en");
    const bool isolate = !sentence.empty() && reads_right_to_left(language_);
    return isolate ? isolated_code(sentence) : sentence;
}

/// English is its own catalogue: it misses nothing.
void Phrases::note_missing(std::string_view english) const {
    if (!english.empty() && !translated_.empty()) missing_.emplace(english);
}

std::string Phrases::operator()(std::string_view english, const Values& values) const {
    const auto found = translated_.find(english);
    if (found == translated_.end()) {
        note_missing(english);
        return untranslated(english, values);
    }
    return filled(found->second.front(), values, language_);
}

std::string Phrases::operator()(std::string_view one, std::string_view many, std::int64_t n,
                                Values values) const {
    values.emplace_back("n", std::to_string(n));
    const auto found = translated_.find(one);
    if (found == translated_.end()) {
        note_missing(one);
        return untranslated(n == 1 ? one : many, values);
    }
    const auto& forms = found->second;
    const auto form = static_cast<std::size_t>(plural_.form(n));
    return filled(form < forms.size() ? forms[form] : forms.back(), values, language_);
}

}  // namespace placet::terminal
