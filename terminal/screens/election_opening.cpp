// The terms of an election: to which office, how many places, by which majority, and who is
// nominated.
#include "terminal/panels.h"
#include "terminal/screens/election_parts.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr float gap = 16, part_height = 96, side_width = 452;
constexpr int columns = 5, rows = 5;
constexpr std::size_t per_page = columns * rows, most_digits = 3, shown_nominations = 7;
using Part = ElectionDraft::Part;

std::string trimmed(const std::string& words) {
    const auto end = words.find_last_not_of(' ');
    return end == std::string::npos ? std::string() : words.substr(0, end + 1);
}

std::string office_of(const ElectionDraft& draft) {
    if (!draft.office) return {};
    if (*draft.office < usual_offices.size()) return std::string(usual_offices[*draft.office]);
    return trimmed(draft.office_words);
}

std::string office_shown(const ElectionView& view, const ElectionDraft& draft) {
    if (!draft.office) return {};
    if (*draft.office < usual_offices.size()) return view.text.offices[*draft.office];
    return isolated_text(trimmed(draft.office_words));
}

void draw_parts(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    const std::array<std::string, 3> values = {
        office_shown(view, draft), isolated_code(draft.seats),
        isolated_code(std::to_string(draft.candidates.size()))};
    const std::array<std::string_view, 3> captions = {view.text.parts_office, view.text.parts_seats,
                                                      view.text.parts_candidates};
    for (std::size_t n = 0; n < values.size(); ++n)
        if (election_field(canvas, column(r, 3, static_cast<int>(n), gap),
                           "election.part." + std::to_string(n), captions[n], values[n],
                           static_cast<std::size_t>(draft.part) == n))
            draft.part = static_cast<Part>(n);
}

void draw_office(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    constexpr std::size_t own = usual_offices.size();
    for (std::size_t n = 0; n <= own; ++n)
        if (tile(canvas, grid_cell({r.x, r.y, r.w, 3 * 96 - gap}, 2, 3, static_cast<int>(n), gap),
                 {.id = "election.office." + std::to_string(n),
                  .label = n == own ? view.text.own_words : view.text.offices[n],
                  .on = draft.office == n}))
            draft.office = n;
    if (draft.office == own)
        text_field(canvas, {r.x, r.y + 3 * 96 + gap, r.w, 96},
                   {.id = "election.words", .prompt = view.text.office_prompt}, draft.office_words);
}

void draw_seats(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    constexpr float pad_width = 420;
    const R left{r.x, r.y, r.w - pad_width - Layout::gap, r.h};
    canvas.text({left.x, left.y, left.w, 34}, view.text.majority_caption, type::caption,
                canvas.theme().ink2);
    const std::array<Segment, 2> majorities = {
        Segment{"election.majority.0", view.text.majority},
        Segment{"election.majority.1", view.text.two_thirds}};
    if (const auto chosen = segmented(canvas, {left.x, left.y + 40, left.w, size::button},
                                      majorities, draft.two_thirds ? 1 : 0))
        draft.two_thirds = *chosen == 1;
    if (toggle(canvas, {left.x, left.y + 40 + size::button + 32, left.w, 96},
               {.id = "election.others",
                .label = view.text.others,
                .word = draft.others ? view.text.allowed : view.text.not_allowed,
                .on = draft.others}))
        draft.others = !draft.others;
    canvas.listen(draft.seats, Accept::digits, most_digits);
    if (number_pad(canvas, {r.end() - pad_width, r.y, pad_width, r.h},
                   {.id = "election.seats",
                    .erase = view.text.erase,
                    .enter = view.text.next_field,
                    .most = most_digits},
                   draft.seats))
        draft.part = Part::candidates;
}

bool is_nominated(const ElectionDraft& draft, const std::string& id) {
    return std::ranges::find(draft.candidates, id, &Candidate::id) != draft.candidates.end();
}

/// The order of nomination is the order in which they were pressed.
void nominate_or_not(ElectionDraft& draft, const Candidate& candidate) {
    if (is_nominated(draft, candidate.id))
        std::erase_if(draft.candidates, [&](const auto& one) { return one.id == candidate.id; });
    else
        draft.candidates.push_back(candidate);
}

void draw_delegations(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    const auto shown = shown_names(view.states, draft.filter);
    const auto from = draft.filter.page * per_page;
    for (auto n = from; n < std::min(from + per_page, shown.size()); ++n) {
        const auto& state = view.states[shown[n]];
        const R cell = column_cell(r, columns, rows, static_cast<int>(n - from), 8, 8);
        if (tile(canvas, cell,
                 {.id = "election.state." + state.id,
                  .label = readable_name(canvas, state, cell.w - 48),
                  .on = is_nominated(draft, state.id)}))
            nominate_or_not(draft, {.id = state.id, .name = state.name});
    }
}

/// Persons are known by their names: "person:Ms Silva".
void draw_persons(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    constexpr float add_width = 240, field_height = 72;
    text_field(canvas, {r.x, r.y, r.w - add_width - gap, field_height},
               {.id = "election.words", .prompt = view.text.person_prompt, .most = 60},
               draft.person);
    const Candidate typed{.id = "person:" + trimmed(draft.person), .name = trimmed(draft.person)};
    const bool good = !typed.name.empty() && !is_nominated(draft, typed.id);
    if (button(canvas, {r.end() - add_width, r.y, add_width, field_height},
               {.id = "election.add",
                .label = view.text.add,
                .enabled = good,
                .reason = view.text.person_prompt})) {
        draft.candidates.push_back(typed);
        draft.person.clear();
    }
    const R names{r.x, r.y + field_height + gap, r.w, r.h - field_height - gap};
    int n = 0;
    for (const auto& candidate : std::vector(draft.candidates)) {
        if (!candidate.id.starts_with("person:") || n == 4 * 5) continue;
        if (tile(canvas, column_cell(names, 4, 5, n, 8, 8),
                 {.id = "election.person." + std::to_string(n),
                  .label = isolated_text(candidate.name),
                  .on = true}))
            nominate_or_not(draft, candidate);
        ++n;
    }
}

/// The last nominations in their order: pressed once more, a candidate is not nominated.
void draw_nominated(Canvas& canvas, const R& r, const ElectionView& view,
                    const ElectionDraft& draft) {
    const Theme& theme = canvas.theme();
    canvas.text({r.x, r.y, r.w, 34}, view.text.nominated, type::caption, theme.ink2);
    const auto count = draft.candidates.size();
    const auto from = count > shown_nominations ? count - shown_nominations : 0;
    for (auto n = from; n < count; ++n)
        canvas.text({r.x, r.y + 40 + static_cast<float>(n - from) * 36, r.w, 34},
                    isolated_code(std::to_string(n + 1) + ".") + " " +
                        isolated_text(draft.candidates[n].name),
                    type::body, theme.ink);
}

void draw_candidates(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    const R side{r.end() - side_width, r.y, side_width, r.h};
    const R main{r.x, r.y, r.w - side_width - Layout::gap, r.h};
    const std::array<Segment, 2> kinds = {Segment{"election.kind.0", view.text.delegations},
                                          Segment{"election.kind.1", view.text.persons}};
    if (const auto kind =
            segmented(canvas, {side.x, side.y, side.w, size::button}, kinds, draft.persons ? 1 : 0))
        draft.persons = *kind == 1;
    const float names_from = size::button + gap;
    if (draft.persons) {
        draw_persons(canvas, main, view, draft);
    } else {
        const auto pages = std::max<std::size_t>(
            1, (shown_names(view.states, draft.filter).size() + per_page - 1) / per_page);
        draft.filter.page = std::min(draft.filter.page, pages - 1);
        draw_delegations(canvas, {main.x, main.y, main.w, main.h}, view, draft);
        draw_name_pager(canvas, {side.x, side.y + names_from, side.w, pager_height}, "election",
                        view.text.back, view.text.more, pages, draft.filter);
    }
    const float list_from = names_from + pager_height + gap;
    draw_nominated(canvas, {side.x, side.y + list_from, side.w, side.h - list_from}, view, draft);
}

}  // namespace

void draw_election_opening(Canvas& canvas, const R& r, const ElectionView& view,
                           ElectionDraft& draft) {
    draw_parts(canvas, {r.x, r.y, r.w, part_height}, view, draft);
    R rest{r.x, r.y + part_height + 24, r.w, r.h - part_height - 24};
    switch (draft.part) {
        case Part::office:
            return draw_office(canvas, rest, view, draft);
        case Part::seats:
            return draw_seats(canvas, rest, view, draft);
        case Part::candidates:
            break;
    }
    if (!draft.persons) {
        draw_name_filter(canvas, {rest.x, rest.y, rest.w, size::target}, "election", view.letters,
                         view.text.all, draft.filter);
        rest = {rest.x, rest.y + size::target + gap, rest.w, rest.h - size::target - gap};
    }
    draw_candidates(canvas, rest, view, draft);
}

ElectionOpened opening_of(const ElectionView& view, const ElectionDraft& draft) {
    auto record = view.opening;
    record.office = office_of(draft);
    record.seats = election_number(draft.seats);
    record.candidates = draft.candidates;
    record.majority =
        std::string(to_text(draft.two_thirds ? Majority::two_thirds : Majority::simple));
    record.open_to_others = draft.others;
    return record;
}

}  // namespace placet::terminal
