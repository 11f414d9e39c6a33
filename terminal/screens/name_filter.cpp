#include "terminal/screens/name_filter.h"

#include "terminal/screens/wording.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t most_typed = 18;  // a board name

/// Small letters, for searching in names of any case. Letters outside ASCII stay as they are.
std::string lowered(std::string_view text) {
    std::string low(text);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

}  // namespace

std::vector<NamedState> named_states(const Conference& conference) {
    std::vector<NamedState> states;
    for (const auto& id : in_order_of_roll(conference)) {
        const auto& participant = conference.participants.at(id);
        states.push_back({.id = id,
                          .name = participant.name,
                          .board = participant.board,
                          .search = lowered(participant.name + '\n' + participant.board),
                          .letter = participant.name.empty() ? ' ' : participant.name.front()});
    }
    return states;
}

std::string first_letters(std::span<const NamedState> states) {
    std::string letters;
    for (const auto& state : states)
        if (state.letter >= 'A' && state.letter <= 'Z' &&
            letters.find(state.letter) == std::string::npos)
            letters += state.letter;
    std::ranges::sort(letters);
    return letters;
}

std::vector<std::size_t> shown_names(std::span<const NamedState> states, const NameFilter& filter) {
    const auto wanted = lowered(filter.typed);
    std::vector<std::size_t> shown;
    for (std::size_t n = 0; n < states.size(); ++n) {
        if (filter.letter != 0 && states[n].letter != filter.letter) continue;
        if (states[n].search.find(wanted) != std::string::npos) shown.push_back(n);
    }
    return shown;
}

std::string readable_name(Canvas& canvas, const NamedState& state, float width) {
    constexpr TextStyle small{type::strong.size * 0.82F, type::strong.weight};  // Canvas::label
    const bool fits = canvas.lines(state.name, small, width).size() <= 2;
    return isolated_text(fits ? state.name : state.board);
}

void draw_name_filter(Canvas& canvas, const R& r, std::string_view id, std::string_view letters,
                      std::string_view all, NameFilter& filter) {
    constexpr float all_width = 120, gap = 8;
    const auto before = filter.typed;
    canvas.listen(filter.typed, Accept::printable, most_typed);
    if (filter.typed != before) {
        filter.letter = 0;
        filter.page = 0;
    }
    const auto letter = [&](const R& where, char c, std::string_view label) {
        const auto name = c == 0 ? fmt::format("{}.all", id) : fmt::format("{}.letter.{}", id, c);
        const bool on = filter.letter == c && (c != 0 || filter.typed.empty());
        if (!button(canvas, where,
                    {.id = name,
                     .label = label,
                     .kind = on ? ButtonKind::primary : ButtonKind::secondary}))
            return;
        filter = {.letter = c};
    };
    letter({r.x, r.y, all_width, r.h}, 0, all);
    const auto count = static_cast<float>(letters.size());
    const float width = std::min(72.0F, (r.w - all_width - gap * count) / std::max(1.0F, count));
    for (std::size_t n = 0; n < letters.size(); ++n)
        letter({r.x + all_width + gap + static_cast<float>(n) * (width + gap), r.y, width, r.h},
               letters[n], letters.substr(n, 1));
}

void draw_name_pager(Canvas& canvas, const R& r, std::string_view id, std::string_view back,
                     std::string_view more, std::size_t pages, NameFilter& filter) {
    auto position = isolated_code(fmt::format("{} / {}", filter.page + 1, pages));
    if (!filter.typed.empty()) position = isolated_text("\u201C" + filter.typed + "\u201D");
    if (pages <= 1 && !filter.typed.empty())
        canvas.text(r, position, type::reference, canvas.theme().ink, Align::center);
    const auto name = fmt::format("{}.page", id);
    pager(canvas, r, {.id = name, .back = back, .more = more, .position = position}, pages,
          filter.page);
}

}  // namespace placet::terminal
