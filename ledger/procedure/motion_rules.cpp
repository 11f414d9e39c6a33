// What is raised from the floor: motions, speakers on them, methods of voting, points of order.
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/floor_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>
#include <set>

namespace placet::ledger {
namespace {

constexpr std::size_t parts_limit = 64, part_limit = 200;  // bytes

/// Nothing of the floor is heard while a decision is being taken.
Result<Done> floor_is_open(const Conference& conference) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (conference.vote_under_way())
        return refused("A vote is under way: no motion interrupts it.",
                       "Only a point of order on the conduct of the voting is heard now.");
    if (conference.consensus && conference.consensus->phase() == ConsensusPhase::gavelled)
        return refused("The gavel has fallen.", "The secretary confirms the decision first.");
    return Done{};
}

Result<Done> is_open_motion(const Conference& conference, std::int64_t number) {
    if (open_motion(conference, number) != nullptr) return Done{};
    return refused_entry("Motion " + std::to_string(number) + " does not wait to be decided.",
                         "Name a motion of this meeting that does.");
}

/// Is this motion the question that is before the meeting?
bool is_put(const Conference& conference, std::int64_t number) {
    return conference.question && conference.question->put.motion == number;
}

QuestionEvent event_of(MotionKind kind) {
    switch (kind) {
        case MotionKind::adjourn_debate:
            return QuestionEvent::adjourn_debate;
        case MotionKind::close_debate:
            return QuestionEvent::close_debate;
        case MotionKind::resume_debate:
            return QuestionEvent::resume_debate;
        case MotionKind::division:
            return QuestionEvent::divide;
        case MotionKind::competence:
            return QuestionEvent::lapse;
        case MotionKind::defer_vote:
            return QuestionEvent::defer;
        case MotionKind::suspend_meeting:
        case MotionKind::adjourn_meeting:
        case MotionKind::reconsider:
        case MotionKind::amend_rules:
        case MotionKind::treat_as_procedure:
        case MotionKind::suspend_rule:
        case MotionKind::other:
            break;
    }
    return QuestionEvent::revise;
}

bool concerns_a_proposal(MotionKind kind) {
    return event_of(kind) != QuestionEvent::revise || kind == MotionKind::treat_as_procedure;
}

Result<Done> parts_fit(const MotionMoved& record) {
    if (record.kind != MotionKind::division)
        return record.parts.empty()
                   ? Result<Done>(Done{})
                   : refused_entry("Only a division names parts.", "Move the division.");
    const std::set<std::string> named(record.parts.begin(), record.parts.end());
    const bool good = std::ranges::all_of(
        record.parts, [](const auto& part) { return !part.empty() && part.size() <= part_limit; });
    if (good && !record.parts.empty() && record.parts.size() <= parts_limit &&
        named.size() == record.parts.size())
        return Done{};
    return refused_entry("A division names the parts that are voted on separately, each once.",
                         "Name them: \"paragraph 3\".");
}

Result<Done> proposal_fits(const Conference& conference, const MotionMoved& record) {
    if (!concerns_a_proposal(record.kind)) return Done{};
    const auto* proposal = conference.proposal(record.proposal);
    if (proposal == nullptr)
        return refused_entry("This motion concerns a proposal, and names none that there is.",
                             "Name the unit of the convention or the proposal.");
    if (record.kind == MotionKind::treat_as_procedure) {
        if (conference.profile.classify == Classify::substance_unless_substance_majority)
            return Done{};
        return refused_entry(
            "The presiding officer rules whether a matter is of procedure or of substance.",
            "Ask for the ruling; it may be appealed against.");
    }
    if (record.kind == MotionKind::defer_vote && !conference.profile.deferment_by_motion)
        return refused_entry("The rules know no motion to defer a vote.",
                             "Move the adjournment of the debate.");
    const auto state = conference.state_here(*proposal);
    const auto to = follow(state, event_of(record.kind), proposal->registered.title);
    return to ? Result<Done>(Done{}) : to.error();
}

Result<Done> decision_fits(const Conference& conference, const MotionMoved& record) {
    if (record.kind != MotionKind::reconsider)
        return record.decision ? refused_entry("Only reconsideration names a decision.",
                                               "Move the reconsideration.")
                               : Result<Done>(Done{});
    const auto* decision =
        record.decision ? conference.decision_of_entry(*record.decision) : nullptr;
    if (decision == nullptr || !decision->stands() || decision->reopened ||
        decision->proposal != record.proposal || decision->unit != conference.meeting->unit ||
        decision->motion != 0 || decision->kind == QuestionKind::exhaustion ||
        decision->kind == QuestionKind::part)
        return refused_entry(
            "Reconsidered is a decision of this organ on a proposal, which stands and was not "
            "reopened.",
            "Name that decision.");
    return Done{};
}

/// Requests of a method of voting, by any State; the profile says which.
bool on_request(const RuleProfile& profile, Method method) {
    if (method == Method::recorded) return profile.recorded_on_request;
    return method == Method::roll_call && profile.roll_call_on_request;
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry, const MotionMoved& record) {
    if (const auto open = floor_is_open(conference); !open) return open.error();
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (!conference.takes_part(record.mover))
        return refused_entry("\"" + record.mover + "\" does not participate here.",
                             "Only participating States make motions.");
    if (const auto part = takes_part(conference, record.mover); !part) return part.error();
    if (record.words.empty())
        return refused_entry("A motion is made in words.", "Say what is moved.");
    if (const auto words = short_enough(record.words); !words) return words.error();
    if (record.motion != static_cast<std::int64_t>(conference.motions.size()) + 1)
        return refused_entry("Motions are counted; this is not the number of the next.",
                             "Note it again.");
    for (const auto* motion : open_motions(conference))
        if (motion->moved.kind == record.kind && motion->moved.proposal == record.proposal)
            return refused_entry("A motion of this kind waits already.", "Decide that one first.");
    for (const auto& fits :
         {parts_fit(record), proposal_fits(conference, record), decision_fits(conference, record)})
        if (!fits) return fits.error();
    return Done{};
}

Result<Done> check(const Conference& conference, const Entry& entry, const MotionSpoken& record) {
    if (const auto open = floor_is_open(conference); !open) return open.error();
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    if (const auto waits = is_open_motion(conference, record.motion); !waits) return waits.error();
    if (const auto here = of_this_organ(conference, entry); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (!conference.takes_part(record.delegation))
        return refused_entry("\"" + record.delegation + "\" does not participate here.",
                             "Only participating States speak on motions.");
    const auto& motion = *conference.motion(record.motion);
    const auto spoken = std::ranges::count(motion.spoken, record.side, &MotionSpoken::side);
    const auto allowed = speakers_allowed(conference.profile, motion.moved.kind, record.side);
    if (spoken < allowed) return Done{};
    const std::string side = record.side == Side::in_favour ? " in favour of it." : " against it.";
    return refused_entry(
        allowed == 0 ? "On this motion nobody speaks" + side
                     : "On this motion " + std::to_string(allowed) + " speak at most" + side,
        "Put the motion to the vote.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const MotionGranted& record) {
    if (const auto waits = is_open_motion(conference, record.motion); !waits) return waits.error();
    const auto& motion = *conference.motion(record.motion);
    const Subject as_other{.kind = QuestionKind::motion, .motion = record.motion};
    if (motion.moved.kind == MotionKind::reconsider || motion.moved.kind == MotionKind::amend_rules)
        return refused_entry("Reconsideration and a change of the rules need their majority.",
                             "Put the motion to the vote.");
    if (const auto may = may_put(conference, as_other); !may) return may.error();
    if (const auto here = of_this_organ(conference, entry); !here) return here.error();
    return sealed_as_needed(conference, entry);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const MotionWithdrawn& record) {
    if (const auto open = floor_is_open(conference); !open) return open.error();
    if (const auto waits = is_open_motion(conference, record.motion); !waits) return waits.error();
    if (const auto here = of_this_organ(conference, entry); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (conference.motion(record.motion)->moved.mover != record.delegation)
        return refused_entry("A motion is withdrawn by the delegation that made it.",
                             "Let that delegation withdraw it.");
    if (!is_put(conference, record.motion)) return Done{};
    return refused_entry("The motion is put to the vote.", "Take the vote.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const MethodRequested& record) {
    if (const auto open = floor_is_open(conference); !open) return open.error();
    if (const auto here = of_this_organ(conference, entry); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (!conference.question || conference.question->put.question != record.question)
        return refused_entry(
            "A method of voting is requested of the question that is put, before "
            "the voting begins.",
            "Request it when the question is put.");
    if (const auto part = takes_part(conference, record.delegation); !part) return part.error();
    const auto now = conference.question->put.method;
    if (record.method == now)
        return refused_entry("The vote is to be taken in this way already.", "Start the vote.");
    if (now == Method::roll_call)
        return refused_entry("A roll-call was asked for, which gives every position as well.",
                             "Take the roll-call.");
    if (on_request(conference.profile, record.method)) return Done{};
    return refused_entry("The rules give no right to this method.",
                         "Ask for a recorded vote or a roll-call, as the rules have it.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const PointOfOrderRaised& record) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    if (conference.vote_under_way() && !conference.voting_open())
        return refused("The voting is closed.", "Raise it after the announcement.");
    if (conference.voting_open() && !record.on_the_voting)
        return refused_entry(
            "While a vote is taken only its own conduct may be the object of a point of order.",
            "Raise it after the announcement.");
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (const auto part = takes_part(conference, record.delegation); !part) return part.error();
    return short_enough(record.words);
}

}  // namespace placet::ledger
