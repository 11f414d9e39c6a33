#include "terminal/screens/announcement_screen.h"

#include "ledger/procedure/article_words.h"
#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int columns = 7, rows = 10;
constexpr std::size_t attached_shown = 12;
constexpr float side_width = 412, gap = 20, sentence_height = 192, figures_height = 108,
                note_height = 32;

struct TableRow {
    std::string_view id = {}, position = {};
};

/// `<id> TAB <position> TAB <name> LF`: as tally.h writes the voting table.
std::vector<TableRow> rows_of(std::string_view table) {
    std::vector<TableRow> all;
    while (!table.empty()) {
        const auto end = std::min(table.find('\n'), table.size() - 1);
        const auto line = table.substr(0, end);
        table.remove_prefix(end + 1);
        const auto first = line.find('\t'), second = line.find('\t', first + 1);
        if (second == std::string_view::npos) continue;
        all.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1)});
    }
    return all;
}

Sign sign_of_position(std::string_view position) {
    if (position == "yes") return Sign::yes;
    if (position == "no") return Sign::no;
    return position == "abstain" ? Sign::abstain : Sign::not_voting;
}

NameBoard view_table(const AppState& state, const Phrases& phrases, std::string_view table) {
    std::vector<NameBoard::Cell> cells;
    for (const auto& row : rows_of(table)) {
        const auto name = board_name(*state.conference, std::string(row.id));
        const bool absent = row.position == "absent";
        cells.push_back({.name = absent ? phrases("{name} (absent)", {{"name", name}}) : name,
                         .sign = sign_of_position(row.position),
                         .faint = absent});
    }
    return name_board(std::move(cells), columns, rows, phrases);
}

void draw_sentence(Canvas& canvas, const R& r, const AnnouncementView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 26);
    const float width = chip(canvas, inner.x, inner.y, view.outcome,
                             view.carried ? theme.success : theme.warning, true);
    canvas.text({inner.x + width + 24, inner.y, inner.w - width - 24, size::chip}, view.reference,
                type::reference, theme.ink2);
    if (!view.figures.empty() && !view.attached.empty())
        canvas.text({inner.x, inner.bottom() - 30, inner.w, 32}, view.attached.back(),
                    type::caption, theme.ink2);
    const R lines{inner.x, inner.y + 52, inner.w, 2 * type::heading_line};
    constexpr TextStyle small{24, Weight::bold};
    constexpr float small_line = 29;  // three in place of two
    if (canvas.block_height(view.sentence, {0.8F * type::heading.size, Weight::bold}, 1, lines.w) <=
        2)
        canvas.text_block(lines, view.sentence, type::heading, type::heading_line, theme.ink);
    else
        canvas.text_block(lines, view.sentence, small, small_line, theme.ink);
}

void draw_why(Canvas& canvas, const R& r, std::span<const Reason> reasons) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(24, 16);
    for (std::size_t n = 0; n < reasons.size(); ++n) {
        const R line = row(inner, static_cast<int>(reasons.size()), static_cast<int>(n), 4);
        draw_state(canvas, line.x + 13, line.middle_y(), 13,
                   reasons[n].met ? State::good : State::watch);
        const R words{line.x + 40, line.middle_y() - 28, line.w - 40, 28};
        canvas.text(words, reasons[n].name, type::caption, theme.ink2);
        canvas.text(words.moved(0, 28), reasons[n].arithmetic, {20, Weight::bold}, theme.ink);
    }
}

std::optional<Intent> draw_side(Canvas& canvas, const R& r, const AnnouncementView& view,
                                AnnouncementDraft& draft) {
    const Theme& theme = canvas.theme();
    const R home{r.x, r.bottom() - 80, r.w, 80};
    const R speak{r.x, home.y - 16 - size::target, r.w, size::target};
    const float why_height =
        view.reasons.empty() ? 0 : 32 + 64 * static_cast<float>(view.reasons.size());
    const R why{r.x, speak.y - gap - why_height, r.w, why_height};
    if (!view.reasons.empty()) draw_why(canvas, why, view.reasons);
    const R proof{r.x, r.y, r.w, why.y - gap - r.y};
    card(canvas, proof);
    const R inner = proof.inset(24, 20);
    canvas.text_block({inner.x, inner.y, inner.w, 64}, view.qr_caption, type::strong, 32, theme.ink,
                      Align::center);
    const R code{inner.x, inner.y + 72, inner.w, inner.h - 72 - 40};
    canvas.fill(code, rgb(0xFFFFFF));
    qr_code(canvas, code, view.checkpoint);
    canvas.text({inner.x, inner.bottom() - 34, inner.w, 34}, view.qr_detail, type::caption,
                theme.ink2, Align::center);
    if (!view.why.empty() &&
        button(canvas, column(speak, 2, 0, 16),
               {.id = "announcement.why", .label = draft.why ? view.why_back : view.why_button}))
        draft.why = !draft.why;
    if (!view.delegations.empty() &&
        button(canvas, column(speak, 2, 1, 16),
               {.id = "announcement.delegations", .label = view.delegations}))
        return OpenScreen{Screen::delegations};
    if (button(canvas, home,
               {.id = "announcement.home", .label = view.home, .kind = ButtonKind::primary}))
        return view.home_screen;
    return std::nullopt;
}

void draw_table(Canvas& canvas, const R& r, const AnnouncementView& view,
                AnnouncementDraft& draft) {
    card(canvas, r);
    draw_name_board(canvas, r.inset(24, 20), view.table, "announcement.page", draft.page);
}

/// What delegations attached to the decision, in the order of the entries; then corrections.
std::vector<std::string> attached_words(const Conference& conference, const Decision& decision,
                                        const Phrases& phrases) {
    std::vector<std::string> lines;
    for (const auto& [attached, entry] : decision.statements) {
        const Phrases::Values values{
            {"name", board_name(conference, attached.delegation)},
            {"kind", statement_label(phrases, attached.kind)},
            {"paragraphs", fmt::format("{}", fmt::join(attached.paragraphs, ", "))}};
        lines.push_back(attached.paragraphs.empty()
                            ? phrases("{name}: {kind}", values)
                            : phrases("{name}: {kind}, paragraphs {paragraphs}", values));
    }
    if (lines.size() > attached_shown) {
        const auto more = static_cast<std::int64_t>(lines.size() - attached_shown);
        lines.resize(attached_shown);
        lines.push_back(phrases("and {n} more", "and {n} more", more));
    }
    const auto corrected = static_cast<std::int64_t>(decision.corrections.size());
    if (corrected > 0)
        lines.push_back(phrases("{n} correction noted; no figure changes",
                                "{n} corrections noted; no figure changes", corrected));
    return lines;
}

bool conference_takes_statements(const AppState& state) {
    return !state.conference->vote_under_way() && !state.saving;
}

/// Where there is no table, what is attached stands in its place.
void draw_attached(Canvas& canvas, const R& r, const AnnouncementView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    R inner = r.inset(Layout::card_padding, 28);
    if (!view.no_table.empty()) {
        canvas.text({inner.x, inner.y, inner.w, 40}, view.no_table, type::body, theme.ink2);
        inner.y += 60;
    }
    canvas.text({inner.x, inner.y, inner.w, 40}, view.attached_title, type::strong, theme.ink);
    for (std::size_t n = 0; n < view.attached.size(); ++n)
        canvas.text({inner.x, inner.y + 56 + 40 * static_cast<float>(n), inner.w, 36},
                    view.attached[n], type::body, theme.ink2);
}

/// Of this very result, or none and the reason.
void add_table(AnnouncementView& view, const AppState& state, const Phrases& phrases,
               const ResultAnnounced& result) {
    const auto found = state.voting_tables.find(result.table);
    if (found == state.voting_tables.end())
        view.no_table = phrases("The table by State is being read.");
    else if (!found->second)
        view.no_table =
            phrases("The table by State is not in this ledger. The figures above are signed.");
    else
        view.table = view_table(state, phrases, *found->second);
}

/// What is shown of the last decision alone: it may still be spoken to.
void view_last(AnnouncementView& view, const AppState& state, const Phrases& phrases) {
    view.badge_prompt = phrases("Delegations: present your badge to make a statement");
    view.home = phrases("Back to the sitting");
    if (conference_takes_statements(state)) view.delegations = phrases("For a delegation");
}

}  // namespace

const Decision* chosen_decision(const AppState& state) {
    if (state.screen != Screen::decision) return nullptr;
    const auto leaf = hash_from_hex(state.about);
    return leaf ? state.conference->decision_of_entry(*leaf) : nullptr;
}

const Decision* shown_decision(const AppState& state) {
    if (state.screen == Screen::decision) return chosen_decision(state);
    return state.screen == Screen::vote ? state.conference->last_decision() : nullptr;
}

AnnouncementView view_announcement(const AppState& state, const Phrases& phrases) {
    const auto* chosen = chosen_decision(state);
    const auto& decision = chosen != nullptr ? *chosen : *state.conference->last_decision();
    AnnouncementView view{
        .outcome = outcome_label(phrases, decision.outcome),
        .carried = is_carried(decision.outcome),
        .reference = phrases("Question {number}. Recorded as entry {entry}.",
                             {{"number", std::to_string(decision.question)},
                              {"entry", std::to_string(decision.entry.seq)}}),
        .sentence = phrases(decision.sentence),
        .attached_title = decision.statements.empty() ? phrases("No statement is attached")
                                                      : phrases("Attached to this decision"),
        .qr_caption = phrases("Photograph this: it proves the record up to here"),
        .qr_detail = phrases("Signed checkpoint of {n} entry", "Signed checkpoint of {n} entries",
                             static_cast<std::int64_t>(state.position.size)),
        .home = phrases("Back to the articles"),
        .home_screen = {Screen::articles, decision.proposal}};
    if (chosen == nullptr) {
        view_last(view, state, phrases);
        view.home_screen = {Screen::sitting};
    }
    view.attached = attached_words(*state.conference, decision, phrases);
    view.why = why_of(*state.conference, phrases, decision);
    view.why_title = phrases("Why this outcome");
    view.why_button = phrases("Why this outcome");
    view.why_back = decision.result ? phrases("Positions by State") : phrases("What is attached");
    if (decision.result) {
        view.figures = figures_in_words(decision.result->figures, phrases);
        view.figures_note =
            note_on_positions(phrases, decision.start->method, decision.result->figures);
        view.reasons = reasons_of(phrases, decision.result->clauses);
        add_table(view, state, phrases, *decision.result);
    }
    if (auto code = encode_qr(state.checkpoint_note)) view.checkpoint = std::move(*code);
    return view;
}

std::optional<Intent> draw_announcement(Canvas& canvas, const AnnouncementView& view,
                                        AnnouncementDraft& draft) {
    const R& all = content_area;
    const R main{all.x, all.y, all.w - side_width - Layout::gap, all.h};
    draw_sentence(canvas, {main.x, main.y, main.w, sentence_height}, view);
    std::optional<Intent> intent;
    const R badge{main.x, main.bottom() - size::button, main.w, size::button};
    if (!view.badge_prompt.empty() &&
        badge_field(canvas, badge, {.prompt = view.badge_prompt}, draft.identify.typed))
        intent = PresentBadge{take_secret(draft.identify.typed)};
    if (auto asked =
            draw_side(canvas, {all.end() - side_width, all.y, side_width, all.h}, view, draft))
        intent = std::move(asked);
    const float bottom = view.badge_prompt.empty() ? main.bottom() : badge.y - gap;
    R below{main.x, main.y + sentence_height + gap, main.w, 0};
    if (!view.figures.empty()) {
        draw_figures(canvas, {below.x, below.y, below.w, figures_height}, view.figures);
        below.y += figures_height + gap;
    }
    if (!view.figures_note.empty()) {
        canvas.text({below.x, below.y, below.w, note_height}, view.figures_note, type::body,
                    canvas.theme().ink2);
        below.y += note_height + gap / 2;
    }
    below.h = bottom - below.y;
    if (draft.why)
        draw_why_card(canvas, below, view.why_title, view.why);
    else if (view.table.cells.empty())
        draw_attached(canvas, below, view);
    else
        draw_table(canvas, below, view, draft);
    return intent;
}

}  // namespace placet::terminal
