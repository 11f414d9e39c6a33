// Elections against a second, naive formulation that ranks nobody: every candidate counts those who
// have more votes than it, and those who have as many. Exhaustive where the space is small, then
// random, with a fixed seed that is printed with every failure.
#include "tests/procedure/ballots.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <set>

using namespace placet::ledger;
using placet::tests::Balloting;
using placet::tests::terms_for;

namespace {

constexpr unsigned seed = 20270607;

using Ids = std::set<std::string>;
using Votes = std::map<std::string, std::int64_t>;

/// What comes next, without words.
struct Expected {
    ElectionStep step = ElectionStep::complete;
    BallotKind kind = BallotKind::unrestricted;
    Contested contested = Contested::seats;
    Ids among = {};
    std::int64_t places = 0;

    friend bool operator==(const Expected&, const Expected&) = default;
};

Ids ids_of(const std::vector<Candidate>& candidates) {
    Ids ids;
    for (const auto& one : candidates) ids.insert(one.id);
    return ids;
}

struct Split {
    Ids sure = {};
    Ids tied = {};
};

Split naive_split(const Ids& field, const Votes& votes, std::int64_t places) {
    Split split;
    for (const auto& one : field) {
        std::int64_t above = 0;
        std::int64_t level = 0;
        for (const auto& other : field) {
            if (votes.at(other) > votes.at(one)) ++above;
            if (votes.at(other) == votes.at(one)) ++level;
        }
        if (above + level <= places) {
            split.sure.insert(one);
        } else if (above < places) {
            split.tied.insert(one);
        }
    }
    return split;
}

/// Remembers the whole course and works every step out from it.
class Naive {
public:
    explicit Naive(const ElectionTerms& terms)
        : terms_(terms), everybody_(ids_of(terms.candidates)), seats_left_(terms.seats) {
        next = {ElectionStep::ballot, BallotKind::unrestricted, Contested::seats, everybody_,
                terms.seats};
    }

    void take(const BallotProtocol& protocol) {
        for (const auto& one : protocol.candidates) everybody_.insert(one.id);
        if (protocol.found == protocol.invalid + protocol.blank) return;
        const auto field = ids_of(protocol.candidates);
        if (next.kind != BallotKind::special) return ordinary(field, protocol);
        const auto split = naive_split(field, protocol.votes, next.places);
        settle(split.sure);
        if (split.tied.empty()) return after_contest();
        const auto left = next.places - static_cast<std::int64_t>(split.sure.size());
        next = {ElectionStep::lots, next.kind, next.contested, split.tied, left};
    }

    void take(const ElectionLot& lot) {
        settle({lot.drawn.begin(), lot.drawn.end()});
        after_contest();
    }

    Ids elected = {};
    Expected next = {};

private:
    struct Past {
        BallotKind kind = BallotKind::unrestricted;
        bool conclusive = false;
    };

    static bool enough(Majority majority, std::int64_t votes, std::int64_t valid) {
        return majority == Majority::simple ? 2 * votes > valid
                                            : votes > 0 && 3 * votes >= 2 * valid;
    }

    void ordinary(const Ids& field, const BallotProtocol& protocol) {
        const auto valid = protocol.found - protocol.invalid - protocol.blank;
        Ids reached;
        for (const auto& one : field)
            if (enough(terms_.majority, protocol.votes.at(one), valid)) reached.insert(one);
        past_.push_back({.kind = next.kind, .conclusive = !reached.empty()});
        const auto split = naive_split(reached, protocol.votes, seats_left_);
        next.contested = Contested::seats;
        settle(split.sure);
        if (!split.tied.empty()) {
            next = {ElectionStep::ballot, BallotKind::special, Contested::seats, split.tied,
                    seats_left_};
            return;
        }
        Ids rest;
        for (const auto& one : field)
            if (!elected.contains(one)) rest.insert(one);
        if (seats_left_ == 0 || rest.empty()) {
            next = {ElectionStep::complete, next.kind, Contested::seats, {}, 0};
            return;
        }
        go_on(rest, protocol.votes);
    }

    void go_on(const Ids& rest, const Votes& votes) {
        const auto last = past_.back();
        if (!last.conclusive && last.kind == BallotKind::restricted && seats_left_ == 1 &&
            terms_.majority == Majority::simple) {
            next = {ElectionStep::lots, next.kind, Contested::seats, rest, 1};
            return;
        }
        // How many of this kind, without anybody elected, stand at the end of the course.
        std::size_t run = 0;
        while (run < past_.size() && !past_[past_.size() - 1 - run].conclusive &&
               past_[past_.size() - 1 - run].kind == last.kind)
            ++run;
        const bool first = past_.size() == 1;
        const bool stays = run > 0 && run < 3 && !first;
        const bool free = last.conclusive ? false : (last.kind == BallotKind::restricted) != stays;
        if (free) {
            Ids all;
            for (const auto& one : everybody_)
                if (!elected.contains(one)) all.insert(one);
            next = {ElectionStep::ballot, BallotKind::unrestricted, Contested::seats, all,
                    seats_left_};
            return;
        }
        const auto split = naive_split(rest, votes, 2 * seats_left_);
        forward_ = split.sure;
        next.contested = Contested::next_ballot;
        if (split.tied.empty()) return after_contest();
        next = {ElectionStep::ballot, BallotKind::special, Contested::next_ballot, split.tied,
                2 * seats_left_ - static_cast<std::int64_t>(split.sure.size())};
    }

    void settle(const Ids& winners) {
        auto& to = next.contested == Contested::seats ? elected : forward_;
        to.insert(winners.begin(), winners.end());
        seats_left_ = terms_.seats - static_cast<std::int64_t>(elected.size());
    }

    void after_contest() {
        if (next.contested == Contested::seats)
            next = {ElectionStep::complete, next.kind, Contested::seats, {}, 0};
        else
            next = {ElectionStep::ballot, BallotKind::restricted, Contested::seats, forward_,
                    seats_left_};
    }

    ElectionTerms terms_;
    Ids everybody_ = {};
    Ids forward_ = {};
    std::int64_t seats_left_ = 0;
    std::vector<Past> past_ = {};
};

Naive naive_course(const Balloting& election) {
    Naive naive(election.terms);
    for (const auto& act : election.history)
        std::visit([&](const auto& one) { naive.take(one); }, act);
    return naive;
}

/// Both formulations say the same, and the state keeps what every election must.
bool agree(const Balloting& election) {
    const auto state = election.state();
    const auto naive = naive_course(election);
    Ids elected;
    for (const auto& one : state.elected) elected.insert(one.candidate.id);
    const Expected next{state.next.step, state.next.kind, state.next.contested,
                        ids_of(state.next.candidates), state.next.places};
    const bool tied = next.step == ElectionStep::lots ||
                      (next.step == ElectionStep::ballot && next.kind == BallotKind::special);
    return next == naive.next && elected == naive.elected &&
           elected.size() == state.elected.size() &&
           std::ssize(elected) + state.seats_left == election.terms.seats &&
           state.seats_left >= 0 && (!tied || std::ssize(next.among) > next.places);
}

/// Every distribution of votes that a number of valid papers can give.
void each_distribution(std::size_t candidates, std::int64_t valid, std::int64_t places,
                       const std::function<void(const std::vector<std::int64_t>&)>& visit) {
    std::vector<std::int64_t> votes(candidates, 0);
    for (;;) {
        std::int64_t sum = 0;
        for (const auto one : votes) sum += one;
        if (valid <= sum && sum <= valid * places) visit(votes);
        std::size_t i = 0;
        while (i < candidates && votes[i] == valid) votes[i++] = 0;
        if (i == candidates) return;
        ++votes[i];
    }
}

/// Every draw of that many of them, in every order.
void each_draw(const std::vector<Candidate>& among, std::int64_t places,
               const std::function<void(const std::vector<std::string>&)>& visit) {
    std::vector<std::string> drawn;
    const std::function<void()> go_on = [&] {
        if (std::ssize(drawn) == places) return visit(drawn);
        for (const auto& one : among) {
            if (std::ranges::find(drawn, one.id) != drawn.end()) continue;
            drawn.push_back(one.id);
            go_on();
            drawn.pop_back();
        }
    };
    go_on();
}

/// The sheet of the next ballot for each distribution of so many valid papers.
void each_sheet(const Balloting& election, std::int64_t valid,
                const std::function<void(const BallotProtocol&)>& visit) {
    const auto count = election.next().candidates.size();
    auto sheet = election.sheet(valid, std::vector<std::int64_t>(count, 0));
    each_distribution(count, valid, sheet.places, [&](const auto& votes) {
        for (std::size_t i = 0; i < count; ++i) sheet.votes[sheet.candidates[i].id] = votes[i];
        visit(sheet);
    });
}

constexpr auto both = {Majority::simple, Majority::two_thirds};

/// The deepest course of all that begin like this one, with as many valid papers in every ballot.
std::size_t deepest(const Balloting& election, std::int64_t valid) {
    const auto next = election.next();
    std::size_t depth = election.history.size();
    if (next.step == ElectionStep::complete || depth > 5) return depth;
    const auto with = [&](const ElectionAct& act) {
        auto longer = election;
        longer.history.push_back(act);
        if (!agree(longer)) FAIL_CHECK("the formulations differ");
        depth = std::max(depth, deepest(longer, valid));
    };
    if (next.step == ElectionStep::lots)
        each_draw(next.candidates, next.places,
                  [&](const auto& drawn) { with(election.lot(drawn)); });
    else
        each_sheet(election, valid, with);
    return depth;
}

class RandomElection {
public:
    explicit RandomElection(std::mt19937& random) : random_(random) {
        election_.terms = terms_for(draw(1, 7), draw(1, 4),
                                    draw(0, 1) == 0 ? Majority::simple : Majority::two_thirds);
        election_.terms.open_to_others = draw(0, 1) == 0;
    }

    void run() {
        for (int i = 0; i < 40 && election_.next().step != ElectionStep::complete; ++i) step();
    }

private:
    int draw(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }

    void step() {
        const auto before = election_.state();
        const bool lots = before.next.step == ElectionStep::lots;
        const ElectionAct act = lots ? ElectionAct(lot(before.next)) : ElectionAct(sheet());
        election_.take(act);
        CHECK(agree(election_));
        CHECK(election_.refusal(act) != "");  // not a second time
        const auto after = election_.state();
        if (!lots) no_one_without_a_majority(before, after, std::get<BallotProtocol>(act));
        if (after.next.kind == BallotKind::unrestricted) {
            out_.clear();
        } else if (after.next.step == ElectionStep::ballot &&
                   after.next.kind == BallotKind::restricted) {
            const auto there = ids_of(after.next.candidates);
            for (const auto& id : there) CHECK_FALSE(out_.contains(id));
            for (const auto& one : after.candidates)
                if (!there.contains(one.id)) out_.insert(one.id);
        }
    }

    static void no_one_without_a_majority(const ElectionState& before, const ElectionState& after,
                                          const BallotProtocol& sheet) {
        if (before.next.kind == BallotKind::special) return;
        for (std::size_t i = before.elected.size(); i < after.elected.size(); ++i) {
            const auto& one = after.elected[i];
            CHECK(one.votes == sheet.votes.at(one.candidate.id));
            CHECK(one.votes >= after.last.needed);
            CHECK_FALSE(one.by_lot);
        }
    }

    ElectionLot lot(const NextElectionStep& next) {
        auto names = next.candidates;
        std::ranges::shuffle(names, random_);
        std::vector<std::string> drawn;
        for (std::int64_t i = 0; i < next.places; ++i)
            drawn.push_back(names[static_cast<std::size_t>(i)].id);
        return election_.lot(drawn);
    }

    // Paper by paper, as delegations write them; few papers, so that ties are common.
    BallotProtocol sheet() {
        const auto next = election_.next();
        auto sheet = election_.sheet(0, std::vector<std::int64_t>(next.candidates.size(), 0));
        if (next.others_allowed && draw(0, 3) == 0) {
            const auto letter = std::string(1, static_cast<char>('P' + draw(0, 9)));
            const Candidate other{letter, "State " + letter};
            const auto known = election_.state().candidates;
            if (std::ranges::find(known, other) == known.end()) {
                sheet.candidates.push_back(other);
                sheet.votes[letter] = 0;
            }
        }
        sheet.found = draw(0, 9);
        sheet.distributed = sheet.found + draw(0, 2);
        for (std::int64_t paper = 0; paper < sheet.found; ++paper) {
            const auto kind = draw(0, 11);
            if (kind == 0) ++sheet.invalid;
            if (kind == 1) ++sheet.blank;
            if (kind < 2) continue;
            auto names = sheet.candidates;
            std::ranges::shuffle(names, random_);
            const auto most = std::min<std::int64_t>(sheet.places, std::ssize(names));
            const auto written = draw(1, static_cast<int>(most));
            for (int i = 0; i < written; ++i) ++sheet.votes[names[static_cast<std::size_t>(i)].id];
        }
        return sheet;
    }

    std::mt19937& random_;
    Balloting election_ = {};
    Ids out_ = {};
};

}  // namespace

TEST_CASE("every first ballot of up to seven papers ends as the naive count says", "[procedure]") {
    std::size_t ballots = 0;
    for (const auto majority : both)
        for (const int candidates : {3, 4})
            for (int seats = 1; seats <= 3; ++seats)
                for (std::int64_t valid = 0; valid <= 7; ++valid) {
                    INFO(candidates << " for " << seats << ", " << valid << " papers");
                    const Balloting election{terms_for(candidates, seats, majority)};
                    each_sheet(election, valid, [&](const BallotProtocol& sheet) {
                        ++ballots;
                        auto after = election;
                        after.history.push_back(sheet);
                        if (!agree(after)) FAIL_CHECK("the formulations differ");
                        if (election.refusal(sheet) != "") FAIL_CHECK("a true sheet is refused");
                    });
                }
    CHECK(ballots > 10'000);
}

TEST_CASE("every second ballot of up to three papers ends as the naive count says", "[procedure]") {
    for (const auto majority : both)
        for (int seats = 1; seats <= 3; ++seats)
            for (std::int64_t valid = 1; valid <= 3; ++valid) {
                const Balloting election{terms_for(4, seats, majority)};
                each_sheet(election, valid, [&](const BallotProtocol& sheet) {
                    auto first = election;
                    first.history.push_back(sheet);
                    if (first.next().step != ElectionStep::ballot) return;
                    each_sheet(first, valid, [&](const BallotProtocol& again) {
                        auto second = first;
                        second.history.push_back(again);
                        if (!agree(second)) FAIL_CHECK("the formulations differ");
                    });
                });
            }
}

// First ballot, special ballot, lots, second ballot, lots: five acts and never a sixth.
TEST_CASE("an election to one place by majority ends within five acts", "[procedure]") {
    std::size_t most = 0;
    for (const int candidates : {2, 3, 4})
        for (std::int64_t valid = 1; valid <= 7; ++valid)
            most = std::max(most, deepest(Balloting{terms_for(candidates, 1)}, valid));
    CHECK(most == 5);
}

TEST_CASE("random elections end as the naive count says, whatever the papers", "[procedure]") {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 1'500; ++i) RandomElection(random).run();
}
