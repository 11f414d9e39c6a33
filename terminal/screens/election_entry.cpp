// What is entered after a ballot on paper: the tellers' protocol, or the drawing of lots.
#include "terminal/panels.h"
#include "terminal/screens/election_parts.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>
#include <charconv>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t papers = 4;  // figures before those of the candidates
constexpr std::size_t candidates_per_page = 8;
constexpr float pad_width = 420, gap = 16, field_height = 72, heading_height = 44;

/// The draft is of this ballot and of no other.
void begin(ElectionDraft& draft, const ElectionView& view, std::int64_t election,
           std::size_t figures) {
    const auto ballot = std::pair{election, view.acts};
    const auto named = figures == 0 ? 0 : draft.named.size();
    if (draft.ballot == ballot && draft.figures.size() == figures + named) return;
    draft.ballot = ballot;
    draft.figures.assign(figures, {});
    draft.field = draft.page = draft.sheets_page = 0;
    draft.typing = ElectionDraft::Typing::figure;
    draft.named.clear();
    for (auto* words : {&draft.name, &draft.tellers, &draft.sheet, &draft.witnesses})
        words->clear();
    draft.drawn.clear();
    draft.way.reset();
}

std::int64_t valid_papers(const ElectionDraft& draft) {
    return election_number(draft.figures[1]) - election_number(draft.figures[2]) -
           election_number(draft.figures[3]);
}

std::int64_t votes_entered(const ElectionDraft& draft) {
    std::int64_t sum = 0;
    for (auto n = papers; n < draft.figures.size(); ++n) sum += election_number(draft.figures[n]);
    return sum;
}

/// A figure that follows from the others: no frame, not pressed.
void draw_sum(Canvas& canvas, const R& r, std::string_view caption, std::int64_t value) {
    const Theme& theme = canvas.theme();
    canvas.text({r.x + 16, r.y + 6, r.w - 32, 28}, caption, type::caption, theme.ink2);
    canvas.text({r.x + 16, r.y + 34, r.w - 32, r.h - 38}, isolated_code(std::to_string(value)),
                type::heading, theme.ink);
}

/// A figure that is typed now, once it is pressed.
void draw_figure(Canvas& canvas, const R& r, std::string_view caption, ElectionDraft& draft,
                 std::size_t n) {
    const bool on = draft.typing == ElectionDraft::Typing::figure && draft.field == n;
    if (!election_field(canvas, r, "election.figure." + std::to_string(n), caption,
                        draft.figures[n], on))
        return;
    draft.typing = ElectionDraft::Typing::figure;
    draft.field = n;
}

/// Three columns: the papers, with what follows from them at the end.
void draw_papers(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    constexpr std::array<int, papers> cells = {0, 1, 3, 4};
    const auto cell = [&](int n) { return grid_cell(r, 3, 2, n, gap); };
    for (std::size_t n = 0; n < papers; ++n)
        draw_figure(canvas, cell(cells[n]), view.text.papers[n], draft, n);
    draw_sum(canvas, cell(2), view.text.valid, valid_papers(draft));
    draw_sum(canvas, cell(5), view.text.votes_entered, votes_entered(draft));
}

/// With the names that were added behind the candidates, and a place to add one.
std::size_t places_for_names(const ElectionView& view, const ElectionDraft& draft) {
    return view.candidates.size() + draft.named.size() + (view.others_allowed ? 1 : 0);
}

void draw_names(Canvas& canvas, const R& r, const ElectionView& view, ElectionDraft& draft) {
    const auto candidates = view.candidates.size(), names = candidates + draft.named.size();
    const auto from = draft.page * candidates_per_page;
    const auto to = std::min(from + candidates_per_page, places_for_names(view, draft));
    for (auto n = from; n < to; ++n) {
        const R cell = column_cell(r, 2, 4, static_cast<int>(n - from), gap, 8);
        if (n < names)
            draw_figure(canvas, cell,
                        isolated_text(n < candidates ? view.candidates[n].name
                                                     : draft.named[n - candidates].name),
                        draft, papers + n);
        else if (button(canvas, cell, {.id = "election.name", .label = view.text.add_name}))
            draft.typing = ElectionDraft::Typing::name;
    }
}

/// The page on which the figure stands that is typed, once that has moved.
void follow_field(ElectionDraft& draft, std::size_t field_before) {
    if (draft.field != field_before && draft.field >= papers)
        draft.page = (draft.field - papers) / candidates_per_page;
}

}  // namespace

std::int64_t election_number(const std::string& digits) {
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

bool election_field(Canvas& canvas, const R& r, std::string_view id, std::string_view caption,
                    std::string_view value, bool on) {
    const Theme& theme = canvas.theme();
    const Press press =
        canvas.item({.id = id, .label = caption, .role = ItemRole::radio, .on = on}, r);
    canvas.fill(r, theme.surface2, size::control_radius);
    canvas.outline(r, on ? theme.accent : theme.border, on ? 4.0F : 2.0F, size::control_radius);
    canvas.text({r.x + 16, r.y + 4, r.w - 32, 30}, caption, type::caption, theme.ink2);
    const R shown{r.x + 16, r.y + 32, r.w - 32, r.h - 34};
    const bool fits = canvas.text_width(value, type::heading) <= shown.w;
    if (canvas.text_width(value, type::strong) > 1.3F * shown.w)  // more than a line that shrinks
        canvas.text_block(shown, value, type::cell, 19, theme.ink);
    else
        canvas.label(shown, value, fits ? type::heading : type::strong, theme.ink);
    if (press.focused) canvas.focus_ring(r, size::control_radius);
    return press.pressed;
}

void draw_election_protocol(Canvas& canvas, const R& r, const ElectionView& view,
                            ElectionDraft& draft) {
    begin(draft, view, view.protocol.election, papers + view.candidates.size());
    const Theme& theme = canvas.theme();
    canvas.text({r.x, r.y, r.w, heading_height}, view.text.protocol_title, type::heading,
                theme.ink);
    const R left{r.x, r.y + heading_height + 12, r.w - pad_width - Layout::gap,
                 r.h - heading_height - 12};
    constexpr float papers_height = 2 * field_height + gap;
    draw_papers(canvas, {left.x, left.y, left.w, papers_height}, view, draft);
    float y = left.y + papers_height + 12;
    canvas.text({left.x, y, left.w, 32}, view.text.votes_caption, type::caption, theme.ink2);
    y += 36;
    const auto pages =
        (places_for_names(view, draft) + candidates_per_page - 1) / candidates_per_page;
    draft.page = std::min(draft.page, pages - 1);
    const R leaf{left.x, left.bottom() - pager_height, left.w, pager_height};
    draw_names(canvas, {left.x, y, left.w, leaf.y - 12 - y}, view, draft);
    if (pages > 1)
        pager(canvas, leaf,
              {.id = "election.page",
               .back = view.text.back,
               .more = view.text.more,
               .position =
                   isolated_code(std::to_string(draft.page + 1) + " / " + std::to_string(pages))},
              pages, draft.page);
    const auto field = draft.field;
    draw_election_typing(canvas, {r.end() - pad_width, left.y, pad_width, left.h}, view, draft);
    follow_field(draft, field);
}

std::optional<ProtocolEntered> protocol_of(const ElectionView& view, const ElectionDraft& draft) {
    const auto candidates = view.protocol.votes.size();
    if (draft.figures.size() != papers + candidates + draft.named.size()) return std::nullopt;
    if (std::ranges::any_of(draft.figures, &std::string::empty)) return std::nullopt;
    auto record = view.protocol;
    record.distributed = election_number(draft.figures[0]);
    record.found = election_number(draft.figures[1]);
    record.invalid = election_number(draft.figures[2]);
    record.blank = election_number(draft.figures[3]);
    for (const auto& name : draft.named) record.votes.push_back({.candidate = name});
    for (std::size_t n = 0; n < record.votes.size(); ++n)
        record.votes[n].votes = election_number(draft.figures[papers + n]);
    record.tellers = draft.tellers;
    const auto sheet = std::ranges::find(view.sheets, draft.sheet, &ScannedSheet::file);
    if (sheet != view.sheets.end()) record.document = sheet->hash;
    return record;
}

void draw_election_lots(Canvas& canvas, const R& r, const ElectionView& view,
                        ElectionDraft& draft) {
    begin(draft, view, view.lot.election, 0);
    const Theme& theme = canvas.theme();
    canvas.text({r.x, r.y, r.w, heading_height}, view.text.lots_title, type::heading, theme.ink);
    const R left{r.x, r.y + heading_height + 16, (r.w - Layout::gap) / 2,
                 r.h - heading_height - 16};
    const R right{left.end() + Layout::gap, left.y, left.w, left.h};
    const bool many = view.candidates.size() > 12;
    for (std::size_t n = 0; n < view.candidates.size(); ++n) {
        const auto& candidate = view.candidates[n];
        const auto place = std::ranges::find(draft.drawn, candidate.id);
        const bool on = place != draft.drawn.end();
        const auto order = on ? isolated_code(std::to_string(place - draft.drawn.begin() + 1)) : "";
        if (!tile(canvas, column_cell(left, many ? 4 : 2, many ? 10 : 6, static_cast<int>(n), 8, 8),
                  {.id = "election.drawn." + std::to_string(n),
                   .label = isolated_text(candidate.name),
                   .detail = order,
                   .on = on}))
            continue;
        if (on)
            draft.drawn.erase(place);
        else
            draft.drawn.push_back(candidate.id);
    }
    canvas.text({right.x, right.y, right.w, 34}, view.text.way, type::caption, theme.ink2);
    for (std::size_t n = 0; n < usual_ways.size(); ++n)
        if (tile(canvas, {right.x, right.y + 44 + static_cast<float>(n) * 84, right.w, 72},
                 {.id = "election.way." + std::to_string(n),
                  .label = view.text.ways[n],
                  .on = draft.way == n}))
            draft.way = n;
    const float y = right.y + 44 + 3 * 84 + 16;
    canvas.text({right.x, y, right.w, 34}, view.text.witnesses, type::caption, theme.ink2);
    text_field(canvas, {right.x, y + 44, right.w, 120},
               {.id = "election.witnesses", .prompt = view.text.witnesses_prompt}, draft.witnesses);
}

ElectionLotDrawn lot_of(const ElectionView& view, const ElectionDraft& draft) {
    auto record = view.lot;
    record.drawn = draft.drawn;
    if (draft.way) record.way = usual_ways[*draft.way];
    record.witnesses = draft.witnesses;
    return record;
}

}  // namespace placet::terminal
