// Entries about elections in English sentences: floor_words.h.
#include "ledger/floor_words.h"
#include "ledger/procedure/election_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace placet::ledger {
namespace {

/// "election 2, to the office of President"; of one that is not there its number.
std::string election_name(const Conference& conference, std::int64_t number) {
    const auto* election = conference.election(number);
    if (election == nullptr) return fmt::format("election {}", number);
    return fmt::format("election {}, {}", number, election->opened.office);
}

std::string candidate_name(const Conference& conference, const CandidateWithdrawn& r) {
    if (const auto* election = conference.election(r.election))
        for (const auto& candidate : election->opened.candidates)
            if (candidate.id == r.candidate) return candidate.name;
    return r.candidate;
}

std::string majority_words(const ElectionOpened& r) {
    return r.majority == "two_thirds" ? "two thirds" : "a majority";
}

/// What was announced after this act, with a blank before it; nothing if the election has no such
/// act.
std::string announced(const Conference& conference, std::int64_t number, const ElectionAct& act) {
    const auto* election = conference.election(number);
    if (election == nullptr) return "";
    const auto history = history_to(*election, act);
    return history.empty() ? "" : " " + election_announcement(election->terms, history);
}

}  // namespace

std::string floor_words(const Conference&, const ElectionOpened& r) {
    return fmt::format(
        "Election {}, {}, is opened: {} place{}, by {} of the valid papers. Nominated: {}.",
        r.election, r.office, r.seats, r.seats == 1 ? "" : "s", majority_words(r),
        names_of(r.candidates));
}

std::string floor_words(const Conference& conference, const CandidateWithdrawn& r) {
    return fmt::format("{} withdraws from {}.", candidate_name(conference, r),
                       election_name(conference, r.election));
}

std::string floor_words(const Conference& conference, const ProtocolEntered& r) {
    const auto protocol = act_of(r);
    std::vector<std::string> votes;
    for (const auto& one : in_descending_order(protocol))
        votes.push_back(fmt::format("{} {}", one.candidate.name, one.votes));
    return fmt::format("Ballot {} of {}: {} papers, {} invalid, {} blank; {}; counted by {}.{}",
                       r.round, election_name(conference, r.election), r.found, r.invalid, r.blank,
                       fmt::join(votes, ", "), r.tellers,
                       announced(conference, r.election, protocol));
}

std::string floor_words(const Conference& conference, const ElectionLotDrawn& r) {
    return fmt::format("Lots of {}, drawn by {} ({}) before {}.{}",
                       election_name(conference, r.election), r.drawn_by, r.way, r.witnesses,
                       announced(conference, r.election, act_of(r)));
}

std::string floor_words(const Conference& conference, const AcclamationDeclared& r) {
    const auto* election = conference.election(r.election);
    if (election == nullptr) return fmt::format("Election {} is by acclamation.", r.election);
    return acclamation_announcement(election->terms);
}

std::string floor_words(const Conference& conference, const ElectionStopped& r) {
    return fmt::format("There is no further ballot in {}: {}",
                       election_name(conference, r.election), r.reason);
}

}  // namespace placet::ledger
