#include "terminal/screens/floor_screen.h"

#include "terminal/panels.h"
#include "terminal/screens/floor_wording.h"
#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

#include "ledger/procedure/floor_acts.h"

#include <algorithm>
#include <array>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::array methods = {Method::recorded, Method::non_recorded, Method::roll_call,
                                Method::hands};
constexpr std::array<std::string_view, methods.size()> method_ids = {
    "floor.method.recorded", "floor.method.non_recorded", "floor.method.roll_call",
    "floor.method.hands"};
constexpr float waiting_width = 700, gap = 16, act_height = 64, refused_height = 92,
                put_height = 88;
constexpr int columns = 3, rows = 7;
constexpr std::size_t words_most = 200;

const FloorView::Raise* chosen_raise(const FloorView& view, const FloorDraft& draft) {
    for (const auto* list : {&view.raises, &view.speakers})
        for (const auto& raise : *list)
            if (raise.id == draft.raise && !raise.subjects.empty()) return &raise;
    return nullptr;
}

const FloorView::Subject& chosen_subject(const FloorView::Raise& raise, const FloorDraft& draft) {
    return raise.subjects[std::min(draft.subject, raise.subjects.size() - 1)];
}

/// Chooses what is raised; what the officer had chosen for another is forgotten.
void begin(FloorDraft& draft, const FloorView::Raise& raise) {
    const auto method = draft.method;
    draft = {.step = FloorDraft::Step::delegation, .raise = raise.id, .method = method};
    if (raise.asks_subject) draft.step = FloorDraft::Step::subject;
    if (raise.asks != FloorView::Asks::words) return;
    draft.step = FloorDraft::Step::words;
    draft.words = std::get<MotionMoved>(raise.subjects.front().record).words;
}

/// The record with all that was chosen for it but the delegation.
Record record_of(const FloorView& view, const FloorView::Raise& raise, const FloorDraft& draft) {
    Record record = chosen_subject(raise, draft).record;
    if (raise.asks == FloorView::Asks::nothing) return record;
    auto& motion = std::get<MotionMoved>(record);
    if (raise.asks == FloorView::Asks::words) {
        motion.words = draft.words;
        return record;
    }
    std::vector<std::string> parts;
    for (const auto n : draft.parts) parts.push_back(view.parts[n]);
    motion.words = division_words(parts, chosen_subject(raise, draft).within);
    motion.parts = std::move(parts);
    return record;
}

// ---- what waits

float draw_lines(Canvas& canvas, const R& r, const std::vector<std::string>& lines) {
    float y = r.y;
    for (const auto& line : lines)
        y += 8 + canvas.text_block({r.x, y, r.w, r.bottom() - y}, line, type::body, type::body_line,
                                   canvas.theme().ink);
    return y;
}

std::optional<Intent> draw_put(Canvas& canvas, const R& r, const FloorView& view,
                               FloorDraft& draft) {
    std::vector<Segment> segments;
    for (std::size_t n = 0; n < methods.size(); ++n)
        segments.push_back({method_ids[n], view.methods[n]});
    canvas.text({r.x, r.y, r.w, 30}, view.method_caption, type::caption, canvas.theme().ink2);
    if (const auto method = segmented(canvas, {r.x, r.y + 34, r.w, size::button}, segments,
                                      draft.method.value_or(view.first_method)))
        draft.method = *method;
    const auto& waiting = view.waiting;
    const bool may = waiting.put_refusal.empty() && view.may_press;
    if (!button(canvas, {r.x, r.bottom() - put_height, r.w, put_height},
                {.id = "floor.put",
                 .label = waiting.put_label,
                 .kind = ButtonKind::primary,
                 .enabled = may,
                 .reason = waiting.put_refusal}))
        return std::nullopt;
    auto put = waiting.put;
    put.method = methods[draft.method.value_or(view.first_method)];
    return put;
}

std::optional<Intent> draw_act(Canvas& canvas, const R& r, const FloorView& view,
                               const FloorView::Act& act, ButtonKind kind, FloorDraft& draft) {
    if (!button(canvas, r,
                {.id = act.id,
                 .label = act.label,
                 .kind = kind,
                 .enabled = act.refusal.empty() && view.may_press,
                 .reason = act.refusal}))
        return std::nullopt;
    for (const auto& speaker : view.speakers)
        if (speaker.id == act.raise) begin(draft, speaker);
    if (!act.asked) return std::nullopt;
    return std::visit([](const auto& asked) -> Intent { return asked; }, *act.asked);
}

std::optional<Intent> draw_waiting(Canvas& canvas, const R& r, const FloorView& view,
                                   FloorDraft& draft) {
    const Theme& theme = canvas.theme();
    const auto& waiting = view.waiting;
    std::optional<Intent> intent;
    card(canvas, r);
    const R inner = r.inset(32, 28);
    canvas.text({inner.x, inner.y, inner.w, 30}, view.waits_title, type::caption, theme.ink2);

    const int act_rows = static_cast<int>((waiting.acts.size() + 1) / 2);
    const bool refused =
        std::ranges::any_of(waiting.acts, [](const auto& act) { return !act.refusal.empty(); });
    const float one_act = refused ? refused_height : act_height;
    const float acts_height =
        act_rows == 0 ? 0 : static_cast<float>(act_rows) * (one_act + 12) - 12;
    const float step_height = !waiting.put_label.empty() ? 34 + size::button + 12 + put_height
                              : waiting.next             ? put_height
                                                         : 0;
    const R step{inner.x, inner.bottom() - step_height, inner.w, step_height};
    const R acts{inner.x, step.y - (step_height > 0 ? gap : 0) - acts_height, inner.w, acts_height};
    const R words{inner.x, inner.y + 38, inner.w, acts.y - gap - (inner.y + 38)};
    const float used =
        canvas.text_block({words.x, words.y, words.w, 2 * type::heading_line}, waiting.heading,
                          type::heading, type::heading_line, theme.ink);
    float y = draw_lines(canvas, {words.x, words.y + used + 4, words.w, words.h - used - 4},
                         waiting.lines);
    if (!view.others.empty()) {
        y += 8;
        canvas.text({words.x, y, words.w, 28}, view.others_title, type::caption, theme.ink2);
        y += 32;
        for (const auto& other : view.others) {
            canvas.text({words.x, y, words.w, 28}, other, type::caption, theme.ink);
            y += 30;
        }
    }
    for (std::size_t n = 0; n < waiting.acts.size(); ++n)
        if (auto asked = draw_act(canvas, grid_cell(acts, 2, act_rows, static_cast<int>(n)), view,
                                  waiting.acts[n], ButtonKind::secondary, draft))
            intent = std::move(asked);
    if (!waiting.put_label.empty()) {
        if (auto asked = draw_put(canvas, step, view, draft)) intent = std::move(asked);
    } else if (waiting.next) {
        if (auto asked = draw_act(canvas, step, view, *waiting.next, ButtonKind::primary, draft))
            intent = std::move(asked);
    }
    return intent;
}

// ---- what may be raised

void draw_raises(Canvas& canvas, const R& r, const FloorView& view, FloorDraft& draft) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(28, 24);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.raise_title, type::heading, theme.ink);
    const R tiles{inner.x, inner.y + 56, inner.w, inner.h - 56};
    for (std::size_t n = 0; n < view.raises.size(); ++n) {
        const auto& raise = view.raises[n];
        const auto id = "floor.raise." + raise.id;
        if (button(canvas, grid_cell(tiles, columns, rows, static_cast<int>(n), 10),
                   {.id = id,
                    .label = raise.label,
                    .enabled = raise.refusal.empty() && view.may_press,
                    .reason = raise.refusal}))
            begin(draft, raise);
    }
}

// ---- about what, and by whom

void draw_parts(Canvas& canvas, const R& r, const FloorView& view, FloorDraft& draft) {
    constexpr float caption_width = 320;
    canvas.text({r.x, r.y, caption_width, r.h}, view.part_caption, type::body, canvas.theme().ink2);
    const R tiles{r.x + caption_width + 16, r.y, r.w - caption_width - 16, r.h};
    for (std::size_t n = 0; n < view.part_labels.size(); ++n) {
        const auto found = std::ranges::find(draft.parts, n);
        const bool on = found != draft.parts.end();
        const auto id = "floor.part." + std::to_string(n + 1);
        if (!button(
                canvas,
                column(tiles, static_cast<int>(view.part_labels.size()), static_cast<int>(n), 10),
                {.id = id,
                 .label = view.part_labels[n],
                 .kind = on ? ButtonKind::primary : ButtonKind::secondary}))
            continue;
        if (on) {
            draft.parts.erase(found);
        } else {
            draft.parts.push_back(n);
            std::ranges::sort(draft.parts);
        }
    }
}

/// What is raised and, at the end edge, about what: pressed, it leads to the others.
void draw_heading(Canvas& canvas, const R& r, const FloorView::Raise& raise, FloorDraft& draft) {
    constexpr float subject_width = 560;
    const auto& subject = chosen_subject(raise, draft);
    const bool about = !subject.about.empty();
    canvas.text({r.x, r.y, r.w - (about ? subject_width + 24 : 0), r.h}, raise.label, type::heading,
                canvas.theme().ink);
    if (about &&
        button(
            canvas, {r.end() - subject_width, r.y, subject_width, r.h},
            {.id = "floor.subject", .label = subject.about, .enabled = raise.subjects.size() > 1}))
        draft.step = FloorDraft::Step::subject;
}

std::optional<Intent> draw_delegations_of(Canvas& canvas, const FloorView& view,
                                          const FloorView::Raise& raise, FloorDraft& draft) {
    const R& all = content_area;
    const R heading{all.x, all.y, all.w, size::target};
    draw_heading(canvas, heading, raise, draft);
    const bool parts = raise.asks == FloorView::Asks::parts;
    float from = heading.bottom() + gap;
    if (parts) {
        draw_parts(canvas, {all.x, from, all.w, size::target}, view, draft);
        from += size::target + gap;
    }
    constexpr float back_width = 260, pages_width = 540;
    const R line{all.x, all.bottom() - size::button, all.w, size::button};
    const R pages{line.end() - back_width - 24 - pages_width, line.y + 8, pages_width,
                  pager_height};
    const bool ready = !parts || !draft.parts.empty();
    const auto chosen =
        draw_name_choice(canvas, {all.x, from, all.w, line.y - gap - from}, pages, view.names,
                         "floor.by", ready && view.may_press, draft.filter);
    canvas.text({line.x, line.y, pages.x - line.x - 24, line.h},
                ready ? raise.question : view.no_part, type::reference, canvas.theme().ink);
    if (button(canvas, {line.end() - back_width, line.y, back_width, line.h},
               {.id = "floor.back", .label = view.cancel, .shortcut = escape_key}))
        draft = {.method = draft.method};
    else if (chosen) {
        const auto record = raised_by(record_of(view, raise, draft), *chosen);
        draft = {.method = draft.method};
        return NoteRecord{record};
    }
    return std::nullopt;
}

/// Back to the names, or to the beginning where it was asked first.
void leave_subjects(const FloorView::Raise& raise, FloorDraft& draft) {
    if (raise.asks_subject)
        draft = {.method = draft.method};
    else
        draft.step = FloorDraft::Step::delegation;
}

void draw_subjects(Canvas& canvas, const FloorView& view, const FloorView::Raise& raise,
                   FloorDraft& draft) {
    const R& all = content_area;
    card(canvas, all);
    const R inner = all.inset(Layout::card_padding, 32);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.subject_caption, type::heading,
                canvas.theme().ink);
    const R line{inner.x, inner.bottom() - size::button, inner.w, size::button};
    const R tiles{inner.x, inner.y + 64, inner.w, line.y - gap - (inner.y + 64)};
    const auto from = draft.page * FloorView::subjects_per_page;
    const auto to = std::min(from + FloorView::subjects_per_page, raise.subjects.size());
    for (auto n = from; n < to; ++n)
        if (tile(canvas, column_cell(tiles, 4, 5, static_cast<int>(n - from), 12, 12),
                 {.id = "floor.subject." + std::to_string(n + 1),
                  .label = raise.subjects[n].label,
                  .on = n == draft.subject})) {
            draft.subject = n;
            draft.step = FloorDraft::Step::delegation;
        }
    if (button(canvas, {line.end() - 260, line.y, 260, line.h},
               {.id = "floor.back", .label = view.cancel, .shortcut = escape_key}))
        leave_subjects(raise, draft);
    if (raise.pages.size() > 1)
        pager(canvas, {line.x, line.y + 8, 540, pager_height},
              {.id = "floor.page",
               .back = view.back,
               .more = view.more,
               .position = raise.pages[std::min(draft.page, raise.pages.size() - 1)]},
              raise.pages.size(), draft.page);
}

void draw_words(Canvas& canvas, const FloorView& view, const FloorView::Raise& raise,
                FloorDraft& draft) {
    const R all = content_area.inset(240, 120);
    card(canvas, all);
    const R inner = all.inset(56, 48);
    canvas.text({inner.x, inner.y, inner.w, 44}, raise.label, type::heading, canvas.theme().ink);
    canvas.text({inner.x, inner.y + 72, inner.w, 32}, view.words_caption, type::body,
                canvas.theme().ink2);
    text_field(canvas, {inner.x, inner.y + 116, inner.w, 200},
               {.id = "floor.words", .prompt = view.no_words, .most = words_most}, draft.words);
    const R line{inner.x, inner.bottom() - put_height, inner.w, put_height};
    if (button(canvas, {line.x, line.y, 260, line.h},
               {.id = "floor.back", .label = view.cancel, .shortcut = escape_key}))
        draft = {.method = draft.method};
    const bool ready = draft.words.find_first_not_of(' ') != std::string::npos;
    if (button(canvas, {line.x + 284, line.y, line.w - 284, line.h},
               {.id = "floor.next",
                .label = view.next,
                .kind = ButtonKind::primary,
                .enabled = ready,
                .reason = view.no_words}))
        draft.step = FloorDraft::Step::delegation;
}

}  // namespace

std::optional<Intent> draw_floor(Canvas& canvas, const FloorView& view, FloorDraft& draft) {
    const auto* raise = chosen_raise(view, draft);
    // What was chosen may have become impossible meanwhile.
    if (raise == nullptr) draft.step = FloorDraft::Step::raise;
    switch (draft.step) {
        case FloorDraft::Step::raise:
            break;
        case FloorDraft::Step::words:
            draw_words(canvas, view, *raise, draft);
            return std::nullopt;
        case FloorDraft::Step::subject:
            draw_subjects(canvas, view, *raise, draft);
            return std::nullopt;
        case FloorDraft::Step::delegation:
            return draw_delegations_of(canvas, view, *raise, draft);
    }
    const R& all = content_area;
    auto intent = draw_waiting(canvas, {all.x, all.y, waiting_width, all.h}, view, draft);
    const float from = all.x + waiting_width + Layout::gap;
    draw_raises(canvas, {from, all.y, all.end() - from, all.h}, view, draft);
    return intent;
}

}  // namespace placet::terminal
