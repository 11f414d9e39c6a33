#include "terminal/screens/presence_screen.h"

#include "ledger/procedure/permission.h"
#include "ledger/procedure/quorum.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int columns = 7, rows = 10;
constexpr std::size_t per_page = columns * rows;
constexpr std::size_t most_typed = 18;  // a board name

/// Small letters, for searching in names of any case. Letters outside ASCII stay as they are.
std::string lowered(std::string_view text) {
    std::string low(text);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

struct Marks {
    std::vector<ParticipantId> arrived = {}, left = {};
    std::int64_t present = 0;  // as marked
};

Marks marks_of(const PresenceView& view, const PresenceDraft& draft) {
    Marks marks;
    for (const auto& delegation : view.delegations) {
        const bool changed = draft.changed.contains(delegation.id);
        if (delegation.present != changed) ++marks.present;
        if (changed) (delegation.present ? marks.left : marks.arrived).push_back(delegation.id);
    }
    return marks;
}

void toggle_mark(PresenceDraft& draft, const ParticipantId& id) {
    if (draft.changed.erase(id) == 0) draft.changed.insert(id);
}

void draw_letters(Canvas& canvas, const R& r, const PresenceView& view, PresenceDraft& draft) {
    constexpr float all_width = 120, gap = 8;
    const auto letter = [&](const R& where, char c, std::string_view label) {
        const std::string id = c == 0 ? "presence.all" : std::string("presence.letter.") + c;
        const bool on = draft.letter == c && (c != 0 || draft.typed.empty());
        if (!button(canvas, where,
                    {.id = id,
                     .label = label,
                     .kind = on ? ButtonKind::primary : ButtonKind::secondary}))
            return;
        draft.letter = c;
        draft.typed.clear();
        draft.page = 0;
    };
    letter({r.x, r.y, all_width, r.h}, 0, view.all);
    const auto count = static_cast<float>(view.letters.size());
    const float width = std::min(72.0F, (r.w - all_width - gap * count) / std::max(1.0F, count));
    for (std::size_t n = 0; n < view.letters.size(); ++n)
        letter({r.x + all_width + gap + static_cast<float>(n) * (width + gap), r.y, width, r.h},
               view.letters[n], std::string_view(view.letters).substr(n, 1));
}

void draw_names(Canvas& canvas, const R& r, const PresenceView& view, PresenceDraft& draft,
                std::span<const std::size_t> shown) {
    const auto from = draft.page * per_page;
    for (std::size_t n = from; n < std::min(from + per_page, shown.size()); ++n) {
        const auto& delegation = view.delegations[shown[n]];
        const bool changed = draft.changed.contains(delegation.id);
        const bool on = delegation.present != changed;
        if (toggle(canvas, column_cell(r, columns, rows, static_cast<int>(n - from), 8, 8),
                   {.id = "presence." + delegation.id,
                    .label = delegation.board,
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
        const auto& delegation = view.delegations[n];
        if (delegation.present)
            draft.changed.erase(delegation.id);
        else
            draft.changed.insert(delegation.id);
    }
}

std::optional<Intent> draw_bottom(Canvas& canvas, const R& r, const PresenceView& view,
                                  PresenceDraft& draft, std::span<const std::size_t> shown) {
    constexpr float count_width = 580, pager_width = 540, mark_width = 300, record_width = 340;
    auto marks = marks_of(view, draft);
    draw_count(canvas, {r.x, r.y, count_width, r.h}, view, marks);
    const auto pages = (shown.size() + per_page - 1) / per_page;
    const R leafing{r.x + count_width + 16, r.y + 8, pager_width, pager_height};
    auto position = fmt::format("{} / {}", draft.page + 1, pages);
    if (!draft.typed.empty()) position = isolated_text("\u201C" + draft.typed + "\u201D");
    if (pages <= 1 && !draft.typed.empty())
        canvas.text(leafing, position, type::reference, canvas.theme().ink, Align::center);
    pager(canvas, leafing,
          {.id = "presence.page", .back = view.back, .more = view.more, .position = position},
          pages, draft.page);
    const R record{r.end() - record_width, r.y, record_width, r.h};
    const R mark{record.x - 16 - mark_width, r.y, mark_width, r.h};
    const bool all_marked = std::ranges::all_of(shown, [&](std::size_t n) {
        const auto& delegation = view.delegations[n];
        return delegation.present != draft.changed.contains(delegation.id);
    });
    if (button(canvas, mark,
               {.id = "presence.mark",
                .label = view.mark_all,
                .enabled = view.may_note && !all_marked}))
        mark_all(view, draft, shown);
    if (!button(canvas, record,
                {.id = "presence.record",
                 .label = view.record,
                 .kind = ButtonKind::primary,
                 .enabled = view.may_note && !(marks.arrived.empty() && marks.left.empty())}))
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
                      .back = phrases("Back"),
                      .more = phrases("More")};
    for (const auto& id : in_order_of_roll(conference)) {
        const auto& participant = conference.participants.at(id);
        const char first = participant.board.empty() ? ' ' : participant.board.front();
        view.delegations.push_back({.id = id,
                                    .board = participant.board,
                                    .search = lowered(participant.name + '\n' + participant.board),
                                    .letter = first,
                                    .present = conference.present.contains(id)});
        if (first >= 'A' && first <= 'Z' && view.letters.find(first) == std::string::npos)
            view.letters += first;
    }
    std::ranges::sort(view.letters);
    if (const auto allowed = may_note_presence(conference); !allowed) {
        view.quorum = phrases(allowed.error().detail);
        return view;
    }
    if (!state.officers.contains(Role::secretary) && !state.officers.contains(Role::attendant)) {
        view.quorum = phrases("An attendant or the secretary signs in first.");
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

std::vector<std::size_t> shown_delegations(const PresenceView& view, const PresenceDraft& draft) {
    const auto wanted = lowered(draft.typed);
    std::vector<std::size_t> shown;
    for (std::size_t n = 0; n < view.delegations.size(); ++n) {
        const auto& delegation = view.delegations[n];
        if (draft.letter != 0 && delegation.letter != draft.letter) continue;
        if (delegation.search.find(wanted) == std::string::npos) continue;
        shown.push_back(n);
    }
    return shown;
}

std::optional<Intent> draw_presence(Canvas& canvas, const PresenceView& view,
                                    PresenceDraft& draft) {
    constexpr float letters_height = size::target, bottom_height = size::button;
    const R& all = content_area;
    const auto before = draft.typed;
    canvas.listen(draft.typed, Accept::printable, most_typed);
    if (draft.typed != before) {
        draft.letter = 0;
        draft.page = 0;
    }
    draw_letters(canvas, {all.x, all.y, all.w, letters_height}, view, draft);
    const auto shown = shown_delegations(view, draft);
    draft.page = std::min(draft.page, shown.empty() ? 0 : (shown.size() - 1) / per_page);
    const float names_from = letters_height + 20;
    draw_names(canvas, {all.x, all.y + names_from, all.w, all.h - names_from - bottom_height - 20},
               view, draft, shown);
    return draw_bottom(canvas, {all.x, all.bottom() - bottom_height, all.w, bottom_height}, view,
                       draft, shown);
}

}  // namespace placet::terminal
