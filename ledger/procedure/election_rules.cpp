// Elections: nominations, ballots, lots, acclamation.
#include "ledger/procedure/election_rules.h"

#include "ledger/procedure/election_check.h"
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/floor_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>

namespace placet::ledger {
namespace {

std::string election_words(std::int64_t number) { return "Election " + std::to_string(number); }

/// Nothing of an election while another decision is being taken.
Result<Done> floor_is_free(const Conference& conference) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (conference.consensus && conference.consensus->phase() == ConsensusPhase::gavelled)
        return refused("The gavel has fallen.", "The secretary confirms the decision first.");
    return Done{};
}

Result<Done> election_is_open(const Conference& conference) {
    if (const auto free = floor_is_free(conference); !free) return free.error();
    if (open_election(conference) != nullptr) return Done{};
    return refused("No election is open in this organ.", "Open an election with its candidates.");
}

/// Lots and ballots take turns; a screen offers the one that is due.
Result<Done> step_is_due(const Conference& conference, ElectionStep step) {
    if (const auto open = election_is_open(conference); !open) return open.error();
    const auto* election = open_election(conference);
    if (election->state().next.step == step) return quorum_present(conference);
    return step == ElectionStep::lots
               ? refused("Lots are drawn only where the rules leave a tie to them.",
                         "Take the next ballot.")
               : refused("Lots are to be drawn before another ballot.",
                         "Draw lots and enter what was drawn.");
}

Result<Done> secret_ballot_allowed(const Conference& conference) {
    if (conference.profile.secret_allowed_for != SecretAllowedFor::none) return Done{};
    return refused("The rules of this conference allow no secret ballot.",
                   "Elect by acclamation as many candidates as there are places.");
}

Result<Done> no_ballot_yet(const Election& election) {
    if (election.history.empty()) return Done{};
    return refused("A ballot of this election was taken.", "It goes on by ballot.");
}

/// Nothing follows the end of an election.
Result<Done> is_not_over(const Election& election) {
    const auto name = election_words(election.opened.election);
    switch (election.phase()) {
        case ElectionPhase::open:
            return Done{};
        case ElectionPhase::complete:
            return refused_entry(name + " is complete.", "Open another election.");
        case ElectionPhase::acclaimed:
            return refused_entry(name + " was decided by acclamation.", "Open another election.");
        case ElectionPhase::stopped:
            return refused_entry(name + " was stopped.", "Open another election.");
    }
    return Done{};
}

/// Is the entry of an election of this organ that goes on, and of no other that bears its number?
template <class Record>
Result<Done> of_open_election(const Conference& conference, const Entry& entry,
                              const Record& record) {
    if (const auto free = floor_is_free(conference); !free) return free.error();
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    const auto* election = conference.election(record.election);
    if (election == nullptr || election->unit != entry.unit)
        return refused_entry("This organ has no election " + std::to_string(record.election) + ".",
                             "Name one that it opened.");
    if (record.opened != election->entry.leaf)
        return agrees("The entry", {{false, "opening of the election"}},
                      "Enter it again for the election as it was opened here.");
    if (const auto open = is_not_over(*election); !open) return open.error();
    return sealed_as_needed(conference, entry);
}

Result<Done> named_in_words(std::string_view words, std::string_view what) {
    if (!words.empty()) return short_enough(words);
    return refused_entry("The entry does not say " + std::string(what) + ".", "Enter it in words.");
}

/// Everything that every record of an election begins with.
template <class Record>
Record beginning(const Conference& conference) {
    const auto* election = open_election(conference);
    Record record;
    record.election = election->opened.election;
    record.opened = election->entry.leaf;
    record.meeting = conference.meeting->number;
    return record;
}

}  // namespace

const Election* open_election(const Conference& conference) {
    if (!conference.meeting) return nullptr;
    const auto found =
        std::find_if(conference.elections.rbegin(), conference.elections.rend(),
                     [&](const Election& one) { return one.unit == conference.meeting->unit; });
    if (found == conference.elections.rend() || found->phase() != ElectionPhase::open)
        return nullptr;
    return &*found;
}

std::int64_t entitled_to_vote(const Conference& conference) {
    const auto suspended = conference.suspended_here();
    return std::ranges::count_if(conference.roll(), [&](const auto& state) {
        return state.second != Credentials::rejected &&
               !std::ranges::binary_search(suspended, state.first);
    });
}

Result<Done> may_open_election(const Conference& conference) {
    if (const auto free = floor_is_free(conference); !free) return free.error();
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    if (const auto* election = open_election(conference))
        return refused(election_words(election->opened.election) + " is not complete.",
                       "Complete it or stop it first.");
    return quorum_present(conference);
}

Result<Done> may_withdraw_candidate(const Conference& conference) {
    if (const auto open = election_is_open(conference); !open) return open.error();
    const auto& election = *open_election(conference);
    if (const auto first = no_ballot_yet(election); !first) return first.error();
    if (election.terms.candidates.size() > 1) return Done{};
    return refused("There is one candidate left.", "Stop the election if this one withdraws too.");
}

Result<Done> may_enter_protocol(const Conference& conference) {
    if (const auto due = step_is_due(conference, ElectionStep::ballot); !due) return due.error();
    return secret_ballot_allowed(conference);
}

Result<Done> may_draw_election_lot(const Conference& conference) {
    return step_is_due(conference, ElectionStep::lots);
}

Result<Done> may_declare_acclamation(const Conference& conference) {
    if (const auto open = election_is_open(conference); !open) return open.error();
    const auto& election = *open_election(conference);
    if (const auto first = no_ballot_yet(election); !first) return first.error();
    if (const auto may = may_acclaim(election.terms); !may) return may.error();
    return quorum_present(conference);
}

Result<Done> may_stop_election(const Conference& conference) {
    return election_is_open(conference);
}

Result<Done> fits(const Conference& conference, const ElectionOpened& record) {
    if (const auto words = short_enough(record.office); !words) return words.error();
    const auto terms = terms_of(record);
    if (const auto hold = check_terms(terms); !hold) return hold.error();
    if (may_acclaim(terms)) return Done{};
    return secret_ballot_allowed(conference);
}

Result<Done> fits(const Conference& conference, const ProtocolEntered& record) {
    const auto& election = *conference.election(record.election);
    const auto protocol = act_of(record);
    if (const auto due = check_protocol(election.terms, election.history, protocol); !due)
        return due.error();
    const auto entitled = entitled_to_vote(conference);
    if (protocol.distributed > entitled)
        return refused_entry("More papers were distributed than States have the vote: " +
                                 std::to_string(entitled) + ".",
                             "Count the papers again, or take the ballot again.");
    return named_in_words(record.tellers, "who counted the papers");
}

Result<Done> fits(const Conference& conference, const ElectionLotDrawn& record) {
    const auto& election = *conference.election(record.election);
    if (const auto due = check_lot(election.terms, election.history, act_of(record)); !due)
        return due.error();
    if (const auto by = named_in_words(record.drawn_by, "who drew"); !by) return by.error();
    if (const auto way = short_enough(record.way); !way) return way.error();
    return short_enough(record.witnesses);
}

Result<Done> check(const Conference& conference, const Entry& entry, const ElectionOpened& record) {
    if (const auto may = may_open_election(conference); !may) return may.error();
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto next = static_cast<std::int64_t>(conference.elections.size()) + 1;
    if (record.election != next)
        return refused_entry(
            "Elections are counted: the next one is election " + std::to_string(next) + ".",
            "Open it under its number.");
    return fits(conference, record);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const CandidateWithdrawn& record) {
    if (const auto open = of_open_election(conference, entry, record); !open) return open.error();
    if (const auto may = may_withdraw_candidate(conference); !may) return may.error();
    const auto& candidates = conference.election(record.election)->terms.candidates;
    if (std::ranges::count(candidates, record.candidate, &Candidate::id) == 1) return Done{};
    return refused_entry("This names no candidate who stands.", "Name one of those who do.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProtocolEntered& record) {
    if (const auto open = of_open_election(conference, entry, record); !open) return open.error();
    if (const auto may = may_enter_protocol(conference); !may) return may.error();
    return fits(conference, record);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ElectionLotDrawn& record) {
    if (const auto open = of_open_election(conference, entry, record); !open) return open.error();
    if (const auto may = may_draw_election_lot(conference); !may) return may.error();
    return fits(conference, record);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const AcclamationDeclared& record) {
    if (const auto open = of_open_election(conference, entry, record); !open) return open.error();
    return may_declare_acclamation(conference);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ElectionStopped& record) {
    if (const auto open = of_open_election(conference, entry, record); !open) return open.error();
    return named_in_words(record.reason, "why the election is stopped");
}

ElectionOpened next_election(const Conference& conference) {
    return {.election = static_cast<std::int64_t>(conference.elections.size()) + 1,
            .meeting = conference.meeting->number,
            .majority = std::string(to_text(Majority::simple))};
}

CandidateWithdrawn withdrawal_of(const Conference& conference, const std::string& candidate) {
    auto record = beginning<CandidateWithdrawn>(conference);
    record.candidate = candidate;
    return record;
}

ProtocolEntered next_protocol(const Conference& conference) {
    auto record = beginning<ProtocolEntered>(conference);
    const auto next = open_election(conference)->state().next;
    record.round = next.round;
    record.places = next.places;
    for (const auto& candidate : next.candidates) record.votes.push_back({.candidate = candidate});
    return record;
}

ElectionLotDrawn next_election_lot(const Conference& conference) {
    auto record = beginning<ElectionLotDrawn>(conference);
    const auto next = open_election(conference)->state().next;
    record.round = next.round;
    for (const auto& candidate : next.candidates) record.among.push_back(candidate.id);
    record.drawn_by = conference.person(conference.meeting->presiding)->name;
    return record;
}

AcclamationDeclared next_acclamation(const Conference& conference) {
    return beginning<AcclamationDeclared>(conference);
}

ElectionStopped stop_of_election(const Conference& conference) {
    return beginning<ElectionStopped>(conference);
}

}  // namespace placet::ledger
