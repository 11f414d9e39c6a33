#include "ledger/procedure/election.h"

#include "ledger/procedure/election_words.h"
#include "ledger/procedure/majority.h"

#include <algorithm>

namespace placet::ledger {
namespace {

constexpr int ballots_in_series = 3;

std::int64_t count_of(const auto& list) { return static_cast<std::int64_t>(list.size()); }

/// Who has one of the places, and who are tied for those that are left.
struct Cut {
    std::vector<CandidateVotes> inside = {};
    std::vector<CandidateVotes> tied = {};
    std::int64_t places_left = 0;  // for the tied; fewer than they are
};

Cut cut(const std::vector<CandidateVotes>& ranking, std::int64_t places) {
    if (count_of(ranking) <= places) return {.inside = ranking};
    const auto edge = static_cast<std::size_t>(places);
    const auto last = ranking[edge - 1].votes;
    Cut result;
    if (ranking[edge].votes < last) {
        result.inside.assign(ranking.begin(), ranking.begin() + places);
        return result;
    }
    for (const auto& one : ranking) {
        if (one.votes > last) result.inside.push_back(one);
        if (one.votes == last) result.tied.push_back(one);
    }
    result.places_left = places - count_of(result.inside);
    return result;
}

/// The election, act by act.
class Course {
public:
    explicit Course(const ElectionTerms& terms) : terms_(terms) {
        state_.seats_left = terms.seats;
        state_.candidates = terms.candidates;
        state_.next.candidates = terms.candidates;
        state_.next.places = terms.seats;
        state_.next.reason = "The first ballot is among all the candidates.";
    }

    void take(const BallotProtocol& protocol) {
        last_ = protocol;
        for (const auto& candidate : protocol.candidates)
            if (std::ranges::find(state_.candidates, candidate) == state_.candidates.end())
                state_.candidates.push_back(candidate);
        const bool special = state_.next.kind == BallotKind::special;
        state_.last = {.base = protocol.valid(),
                       .needed = special ? 0 : votes_to_elect(terms_.majority, protocol.valid())};
        state_.next.round = protocol.round + 1;
        if (protocol.valid() == 0) {
            state_.next.reason = words_for_void_ballot(protocol.round);
        } else if (special) {
            take_special_ballot();
        } else {
            take_ballot();
        }
    }

    void take(const ElectionLot& lot) {
        std::vector<CandidateVotes> drawn;
        for (const auto& id : lot.drawn)
            for (const auto& one : in_descending_order(last_))
                if (one.candidate.id == id) drawn.push_back(one);
        give_places(drawn, true);
        finish_contest();
    }

    ElectionState state() && { return std::move(state_); }

private:
    void take_ballot() {
        const auto ranking = in_descending_order(last_);
        const auto passed = std::ranges::find_if(
            ranking, [&](const CandidateVotes& one) { return one.votes < state_.last.needed; });
        const std::vector<CandidateVotes> reached(ranking.begin(), passed);
        const auto seated = cut(reached, state_.seats_left);
        elect(seated.inside, false);
        if (!seated.tied.empty()) return contest(seated.tied, seated.places_left, Contested::seats);
        const std::vector<CandidateVotes> unsuccessful(passed, ranking.end());
        if (state_.seats_left == 0 || unsuccessful.empty()) return complete();
        if (reached.empty() && second_ballot_for_one_place())
            return draw_lots(unsuccessful, 1, Contested::seats);
        follow(unsuccessful, !reached.empty());
    }

    /// With one name on every valid paper nobody elected of two means that they are tied.
    bool second_ballot_for_one_place() const {
        return terms_.majority == Majority::simple && state_.seats_left == 1 &&
               state_.next.kind == BallotKind::restricted;
    }

    // Limited and unlimited ballots take turns by threes. The first ballot is a turn of its own,
    // and whenever somebody is elected three limited ballots begin anew.
    void follow(const std::vector<CandidateVotes>& unsuccessful, bool somebody_elected) {
        const bool restricted = state_.next.kind == BallotKind::restricted;
        --left_in_series_;
        if (restricted && left_in_series_ == 0 && !somebody_elected) {
            left_in_series_ = ballots_in_series;
            return unrestricted_ballot();
        }
        if (!restricted && left_in_series_ > 0 && !somebody_elected) return unrestricted_ballot();
        if (!restricted || somebody_elected) left_in_series_ = ballots_in_series;
        limit(unsuccessful);
    }

    void limit(const std::vector<CandidateVotes>& unsuccessful) {
        const auto admitted = cut(unsuccessful, 2 * state_.seats_left);
        forward_ = admitted.inside;
        if (admitted.tied.empty()) return restricted_ballot();
        contest(admitted.tied, admitted.places_left, Contested::next_ballot);
    }

    void take_special_ballot() {
        const auto placed = cut(in_descending_order(last_), state_.next.places);
        give_places(placed.inside, false);
        if (placed.tied.empty()) return finish_contest();
        draw_lots(placed.tied, placed.places_left, state_.next.contested);
    }

    void give_places(const std::vector<CandidateVotes>& winners, bool by_lot) {
        if (state_.next.contested == Contested::seats) return elect(winners, by_lot);
        forward_.insert(forward_.end(), winners.begin(), winners.end());
    }

    void finish_contest() {
        state_.next.contested == Contested::seats ? complete() : restricted_ballot();
    }

    void elect(const std::vector<CandidateVotes>& winners, bool by_lot) {
        for (const auto& one : winners)
            state_.elected.push_back({.candidate = one.candidate,
                                      .votes = one.votes,
                                      .round = last_.round,
                                      .by_lot = by_lot});
        state_.seats_left -= count_of(winners);
    }

    void restricted_ballot() {
        expect(BallotKind::restricted, forward_, state_.seats_left, Contested::seats);
        state_.next.reason = words_for_restricted_ballot(state_.next);
    }

    void unrestricted_ballot() {
        auto everybody = state_.candidates;
        std::erase_if(everybody, [&](const Candidate& candidate) { return is_elected(candidate); });
        expect(BallotKind::unrestricted, {}, state_.seats_left, Contested::seats);
        state_.next.candidates = std::move(everybody);
        state_.next.others_allowed = terms_.open_to_others;
        state_.next.reason = words_for_unrestricted_ballot(ballots_in_series - left_in_series_ + 1,
                                                           terms_.open_to_others);
    }

    void contest(const std::vector<CandidateVotes>& tied, std::int64_t places,
                 Contested contested) {
        expect(BallotKind::special, tied, places, contested);
        state_.next.reason = words_for_special_ballot(state_.next);
    }

    void draw_lots(const std::vector<CandidateVotes>& tied, std::int64_t places,
                   Contested contested) {
        expect(state_.next.kind, tied, places, contested);
        state_.next.step = ElectionStep::lots;
        state_.next.round = last_.round;
        state_.next.reason = words_for_lots(state_.next);
    }

    void complete() {
        expect(state_.next.kind, {}, 0, Contested::seats);
        state_.next.step = ElectionStep::complete;
        state_.next.round = last_.round;
        state_.next.reason = words_for_completion(state_.seats_left);
    }

    void expect(BallotKind kind, const std::vector<CandidateVotes>& among, std::int64_t places,
                Contested contested) {
        state_.next = {.kind = kind,
                       .contested = contested,
                       .round = last_.round + 1,
                       .candidates = in_order_of_nomination(among),
                       .places = places};
    }

    // The order of the last ballot's votes must not be the order of the next ballot's names.
    std::vector<Candidate> in_order_of_nomination(const std::vector<CandidateVotes>& among) const {
        std::vector<Candidate> ordered;
        for (const auto& candidate : state_.candidates)
            if (std::ranges::find(among, candidate, &CandidateVotes::candidate) != among.end())
                ordered.push_back(candidate);
        return ordered;
    }

    bool is_elected(const Candidate& candidate) const {
        return std::ranges::find(state_.elected, candidate, &Elected::candidate) !=
               state_.elected.end();
    }

    const ElectionTerms& terms_;
    ElectionState state_ = {};
    BallotProtocol last_ = {};
    int left_in_series_ = 1;
    std::vector<CandidateVotes> forward_ = {};  // sure of their places on the next ballot
};

}  // namespace

std::int64_t votes_to_elect(Majority majority, std::int64_t valid) {
    return majority == Majority::two_thirds ? two_thirds_needed(valid)
                                            : simple_majority_needed(valid);
}

std::vector<CandidateVotes> in_descending_order(const BallotProtocol& protocol) {
    std::vector<CandidateVotes> order;
    for (const auto& candidate : protocol.candidates) {
        const auto found = protocol.votes.find(candidate.id);
        order.push_back(
            {.candidate = candidate, .votes = found == protocol.votes.end() ? 0 : found->second});
    }
    std::ranges::stable_sort(order, std::ranges::greater{}, &CandidateVotes::votes);
    return order;
}

ElectionState election_state(const ElectionTerms& terms, std::span<const ElectionAct> history) {
    Course course(terms);
    for (const auto& act : history) std::visit([&](const auto& one) { course.take(one); }, act);
    return std::move(course).state();
}

}  // namespace placet::ledger
