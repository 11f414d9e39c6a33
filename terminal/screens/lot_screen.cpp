#include "terminal/screens/lot_screen.h"

#include "ledger/procedure/roll_call.h"
#include "terminal/screens/annul_screen.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/question_card.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>
#include <charconv>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int columns = 4, rows = 9;
constexpr std::size_t per_page = columns * rows;
constexpr std::size_t most_digits = 6;  // of the number said aloud
constexpr float number_width = 644, gap = 24;

std::string first_letter(const std::string& name) {
    return encode_utf8(decode_utf8(name).substr(0, 1));
}

/// "A–C": what the names of a page begin with.
std::string page_label(const Phrases& phrases, const LotView& view, std::size_t page) {
    const auto from = page * per_page;
    const auto to = std::min(from + per_page, view.states.size()) - 1;
    return phrases("{first}–{last}", {{"first", first_letter(view.states[from].name)},
                                      {"last", first_letter(view.states[to].name)}});
}

std::optional<Intent> draw_by_hand(Canvas& canvas, const R& r, const LotView& view,
                                   LotDraft& draft) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32, 28);
    canvas.text({inner.x, inner.y, inner.w / 2, 44}, view.by_hand, type::heading, theme.ink);
    draw_reference(canvas, {inner.middle_x(), inner.y, inner.w / 2, size::chip}, view.reference,
                   Align::end);
    canvas.text({inner.x, inner.y + 50, inner.w, 34}, view.by_hand_how, type::body, theme.ink2);
    draft.page = std::min(draft.page, view.pages.size() - 1);
    std::vector<std::string> ids;
    std::vector<Segment> segments;
    for (std::size_t n = 0; n < view.pages.size(); ++n)
        ids.push_back("lot.page." + std::to_string(n));
    for (std::size_t n = 0; n < ids.size(); ++n) segments.push_back({ids[n], view.pages[n]});
    const R tabs{inner.x, inner.y + 100, inner.w, 72};
    if (segments.size() > 1)
        if (const auto page = segmented(canvas, tabs, segments, draft.page)) draft.page = *page;
    const R names{inner.x, tabs.bottom() + 16, inner.w, inner.bottom() - tabs.bottom() - 16};
    const auto from = draft.page * per_page;
    for (std::size_t n = from; n < std::min(from + per_page, view.states.size()); ++n) {
        const auto& state = view.states[n];
        const std::string id = "lot.hand." + state.id;
        if (tile(canvas, column_cell(names, columns, rows, static_cast<int>(n - from), 10, 6),
                 {.id = id,
                  .label = isolated_text(state.name),
                  .enabled = view.may_draw,
                  .role = ItemRole::button}))
            intent = DrawLotByHand{state.id};
    }
    return intent;
}

std::optional<Intent> draw_number(Canvas& canvas, const R& r, const LotView& view,
                                  LotDraft& draft) {
    const Theme& theme = canvas.theme();
    constexpr float field_height = 84, pad_width = 420;
    const R field{r.x, r.y, r.w, field_height};
    canvas.fill(field, theme.surface2, size::control_radius);
    canvas.outline(field, theme.accent, 3, size::control_radius);
    if (draft.number.empty())
        canvas.text(field.inset(24, 0), view.number_label, type::reference, theme.ink2,
                    Align::center);
    else
        canvas.text(field, draft.number, type::timer, theme.ink, Align::center);
    const R pad{r.middle_x() - pad_width / 2, field.bottom() + 20, pad_width,
                r.bottom() - field.bottom() - 20};
    if (!number_pad(canvas, pad,
                    {.id = "lot.number",
                     .erase = view.erase,
                     .enter = view.draw,
                     .enabled = view.may_draw,
                     .most = most_digits},
                    draft.number))
        return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(draft.number.data(), draft.number.data() + draft.number.size(), number);
    draft.number.clear();
    return DrawLotByNumber{number};
}

std::optional<Intent> draw_by_number(Canvas& canvas, const R& r, const LotView& view,
                                     LotDraft& draft) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32, 28);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.by_number, type::heading, theme.ink);
    float y = inner.y + 56;
    for (const auto& paragraph : view.by_number_how)
        y += 12 + canvas.text_block({inner.x, y, inner.w, 5 * type::body_line}, paragraph,
                                    type::body, type::body_line, theme.ink2);
    if (view.number_held)
        return draw_number(canvas, {inner.x, y + 8, inner.w, inner.bottom() - y - 8}, view, draft);
    if (!view.commit.empty() &&
        button(canvas, {inner.x, inner.bottom() - size::button, inner.w, size::button},
               {.id = "lot.commit", .label = view.commit, .enabled = view.may_draw}))
        return CommitLot{};
    return std::nullopt;
}

void view_by_number(LotView& view, const AppState& state, const Phrases& phrases) {
    view.by_number = phrases("By two numbers");
    const auto& commitment = state.conference->run->lot_commitment;
    if (!commitment) {
        view.by_number_how = {
            phrases("1. The terminal fixes a secret number of its own and seals it in the record."),
            phrases("2. The presiding officer then says any number aloud."),
            phrases("3. The State follows from both. Nobody can steer it, and anyone can repeat "
                    "it: the terminal's number is shown afterwards.")};
        view.commit = phrases("Fix the terminal's number");
    } else if (state.lot_number_held) {
        view.number_held = true;
        view.by_number_how = {
            phrases("The terminal's number is fixed and sealed. Now the "
                    "presiding officer says a number aloud: type it in.")};
    } else {
        view.by_number_how = {
            phrases("A number was fixed, and the terminal was started again since: the number is "
                    "lost."),
            phrases("Draw the State by hand.")};
    }
}

}  // namespace

LotView view_lot(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    LotView view{
        .reference = view_question(state, phrases).reference,
        .by_hand = phrases("Drawn by hand"),
        .by_hand_how = phrases("The presiding officer draws the State that is called first. Press "
                               "its name."),
        .number_label = phrases("The number said aloud"),
        .erase = phrases("Erase"),
        .draw = phrases("Draw"),
        .annul = phrases("Annul this vote"),
        .may_draw = !state.saving};
    for (const auto& id : may_be_called(conference))
        view.states.push_back({.id = id, .name = conference.participants.at(id).name});
    const auto pages = (view.states.size() + per_page - 1) / per_page;
    for (std::size_t page = 0; page < pages; ++page)
        view.pages.push_back(page_label(phrases, view, page));
    view_by_number(view, state, phrases);
    return view;
}

std::optional<Intent> draw_lot(Canvas& canvas, const LotView& view, LotDraft& draft) {
    std::optional<Intent> intent;
    if (canvas.listen_for_digits_or_badge(draft.number, most_digits, draft.badge.typed))
        intent = PresentBadge{take_secret(draft.badge.typed)};
    if (!view.number_held) draft.number.clear();
    const R& all = content_area;
    const R hand{all.x, all.y, all.w - number_width - Layout::gap, all.h};
    const R number{all.end() - number_width, all.y, number_width, all.h - size::button - gap};
    if (!view.pages.empty())
        if (auto asked = draw_by_hand(canvas, hand, view, draft)) intent = std::move(asked);
    if (auto asked = draw_by_number(canvas, number, view, draft)) intent = std::move(asked);
    if (auto asked = draw_annul_button(
            canvas, {number.x, number.bottom() + gap, number.w, size::button}, view.annul))
        intent = std::move(asked);
    return intent;
}

}  // namespace placet::terminal
