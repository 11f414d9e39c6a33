#include "ledger/procedure/script.h"

#include "ledger/procedure/deadline.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/state_name.h"
#include "ledger/procedure/tally.h"

#include <algorithm>

namespace placet::ledger {
namespace {

using Script = std::vector<SpokenSentence>;

// ---- without a vote

Script of_consensus(const Consensus& consensus) {
    switch (consensus.phase()) {
        case ConsensusPhase::proposed:
            return {{consensus.proposed.sentence}, {"I hear no objection. It is so decided."}};
        case ConsensusPhase::objected:
            break;
        case ConsensusPhase::gavelled:
            return {{"It is so decided."}};
    }
    if (consensus.over_objection != 0)
        return {{"The ruling stands: there is general agreement, and the objection is noted."},
                {"It is so decided."}};
    return {{"There is an objection. It is not adopted without a vote."}};
}

// ---- what is raised

Script of_appeal(const Conference& conference, const Ruling& ruling) {
    if (conference.question && conference.question->put.ruling == ruling.given.ruling)
        return {{"The appeal is put to the vote: shall the ruling be overruled?"},
                {"Those in favour of overruling it vote yes, those who wish it to stand vote no."}};
    return {{"{name} appeals against the ruling. The appeal is put to the vote at once.",
             {{"name", state_name(conference, ruling.appealed_by)}}}};
}

Script of_point_of_order(const Conference& conference) {
    const auto& raised = *conference.point_of_order;
    return {{"{name} has the floor on a point of order, and I shall rule on it at once.",
             {{"name", state_name(conference, raised.delegation)}}}};
}

/// Who may speak before the motion is put.
SpokenSentence speakers_on(const Conference& conference, MotionKind kind) {
    const auto in_favour = speakers_allowed(conference.profile, kind, Side::in_favour);
    const auto against = speakers_allowed(conference.profile, kind, Side::against);
    const std::vector<std::pair<std::string, std::string>> values = {
        {"for", std::to_string(in_favour)}, {"against", std::to_string(against)}};
    if (in_favour == 0 && against == 0)
        return {"It is not debated, and is put to the vote at once."};
    if (in_favour == unlimited_speakers && against == unlimited_speakers)
        return {"Does any delegation wish to speak on the motion?"};
    if (in_favour == 0)
        return {"Speakers against the motion may have the floor, {against} at most.", values};
    return {"Speakers may have the floor: {for} at most in favour, {against} at most against.",
            values};
}

Script of_motion(const Conference& conference, const Motion& motion) {
    const auto& moved = motion.moved;
    if (conference.question && conference.question->put.motion == moved.motion)
        return {{"The motion is put to the vote: {words}.", {{"words", moved.words}}},
                {"We shall now begin the voting process."}};
    Script script = {{"{name} moves {words}.",
                      {{"name", state_name(conference, moved.mover)}, {"words", moved.words}}}};
    if (moved.kind == MotionKind::division)
        script.push_back({"Is there any objection to the request for division?"});
    script.push_back(speakers_on(conference, moved.kind));
    return script;
}

// ---- a vote

SpokenSentence method_of(Method method) {
    switch (method) {
        case Method::recorded:
            break;
        case Method::non_recorded:
            return {"The vote is not recorded by name."};
        case Method::roll_call:
            return {"The vote is taken by roll-call."};
        case Method::hands:
            return {"The vote is taken by show of hands."};
    }
    return {"A recorded vote is taken."};
}

/// What is put comes from the question, as it will be announced.
Script of_question(const Conference& conference) {
    const auto& put = conference.question->put;
    const auto& run = conference.run;
    Script script;
    if (run && run->phase == RunPhase::annulled && run->start.question == put.question)
        script.push_back({"The vote was annulled and is taken again."});
    if (const auto by = second_vote_by(conference))
        script.push_back(
            {"The votes were equally divided. The second vote is taken now, and not "
             "later than {time}.",
             {{"time", date_text(*by)}}});
    else if (conference.voted_before(put.question))
        script.push_back({"The votes were equally divided. The second vote is taken now."});
    const bool first_of_parts = put.kind == QuestionKind::part;
    const bool amends =
        put.kind == QuestionKind::amendment || put.kind == QuestionKind::sub_amendment;
    script.push_back(
        {amends ? "We shall first vote on what amends the text: {subject}."
         : first_of_parts
             ? "We shall vote on the parts one by one. Shall it be retained: {subject}?"
             : "We shall now vote on the following: {subject}.",
         {{"subject", put.subject}}});
    script.push_back(method_of(put.method));
    script.push_back({"We shall now begin the voting process."});
    return script;
}

Script of_open_vote(const Conference& conference) {
    const auto& run = *conference.run;
    if (run.last_call)
        return {{"Have all delegations voted? Votes can be checked and changed for the last time."},
                {"The voting is about to be closed."}};
    const SpokenSentence undisturbed = {
        "The voting has begun. It is not interrupted, except on a point of order on its conduct."};
    switch (run.start.method) {
        case Method::recorded:
        case Method::non_recorded:
            break;
        case Method::roll_call:
            if (!run.lot)
                return {undisturbed, {"The State that is called first is now drawn by lot."}};
            return {undisturbed,
                    {"{name}, drawn by lot, is called upon to vote first.",
                     {{"name", state_name(conference, run.lot->first)}}}};
        case Method::hands:
            return {undisturbed,
                    {"Those in favour raise their hands; then those against; then those who "
                     "abstain."}};
    }
    return {undisturbed, {"Vote now: in favour, against, or abstaining."}};
}

/// Affirmative votes that pass every test of affirmative votes; 0 if there is no such test.
std::int64_t votes_required(const std::vector<Clause>& clauses) {
    std::int64_t required = 0;
    for (const auto& clause : clauses)
        if (clause.name != "quorum" && clause.name != "affirmative_vote" &&
            clause.name != "voting_quorum")
            required = std::max(required, clause.needed);
    return required;
}

Script of_result(const Conference& conference) {
    const auto result = provisional_result_of(conference);
    if (!result) return {{"The voting is closed. The result is being verified."}};
    if (result->outcome == Outcome::no_decision) return {{result->sentence}};
    const auto& figures = result->figures;
    return {{"The result of the vote is as follows: in favour {yes}, against {no}, abstentions "
             "{abstaining}.",
             {{"yes", std::to_string(figures.yes)},
              {"no", std::to_string(figures.no)},
              {"abstaining", std::to_string(figures.abstaining)}}},
            {"The majority required is {needed}.",
             {{"needed", std::to_string(votes_required(result->clauses))}}},
            {result->sentence}};
}

/// Of a vote under way.
Script of_run(const Conference& conference) {
    if (conference.voting_open()) return of_open_vote(conference);
    if (conference.run->phase == RunPhase::closed) return {{"The voting is closed."}};
    return of_result(conference);
}

// ---- what is next

/// Amendments that wait, of the first text in the order of the convention that has any.
Script of_amendments(const Conference& conference) {
    const auto words = [&](const ProposalId& id) -> Script {
        const auto open = open_amendments(conference, id);
        if (open.empty()) return {};
        const std::vector<std::pair<std::string, std::string>> values = {
            {"subject", conference.proposal_title(id)},
            {"first", conference.proposal_title(open.front())}};
        if (open.size() > 1 && standing_order(conference, id) == nullptr)
            return {
                {"Several amendments are open to this text: {subject}. The one furthest removed "
                 "in substance is put first.",
                 values}};
        return {{"We turn to what amends this text: {subject}. The first is: {first}.", values}};
    };
    for (const auto& unit : conference.text_units)
        if (auto script = words(unit.id); !script.empty()) return script;
    for (const auto& [id, proposal] : conference.proposals)
        if (auto script = words(id); !script.empty()) return script;
    return {};
}

/// A proposal whose parts are voted on: the next part, or the whole after them.
Script of_parts(const Conference& conference) {
    for (const auto& [id, proposal] : conference.proposals) {
        if (conference.state_here(proposal) != QuestionState::divided) continue;
        const auto next =
            std::ranges::find_if(proposal.parts, [](const Part& part) { return !part.retained; });
        if (next == proposal.parts.end())
            return {{"We come to the text as a whole: {subject}.",
                     {{"subject", proposal.registered.title}}}};
        return {{"Parts of this text are voted on separately: {subject}. The next is {part}.",
                 {{"subject", proposal.registered.title}, {"part", next->label}}}};
    }
    return {};
}

/// Votes that wait, of which the rules say how long they may.
Script of_deferments(const Conference& conference) {
    Script script;
    for (const auto& [id, proposal] : conference.proposals)
        if (const auto until = deferred_until(conference, proposal))
            script.push_back(
                {"The vote on this text is deferred: {subject}. It waits until {time} at the "
                 "latest.",
                 {{"subject", proposal.registered.title}, {"time", date_text(*until)}}});
    return script;
}

}  // namespace

std::vector<SpokenSentence> script_of(const Conference& conference) {
    if (conference.closed) return {};
    if (!conference.meeting) return {{"I call the meeting to order."}};
    if (conference.meeting->suspended) return {{"The meeting is resumed."}};
    const auto* appeal = open_appeal(conference);
    if (conference.point_of_order && appeal == nullptr) return of_point_of_order(conference);
    if (conference.vote_under_way()) return of_run(conference);
    if (appeal != nullptr) return of_appeal(conference, *appeal);
    if (const auto motions = open_motions(conference); !motions.empty())
        return of_motion(conference, *motions.front());
    if (conference.consensus) return of_consensus(*conference.consensus);
    if (conference.question) return of_question(conference);
    if (auto parts = of_parts(conference); !parts.empty()) return parts;
    if (auto amendments = of_amendments(conference); !amendments.empty()) return amendments;
    return of_deferments(conference);
}

std::string in_english(const SpokenSentence& spoken) {
    std::string text;
    std::string_view rest = spoken.sentence;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const auto close = rest.find('}', open);
        if (close == std::string_view::npos) break;
        const auto place = rest.substr(open + 1, close - open - 1);
        const auto named = std::ranges::find_if(
            spoken.values, [&](const auto& value) { return value.first == place; });
        text += rest.substr(0, open);
        text += named == spoken.values.end() ? std::string(rest.substr(open, close + 1 - open))
                                             : named->second;
        rest.remove_prefix(close + 1);
    }
    return text.append(rest);
}

}  // namespace placet::ledger
