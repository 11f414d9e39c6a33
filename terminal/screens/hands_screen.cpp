#include "terminal/screens/hands_screen.h"

#include "ledger/procedure/permission.h"
#include "ledger/procedure/show_of_hands.h"
#include "terminal/panels.h"
#include "terminal/screens/annul_screen.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>
#include <charconv>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::array<Role, 2> teller_roles{Role::secretary, Role::attendant};
constexpr std::array<std::string_view, 2> teller_ids{"hands.teller.secretary",
                                                     "hands.teller.attendant"};
constexpr std::array<std::string_view, 3> field_ids{"hands.yes", "hands.no", "hands.abstain"};
constexpr std::array<Sign, 3> signs{Sign::yes, Sign::no, Sign::abstain};
constexpr std::size_t most_digits = 3;
constexpr float pad_width = 484, gap = 24;

HandsView::Teller view_teller(const AppState& state, const Phrases& phrases, Role role,
                              const HandsRound& round) {
    const auto found = state.officers.find(role);
    HandsView::Teller teller{.role = role,
                             .title = role_label(phrases, role),
                             .status = phrases("Not signed in. Press to sign in."),
                             .signed_in = found != state.officers.end()};
    if (!teller.signed_in) return teller;
    teller.title =
        phrases("{role}: {name}", {{"role", teller.title}, {"name", found->second.name}});
    teller.counted =
        !round.complete() &&
        std::ranges::find(round.counts, found->second.id, &HandCount::teller) != round.counts.end();
    teller.status =
        teller.counted ? phrases("Has entered a count") : phrases("Has not entered a count yet");
    return teller;
}

std::int64_t number_of(const std::string& digits) {
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Whose figures are typed; nothing if they entered theirs, or signed out.
std::optional<Role> entering(const HandsView& view, const HandsDraft& draft) {
    for (const auto& teller : view.tellers)
        if (draft.teller == teller.role && teller.signed_in && !teller.counted) return teller.role;
    return std::nullopt;
}

void forget_figures(HandsDraft& draft) {
    draft.typed = {};
    draft.field = 0;
}

std::optional<Intent> draw_tellers(Canvas& canvas, const R& r, const HandsView& view,
                                   HandsDraft& draft) {
    std::optional<Intent> intent;
    for (std::size_t n = 0; n < view.tellers.size(); ++n) {
        const auto& teller = view.tellers[n];
        if (!tile(canvas, column(r, 2, static_cast<int>(n), gap),
                  {.id = teller_ids[n],
                   .label = teller.title,
                   .detail = teller.status,
                   .on = entering(view, draft) == teller.role,
                   .enabled = view.may_enter && !teller.counted,
                   .state = teller.counted ? std::optional(State::good) : std::nullopt}))
            continue;
        if (!teller.signed_in) {
            intent = SignIn{teller.role};
        } else if (draft.teller != teller.role) {
            draft.teller = teller.role;
            forget_figures(draft);
        }
    }
    return intent;
}

void draw_fields(Canvas& canvas, const R& r, const HandsView& view, HandsDraft& draft,
                 bool enabled) {
    const Theme& theme = canvas.theme();
    for (std::size_t n = 0; n < field_ids.size(); ++n) {
        const R field = column(r, 3, static_cast<int>(n), gap);
        const Press press = canvas.item({.id = field_ids[n],
                                         .label = view.words[n],
                                         .role = ItemRole::radio,
                                         .enabled = enabled,
                                         .on = enabled && draft.field == n},
                                        field);
        if (press.pressed) draft.field = n;
        const bool on = enabled && draft.field == n;
        canvas.fill(field, theme.surface2, size::control_radius);
        canvas.outline(field, on ? theme.accent : theme.border, on ? 4.0F : 2.0F,
                       size::control_radius);
        draw_sign(canvas, field.x + 52, field.y + 48, 24, signs[n]);
        canvas.text({field.x + 92, field.y + 20, field.w - 112, 56}, view.words[n], type::body,
                    theme.ink2);
        canvas.text({field.x, field.y + 84, field.w, field.h - 100}, draft.typed[n], type::tally,
                    theme.ink, Align::center);
        if (press.focused) canvas.focus_ring(field, size::control_radius);
    }
}

std::optional<Intent> draw_entry(Canvas& canvas, const R& r, const HandsView& view,
                                 HandsDraft& draft) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32, 24);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.round_title, type::heading, theme.ink);
    const R tellers{inner.x, inner.y + 56, inner.w, 84};
    intent = draw_tellers(canvas, tellers, view, draft);

    const auto teller = entering(view, draft);
    const bool enabled = teller.has_value() && view.may_enter;
    const R left{inner.x, tellers.bottom() + gap, inner.w - pad_width - Layout::gap,
                 inner.bottom() - tellers.bottom() - gap};
    draw_fields(canvas, {left.x, left.y, left.w, 196}, view, draft, enabled);
    canvas.text_block({left.x, left.y + 212, left.w, 2 * type::body_line}, view.instruction,
                      type::body, type::body_line, theme.ink2);
    if (number_pad(canvas, {inner.end() - pad_width, left.y, pad_width, left.h},
                   {.id = "hands.number",
                    .erase = view.erase,
                    .enter = view.next,
                    .enabled = enabled,
                    .most = most_digits},
                   draft.typed[draft.field]))
        draft.field = (draft.field + 1) % field_ids.size();
    const bool typed = std::ranges::none_of(draft.typed, &std::string::empty);
    if (button(canvas, {left.x, left.bottom() - size::button, left.w, size::button},
               {.id = "hands.confirm",
                .label = view.confirm,
                .kind = ButtonKind::primary,
                .enabled = enabled && typed,
                .reason = teller ? view.type_all : view.press_name})) {
        intent = EnterHands{.teller = *teller,
                            .yes = number_of(draft.typed[0]),
                            .no = number_of(draft.typed[1]),
                            .abstaining = number_of(draft.typed[2])};
        forget_figures(draft);  // the other teller comes to this screen next
        draft.teller.reset();
    }
    return intent;
}

void draw_counts(Canvas& canvas, const R& r, const HandsView& view, HandsDraft& draft) {
    const Theme& theme = canvas.theme();
    marked_card(canvas, r, view.equal ? theme.success.solid : theme.warning.solid);
    const R inner = r.inset(Layout::card_padding, 28);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.verdict, type::heading, theme.ink);
    float y = inner.y + 60;
    for (const auto& count : view.counts) {
        canvas.text({inner.x, y, inner.w, 30}, count.teller, type::body, theme.ink2);
        for (std::size_t n = 0; n < count.figures.size(); ++n)
            tally_card(canvas, column({inner.x, y + 36, inner.w, 108}, 3, static_cast<int>(n), gap),
                       signs[n], view.words[n], static_cast<int>(count.figures[n]));
        y += 164;
    }
    constexpr float again_width = 400;
    if (button(
            canvas,
            {inner.end() - again_width, inner.bottom() - size::button, again_width, size::button},
            {.id = "hands.again",
             .label = view.again,
             .kind = view.equal ? ButtonKind::secondary : ButtonKind::primary,
             .enabled = view.may_enter}))
        draft.counted_again = view.round;
}

}  // namespace

HandsView view_hands(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto last = last_round(*conference.run);
    HandsView view{
        .question = view_question(state, phrases),
        .round = last.round,
        .words = {phrases("In favour"), phrases("Against"), phrases("Abstaining")},
        .equal = last.equal(),
        .again = phrases("Count again"),
        .instruction = phrases("Press your name, then enter what you counted. Neither teller sees "
                               "the other's figures before both have entered theirs."),
        .erase = phrases("Erase"),
        .next = phrases("Next"),
        .confirm = phrases("Enter this count"),
        .press_name = phrases("Press your name first."),
        .type_all = phrases("Enter all three figures first."),
        .annul = phrases("Annul this vote"),
        .close = phrases("Close the vote"),
        .may_enter = !state.saving};
    view.round_title =
        phrases("Count {round}", {{"round", std::to_string(next_round(*conference.run))}});
    for (std::size_t n = 0; n < teller_roles.size(); ++n)
        view.tellers[n] = view_teller(state, phrases, teller_roles[n], last);
    if (last.complete()) {
        view.verdict = last.equal() ? phrases("Both tellers counted the same.")
                                    : phrases("The two counts differ: count again.");
        for (const auto& count : last.counts) {
            const auto* person = conference.person(count.teller);
            view.counts.push_back(
                {.teller = person == nullptr ? count.teller : person->name,
                 .figures = {count.counted.yes, count.counted.no, count.counted.abstaining}});
        }
    }
    const auto allowed = may_close(conference);
    const bool signed_in = state.officers.contains(Role::presiding_officer);
    view.may_close = allowed && signed_in && !state.saving;
    view.close_reason = last.equal() ? phrases("The presiding officer signs in first.")
                                     : phrases("Two equal counts come first.");
    if (!last.equal()) return view;
    view.last_call = view_last_call(state, phrases);
    if (const auto wait = last_call_wait(state, phrases); signed_in && !wait.empty()) {
        view.may_close = false;
        view.close_reason = wait;
    }
    return view;
}

std::optional<Intent> draw_hands(Canvas& canvas, const HandsView& view, HandsDraft& draft) {
    std::optional<Intent> intent;
    const bool counting = view.counts.empty() || draft.counted_again == view.round;
    std::string nowhere;
    auto& digits = counting && entering(view, draft) ? draft.typed[draft.field] : nowhere;
    if (canvas.listen_for_digits_or_badge(digits, most_digits, draft.badge.typed))
        intent = PresentBadge{take_secret(draft.badge.typed)};
    const R& all = content_area;
    draw_question_lines(canvas, {all.x, all.y, all.w, question_lines_height}, view.question);
    const R bar{all.x, all.bottom() - size::button, all.w, size::button};
    const float from = all.y + question_lines_height + gap;
    const R main{all.x, from, all.w, bar.y - gap - from};
    if (!counting)
        draw_counts(canvas, main, view, draft);
    else if (auto asked = draw_entry(canvas, main, view, draft))
        intent = std::move(asked);
    constexpr float annul_width = 360, close_width = 640;
    if (auto asked = draw_annul_button(canvas, {bar.x, bar.y, annul_width, bar.h}, view.annul))
        intent = std::move(asked);
    if (auto asked =
            draw_close(canvas, {bar.end() - close_width, bar.y, close_width, bar.h}, view.last_call,
                       {.id = "chair.close",
                        .label = view.close,
                        .kind = ButtonKind::primary,
                        .enabled = view.may_close,
                        .reason = view.close_reason}))
        intent = std::move(asked);
    return intent;
}

}  // namespace placet::terminal
