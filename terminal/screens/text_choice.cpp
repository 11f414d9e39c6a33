#include "terminal/screens/text_choice.h"

#include "terminal/panels.h"
#include "terminal/screens/name_board.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t trouble_shown = 3;

std::string trouble_words(const Phrases& phrases, const std::string& file, TextTrouble trouble) {
    if (file.empty()) return phrases("The folder of texts cannot be read.");
    const Phrases::Values values{{"file", isolated_text(file)}};
    switch (trouble) {
        case TextTrouble::unreadable:
            break;
        case TextTrouble::empty:
            return phrases("{file} is empty.", values);
        case TextTrouble::too_large:
            return phrases("{file} is too large.", values);
        case TextTrouble::no_language:
            return phrases("{file} is not named NAME.LANGUAGE.txt.", values);
        case TextTrouble::unknown_language:
            return phrases("{file} is in no language of the conference.", values);
        case TextTrouble::twice:
            return phrases("{file} is there twice in one language.", values);
    }
    return phrases("{file} cannot be read.", values);
}

/// "A_CONF.999_L.12" stands for A/CONF.999/L.12: a file name cannot hold the stroke.
std::string symbol_of(std::string name) {
    std::ranges::replace(name, '_', '/');
    return name;
}

std::string languages_of(const Phrases& phrases, const Conference& conference,
                         const std::map<std::string, Hash>& texts) {
    std::vector<std::string> there, missing;
    for (const auto& [language, hash] : texts) there.push_back(language);
    for (const auto& language : conference.charter->languages)
        if (!texts.contains(language)) missing.push_back(language);
    const Phrases::Values values{
        {"languages", isolated_code(fmt::format("{}", fmt::join(there, ", ")))},
        {"missing", isolated_code(fmt::format("{}", fmt::join(missing, ", ")))}};
    return missing.empty() ? phrases("In {languages}", values)
                           : phrases("In {languages}; not in {missing}", values);
}

std::string caption_of(const TextsView& texts, const Phrases& phrases) {
    if (!texts.wanted) return phrases("No folder of texts was given to this terminal.");
    if (texts.reading) return phrases("The folder of texts is being read.");
    return texts.texts.empty() ? phrases("There is no text in the folder.")
                               : phrases("Texts in the folder");
}

}  // namespace

const TextChoice::Text* TextChoice::find(const std::string& name) const {
    const auto found = std::ranges::find(texts, name, &Text::name);
    return found == texts.end() ? nullptr : &*found;
}

TextChoice view_text_choice(const AppState& state, const Phrases& phrases) {
    TextChoice choice{.caption = caption_of(state.texts, phrases),
                      .back = phrases("Back"),
                      .more = phrases("More")};
    for (const auto& text : state.texts.texts)
        choice.texts.push_back({.name = text.name,
                                .symbol = symbol_of(text.name),
                                .languages = languages_of(phrases, *state.conference, text.texts),
                                .texts = text.texts});
    for (const auto& [file, trouble] : state.texts.trouble)
        if (choice.trouble.size() < trouble_shown)
            choice.trouble.push_back(trouble_words(phrases, file, trouble));
    if (const auto more = state.texts.trouble.size() - choice.trouble.size(); more > 0)
        choice.trouble.push_back(
            phrases("and {n} more", "and {n} more", static_cast<std::int64_t>(more)));
    choice.pages = page_positions(phrases, choice.texts.size(), TextChoice::per_page);
    return choice;
}

bool draw_text_choice(Canvas& canvas, const R& r, const TextChoice& choice, std::string_view id,
                      std::string& chosen, std::size_t& page) {
    const Theme& theme = canvas.theme();
    constexpr float line = 34;
    page = std::min(page, std::max<std::size_t>(1, choice.pages.size()) - 1);
    canvas.text({r.x, r.y, r.w, line}, choice.caption, type::caption, theme.ink2);
    const float below = line * static_cast<float>(choice.trouble.size()) + pager_height + 16;
    const R tiles{r.x, r.y + line + 8, r.w, r.h - line - 8 - below};
    const auto before = chosen;
    const auto from = page * TextChoice::per_page;
    const auto to = std::min(from + TextChoice::per_page, choice.texts.size());
    for (auto n = from; n < to; ++n) {
        const auto& text = choice.texts[n];
        const auto item = fmt::format("{}.text.{}", id, text.name);
        const bool on = before == text.name;
        if (tile(canvas, column_cell(tiles, 2, 4, static_cast<int>(n - from), 12, 8),
                 {.id = item,
                  .label = isolated_code(text.name),
                  .detail = text.languages,
                  .on = on}))
            chosen = on ? std::string{} : text.name;
    }
    float y = tiles.bottom() + 8;
    for (const auto& words : choice.trouble) {
        canvas.text({r.x, y, r.w, line}, words, type::caption, theme.ink2);
        y += line;
    }
    if (choice.pages.size() > 1)
        pager(canvas, {r.x, r.bottom() - pager_height, r.w, pager_height},
              {.id = fmt::format("{}.page", id),
               .back = choice.back,
               .more = choice.more,
               .position = choice.pages[page]},
              choice.pages.size(), page);
    return chosen != before;
}

}  // namespace placet::terminal
