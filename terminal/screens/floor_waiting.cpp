// What waits on the floor, and what must be done with the first of it.
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "terminal/screens/floor_screen.h"
#include "terminal/screens/floor_wording.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/wording.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t others_shown = 4;

FloorView::Act noted(const AppState& state, const Phrases& phrases, std::string id,
                     std::string label, const Record& record) {
    return {.id = std::move(id),
            .label = std::move(label),
            .refusal = short_note_refusal(state, phrases, record),
            .asked = NoteRecord{record}};
}

/// What the rules or the desk have against putting it.
std::string put_refusal(const AppState& state, const Phrases& phrases, const Subject& subject) {
    if (!state.officers.contains(Role::presiding_officer))
        return phrases("The presiding officer signs in first.");
    return short_refusal(phrases, may_put(*state.conference, subject));
}

/// Leads to the presiding officer's rulings.
FloorView::Act ruling_act(std::string label) {
    return {.id = "floor.rule", .label = std::move(label), .asked = OpenScreen{Screen::ruling}};
}

FloorView::Act start_of(const AppState& state, const Phrases& phrases) {
    std::string refusal = short_refusal(phrases, may_start(*state.conference));
    if (refusal.empty() && !state.officers.contains(Role::presiding_officer))
        refusal = phrases("The presiding officer signs in first.");
    return {.id = "floor.start",
            .label = phrases("Start the vote"),
            .refusal = std::move(refusal),
            .asked = StartVote{}};
}

FloorView::Waiting point_of_order(const AppState& state, const Phrases& phrases) {
    const auto& raised = *state.conference->point_of_order;
    FloorView::Waiting waiting{
        .heading = phrases("A point of order waits for a ruling"),
        .lines = {phrases("Raised by {name}.",
                          {{"name", board_name(*state.conference, raised.delegation)}}),
                  phrases("It is ruled on at once. The ruling may be appealed against.")}};
    waiting.next = ruling_act(phrases("Rule on it"));
    return waiting;
}

FloorView::Waiting appeal(const AppState& state, const Phrases& phrases, const Ruling& ruling) {
    const auto& conference = *state.conference;
    const auto number = ruling.given.ruling;
    FloorView::Waiting waiting{
        .heading = phrases("An appeal is open"),
        .lines = {phrases("{name} appeals against the ruling: {words}",
                          {{"name", board_name(conference, ruling.appealed_by)},
                           {"words", ruling.given.words}}),
                  phrases("Who votes yes overrules the ruling. With equal votes it stands.")}};
    if (conference.question && conference.question->put.ruling == number) {
        waiting.next = start_of(state, phrases);
        return waiting;
    }
    waiting.put_label = phrases("Put the appeal to the vote");
    waiting.put = {.ruling = number};
    waiting.put_refusal =
        put_refusal(state, phrases, {.kind = QuestionKind::appeal, .ruling = number});
    waiting.acts.push_back(
        noted(state, phrases, "floor.appeal.withdrawn", phrases("The appeal is withdrawn"),
              AppealWithdrawn{.ruling = number, .delegation = ruling.appealed_by}));
    return waiting;
}

std::string speakers_line(const Conference& conference, const Phrases& phrases,
                          const Motion& motion, Side side) {
    const auto spoken = std::ranges::count(motion.spoken, side, &MotionSpoken::side);
    const auto most = speakers_allowed(conference.profile, motion.moved.kind, side);
    const Phrases::Values values{{"spoken", std::to_string(spoken)},
                                 {"most", std::to_string(most)}};
    const bool for_it = side == Side::in_favour;
    if (most == unlimited_speakers)
        return for_it ? phrases("Spoken in favour: {spoken}", values)
                      : phrases("Spoken against: {spoken}", values);
    return for_it ? phrases("Spoken in favour: {spoken} of at most {most}", values)
                  : phrases("Spoken against: {spoken} of at most {most}", values);
}

/// Speakers on the motion, where the rules let anybody speak.
void view_speakers(FloorView& view, const AppState& state, const Phrases& phrases,
                   const Motion& motion) {
    const auto& conference = *state.conference;
    const auto by = any_delegation(conference);
    for (const Side side : {Side::in_favour, Side::against}) {
        if (speakers_allowed(conference.profile, motion.moved.kind, side) == 0) continue;
        const bool for_it = side == Side::in_favour;
        view.waiting.lines.push_back(speakers_line(conference, phrases, motion, side));
        const MotionSpoken record{.motion = motion.moved.motion, .side = side};
        const auto label = for_it ? phrases("Speaks for it") : phrases("Speaks against it");
        const std::string id = for_it ? "floor.motion.for" : "floor.motion.against";
        const auto refusal = short_note_refusal(state, phrases, raised_by(record, by));
        view.speakers.push_back({.id = id,
                                 .label = label,
                                 .question = phrases("Which delegation speaks?"),
                                 .refusal = refusal,
                                 .subjects = {{"", record}}});
        view.waiting.acts.push_back({.id = id, .label = label, .refusal = refusal, .raise = id});
    }
}

void view_motion(FloorView& view, const AppState& state, const Phrases& phrases,
                 const Motion& motion) {
    const auto& conference = *state.conference;
    const auto& moved = motion.moved;
    view.waiting.heading = motion_label(phrases, moved.kind);
    view.waiting.lines.push_back(
        phrases("{name} moves {words}.",
                {{"name", board_name(conference, moved.mover)}, {"words", moved.words}}));
    if (conference.question && conference.question->put.motion == moved.motion) {
        view.waiting.lines.push_back(phrases("It is put to the vote."));
        view.waiting.next = start_of(state, phrases);
        return;
    }
    view_speakers(view, state, phrases, motion);
    auto& acts = view.waiting.acts;
    acts.push_back(noted(state, phrases, "floor.motion.granted", phrases("Nobody objects: granted"),
                         MotionGranted{.motion = moved.motion}));
    acts.push_back(noted(state, phrases, "floor.motion.withdrawn",
                         phrases("Its mover withdraws it"),
                         MotionWithdrawn{.motion = moved.motion, .delegation = moved.mover}));
    acts.push_back(ruling_act(phrases("Rule it out of order")));
    view.waiting.put_label = phrases("Put the motion to the vote");
    view.waiting.put = {.motion = moved.motion};
    view.waiting.put_refusal = put_refusal(
        state, phrases,
        {.kind = kind_of(moved.kind), .proposal = moved.proposal, .motion = moved.motion});
}

/// A proposal whose parts are voted on, and the next of them.
const Proposal* divided_here(const Conference& conference) {
    for (const auto& [id, proposal] : conference.proposals)
        if (conference.state_here(proposal) == QuestionState::divided &&
            std::ranges::any_of(proposal.parts, [](const Part& p) { return !p.retained; }))
            return &proposal;
    return nullptr;
}

void view_part(FloorView& view, const AppState& state, const Phrases& phrases,
               const Proposal& proposal) {
    const auto& conference = *state.conference;
    const auto part =
        std::ranges::find_if(proposal.parts, [](const Part& p) { return !p.retained; });
    view.waiting.heading = phrases("Parts are voted on separately");
    view.waiting.lines.push_back(phrases(
        "Next: {part} of {text}. Those retained are then voted on as a whole.",
        {{"part", part->label}, {"text", proposal_label(conference, phrases, proposal.id())}}));
    if (conference.question && conference.question->put.part == part->label) {
        view.waiting.next = start_of(state, phrases);
        return;
    }
    view.waiting.put_label = phrases("Put this part to the vote");
    view.waiting.put = {.proposal = proposal.id(), .part = part->label};
    view.waiting.put_refusal =
        put_refusal(state, phrases,
                    {.kind = QuestionKind::part, .proposal = proposal.id(), .part = part->label});
}

}  // namespace

void view_waiting(FloorView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    auto motions = open_motions(conference);
    const auto* open = open_appeal(conference);
    if (open != nullptr)
        view.waiting = appeal(state, phrases, *open);
    else if (conference.point_of_order)
        view.waiting = point_of_order(state, phrases);
    else if (!motions.empty())
        view_motion(view, state, phrases, *motions.front());
    else if (const auto* divided = conference.meeting ? divided_here(conference) : nullptr)
        view_part(view, state, phrases, *divided);
    else
        view.waiting = {.heading = phrases("Nothing waits."),
                        .acts = {ruling_act(phrases("Give a ruling"))}};
    const bool first_is_shown = open == nullptr && !conference.point_of_order;
    if (first_is_shown && !motions.empty()) motions.erase(motions.begin());
    for (std::size_t n = 0; n < std::min(motions.size(), others_shown); ++n)
        view.others.push_back(phrases("{motion} ({name})",
                                      {{"motion", motion_label(phrases, motions[n]->moved.kind)},
                                       {"name", board_name(conference, motions[n]->moved.mover)}}));
    if (motions.size() > others_shown)
        view.others.push_back(phrases("and {n} more", "and {n} more",
                                      static_cast<std::int64_t>(motions.size() - others_shown)));
}

}  // namespace placet::terminal
