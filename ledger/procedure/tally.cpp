#include "ledger/procedure/tally.h"

#include "ledger/procedure/announcement.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/quorum.h"
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/show_of_hands.h"
#include "ledger/procedure/state_name.h"
#include "ledger/record_text.h"

#include <algorithm>

namespace placet::ledger {
namespace {

/// Present at this run with the right to vote.
bool counts_as_present(const Run& run, const ParticipantId& id, Credentials status) {
    return status != Credentials::rejected && std::ranges::count(run.start.suspended, id) == 0 &&
           run.present_at_close.contains(id);
}

void count_choice(Figures& figures, std::optional<Choice> choice) {
    if (choice == Choice::yes)
        ++figures.yes;
    else if (choice == Choice::no)
        ++figures.no;
    else if (choice == Choice::abstain)
        ++figures.abstaining;
    else
        ++figures.not_voting;  // no ballot, not participating, or contested
}

void count_totals(Figures& figures, const TotalsTaken& totals) {
    figures.yes = totals.yes;
    figures.no = totals.no;
    figures.abstaining = totals.abstaining;
    figures.not_voting = figures.present - totals.yes - totals.no - totals.abstaining;
}

/// What a teller counted of those present.
void count_hands(Figures& figures, const HandsCounted& counted) {
    figures.yes = counted.yes;
    figures.no = counted.no;
    figures.abstaining = counted.abstaining;
    figures.not_voting = figures.present - counted.yes - counted.no - counted.abstaining;
}

/// The choices that each delegation's ballots leave standing.
void count_ballots(Figures& figures, const Run& run) {
    using Key = std::pair<std::string_view, std::string_view>;  // delegation, id
    struct Cast {
        Key key;
        std::uint64_t seq;
        Choice choice;
    };
    std::vector<Cast> standing;
    std::vector<Key> replaced;
    for (const auto& [id, cast] : run.ballots)
        for (const auto& [ballot, person, entry] : cast) {
            standing.push_back({{ballot.delegation, ballot.id}, entry.seq, ballot.choice});
            for (const auto& gone : ballot.replaces) replaced.emplace_back(ballot.delegation, gone);
        }
    std::ranges::sort(standing, {}, [](const Cast& c) { return std::pair(c.key, c.seq); });
    const auto again = std::unique(standing.begin(), standing.end(),
                                   [](const Cast& a, const Cast& b) { return a.key == b.key; });
    standing.erase(again, standing.end());  // an id counts once
    std::ranges::sort(replaced);
    std::erase_if(standing,
                  [&](const Cast& c) { return std::ranges::binary_search(replaced, c.key); });
    for (auto own = standing.begin(); own != standing.end();) {
        const auto& delegation = own->key.first;
        const auto next = std::find_if(own, standing.end(),
                                       [&](const Cast& c) { return c.key.first != delegation; });
        const bool agreed =
            std::all_of(own, next, [&](const Cast& c) { return c.choice == own->choice; });
        const auto status = run.start.roll.find(std::string(delegation));
        if (agreed && status != run.start.roll.end() && status->second != Credentials::rejected)
            count_choice(figures, own->choice);
        own = next;
    }
}

/// The answers of a roll-call themselves: the last that was noted of each delegation.
void count_answers(Figures& figures, const Run& run) {
    for (const auto& [id, answers] : run.answers) {
        const auto& last = *std::ranges::max_element(
            answers, {}, [](const NotedAnswer& noted) { return noted.entry.seq; });
        figures.yes += last.answer.answer == Answer::yes ? 1 : 0;
        figures.no += last.answer.answer == Answer::no ? 1 : 0;
        figures.abstaining += last.answer.answer == Answer::abstain ? 1 : 0;
    }
}

/// What this version does not understand might be a ballot, an arrival, an annulment.
bool indeterminate(const Conference& conference) {
    return std::ranges::any_of(conference.not_understood, [&](std::uint64_t seq) {
        return seq > conference.run->start_entry.seq;
    });
}

Result<ResultAnnounced> compute(const Conference& conference) {
    if (indeterminate(conference))
        return Error{Fault::refused,
                     "An entry that this version does not understand was made during this vote, so "
                     "its result is indeterminate. All ballots stand. Announce it with the version "
                     "of Placet that made that entry."};
    const Run& run = *conference.run;
    const auto figures = tally(run);
    if (!figures) return figures.error();
    const auto* unit = conference.unit(run.unit);
    const auto majority = majority_from_text(run.start.majority);
    if (unit == nullptr || !majority)
        return Error{
            Fault::corrupt,
            "The start of this vote names no organ or majority of this conference. Nothing "
            "is announced. Keep this ledger as it is and call the secretariat."};
    const auto& profile = conference.profile;
    const auto& put = conference.question->put;
    const auto quorum = quorum_is_asked(conference)
                            ? quorum_to_decide(profile, *unit, run.start.participating)
                            : quorum_not_asked;
    const TieRule tie{.tie = tie_in(profile, unit->kind),
                      .scope = profile.tie_scope,
                      .first_run = !conference.voted_before(put.question),
                      .second_vote_hours = profile.second_vote_hours};
    auto judgement =
        decide(*majority, put.kind, *figures, quorum, tie, voting_quorum(profile, *figures));
    const auto& organ = organ_rules(profile, unit->kind);
    ResultAnnounced result{.run = run.start.run, .figures = *figures, .outcome = judgement.outcome};
    result.sentence = announcement(put.subject, organ.verb, put.kind, *figures, judgement);
    result.clauses = std::move(judgement.clauses);
    return result;
}

/// As the voting table has it.
std::string_view position_word(const Run& run, const ParticipantId& id, Credentials status) {
    if (!counts_as_present(run, id, status)) return "absent";
    if (totals_only(run.start.method)) return "present";
    const auto position = run.position(id);
    if (position.contested()) return "contested";
    const auto choice = position.counted();
    return choice ? to_text(*choice) : "not_voting";
}

}  // namespace

// By hands there are no positions: the first count is the first teller's, the second the other's.
bool totals_only(Method method) {
    return method == Method::hands || method == Method::non_recorded;
}

bool total_shows_positions(Method method, const Figures& figures) {
    const auto alike = std::max({figures.yes, figures.no, figures.abstaining});
    return method == Method::non_recorded && alike > 0 &&
           alike == figures.yes + figures.no + figures.abstaining;
}

Figures count_by_state(const Run& run) {
    Figures figures{.participating = run.start.participating};
    for (const auto& [id, status] : run.start.roll) {
        if (!counts_as_present(run, id, status)) continue;
        ++figures.present;
        if (!totals_only(run.start.method)) count_choice(figures, run.position(id).counted());
    }
    const auto round = last_round(run);
    if (run.start.method == Method::hands && round.complete())
        count_hands(figures, round.counts.front().counted);
    if (run.totals) count_totals(figures, *run.totals);
    return figures;
}

// The second count goes another way on purpose: it takes the ballots of all delegations together,
// and works with what each of them replaces, never with positions.
Figures count_by_ballot(const Run& run) {
    Figures figures{.participating = run.start.participating};
    for (const auto& [id, status] : run.start.roll)
        if (counts_as_present(run, id, status)) figures.present += run.present_at_close.count(id);
    switch (run.start.method) {
        case Method::recorded:
            count_ballots(figures, run);
            break;
        case Method::roll_call:
            count_answers(figures, run);
            break;
        case Method::hands:
            if (const auto round = last_round(run); round.complete())
                count_hands(figures, round.counts.back().counted);
            return figures;
        case Method::non_recorded:
            if (run.totals) count_totals(figures, *run.totals);
            return figures;
    }
    figures.not_voting = figures.present - figures.yes - figures.no - figures.abstaining;
    return figures;
}

Result<Figures> tally(const Run& run) {
    const Figures first = count_by_state(run);
    const Figures second = count_by_ballot(run);
    if (first != second)
        return Error{Fault::corrupt,
                     "Two independent counts of this vote differ. Nothing is announced. Keep this "
                     "ledger as it is and call the secretariat."};
    return first;
}

Result<ResultAnnounced> result_of(const Conference& conference) {
    if (!conference.run || conference.run->phase != RunPhase::locked)
        return Error{Fault::refused,
                     "No locked vote awaits its announcement. Close and lock the vote first."};
    return compute(conference);
}

Result<ResultAnnounced> provisional_result_of(const Conference& conference) {
    if (!conference.vote_under_way() || conference.voting_open())
        return Error{Fault::refused, "No closed vote awaits its result. Close the voting first."};
    return compute(conference);
}

std::string voting_table(const Conference& conference) {
    std::string table;
    for (const auto& id : roll_order(conference)) {
        const auto status = conference.run->start.roll.at(id);
        table.append(id).append("\t");
        table.append(position_word(*conference.run, id, status)).append("\t");
        table.append(state_name(conference, id)).append("\n");
    }
    return table;
}

}  // namespace placet::ledger
