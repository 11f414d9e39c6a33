// What is typed or chosen beside a protocol: a figure, the tellers, a name that had votes and is no
// candidate's, the sheet as it was scanned.
#include "terminal/panels.h"
#include "terminal/screens/election_parts.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

using Typing = ElectionDraft::Typing;
constexpr float gap = 16, field_height = 72, tile_height = 64;
constexpr std::size_t names_shown = 3, sheets_per_page = 4, hash_shown = 16;

R tile_place(const R& r, std::size_t n) {
    return {r.x, r.y + static_cast<float>(n) * (tile_height + 8), r.w, tile_height};
}

bool is_there(const ElectionView& view, const ElectionDraft& draft, const Candidate& candidate) {
    const auto same = [&](const Candidate& one) {
        return one.id == candidate.id || one.name == candidate.name;
    };
    return std::ranges::any_of(view.candidates, same) || std::ranges::any_of(draft.named, same);
}

/// The delegation of this name, else a person.
Candidate candidate_named(const ElectionView& view, const std::string& name) {
    const auto state = std::ranges::find(view.states, name, &NamedState::name);
    if (state != view.states.end()) return {.id = state->id, .name = state->name};
    return {.id = "person:" + name, .name = name};
}

void add(ElectionDraft& draft, const Candidate& candidate) {
    draft.named.push_back(candidate);
    draft.field = draft.figures.size();
    draft.figures.emplace_back();
    draft.name.clear();
    draft.typing = Typing::figure;
}

void take_off(ElectionDraft& draft, std::size_t n) {
    const auto first = draft.figures.size() - draft.named.size();
    draft.figures.erase(draft.figures.begin() + static_cast<std::ptrdiff_t>(first + n));
    draft.named.erase(draft.named.begin() + static_cast<std::ptrdiff_t>(n));
    draft.field = 0;
}

/// Delegations whose names begin with what is typed, and without anything typed the names that
/// were added: pressed once more, a name is taken off.
void draw_name_tiles(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    if (draft.name.empty()) {
        const auto count = draft.named.size();
        const auto from = count > names_shown ? count - names_shown : 0;
        for (auto n = from; n < count; ++n)
            if (tile(canvas, tile_place(r, n - from),
                     {.id = "election.person." + std::to_string(n),
                      .label = isolated_text(draft.named[n].name),
                      .on = true}))
                return take_off(draft, n);
        return;
    }
    std::size_t shown = 0;
    for (const auto n : shown_names(view.states, {.typed = draft.name})) {
        const auto& state = view.states[n];
        const Candidate delegation{.id = state.id, .name = state.name};
        if (shown == names_shown || is_there(view, draft, delegation)) continue;
        const R place = tile_place(r, shown++);
        if (tile(canvas, place,
                 {.id = "election.state." + state.id,
                  .label = readable_name(canvas, state, place.w - 48)}))
            return add(draft, delegation);
    }
}

void draw_name(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    text_field(canvas, {r.x, r.y, r.w, field_height},
               {.id = "election.words", .prompt = view.text.person_prompt, .most = 60}, draft.name);
    const auto end = draft.name.find_last_not_of(' ');
    const auto typed = candidate_named(view, draft.name.substr(0, end + 1));
    const R place{r.x, r.y + field_height + gap, r.w, field_height};
    if (button(canvas, place,
               {.id = "election.add",
                .label = view.text.add_to_sheet,
                .enabled = !typed.name.empty() && !is_there(view, draft, typed),
                .reason = view.text.person_prompt}))
        return add(draft, typed);
    const float below = place.bottom() + gap - r.y;
    draw_name_tiles(canvas, {r.x, r.y + below, r.w, r.h - below}, view, draft);
}

void draw_sheets(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    canvas.text({r.x, r.y, r.w, 34}, view.text.sheets_caption, type::caption, canvas.theme().ink2);
    const auto pages = (view.sheets.size() + sheets_per_page - 1) / sheets_per_page;
    draft.sheets_page = std::min(draft.sheets_page, std::max<std::size_t>(1, pages) - 1);
    const auto from = draft.sheets_page * sheets_per_page;
    const R tiles{r.x, r.y + 42, r.w, r.h - 42};
    for (auto n = from; n < std::min(from + sheets_per_page, view.sheets.size()); ++n) {
        const auto& sheet = view.sheets[n];
        const bool on = draft.sheet == sheet.file;
        if (tile(canvas, tile_place(tiles, n - from),
                 {.id = "election.sheet." + std::to_string(n),
                  .label = isolated_code(sheet.file),
                  .detail = isolated_code(hex(sheet.hash).substr(0, hash_shown)),
                  .on = on}))
            draft.sheet = on ? std::string() : sheet.file;
    }
    if (pages > 1)
        pager(canvas, {r.x, r.bottom() - pager_height, r.w, pager_height},
              {.id = "election.sheets",
               .back = view.text.back,
               .more = view.text.more,
               .position = isolated_code(std::to_string(draft.sheets_page + 1) + " / " +
                                         std::to_string(pages))},
              pages, draft.sheets_page);
}

void draw_figure(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    constexpr std::size_t most_digits = 4;
    auto& digits = draft.figures[std::min(draft.field, draft.figures.size() - 1)];
    canvas.listen(digits, Accept::digits, most_digits);
    if (!number_pad(canvas, r,
                    {.id = "election.number",
                     .erase = view.text.erase,
                     .enter = view.text.next_field,
                     .most = most_digits},
                    digits))
        return;
    if (draft.field + 1 < draft.figures.size())
        ++draft.field;
    else
        draft.typing = Typing::tellers;
}

}  // namespace

void draw_election_typing(Canvas& canvas, const R& r, const ElectionView& view,
                          ElectionDraft& draft) {
    if (election_field(canvas, {r.x, r.y, r.w, field_height}, "election.tellers", view.text.tellers,
                       isolated_text(draft.tellers), draft.typing == Typing::tellers))
        draft.typing = Typing::tellers;
    const R sheet{r.x, r.y + field_height + gap, r.w, field_height};
    if (election_field(canvas, sheet, "election.sheet", view.text.sheet,
                       draft.sheet.empty() ? view.text.no_sheet : isolated_code(draft.sheet),
                       draft.typing == Typing::sheet))
        draft.typing = Typing::sheet;
    const float below = sheet.bottom() + gap - r.y;
    const R rest{r.x, r.y + below, r.w, r.h - below};
    switch (draft.typing) {
        case Typing::figure:
            return draw_figure(canvas, rest, view, draft);
        case Typing::tellers:
            return text_field(
                canvas, {rest.x, rest.y, rest.w, 120},
                {.id = "election.words", .prompt = view.text.tellers_prompt, .most = 90},
                draft.tellers);
        case Typing::name:
            return draw_name(canvas, rest, view, draft);
        case Typing::sheet:
            return draw_sheets(canvas, rest, view, draft);
    }
}

}  // namespace placet::terminal
