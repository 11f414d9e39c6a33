#include "terminal/screens/chair_script.h"

#include "terminal/panels.h"

namespace placet::terminal {

using namespace placet::ledger;

namespace {

/// One sentence; titles of texts are said in its language, names and figures as they stand.
std::string said(const SpokenSentence& spoken, const Phrases& phrases) {
    Phrases::Values values;
    for (const auto& [place, value] : spoken.values)
        values.emplace_back(place, place == "subject" ? phrases(value) : value);
    return phrases(spoken.sentence, values);
}

}  // namespace

ChairScript view_chair_script(const Conference& conference, const Phrases& phrases) {
    ChairScript script{.caption = phrases("The chair says")};
    for (const auto& spoken : script_of(conference)) {
        if (!script.words.empty()) script.words += ' ';
        script.words += said(spoken, phrases);
    }
    return script;
}

void draw_chair_script(Canvas& canvas, const R& r, const ChairScript& script) {
    if (script.words.empty()) return;
    marked_card(canvas, r, canvas.theme().accent);
    draw_chair_words(canvas, r.inset(Layout::card_padding, 20), script);
}

float draw_chair_words(Canvas& canvas, const R& r, const ChairScript& script) {
    if (script.words.empty()) return 0;
    const Theme& theme = canvas.theme();
    constexpr float caption_height = 28, line = 36;
    canvas.text({r.x, r.y, r.w, caption_height}, script.caption, type::caption, theme.ink2);
    return caption_height + 4 +
           canvas.text_block({r.x, r.y + caption_height + 4, r.w, r.h - caption_height - 4},
                             script.words, type::reference, line, theme.ink);
}

}  // namespace placet::terminal
