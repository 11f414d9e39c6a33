#include "terminal/screens/consensus_screen.h"

#include "ledger/procedure/consensus.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "terminal/panels.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/question_card.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t objections_shown = 8;
constexpr float aside_width = 640, proposal_height = 396, ring_width = 300;

std::string status_words(const Phrases& phrases, ConsensusPhase phase) {
    switch (phase) {
        case ConsensusPhase::proposed:
            return phrases("Proposed for adoption without a vote");
        case ConsensusPhase::objected:
            return phrases("There is an objection");
        case ConsensusPhase::gavelled:
            return phrases("It is so decided");
    }
    return {};
}

void view_silence(ConsensusView& view, const AppState& state, const Phrases& phrases) {
    if (!state.silence) return;
    const auto left = std::max<std::int64_t>(0, state.silence->least_ms - state.silence->kept_ms);
    view.silence_left = static_cast<float>(left) /
                        static_cast<float>(std::max<std::int64_t>(1, state.silence->least_ms));
    view.silence_clock = std::to_string((left + 999) / 1000);
    view.silence_caption =
        left > 0 ? phrases("Silence: any objection?") : phrases("No objection so far");
}

void view_objections(ConsensusView& view, const Conference& conference, const Phrases& phrases) {
    const auto& objections = conference.consensus->objections;
    view.objections_title =
        phrases("{n} objection", "{n} objections", static_cast<std::int64_t>(objections.size()));
    for (std::size_t n = 0; n < std::min(objections.size(), objections_shown); ++n) {
        const auto& objection = objections[n];
        const auto name = board_name(conference, objection.raised.delegation);
        view.objections.push_back(
            {objection.withdrawn ? State::unknown : State::watch,
             objection.withdrawn
                 ? phrases("{name}: withdrawn", {{"name", name}})
                 : phrases("{name}: {ground}",
                           {{"name", name},
                            {"ground", ground_label(phrases, objection.raised.ground)}})});
    }
    if (objections.size() > objections_shown)
        view.objections.push_back(
            {State::watch,
             phrases("and {n} more", "and {n} more",
                     static_cast<std::int64_t>(objections.size() - objections_shown))});
}

/// What the rules or the desk have against it, if anything.
std::string reason(const Phrases& phrases, const AppState& state, const Result<Done>& allowed,
                   Role role) {
    if (!allowed) return phrases(allowed.error().detail);
    if (state.officers.contains(role)) return {};
    return role == Role::secretary ? phrases("The secretary signs in first.")
                                   : phrases("The presiding officer signs in first.");
}

void view_steps(ConsensusView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto chair = Role::presiding_officer;
    const auto gavel = may_gavel(conference);
    view.gavel_reason = reason(phrases, state, gavel, chair);
    if (view.gavel_reason.empty() && state.silence && !state.silence->over())
        view.gavel_reason = phrases("The silence cannot be shortened.");
    view.may_gavel = view.gavel_reason.empty() && !state.saving;
    view.confirm_reason = reason(phrases, state, may_confirm(conference), Role::secretary);
    view.may_confirm = view.confirm_reason.empty() && !state.saving;
    if (view.phase == ConsensusPhase::objected) {
        view.again_reason = reason(phrases, state, may_propose(conference, view.text_unit), chair);
        view.may_propose_again = view.again_reason.empty() && !state.saving;
        view.vote_reason = reason(
            phrases, state, may_put(conference, subject_of(conference, view.text_unit)), chair);
        view.may_vote = view.vote_reason.empty() && !state.saving;
    }
    view.aside_reason = reason(phrases, state, may_set_aside(conference), chair);
    view.may_set_aside = view.aside_reason.empty() && !state.saving;
    view.may_note =
        state.officers.contains(Role::attendant) || state.officers.contains(Role::secretary);
    if (!view.may_note) view.note_reason = phrases("An attendant or the secretary signs in first.");
}

void draw_proposal(Canvas& canvas, const R& r, const ConsensusView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 32);
    const bool opposed = view.phase == ConsensusPhase::objected;
    const float width =
        chip(canvas, inner.x, inner.y, view.status, opposed ? theme.warning : theme.success, true);
    draw_reference(canvas, {inner.x + width + 24, inner.y, inner.w - width - 24, size::chip},
                   view.reference);
    float y = inner.y + 66;
    y += draw_question_sentence(canvas, {inner.x, y, inner.w, 0}, view.sentence);
    y += 12 + canvas.text_block({inner.x, y + 12, inner.w, type::body_line}, view.text, type::body,
                                type::body_line, theme.ink2);
    draw_chair_words(canvas, {inner.x, y + 16, inner.w, inner.bottom() - y - 16}, view.script);
}

std::optional<Intent> draw_set_aside(Canvas& canvas, const R& r, const ConsensusView& view) {
    if (!view.aside_reason.empty()) {  // nothing to press: the reason stands where buttons would
        canvas.text({r.x, r.y, r.w, r.h}, view.aside_reason, type::body, canvas.theme().ink2);
        return std::nullopt;
    }
    const std::array choices = {
        std::tuple{"consensus.aside.consultations", &view.consultations, SetAside::consultations},
        std::tuple{"consensus.aside.deferred", &view.deferred, SetAside::deferred},
        std::tuple{"consensus.aside.no_consensus", &view.no_consensus, SetAside::no_consensus}};
    for (std::size_t n = 0; n < choices.size(); ++n) {
        const auto& [id, label, how] = choices[n];
        if (button(canvas, column(r, 3, static_cast<int>(n), 20),
                   {.id = id, .label = *label, .enabled = view.may_set_aside}))
            return SetProposalAside{how};
    }
    return std::nullopt;
}

std::optional<Intent> draw_gavel(Canvas& canvas, const R& r, const ConsensusView& view,
                                 ConsensusDraft& draft) {
    const R ring{r.x, r.y, ring_width, r.h};
    timer_ring(canvas, ring.inset(8, 12), view.silence_left, view.silence_clock,
               view.silence_caption);
    const R side{ring.end() + 24, r.y, r.w - ring_width - 24, r.h};
    const std::array<Segment, 2> labels{
        {{"consensus.label.without", view.label_without}, {"consensus.label.by", view.label_by}}};
    canvas.text({side.x, side.y + 16, side.w, 34}, view.label_caption, type::caption,
                canvas.theme().ink2);
    const auto on = draft.label == ConsensusLabel::by_consensus ? std::size_t{1} : std::size_t{0};
    if (const auto pressed =
            segmented(canvas, {side.x, side.y + 56, side.w, size::button}, labels, on))
        draft.label = *pressed == 1 ? ConsensusLabel::by_consensus : ConsensusLabel::without_a_vote;
    if (button(canvas, {side.x, side.bottom() - 112, side.w, 104},
               {.id = "consensus.gavel",
                .label = view.gavel,
                .kind = ButtonKind::primary,
                .enabled = view.may_gavel,
                .reason = view.gavel_reason}))
        return Gavel{draft.label};
    return std::nullopt;
}

std::optional<Intent> draw_after_objection(Canvas& canvas, const R& r, const ConsensusView& view) {
    if (button(canvas, {r.x, r.y + 24, r.w, 104},
               {.id = "consensus.vote",
                .label = view.to_vote,
                .kind = ButtonKind::primary,
                .enabled = view.may_vote,
                .reason = view.vote_reason}))
        return PutQuestion{.proposal = view.text_unit};
    const R below{r.x, r.y + 156, r.w, 104};
    if (button(canvas, column(below, 2, 1, 16), {.id = "consensus.rule", .label = view.rule}))
        return OpenScreen{Screen::ruling};
    if (button(canvas, column(below, 2, 0, 16),
               {.id = "consensus.again",
                .label = view.again,
                .enabled = view.may_propose_again,
                .reason = view.again_reason}))
        return ProposeAdoption{view.text_unit};
    return std::nullopt;
}

std::optional<Intent> draw_step(Canvas& canvas, const R& r, const ConsensusView& view,
                                ConsensusDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 24);
    const R upper{inner.x, inner.y, inner.w, inner.h - size::button - 16};
    std::optional<Intent> intent;
    if (view.phase == ConsensusPhase::proposed || view.over_objection)
        intent = draw_gavel(canvas, upper, view, draft);
    else if (view.phase == ConsensusPhase::objected)
        intent = draw_after_objection(canvas, upper, view);
    else if (button(canvas, {upper.x, upper.middle_y() - 60, upper.w, 120},
                    {.id = "consensus.confirm",
                     .label = view.confirm,
                     .kind = ButtonKind::primary,
                     .enabled = view.may_confirm,
                     .reason = view.confirm_reason}))
        intent = ConfirmConsensus{};
    const R aside{inner.x, inner.bottom() - size::button, inner.w, size::button};
    if (auto asked = draw_set_aside(canvas, aside, view)) intent = std::move(asked);
    return intent;
}

std::optional<Intent> draw_aside(Canvas& canvas, const R& r, const ConsensusView& view,
                                 ConsensusDraft& draft) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.objections_title, type::heading, theme.ink);
    for (std::size_t n = 0; n < view.objections.size(); ++n)
        state_line(canvas, {inner.x, inner.y + 60 + 44 * static_cast<float>(n), inner.w, 40},
                   view.objections[n].state, view.objections[n].words);
    const R note{inner.x, inner.bottom() - size::button, inner.w, size::button};
    const R field{inner.x, note.y - 24 - 96, inner.w, 96};
    canvas.text_block({inner.x, field.y - 80, inner.w, 72}, view.invitation, type::reference, 34,
                      theme.ink);
    if (badge_field(canvas, field, {.prompt = view.badge_prompt}, draft.identify.typed))
        intent = PresentBadge{take_secret(draft.identify.typed)};
    if (button(canvas, note,
               {.id = "consensus.delegations",
                .label = view.note,
                .enabled = view.may_note,
                .reason = view.note_reason}))
        intent = OpenScreen{Screen::delegations};
    return intent;
}

}  // namespace

ConsensusView view_consensus(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto& consensus = *conference.consensus;
    const auto& proposed = consensus.proposed;
    ConsensusView view{.phase = consensus.phase(),
                       .over_objection = consensus.phase() == ConsensusPhase::objected &&
                                         consensus.over_objection != 0,
                       .text_unit = proposed.text_unit,
                       .status = status_words(phrases, consensus.phase()),
                       .reference = phrases("Question {number}. {subject}",
                                            {{"number", std::to_string(proposed.question)},
                                             {"subject", phrases(proposed.subject)}}),
                       .sentence = phrases(proposed.sentence),
                       .text = phrases("The text is fixed by its hash. {n} State was present.",
                                       "The text is fixed by its hash. {n} States were present.",
                                       static_cast<std::int64_t>(proposed.present.size())),
                       .invitation = consensus.phase() == ConsensusPhase::gavelled
                                         ? phrases("The presiding officer rules on a flag seen "
                                                   "late.")
                                         : phrases("A delegation that objects presents its "
                                                   "badge."),
                       .badge_prompt = phrases("Scan the badge, or type it and press Enter"),
                       .note = phrases("Note for a delegation"),
                       .label_caption = phrases("As the presiding officer calls it"),
                       .label_without = phrases("Without a vote"),
                       .label_by = phrases("By consensus"),
                       .gavel = phrases("It is so decided"),
                       .confirm = phrases("Confirm the decision"),
                       .again = phrases("Propose anew"),
                       .to_vote = phrases("Put the question to the vote"),
                       .rule = phrases("Rule on the objection"),
                       .consultations = phrases("Consultations"),
                       .deferred = phrases("Defer"),
                       .no_consensus = phrases("No consensus")};
    view.script = view_chair_script(conference, phrases);
    view_silence(view, state, phrases);
    view_objections(view, conference, phrases);
    view_steps(view, state, phrases);
    return view;
}

std::optional<Intent> draw_consensus(Canvas& canvas, const ConsensusView& view,
                                     ConsensusDraft& draft) {
    const R& all = content_area;
    const R main{all.x, all.y, all.w - aside_width - Layout::gap, all.h};
    draw_proposal(canvas, {main.x, main.y, main.w, proposal_height}, view);
    const float from = proposal_height + Layout::gap;
    auto intent = draw_step(canvas, {main.x, main.y + from, main.w, main.h - from}, view, draft);
    if (auto asked =
            draw_aside(canvas, {all.end() - aside_width, all.y, aside_width, all.h}, view, draft))
        intent = std::move(asked);
    return intent;
}

}  // namespace placet::terminal
