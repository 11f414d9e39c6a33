// text_choice.h: chooses one of the texts in the folder. Ids: `id`.text.NAME, `id`.page.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"

namespace placet::terminal {

struct TextChoice {
    static constexpr std::size_t per_page = 8;

    struct Text {
        std::string name = {};    // of the files
        std::string symbol = {};  // that the name stands for: "A/CONF.999/L.12"
        std::string languages = {};
        std::map<std::string, Hash> texts = {};
    };
    std::vector<Text> texts = {};
    std::string caption = {};
    std::vector<std::string> trouble = {};  // files that are not offered, and why
    std::string back = {}, more = {};
    std::vector<std::string> pages = {};  // "Page 1 of 2"

    /// The one of this name; nothing if there is none.
    const Text* find(const std::string& name) const;
};

TextChoice view_text_choice(const AppState& state, const Phrases& phrases);

/// Changes `chosen`, a name: pressed again, none is chosen. True if it was changed.
bool draw_text_choice(Canvas& canvas, const R& r, const TextChoice& choice, std::string_view id,
                      std::string& chosen, std::size_t& page);

}  // namespace placet::terminal
