#include "terminal/screens/placement_screen.h"

#include "ledger/procedure/proposal_acts.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/text_acts.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t most_typed = 120, most_number = 12;  // characters

/// "5 bis: General obligations" is a number and a title.
std::pair<std::string, std::string> number_and_title(const std::string& typed) {
    const auto colon = typed.find(':');
    auto number = typed.substr(0, colon);
    auto title = colon == std::string::npos ? std::string{} : typed.substr(colon + 1);
    const auto trim = [](std::string& text) {
        while (!text.empty() && text.back() == ' ') text.pop_back();
        while (!text.empty() && text.front() == ' ') text.erase(text.begin());
    };
    trim(number);
    trim(title);
    return {number, title};
}

TextUnitId after_of(const PlacementView& view, const PlacementDraft& draft) {
    return draft.after.value_or(view.before);
}

/// Why it is not complete; empty if it is.
std::string trouble(const PlacementView& view, const PlacementDraft& draft) {
    const auto& refusal = view.refusals[static_cast<std::size_t>(draft.way)];
    if (!refusal.empty()) return refusal;
    const auto number = number_and_title(draft.typed).first;
    const bool typed = !number.empty();
    if (decode_utf8(number).size() > most_number) return view.number_too_long;
    if (draft.way == Placement::move)
        return typed || after_of(view, draft) != view.before ? std::string{} : view.nothing_changes;
    if (!typed) return view.number_first;
    return view.texts.find(draft.text) == nullptr ? view.text_first : std::string{};
}

TextPlaced placed(const PlacementView& view, const PlacementDraft& draft) {
    const auto [number, title] = number_and_title(draft.typed);
    if (draft.way == Placement::move)
        return placement_of(*view.conference, view.about, number, title, after_of(view, draft));
    const auto* text = view.texts.find(draft.text);
    return new_unit_of(view.about, draft.way == Placement::split, number, title,
                       text == nullptr ? TextHashes{} : text->texts);
}

void draw_units(Canvas& canvas, const R& r, const PlacementView& view, PlacementDraft& draft) {
    canvas.text({r.x, r.y, r.w, 34}, view.after_caption, type::caption, canvas.theme().ink2);
    const R tiles{r.x, r.y + 42, r.w, r.h - 42 - pager_height - 12};
    draft.page = std::min(draft.page, std::max<std::size_t>(1, view.pages.size()) - 1);
    const auto from = draft.page * PlacementView::units_per_page;
    const auto to = std::min(from + PlacementView::units_per_page, view.units.size());
    for (auto n = from; n < to; ++n) {
        const auto& [unit, label] = view.units[n];
        const auto id = "placement.after." + (unit.empty() ? std::string("none") : unit);
        if (tile(canvas, column_cell(tiles, 4, 5, static_cast<int>(n - from), 12, 8),
                 {.id = id, .label = label, .on = unit == after_of(view, draft)}))
            draft.after = unit;
    }
    if (view.pages.size() > 1)
        pager(canvas, {r.x, r.bottom() - pager_height, r.w, pager_height},
              {.id = "placement.page",
               .back = view.back,
               .more = view.more,
               .position = view.pages[draft.page]},
              view.pages.size(), draft.page);
}

}  // namespace

PlacementView view_placement(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const TextHashes any_text{{"en", Hash{}}};
    PlacementView view{
        .conference = state.conference,
        .about = state.about,
        .before = unit_before(conference, state.about),
        .title = phrases("Number and place: {text}",
                         {{"text", short_name(state, phrases, state.about)}}),
        .ways = {phrases("Renumber or move it"), phrases("A new unit after it"),
                 phrases("Split a unit from it")},
        .refusals = {note_refusal(state, phrases,
                                  placement_of(conference, state.about, "", "",
                                               unit_before(conference, state.about))),
                     note_refusal(state, phrases,
                                  new_unit_of(state.about, false, "...", "", any_text)),
                     note_refusal(state, phrases,
                                  new_unit_of(state.about, true, "...", "", any_text))},
        .texts = view_text_choice(state, phrases),
        .after_caption = phrases("After which unit does it stand?"),
        .number_caption = phrases("Its number, and after a colon its title"),
        .number_prompt = phrases("Type the number."),
        .number_too_long = phrases("The number is too long."),
        .back = phrases("Back"),
        .more = phrases("More"),
        .cancel = phrases("Cancel"),
        .record = phrases("Record it"),
        .number_first = phrases("Type the number first."),
        .text_first = phrases("Choose the text first."),
        .nothing_changes = phrases("Type another number, or choose another place.")};
    view.units.emplace_back("", phrases("At the beginning"));
    for (const auto& unit : conference.text_units)
        if (unit.id != state.about)
            view.units.emplace_back(unit.id, short_name(state, phrases, unit.id));
    view.pages = page_positions(phrases, view.units.size(), PlacementView::units_per_page);
    return view;
}

std::optional<Intent> draw_placement(Canvas& canvas, const PlacementView& view,
                                     PlacementDraft& draft) {
    const R& all = content_area;
    const Theme& theme = canvas.theme();
    card(canvas, all);
    const R inner = all.inset(Layout::card_padding, 32);
    constexpr float ways_width = 960, side_width = 560, foot_height = 96;
    canvas.text({inner.x, inner.y, inner.w - ways_width - 32, size::button}, view.title,
                type::heading, theme.ink);
    const std::array<Segment, 3> segments{{{"placement.way.move", view.ways[0]},
                                           {"placement.way.add", view.ways[1]},
                                           {"placement.way.split", view.ways[2]}}};
    if (const auto way =
            segmented(canvas, {inner.end() - ways_width, inner.y, ways_width, size::button},
                      segments, static_cast<std::size_t>(draft.way)))
        draft.way = static_cast<Placement>(*way);
    const R foot{inner.x, inner.bottom() - foot_height, inner.w, foot_height};
    const float from = inner.y + size::button + 20;
    const R body{inner.x, from, inner.w - side_width - Layout::gap, foot.y - 20 - from};
    if (draft.way == Placement::move)
        draw_units(canvas, body, view, draft);
    else
        draw_text_choice(canvas, body, view.texts, "placement", draft.text, draft.text_page);
    const R side{inner.end() - side_width, from, side_width, body.h};
    canvas.text({side.x, side.y, side.w, 34}, view.number_caption, type::caption, theme.ink2);
    text_field(canvas, {side.x, side.y + 42, side.w, 200},
               {.id = "placement.number", .prompt = view.number_prompt, .most = most_typed},
               draft.typed);
    if (button(canvas, {foot.x, foot.y, 240, foot.h},
               {.id = "placement.cancel", .label = view.cancel, .shortcut = escape_key}))
        return OpenScreen{Screen::articles, view.about};
    const auto why = trouble(view, draft);
    if (button(canvas, {foot.end() - side_width, foot.y, side_width, foot.h},
               {.id = "placement.record",
                .label = view.record,
                .kind = ButtonKind::primary,
                .enabled = why.empty(),
                .reason = why}))
        return NoteRecord{placed(view, draft)};
    return std::nullopt;
}

}  // namespace placet::terminal
