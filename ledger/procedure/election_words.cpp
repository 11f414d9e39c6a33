#include "ledger/procedure/election_words.h"

namespace placet::ledger {
namespace {

std::string places(std::int64_t count) {
    return std::to_string(count) + (count == 1 ? " place" : " places");
}

std::string or_none(std::int64_t count) { return count == 0 ? "none" : std::to_string(count); }

std::string was(std::size_t count) { return count == 1 ? " was " : " were "; }

std::string are_tied(const NextElectionStep& next, std::string_view how) {
    return names_of(next.candidates) + " are " + std::string(how) + " for " + places(next.places) +
           (next.contested == Contested::next_ballot ? " on the next ballot" : "");
}

/// What the acts before the last one amount to.
ElectionState state_before(const ElectionTerms& terms, std::span<const ElectionAct> history) {
    return election_state(terms, history.first(history.size() - 1));
}

/// By what the new ones were elected: ", having obtained the required majority and ...,".
std::string title_to_office(Majority majority, BallotKind kind) {
    return std::string(", having obtained the required ") +
           (majority == Majority::two_thirds ? "two-thirds majority and" : "majority and") +
           (kind == BallotKind::special ? ", in the special ballot," : "") +
           " the largest number of votes,";
}

/// What was decided by the step that is over.
std::string decision(const ElectionTerms& terms, const NextElectionStep& decided, bool lots,
                     const std::vector<Candidate>& elected) {
    const auto office = was(elected.size()) + "elected " + terms.office + ".";
    if (lots && decided.contested == Contested::seats)
        return "The votes being equal, lots were drawn, and " + names_of(elected) + office;
    if (!elected.empty())
        return names_of(elected) + title_to_office(terms.majority, decided.kind) + office;
    if (lots) return "The votes being equal, lots were drawn for the places on the next ballot.";
    if (decided.kind == BallotKind::special) return "The special ballot has been taken.";
    return "No candidate obtained the required majority.";
}

}  // namespace

std::string names_of(std::span<const Candidate> candidates) {
    std::string text;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i > 0) text += i + 1 == candidates.size() ? " and " : ", ";
        text += candidates[i].name;
    }
    return text;
}

std::string words_for_void_ballot(std::int64_t round) {
    return "Ballot " + std::to_string(round) + " had no valid paper: it is taken again.";
}

std::string words_for_restricted_ballot(const NextElectionStep& next) {
    return places(next.places) + (next.places == 1 ? " remains" : " remain") +
           " to be filled: the next ballot is limited to " + names_of(next.candidates) + ".";
}

std::string words_for_unrestricted_ballot(int number, bool open_to_others) {
    return "Three limited ballots in succession elected nobody: the next is the " +
           std::string(number == 1   ? "first"
                       : number == 2 ? "second"
                                     : "third") +
           " of three " +
           (open_to_others ? "in which votes may go to any eligible person or delegation."
                           : "among all the candidates again.");
}

std::string words_for_special_ballot(const NextElectionStep& next) {
    return are_tied(next, "tied") + ": a special ballot is held among them.";
}

std::string words_for_lots(const NextElectionStep& next) {
    return are_tied(next, next.kind == BallotKind::special ? "still tied" : "tied") +
           ": the presiding officer draws lots.";
}

std::string words_for_completion(std::int64_t seats_left) {
    if (seats_left == 0) return "All the places are filled.";
    return "No candidate is left: " + places(seats_left) +
           (seats_left == 1 ? " stays vacant." : " stay vacant.");
}

std::string ballot_figures(const ElectionTerms& terms, std::span<const ElectionAct> history) {
    const auto& protocol = std::get<BallotProtocol>(history.back());
    const auto asked = election_state(terms, history).last;
    std::string text = "Number of ballot papers: " + or_none(protocol.found) +
                       "\nInvalid ballots: " + or_none(protocol.invalid) +
                       "\nAbstentions: " + or_none(protocol.blank) +
                       "\nValid ballots: " + or_none(protocol.valid());
    const bool two_thirds = terms.majority == Majority::two_thirds;
    if (asked.needed > 0)
        text += (two_thirds ? "\nRequired two-thirds majority: " : "\nRequired majority: ") +
                std::to_string(asked.needed);
    text += "\nVotes obtained:\n";
    for (const auto& one : in_descending_order(protocol))
        text += "    " + one.candidate.name + ": " + or_none(one.votes) + "\n";
    return text;
}

std::string election_announcement(const ElectionTerms& terms,
                                  std::span<const ElectionAct> history) {
    const auto before = state_before(terms, history);
    const auto after = election_state(terms, history);
    const auto* ballot = std::get_if<BallotProtocol>(&history.back());
    if (ballot != nullptr && ballot->valid() == 0) return after.next.reason;
    std::vector<Candidate> elected;
    for (std::size_t i = before.elected.size(); i < after.elected.size(); ++i)
        elected.push_back(after.elected[i].candidate);
    return decision(terms, before.next, ballot == nullptr, elected) + " " + after.next.reason;
}

std::string acclamation_announcement(const ElectionTerms& terms) {
    return names_of(terms.candidates) + was(terms.candidates.size()) + "elected by acclamation " +
           terms.office + ".";
}

}  // namespace placet::ledger
