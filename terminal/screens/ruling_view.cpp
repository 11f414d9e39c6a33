#include "ledger/procedure/announcement.h"
#include "ledger/procedure/floor_acts.h"
#include "ledger/procedure/question.h"
#include "terminal/screens/floor_wording.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/ruling_screen.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

using Choices = std::vector<RulingView::Choice>;

Choices on_point_of_order(const Conference& conference, const Phrases& phrases) {
    return {{phrases("Well taken"), ruling_on_point_of_order(conference, true)},
            {phrases("Not well taken"), ruling_on_point_of_order(conference, false)}};
}

/// One for each text of which amendments are open.
Choices on_orders(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    Choices choices;
    for (const auto& id : likely_proposals(state))
        if (!open_amendments(conference, id).empty())
            choices.push_back({.label = proposal_label(conference, phrases, id),
                               .ruling = ruling_on_order(conference, id),
                               .within = within_sentence(conference.proposal_title(id))});
    // Without any the rules say why not.
    if (choices.empty()) choices.push_back({.ruling = ruling_on_order(conference, "")});
    return choices;
}

/// What is open and hangs on the same text as what was adopted, or is another proposal like it.
Choices on_skips(const Conference& conference, const Phrases& phrases) {
    Choices choices;
    for (const auto& [adopted_id, adopted] : conference.proposals) {
        const auto* decision = conference.decision_of_entry(adopted.decision);
        if (decision == nullptr || decision->outcome != Outcome::adopted) continue;
        for (const auto& [id, proposal] : conference.proposals) {
            const bool related = root_of(conference, id) == root_of(conference, adopted_id) ||
                                 (!proposal.basic && !adopted.basic && !proposal.is_amendment());
            if (id == adopted_id || !related || settled(conference.state_here(proposal))) continue;
            const Phrases::Values values{
                {"text", proposal_label(conference, phrases, id)},
                {"adopted", proposal_label(conference, phrases, adopted_id)}};
            choices.push_back({.label = phrases("{text}, because of {adopted}", values),
                               .ruling = ruling_to_skip(conference, id, adopted_id)});
        }
    }
    return choices;
}

Choices on_classes(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    Choices choices;
    const auto add = [&](const std::string& what, auto ruled) {
        choices.push_back({.label = phrases("{text}: procedure", {{"text", what}}),
                           .ruling = ruled(MatterClass::procedure)});
        choices.push_back({.label = phrases("{text}: substance", {{"text", what}}),
                           .ruling = ruled(MatterClass::substance)});
    };
    for (const auto* motion : open_motions(conference))
        add(motion_label(phrases, motion->moved.kind), [&](MatterClass matter) {
            return ruling_on_the_class(conference, motion->moved.motion, matter);
        });
    for (const auto& id : likely_proposals(state))
        add(proposal_label(conference, phrases, id),
            [&](MatterClass matter) { return ruling_on_the_class(conference, id, matter); });
    return choices;
}

Choices on_motions(const Conference& conference, const Phrases& phrases) {
    Choices choices;
    for (const auto* motion : open_motions(conference))
        choices.push_back({.label = motion_label(phrases, motion->moved.kind),
                           .ruling = ruling_out_of_order(conference, motion->moved.motion)});
    if (choices.empty()) choices.push_back({.ruling = ruling_out_of_order(conference, 0)});
    return choices;
}

Choices on_sponsors(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    Choices choices;
    for (const auto& id : likely_proposals(state)) {
        const auto* proposal = conference.proposal(id);
        if (proposal == nullptr) continue;
        for (const auto& sponsor : proposal->sponsors)
            choices.push_back(
                {.label = phrases(
                     "{name}, on {text}",
                     {{"name", sponsor}, {"text", proposal_label(conference, phrases, id)}}),
                 .ruling = ruling_that_sponsor_explains(conference, id, sponsor)});
    }
    return choices;
}

/// Keeps the choices that the rules allow; without any, why not.
void add_kind(RulingView& view, const AppState& state, const Phrases& phrases, std::string id,
              std::string label, Choices candidates) {
    RulingView::Kind kind{.id = std::move(id), .label = std::move(label)};
    if (candidates.empty()) kind.refusal = phrases("There is nothing of this kind to rule on.");
    if (!candidates.empty())
        kind.refusal = keep_allowed(state, phrases, candidates,
                                    [](const auto& choice) { return choice.ruling; });
    kind.choices = std::move(candidates);
    kind.pages = page_positions(phrases, kind.choices.size(), RulingView::choices_per_page);
    view.kinds.push_back(std::move(kind));
}

/// The last ruling, and whether somebody may still appeal against it.
void view_last(RulingView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    if (conference.rulings.empty() || !conference.meeting) return;
    const auto& last = conference.rulings.back();
    if (last.given.meeting != conference.meeting->number) return;
    view.last_ruling = last.given.ruling;
    view.last_title = last.stands() ? phrases("The last ruling") : phrases("Overruled on appeal");
    view.last = last.given.words;
    view.appeal = phrases("A delegation appeals");
    view.appeal_question = phrases("Which delegation appeals?");
    view.appeal_refusal = short_note_refusal(
        state, phrases,
        RulingAppealed{.ruling = last.given.ruling, .delegation = any_delegation(conference)});
}

}  // namespace

RulingView view_ruling(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    RulingView view{.kinds_title = phrases("What is ruled on"),
                    .choices_title = phrases("What the ruling is"),
                    .order_title = phrases("Press them in the order in which they are put"),
                    .words = phrases("Words"),
                    .reasons = phrases("Reasons"),
                    .words_prompt = phrases("Type what is ruled."),
                    .reasons_prompt = phrases("Type the reasons."),
                    .give = phrases("Give the ruling"),
                    .give_reason = phrases("A ruling has its words, and its reasons."),
                    .none = phrases("No ruling is asked for now."),
                    .names = view_name_choice(conference, phrases),
                    .back = phrases("Back"),
                    .more = phrases("More"),
                    .may_press = !state.saving};
    add_kind(view, state, phrases, "point_of_order", phrases("The point of order"),
             on_point_of_order(conference, phrases));
    add_kind(view, state, phrases, "over_objection", phrases("Consensus over an objection"),
             {{phrases("There is consensus"), ruling_over_objection(conference)}});
    add_kind(view, state, phrases, "order", phrases("The order of amendments"),
             on_orders(state, phrases));
    add_kind(view, state, phrases, "skip", phrases("What is not put"),
             on_skips(conference, phrases));
    add_kind(view, state, phrases, "out_of_order", phrases("A motion out of order"),
             on_motions(conference, phrases));
    add_kind(view, state, phrases, "classification", phrases("Substance or procedure"),
             on_classes(state, phrases));
    add_kind(view, state, phrases, "sponsor_explains", phrases("A sponsor may explain"),
             on_sponsors(state, phrases));
    add_kind(view, state, phrases, "quorum_challenged", phrases("A challenge of the quorum"),
             {{phrases("Count those present"), ruling_that_quorum_is_challenged(conference)}});
    view_last(view, state, phrases);
    return view;
}

}  // namespace placet::terminal
