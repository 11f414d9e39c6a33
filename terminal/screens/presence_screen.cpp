#include "terminal/screens/presence_screen.h"

#include "ledger/procedure/permission.h"
#include "ledger/procedure/quorum.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int columns = 7, rows = 10;
constexpr std::size_t per_page = columns * rows;

struct Marks {
    std::vector<ParticipantId> arrived = {}, left = {};
    std::int64_t present = 0;  // as marked
};

Marks marks_of(const PresenceView& view, const PresenceDraft& draft) {
    Marks marks;
    for (std::size_t n = 0; n < view.delegations.size(); ++n) {
        const auto& id = view.delegations[n].id;
        const bool changed = draft.changed.contains(id);
        if (view.present[n] != changed) ++marks.present;
        if (changed) (view.present[n] ? marks.left : marks.arrived).push_back(id);
    }
    return marks;
}

void toggle_mark(PresenceDraft& draft, const ParticipantId& id) {
    if (draft.changed.erase(id) == 0) draft.changed.insert(id);
}

void draw_names(Canvas& canvas, const R& r, const PresenceView& view, PresenceDraft& draft,
                std::span<const std::size_t> shown) {
    const auto from = draft.filter.page * per_page;
    for (std::size_t n = from; n < std::min(from + per_page, shown.size()); ++n) {
        const auto& delegation = view.delegations[shown[n]];
        const bool changed = draft.changed.contains(delegation.id);
        const bool on = view.present[shown[n]] != changed;
        const R cell = column_cell(r, columns, rows, static_cast<int>(n - from), 8, 8);
        constexpr float beside_name = 116;  // the sign, and the mark of a change
        if (toggle(canvas, cell,
                   {.id = "presence." + delegation.id,
                    .label = readable_name(canvas, delegation, cell.w - beside_name),
                    .word = !changed ? ""
                            : on     ? "+"
                                     : "\u2212",
                    .on = on,
                    .enabled = view.may_note}))
            toggle_mark(draft, delegation.id);
    }
}

void draw_count(Canvas& canvas, const R& r, const PresenceView& view, const Marks& marks) {
    const Theme& theme = canvas.theme();
    const bool enough = view.may_note && marks.present >= view.needed_to_decide;
    draw_state(canvas, r.x + 18, r.middle_y(), 18, enough ? State::good : State::watch);
    const float number = canvas.text({r.x + 52, r.y, 140, r.h}, std::to_string(marks.present),
                                     type::title, theme.ink);
    const R words{r.x + 52 + number + 20, r.y, r.w - 72 - number, r.h};
    const float caption = canvas.text({words.x, words.y + 2, words.w, 34}, view.present_caption,
                                      type::strong, theme.ink);
    if (!marks.arrived.empty() || !marks.left.empty())
        canvas.text({words.x + caption + 20, words.y + 2, words.w - caption - 20, 34},
                    fmt::format("+{}  \u2212{}", marks.arrived.size(), marks.left.size()),
                    type::strong, theme.warning.ink);
    canvas.text({words.x, words.y + 36, words.w, 34}, view.quorum, type::caption, theme.ink2);
}

void mark_all(const PresenceView& view, PresenceDraft& draft, std::span<const std::size_t> shown) {
    for (const auto n : shown) {
        if (view.present[n])
            draft.changed.erase(view.delegations[n].id);
        else
            draft.changed.insert(view.delegations[n].id);
    }
}

std::optional<Intent> draw_bottom(Canvas& canvas, const R& r, const PresenceView& view,
                                  PresenceDraft& draft, std::span<const std::size_t> shown) {
    constexpr float count_width = 580, pager_width = 540, mark_width = 300, record_width = 340;
    auto marks = marks_of(view, draft);
    draw_count(canvas, {r.x, r.y, count_width, r.h}, view, marks);
    const auto pages = (shown.size() + per_page - 1) / per_page;
    const R leafing{r.x + count_width + 16, r.y + 8, pager_width, pager_height};
    draw_name_pager(canvas, leafing, "presence", view.back, view.more, pages, draft.filter);
    const R record{r.end() - record_width, r.y, record_width, r.h};
    const R mark{record.x - 16 - mark_width, r.y, mark_width, r.h};
    if (!view.may_note) {  // nothing to press: the reason stands where the buttons would
        canvas.text_block({mark.x, r.y + 2, r.end() - mark.x, 2 * type::body_line}, view.why_not,
                          type::caption, type::body_line, canvas.theme().ink2);
        return std::nullopt;
    }
    const bool all_marked = std::ranges::all_of(shown, [&](std::size_t n) {
        return view.present[n] != draft.changed.contains(view.delegations[n].id);
    });
    if (button(canvas, mark,
               {.id = "presence.mark",
                .label = view.mark_all,
                .enabled = !all_marked,
                .reason = view.all_marked}))
        mark_all(view, draft, shown);
    if (!button(canvas, record,
                {.id = "presence.record",
                 .label = view.record,
                 .kind = ButtonKind::primary,
                 .enabled = !(marks.arrived.empty() && marks.left.empty()),
                 .reason = view.nothing_changed}))
        return std::nullopt;
    draft.changed.clear();
    return NotePresence{.arrived = std::move(marks.arrived), .left = std::move(marks.left)};
}

}  // namespace

PresenceView view_presence(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    PresenceView view{.all = phrases("All"),
                      .present_caption = phrases("marked as present"),
                      .mark_all = phrases("Mark all as present"),
                      .record = phrases("Record the changes"),
                      .all_marked = phrases("All are marked."),
                      .nothing_changed = phrases("Nothing is changed yet."),
                      .back = phrases("Back"),
                      .more = phrases("More")};
    view.delegations = named_states(conference);
    for (const auto& delegation : view.delegations)
        view.present.push_back(conference.present.contains(delegation.id));
    view.letters = first_letters(view.delegations);
    if (const auto allowed = may_note_presence(conference); !allowed) {
        view.why_not = phrases(allowed.error().detail);
        return view;
    }
    if (!state.officers.contains(Role::secretary) && !state.officers.contains(Role::attendant)) {
        view.why_not = phrases("An attendant or the secretary signs in first.");
        return view;
    }
    view.may_note = true;
    const auto& organ = *conference.unit(conference.meeting->unit);
    const auto participating = conference.participating();
    view.needed_to_decide = quorum_to_decide(conference.profile, organ, participating);
    view.quorum =
        phrases("Quorum to open {open}, to decide {decide}",
                {{"open", std::to_string(quorum_to_open(conference.profile, organ, participating))},
                 {"decide", std::to_string(view.needed_to_decide)}});
    return view;
}

std::optional<Intent> draw_presence(Canvas& canvas, const PresenceView& view,
                                    PresenceDraft& draft) {
    constexpr float letters_height = size::target, bottom_height = size::button;
    const R& all = content_area;
    draw_name_filter(canvas, {all.x, all.y, all.w, letters_height}, "presence", view.letters,
                     view.all, draft.filter);
    const auto shown = shown_names(view.delegations, draft.filter);
    draft.filter.page =
        std::min(draft.filter.page, shown.empty() ? 0 : (shown.size() - 1) / per_page);
    const float names_from = letters_height + 20;
    draw_names(canvas, {all.x, all.y + names_from, all.w, all.h - names_from - bottom_height - 20},
               view, draft, shown);
    return draw_bottom(canvas, {all.x, all.bottom() - bottom_height, all.w, bottom_height}, view,
                       draft, shown);
}

}  // namespace placet::terminal
