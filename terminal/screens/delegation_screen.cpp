#include "terminal/screens/delegation_screen.h"

#include "ledger/procedure/consensus.h"
#include "ledger/procedure/permission.h"
#include "ledger/record_text.h"
#include "terminal/panels.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>
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
    const auto* question = open_to_explanations(conference);
    if (question != nullptr) {
        const Phrases::Values values{{"subject", phrases(question->put.subject)}};
        return about
                   ? phrases(
                         "An explanation of vote is given before the vote: {subject}. "
                         "Anything else is attached to the last decision.",
                         values)
                   : phrases("An explanation of vote is given before the vote: {subject}.", values);
    }
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
    view.choose_kind = phrases("Choose the kind of statement first.");
    view.correction_title = phrases("Had intended; no figure changes");
    view.correct = phrases("Note the intention");
    view.choose_intention = phrases("Choose what it had intended first.");
    view.intentions = {{Choice::yes, phrases("To vote in favour")},
                       {Choice::no, phrases("To vote against")},
                       {Choice::abstain, phrases("To abstain")},
                       {Choice::not_participating, phrases("Not to participate")}};
}

/// In the place of what cannot be pressed. True if there is one.
bool draw_reason(Canvas& canvas, const R& r, const std::string& reason) {
    if (reason.empty()) return false;
    constexpr float one_row = 80;  // as high as a row of buttons: in its middle, as their words
    const float used = std::min(r.h, canvas.block_height(reason, type::body, type::body_line, r.w));
    const float from = r.h < one_row ? r.middle_y() - used / 2 : r.y;
    canvas.text_block({r.x, from, r.w, r.bottom() - from}, reason, type::body, type::body_line,
                      canvas.theme().ink2);
    return true;
}

R draw_title(Canvas& canvas, const R& card_area, const std::string& title) {
    card(canvas, card_area);
    const R inner = card_area.inset(32, 24);
    canvas.text({inner.x, inner.y, inner.w, 40}, title, type::strong, canvas.theme().ink);
    return {inner.x, inner.y + 52, inner.w, inner.h - 52};
}

std::optional<Intent> draw_objection(Canvas& canvas, const R& r, const DelegationView& view) {
    const R line = draw_title(canvas, r, view.objection_title);
    const R last = column(line, 4, 3, 20);
    const R before{line.x, line.y, line.w - last.w - 20, line.h};
    const std::array grounds = {
        std::tuple{"delegation.object", &view.object, ObjectionGround::objects},
        std::tuple{"delegation.cannot_join", &view.cannot_join, ObjectionGround::cannot_join},
        std::tuple{"delegation.vote_requested", &view.vote_requested,
                   ObjectionGround::vote_requested}};
    const bool refused =
        draw_reason(canvas, view.withdrawal_reason.empty() ? before : line, view.objection_reason);
    for (std::size_t n = 0; n < grounds.size() && !refused; ++n) {
        const auto& [id, label, ground] = grounds[n];
        if (button(canvas, column(line, 4, static_cast<int>(n), 20),
                   {.id = id, .label = *label, .enabled = view.may_object}))
            return Object{ground};
    }
    const bool nothing = !view.withdrawal_reason.empty() && refused;
    if (nothing || draw_reason(canvas, last, view.withdrawal_reason)) return std::nullopt;
    if (button(canvas, last,
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
    constexpr float about_line = 28, kinds_height = 128;
    const R inner = draw_title(canvas, r, view.statement_title);
    if (draw_reason(canvas, inner, view.attach_reason)) return std::nullopt;
    const float top = inner.y - 12;  // the title's line is not needed whole
    canvas.text_block({inner.x, top, inner.w, 2 * about_line}, view.about, type::caption,
                      about_line, theme.ink2);
    const R kinds{inner.x, top + 2 * about_line + 4, inner.w, kinds_height};
    for (std::size_t n = 0; n < view.kinds.size(); ++n) {
        const auto& [kind, label] = view.kinds[n];
        const auto id = std::string("delegation.kind.").append(to_text(kind));
        if (tile(canvas, grid_cell(kinds, 3, 2, static_cast<int>(n), 12),
                 {.id = id, .label = label, .on = draft.kind == kind, .enabled = view.may_attach}))
            draft.kind = kind;
    }
    canvas.text({inner.x, kinds.bottom() + 6, inner.w, 32}, view.paragraphs_title, type::caption,
                theme.ink2);
    const R attach{inner.x, inner.bottom() - size::button, inner.w, size::button};
    draw_paragraphs(canvas, {inner.x, kinds.bottom() + 42, inner.w, attach.y - kinds.bottom() - 54},
                    draft, view.may_attach);
    if (!button(canvas, attach,
                {.id = "delegation.attach",
                 .label = view.attach,
                 .kind = ButtonKind::primary,
                 .enabled = view.may_attach && draft.kind.has_value(),
                 .reason = draft.kind ? "" : view.choose_kind}))
        return std::nullopt;
    AttachStatement intent{.kind = *draft.kind};
    for (const int n : draft.paragraphs) intent.paragraphs.push_back(std::to_string(n));
    draft = {};
    return intent;
}

std::optional<Intent> draw_correction(Canvas& canvas, const R& r, const DelegationView& view,
                                      DelegationDraft& draft) {
    const R inner = draw_title(canvas, r, view.correction_title);
    if (draw_reason(canvas, inner, view.correction_reason)) return std::nullopt;
    const R correct{inner.x, inner.bottom() - size::button, inner.w, size::button};
    const R tiles{inner.x, inner.y, inner.w, correct.y - inner.y - 20};
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
                 .enabled = view.may_correct && draft.intended.has_value(),
                 .reason = draft.intended ? "" : view.choose_intention}))
        return std::nullopt;
    const NoteCorrection intent{*draft.intended};
    draft = {};
    return intent;
}

std::optional<Intent> draw_flag(Canvas& canvas, const R& r, const DelegationView& view) {
    const R line = draw_title(canvas, r, view.flag_title);
    if (draw_reason(canvas, line, view.flag_reason)) return std::nullopt;
    if (button(
            canvas, column(line, 2, 0, 16),
            {.id = "delegation.flag.before", .label = view.flag_before, .enabled = view.may_rule}))
        return RuleLateFlag{true};
    if (button(canvas, column(line, 2, 1, 16),
               {.id = "delegation.flag.after", .label = view.flag_after, .enabled = view.may_rule}))
        return RuleLateFlag{false};
    return std::nullopt;
}

/// Why there is nothing to object to, in the words of the rules but for what they say of this
/// delegation alone; empty if it may object.
std::string why_not_object(const Conference& conference, const Phrases& phrases,
                           const ParticipantId& delegation) {
    const auto allowed = may_object(conference, delegation);
    if (allowed) return {};
    if (conference.consensus && conference.consensus->phase() != ConsensusPhase::gavelled)
        for (const auto& objection : conference.consensus->objections)
            if (objection.raised.delegation == delegation)
                return objection.withdrawn
                           ? phrases(
                                 "It withdrew its objection, and may object again when the "
                                 "text is proposed anew.")
                           : phrases(
                                 "Its objection is recorded, and stands until it withdraws "
                                 "it.");
    return phrases(allowed.error().detail);
}

std::string why_not_attach(const Conference& conference, const Phrases& phrases,
                           const ParticipantId& delegation) {
    const auto about = open_to(conference, StatementKind::explanation_of_vote);
    if (!about) return phrases("There is no decision or proposal yet.");
    const auto allowed = may_attach(conference, *about, delegation);
    return allowed ? std::string() : phrases(allowed.error().detail);
}

std::string why_not_correct(const AppState& state, const Phrases& phrases,
                            const ParticipantId& delegation) {
    const auto& conference = *state.conference;
    const auto* result = open_to_corrections(conference);
    if (result == nullptr) return phrases("No result of a vote has been announced.");
    const auto allowed = may_note_correction(conference, result->result->run, delegation);
    if (!allowed) return phrases(allowed.error().detail);
    if (!state.delegation->person.empty() || state.officers.contains(Role::secretary)) return {};
    return phrases("The secretary signs in first.");
}

std::string why_no_ruling(const AppState& state, const Phrases& phrases) {
    if (!gavel_to_rule_on(*state.conference))
        return phrases("Only right after a decision without a vote.");
    if (!state.delegation->person.empty())
        return phrases("Tell an officer, who notes it for the delegation.");
    if (state.officers.contains(Role::presiding_officer)) return {};
    return phrases("The presiding officer signs in first.");
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
    for (const auto kind : kinds_in_order)
        if (open_to(conference, kind))
            view.kinds.emplace_back(kind, statement_label(phrases, kind));
    const bool ready = !state.saving;
    view.objection_reason = why_not_object(conference, phrases, desk.delegation);
    view.may_object = ready && view.objection_reason.empty();
    if (!may_withdraw(conference, desk.delegation))
        view.withdrawal_reason = phrases("No objection of this delegation stands.");
    view.may_withdraw = ready && view.withdrawal_reason.empty();
    view.flag_reason = why_no_ruling(state, phrases);
    view.may_rule = ready && view.flag_reason.empty();
    view.attach_reason = why_not_attach(conference, phrases, desk.delegation);
    view.may_attach = ready && view.attach_reason.empty();
    view.correction_reason = why_not_correct(state, phrases, desk.delegation);
    view.may_correct = ready && view.correction_reason.empty();
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
