#include "terminal/screens/election_screen.h"

#include "terminal/panels.h"
#include "terminal/screens/election_parts.h"
#include "terminal/screens/frame.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

using Act = ElectionDraft::Act;
using Step = ElectionView::Step;
constexpr float course_width = 560, bar_height = 96, gap = 24;

/// The refusal in the person's language, where it is one of those that are known word by word.
/// {name} in them is whoever it is about.
std::string refusal_in_words(const ElectionView& view, const Result<Done>& answer) {
    if (answer) return {};
    constexpr std::string_view name = "{name}";
    std::string_view said = answer.error().detail;
    for (const auto& [english, words] : view.refusals) {
        if (english == said) return words;
        const auto behind = std::string_view(english).substr(std::min(name.size(), english.size()));
        if (!english.starts_with(name) || !said.ends_with(behind)) continue;
        auto filled = words;
        said.remove_suffix(behind.size());
        if (const auto at = filled.find(name); at != std::string::npos)
            filled.replace(at, name.size(), isolated_text(said));
        return filled;
    }
    return std::string(said);
}

/// What the large button does, or why it does nothing.
struct Main {
    std::string label = {};
    std::string refusal = {};
    Intent asked = {};
    bool danger = false;
};

template <class RecordType>
void offer(Main& main, const ElectionView& view, const std::string& refusal,
           const RecordType& record) {
    main.refusal = refusal;
    if (refusal.empty()) main.refusal = refusal_in_words(view, fits(*view.conference, record));
    main.asked = NoteRecord{record};
}

Main main_of_course(const ElectionView& view, const ElectionDraft& draft) {
    Main main;
    if (view.step == Step::ballot) {
        main.label = view.text.enter;
        main.refusal = view.refusal.empty() ? view.text.fill_in : view.refusal;
        if (const auto protocol = protocol_of(view, draft))
            offer(main, view, view.refusal, *protocol);
    } else if (view.step == Step::lots) {
        main.label = view.text.draw;
        offer(main, view, view.refusal, lot_of(view, draft));
    } else {
        main.label = view.text.open;
        offer(main, view, view.refusal, opening_of(view, draft));
    }
    return main;
}

Main main_of(const ElectionView& view, const ElectionDraft& draft) {
    if (draft.act == Act::withdrawing) {
        Main main{.label = view.text.confirm_withdrawal, .refusal = view.withdraw_refusal};
        auto record = view.withdrawal;
        record.candidate = draft.withdrawn;
        const bool stands =
            std::ranges::count(view.candidates, draft.withdrawn, &Candidate::id) > 0;
        if (!stands && main.refusal.empty()) main.refusal = view.text.choose_candidate;
        main.asked = NoteRecord{record};
        return main;
    }
    if (draft.act == Act::stopping) {
        Main main{.label = view.text.stop, .refusal = view.stop_refusal, .danger = true};
        auto record = view.stop;
        record.reason = draft.reason;
        if (record.reason.empty() && main.refusal.empty()) main.refusal = view.text.type_reason;
        main.asked = NoteRecord{record};
        return main;
    }
    return main_of_course(view, draft);
}

void draw_course(Canvas& canvas, const R& r, const ElectionView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32);
    chip(canvas, inner.x, inner.y, view.status, view.going_on ? theme.success : theme.warning,
         true);
    float y = inner.y + size::chip + 20;
    canvas.text({inner.x, y, inner.w, 34}, view.title, type::reference, theme.ink2);
    y += 40;
    y += canvas.text_block({inner.x, y, inner.w, 3 * type::heading_line}, view.office,
                           type::heading, type::heading_line, theme.ink);
    const float next = canvas.block_height(view.next, type::reference, 36, inner.w);
    const float next_from = inner.bottom() - next;
    y += 16;
    for (const auto& fact : view.facts) {
        const float height = canvas.block_height(fact, type::body, type::body_line, inner.w);
        if (y + height > next_from - 84) break;
        y += 8 + canvas.text_block({inner.x, y, inner.w, height}, fact, type::body, type::body_line,
                                   theme.ink);
    }
    divider(canvas, {inner.x, next_from - 64, inner.w, 2});
    canvas.text({inner.x, next_from - 48, inner.w, 36}, view.next_caption, type::caption,
                theme.ink2);
    canvas.text_block({inner.x, next_from, inner.w, next}, view.next, type::reference, 36,
                      theme.ink);
}

void draw_withdrawing(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    canvas.text({r.x, r.y, r.w, 44}, view.text.withdraw_title, type::heading, canvas.theme().ink);
    const R names{r.x, r.y + 60, r.w, r.h - 60};
    const bool many = view.candidates.size() > 16;
    for (std::size_t n = 0; n < view.candidates.size(); ++n)
        if (tile(canvas, column_cell(names, many ? 6 : 2, many ? 9 : 8, static_cast<int>(n), 8, 8),
                 {.id = "election.candidate." + std::to_string(n),
                  .label = isolated_text(view.candidates[n].name),
                  .on = draft.withdrawn == view.candidates[n].id}))
            draft.withdrawn = view.candidates[n].id;
}

void draw_step(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(32);
    if (draft.act == Act::withdrawing) return draw_withdrawing(canvas, inner, view, draft);
    if (draft.act == Act::stopping) {
        canvas.text({inner.x, inner.y, inner.w, 44}, view.text.stop_title, type::heading,
                    canvas.theme().ink);
        return text_field(canvas, {inner.x, inner.y + 64, inner.w, 140},
                          {.id = "election.words", .prompt = view.text.stop_prompt}, draft.reason);
    }
    if (view.step == Step::ballot) return draw_election_protocol(canvas, inner, view, draft);
    if (view.step == Step::lots) return draw_election_lots(canvas, inner, view, draft);
    draw_election_opening(canvas, inner, view, draft);
}

/// What else may be done in an election that goes on.
std::optional<Intent> draw_others(Canvas& canvas, const R& r, const ElectionView& view,
                                  ElectionDraft& draft) {
    std::optional<Intent> intent;
    constexpr float width = 300;
    float x = r.x;
    const auto place = [&] { return R{std::exchange(x, x + width + gap), r.y, width, r.h}; };
    if (button(canvas, place(),
               {.id = "election.stop",
                .label = view.text.stop,
                .enabled = view.stop_refusal.empty() && !view.saving,
                .reason = view.stop_refusal}))
        draft.act = Act::stopping;
    if (!view.before_first_ballot) return intent;
    if (button(canvas, place(),
               {.id = "election.withdraw",
                .label = view.text.withdraw,
                .enabled = view.withdraw_refusal.empty() && !view.saving,
                .reason = view.withdraw_refusal}))
        draft.act = Act::withdrawing;
    if (button(canvas, place(),
               {.id = "election.acclaim",
                .label = view.text.acclaim,
                .enabled = view.acclaim_refusal.empty() && !view.saving,
                .reason = view.acclaim_refusal}))
        intent = NoteRecord{view.acclamation};
    return intent;
}

/// An election that was held here before is shown until another is to be opened.
bool shows_result(const ElectionView& view, const ElectionDraft& draft) {
    return view.step == Step::over && draft.act != Act::opening;
}

std::optional<Intent> draw_home(Canvas& canvas, const R& r, const ElectionView& view,
                                ElectionDraft& draft) {
    const bool back = draft.act == Act::withdrawing || draft.act == Act::stopping;
    if (!button(canvas, r,
                {.id = "election.home",
                 .label = back ? view.text.go_back : view.text.home,
                 .shortcut = escape_key}))
        return std::nullopt;
    if (!back) return OpenScreen{Screen::sitting};
    draft.act = Act::course;
    return std::nullopt;
}

}  // namespace

std::optional<Intent> draw_election(Canvas& canvas, const ElectionView& view,
                                    ElectionDraft& draft) {
    const bool goes_on = view.step == Step::ballot || view.step == Step::lots;
    if (goes_on == (draft.act == Act::opening)) draft.act = Act::course;
    const R& all = content_area;
    const R upper{all.x, all.y, all.w, all.h - bar_height - gap};
    const R bar{all.x, all.bottom() - bar_height, all.w, bar_height};
    const R course{upper.x, upper.y, goes_on ? course_width : upper.w, upper.h};
    const bool result = shows_result(view, draft);
    if (goes_on || result) draw_course(canvas, course, view);
    if (goes_on)
        draw_step(canvas,
                  {course.end() + Layout::gap, upper.y, upper.w - course.w - Layout::gap, upper.h},
                  view, draft);
    else if (!result)
        draw_step(canvas, upper, view, draft);

    constexpr float home_width = 240, main_width = 520;
    auto intent = draw_home(canvas, {bar.x, bar.y, home_width, bar.h}, view, draft);
    if (goes_on && draft.act == Act::course)
        if (auto asked = draw_others(
                canvas, {bar.x + home_width + gap, bar.y, bar.w - home_width - gap, bar.h}, view,
                draft))
            intent = std::move(asked);
    const R place{bar.end() - main_width, bar.y, main_width, bar.h};
    if (result) {
        if (button(canvas, place,
                   {.id = "election.next",
                    .label = view.text.open_another,
                    .kind = ButtonKind::primary,
                    .enabled = view.refusal.empty() && !view.saving,
                    .reason = view.refusal}))
            draft = {.act = Act::opening};
        return intent;
    }
    auto main = main_of(view, draft);
    if (button(canvas, place,
               {.id = "election.next",
                .label = main.label,
                .kind = main.danger ? ButtonKind::danger : ButtonKind::primary,
                .enabled = main.refusal.empty() && !view.saving,
                .reason = main.refusal}))
        intent = std::move(main.asked);
    return intent;
}

}  // namespace placet::terminal
