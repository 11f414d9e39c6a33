#include "terminal/screens/registration_screen.h"

#include "terminal/screens/frame.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t most_words = 400, most_symbol = 32;  // characters
constexpr float side_width = 640, foot_height = 96;

bool is_chosen(const RegistrationView& view, const RegistrationDraft& draft) {
    return view.texts.find(draft.text) != nullptr;
}

/// Why it is not complete; empty if it is.
std::string trouble(const RegistrationView& view, const RegistrationDraft& draft) {
    if (!view.refusal.empty()) return view.refusal;
    const bool text = is_chosen(view, draft) || !draft.words.empty();
    if (view.purpose == Screen::revision)
        return text || !draft.sponsors.empty() ? std::string{} : view.text_first;
    if (!text) return view.text_first;
    if (view.purpose == Screen::writing_in) return {};
    if (is_chosen(view, draft) && view.conference->proposal(draft.symbol) != nullptr)
        return view.symbol_taken;
    return draft.sponsors.empty() ? view.sponsors_first : std::string{};
}

/// The name of the files proposes the symbol.
void draw_files(Canvas& canvas, const R& r, const RegistrationView& view,
                RegistrationDraft& draft) {
    if (!draw_text_choice(canvas, r, view.texts, "registration", draft.text, draft.page)) return;
    const auto* text = view.texts.find(draft.text);
    draft.symbol = text == nullptr ? std::string{} : text->symbol.substr(0, most_symbol);
}

/// The symbol of the chosen document, or words where there is none.
void draw_typed(Canvas& canvas, const R& r, const RegistrationView& view,
                RegistrationDraft& draft) {
    const Theme& theme = canvas.theme();
    const bool document = is_chosen(view, draft);
    const bool symbol = document && view.purpose != Screen::writing_in;
    float y = r.y;
    if (symbol || !document) {
        canvas.text({r.x, y, r.w, 34}, symbol ? view.symbol_caption : view.words_caption,
                    type::caption, theme.ink2);
        const float height = symbol ? size::button : 320;
        const R field{r.x, y + 42, r.w, height};
        if (symbol)
            text_field(
                canvas, field,
                {.id = "registration.symbol", .prompt = view.symbol_prompt, .most = most_symbol},
                draft.symbol);
        else
            text_field(
                canvas, field,
                {.id = "registration.words", .prompt = view.words_prompt, .most = most_words},
                draft.words);
        y = field.bottom() + 24;
    }
    for (const auto& sentence : view.carries_out)
        y += 12 + canvas.text_block({r.x, y, r.w, r.bottom() - y}, sentence, type::body,
                                    type::body_line, theme.ink2);
}

void draw_sponsors(Canvas& canvas, const R& r, const RegistrationView& view,
                   RegistrationDraft& draft) {
    const Theme& theme = canvas.theme();
    constexpr int columns = 5, rows = 5;
    constexpr std::size_t per_page = columns * rows, named = 7;
    constexpr float list_width = 320;
    canvas.text({r.x, r.y, r.w, 34}, view.sponsors_caption, type::caption, theme.ink2);
    draw_name_filter(canvas, {r.x, r.y + 42, r.w, size::target}, "registration.state", view.letters,
                     view.all, draft.filter);
    const R board{r.x, r.y, r.w - list_width - Layout::gap, r.h};
    const auto shown = shown_names(view.states, draft.filter);
    const auto pages = std::max<std::size_t>(1, (shown.size() + per_page - 1) / per_page);
    draft.filter.page = std::min(draft.filter.page, pages - 1);
    const float from_y = board.y + 42 + size::target + 16;
    const R names{board.x, from_y, board.w, board.bottom() - pager_height - 12 - from_y};
    const auto from = draft.filter.page * per_page;
    for (auto n = from; n < std::min(from + per_page, shown.size()); ++n) {
        const auto& state = view.states[shown[n]];
        const auto id = "registration.state." + state.id;
        const auto place = std::ranges::find(draft.sponsors, state.id);
        const bool on = place != draft.sponsors.end();
        const R cell = column_cell(names, columns, rows, static_cast<int>(n - from), 8, 8);
        if (!tile(canvas, cell,
                  {.id = id,
                   .label = readable_name(canvas, state, cell.w - 48),
                   .on = on,
                   .role = ItemRole::toggle}))
            continue;
        if (on)
            draft.sponsors.erase(place);
        else
            draft.sponsors.push_back(state.id);
    }
    draw_name_pager(canvas, {board.x, board.bottom() - pager_height, board.w, pager_height},
                    "registration.state", view.back, view.more, pages, draft.filter);
    const R list{r.end() - list_width, from_y, list_width, r.bottom() - from_y};
    canvas.text({list.x, list.y, list.w, 34}, view.sponsors_so_far, type::caption, theme.ink2);
    for (std::size_t n = 0; n < std::min(draft.sponsors.size(), named); ++n) {
        const auto found = view.conference->participants.find(draft.sponsors[n]);
        const bool last = n + 1 == named && draft.sponsors.size() > named;
        const auto name =
            found == view.conference->participants.end() ? draft.sponsors[n] : found->second.board;
        canvas.text({list.x, list.y + 46 + 44 * static_cast<float>(n), list.w, 40},
                    last ? std::string("…") : isolated_text(name), type::strong, theme.ink);
    }
}

}  // namespace

std::optional<Intent> draw_registration(Canvas& canvas, const RegistrationView& view,
                                        RegistrationDraft& draft) {
    const R& all = content_area;
    const Theme& theme = canvas.theme();
    card(canvas, all);
    const R inner = all.inset(Layout::card_padding, 32);
    const bool tabs = !view.tabs[0].empty();
    constexpr float tabs_width = 460, head = size::button;
    canvas.text({inner.x, inner.y, inner.w - (tabs ? tabs_width + 32 : 0), head}, view.title,
                type::heading, theme.ink);
    if (tabs) {
        const std::array<Segment, 2> segments{
            {{"registration.tab.text", view.tabs[0]}, {"registration.tab.sponsors", view.tabs[1]}}};
        if (const auto tab = segmented(
                canvas, {inner.end() - tabs_width, inner.y, tabs_width, head}, segments, draft.tab))
            draft.tab = *tab;
    }
    const R foot{inner.x, inner.bottom() - foot_height, inner.w, foot_height};
    const float from = inner.y + head + 20;
    const R body{inner.x, from, inner.w, foot.y - 20 - from};
    if (tabs && draft.tab == 1) {
        draw_sponsors(canvas, body, view, draft);
    } else {
        draw_files(canvas, {body.x, body.y, body.w - side_width - Layout::gap, body.h}, view,
                   draft);
        draw_typed(canvas, {body.end() - side_width, body.y, side_width, body.h}, view, draft);
    }
    const auto why = trouble(view, draft);
    auto noted = registered(view, draft);
    constexpr float cancel_width = 240, record_width = 480;
    const R preview{foot.x + cancel_width + 32, foot.y, foot.w - cancel_width - record_width - 64,
                    foot.h};
    if (const auto* record = std::get_if<ProposalRegistered>(&noted.record))
        canvas.text_block(preview, isolated_text(record->title), type::body, 32, theme.ink2);
    if (button(canvas, {foot.x, foot.y, cancel_width, foot.h},
               {.id = "registration.cancel", .label = view.cancel, .shortcut = escape_key}))
        return OpenScreen{Screen::articles, view.about};
    if (button(canvas, {foot.end() - record_width, foot.y, record_width, foot.h},
               {.id = "registration.record",
                .label = view.record,
                .kind = ButtonKind::primary,
                .enabled = why.empty(),
                .reason = why}))
        return noted;
    return std::nullopt;
}

}  // namespace placet::terminal
