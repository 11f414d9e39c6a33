#include "terminal/screens/delegation_screen.h"

#include "ledger/procedure/consensus.h"
#include "ledger/procedure/permission.h"
#include "ledger/record_text.h"
#include "terminal/panels.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <array>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int most_paragraphs = 16;
constexpr std::array kinds_in_order = {
    StatementKind::position,          StatementKind::dissociation,
    StatementKind::reservation,       StatementKind::interpretation,
    StatementKind::non_participation, StatementKind::explanation_of_vote};

std::string about_words(const Conference& conference, const Phrases& phrases) {
    if (conference.consensus)
        return phrases("To the proposal: {subject}",
                       {{"subject", phrases(conference.consensus->proposed.subject)}});
    const auto about = open_to_statements(conference);
    if (!about) return {};
    return phrases("To the decision: {sentence}",
                   {{"sentence", phrases(conference.decision_of_entry(*about)->sentence)}});
}

void view_words(DelegationView& view, const Phrases& phrases) {
    view.objection_title = phrases("Before the gavel");
    view.object = phrases("Objects");
    view.cannot_join = phrases("Cannot join the consensus");
    view.vote_requested = phrases("Asks for a vote");
    view.withdraw = phrases("Withdraws its objection");
    view.flag_title = phrases("A flag seen late: the presiding officer rules");
    view.flag_before = phrases("It was up before the gavel");
    view.flag_after = phrases("It was not");
    view.statement_title = phrases("Attach a statement");
    view.paragraphs_title = phrases("Paragraphs; none chosen means the whole text");
    view.attach = phrases("Attach it");
    view.correction_title = phrases("Had intended; no figure changes");
    view.correct = phrases("Note the intention");
    for (const auto kind : kinds_in_order)
        view.kinds.emplace_back(kind, statement_label(phrases, kind));
    view.intentions = {{Choice::yes, phrases("To vote in favour")},
                       {Choice::no, phrases("To vote against")},
                       {Choice::abstain, phrases("To abstain")},
                       {Choice::not_participating, phrases("Not to participate")}};
}

std::optional<Intent> draw_objection(Canvas& canvas, const R& r, const DelegationView& view) {
    card(canvas, r);
    const R inner = r.inset(32, 24);
    canvas.text({inner.x, inner.y, inner.w, 40}, view.objection_title, type::strong,
                canvas.theme().ink);
    const R line{inner.x, inner.y + 52, inner.w, inner.h - 52};
    const std::array grounds = {
        std::tuple{"delegation.object", &view.object, ObjectionGround::objects},
        std::tuple{"delegation.cannot_join", &view.cannot_join, ObjectionGround::cannot_join},
        std::tuple{"delegation.vote_requested", &view.vote_requested,
                   ObjectionGround::vote_requested}};
    for (std::size_t n = 0; n < grounds.size(); ++n) {
        const auto& [id, label, ground] = grounds[n];
        if (button(canvas, column(line, 4, static_cast<int>(n), 20),
                   {.id = id, .label = *label, .enabled = view.may_object}))
            return Object{ground};
    }
    if (button(canvas, column(line, 4, 3, 20),
               {.id = "delegation.withdraw", .label = view.withdraw, .enabled = view.may_withdraw}))
        return WithdrawObjection{};
    return std::nullopt;
}

void draw_paragraphs(Canvas& canvas, const R& r, DelegationDraft& draft, bool enabled) {
    for (int n = 1; n <= most_paragraphs; ++n) {
        const auto number = std::to_string(n);
        const auto id = "delegation.paragraph." + number;
        const bool on = draft.paragraphs.contains(n);
        if (!tile(canvas, grid_cell(r, most_paragraphs / 2, 2, n - 1, 8),
                  {.id = id,
                   .label = number,
                   .on = on,
                   .enabled = enabled,
                   .role = ItemRole::toggle}))
            continue;
        if (draft.paragraphs.erase(n) == 0) draft.paragraphs.insert(n);
    }
}

std::optional<Intent> draw_statement(Canvas& canvas, const R& r, const DelegationView& view,
                                     DelegationDraft& draft) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32, 24);
    canvas.text({inner.x, inner.y, inner.w, 40}, view.statement_title, type::strong, theme.ink);
    canvas.text({inner.x, inner.y + 40, inner.w, 34}, view.about, type::caption, theme.ink2);
    const R kinds{inner.x, inner.y + 80, inner.w, 136};
    for (std::size_t n = 0; n < view.kinds.size(); ++n) {
        const auto& [kind, label] = view.kinds[n];
        const auto id = std::string("delegation.kind.").append(to_text(kind));
        if (tile(canvas, grid_cell(kinds, 3, 2, static_cast<int>(n), 12),
                 {.id = id, .label = label, .on = draft.kind == kind, .enabled = view.may_attach}))
            draft.kind = kind;
    }
    canvas.text({inner.x, kinds.bottom() + 8, inner.w, 34}, view.paragraphs_title, type::caption,
                theme.ink2);
    const R attach{inner.x, inner.bottom() - size::button, inner.w, size::button};
    draw_paragraphs(canvas, {inner.x, kinds.bottom() + 46, inner.w, attach.y - kinds.bottom() - 62},
                    draft, view.may_attach);
    if (!button(canvas, attach,
                {.id = "delegation.attach",
                 .label = view.attach,
                 .kind = ButtonKind::primary,
                 .enabled = view.may_attach && draft.kind.has_value()}))
        return std::nullopt;
    AttachStatement intent{.kind = *draft.kind};
    for (const int n : draft.paragraphs) intent.paragraphs.push_back(std::to_string(n));
    draft = {};
    return intent;
}

std::optional<Intent> draw_correction(Canvas& canvas, const R& r, const DelegationView& view,
                                      DelegationDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(32, 24);
    canvas.text({inner.x, inner.y, inner.w, 40}, view.correction_title, type::strong,
                canvas.theme().ink);
    const R correct{inner.x, inner.bottom() - size::button, inner.w, size::button};
    const R tiles{inner.x, inner.y + 52, inner.w, correct.y - inner.y - 72};
    for (std::size_t n = 0; n < view.intentions.size(); ++n) {
        const auto& [choice, label] = view.intentions[n];
        const auto id = std::string("delegation.correct.").append(to_text(choice));
        if (tile(canvas, grid_cell(tiles, 2, 2, static_cast<int>(n), 12),
                 {.id = id,
                  .label = label,
                  .on = draft.intended == choice,
                  .enabled = view.may_correct}))
            draft.intended = choice;
    }
    if (!button(canvas, correct,
                {.id = "delegation.correct",
                 .label = view.correct,
                 .kind = ButtonKind::primary,
                 .enabled = view.may_correct && draft.intended.has_value()}))
        return std::nullopt;
    const NoteCorrection intent{*draft.intended};
    draft = {};
    return intent;
}

std::optional<Intent> draw_flag(Canvas& canvas, const R& r, const DelegationView& view) {
    card(canvas, r);
    const R inner = r.inset(32, 24);
    canvas.text({inner.x, inner.y, inner.w, 40}, view.flag_title, type::strong, canvas.theme().ink);
    const R line{inner.x, inner.y + 52, inner.w, inner.h - 52};
    if (button(
            canvas, column(line, 2, 0, 16),
            {.id = "delegation.flag.before", .label = view.flag_before, .enabled = view.may_rule}))
        return RuleLateFlag{true};
    if (button(canvas, column(line, 2, 1, 16),
               {.id = "delegation.flag.after", .label = view.flag_after, .enabled = view.may_rule}))
        return RuleLateFlag{false};
    return std::nullopt;
}

}  // namespace

DelegationView view_delegation(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto& desk = *state.delegation;
    DelegationView view;
    view_words(view, phrases);
    const auto found = conference.participants.find(desk.delegation);
    view.name = found == conference.participants.end() ? desk.delegation : found->second.name;
    const bool noted = desk.person.empty();
    view.done = desk.recorded ? phrases("Done") : phrases("Leave");
    view.noted_by = noted ? phrases("Noted by an officer") : phrases("With its own badge");
    if (desk.recorded)
        view.recorded =
            phrases("Recorded as entry {entry}", {{"entry", std::to_string(*desk.recorded)}});
    view.about = about_words(conference, phrases);
    const bool ready = !state.saving;
    view.may_object = ready && may_object(conference, desk.delegation);
    view.may_withdraw = ready && may_withdraw(conference, desk.delegation);
    view.may_rule = ready && noted && state.officers.contains(Role::presiding_officer) &&
                    gavel_to_rule_on(conference);
    const auto about = open_to_statements(conference);
    view.may_attach = ready && about && may_attach(conference, *about, desk.delegation);
    const auto* result = open_to_corrections(conference);
    view.may_correct = ready && result != nullptr &&
                       (!noted || state.officers.contains(Role::secretary)) &&
                       may_note_correction(conference, result->result->run, desk.delegation);
    if (state.seconds_left)
        view.time_left = phrases("This closes in {n} second.", "This closes in {n} seconds.",
                                 *state.seconds_left);
    return view;
}

std::optional<Intent> draw_delegation(Canvas& canvas, const DelegationView& view,
                                      DelegationDraft& draft) {
    const Theme& theme = canvas.theme();
    const R& all = content_area;
    constexpr float head = 96, objection = 168, side_width = 560, flag = 168, gap = 20;
    canvas.text({all.x, all.y, all.w - 320, 52}, view.name, type::title, theme.ink);
    canvas.text({all.x, all.y + 52, all.w - 320, 36},
                view.recorded.empty() ? view.noted_by : view.recorded,
                view.recorded.empty() ? type::reference : type::strong,
                view.recorded.empty() ? theme.ink2 : theme.success.ink);
    std::optional<Intent> intent;
    if (button(canvas, {all.end() - 300, all.y + 8, 300, size::button},
               {.id = "delegation.done",
                .label = view.done,
                .kind = view.recorded.empty() ? ButtonKind::secondary : ButtonKind::primary,
                .shortcut = escape_key}))
        intent = LeaveDelegation{};
    canvas.text({all.middle_x(), all.y + 52, all.w / 2 - 320, 36}, view.time_left, type::body,
                theme.ink2, Align::end);
    const auto take = [&](std::optional<Intent> asked) {
        if (asked) intent = std::move(asked);
    };
    take(draw_objection(canvas, {all.x, all.y + head, all.w, objection}, view));
    const float from = all.y + head + objection + gap;
    const R lower{all.x, from, all.w, all.bottom() - from};
    const R main{lower.x, lower.y, lower.w - side_width - Layout::gap, lower.h};
    const R side{lower.end() - side_width, lower.y, side_width, lower.h};
    take(draw_statement(canvas, main, view, draft));
    take(draw_correction(canvas, {side.x, side.y, side.w, side.h - flag - gap}, view, draft));
    take(draw_flag(canvas, {side.x, side.bottom() - flag, side.w, flag}, view));
    return intent;
}

}  // namespace placet::terminal
