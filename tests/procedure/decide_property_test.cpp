// Every possible vote of a small conference, and random ones of a large, decided a second time in
// a deliberately simple way that shares no arithmetic with the first: people are counted one by
// one, and the votes needed are searched for. The seed is fixed and printed with every failure.
#include "ledger/procedure/majority.h"
#include "ledger/procedure/quorum.h"
#include "tests/reliability/campaign.h"

#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

using namespace placet::ledger;
using placet::tests::campaign_count;
using placet::tests::campaign_divisor;

namespace {

constexpr unsigned seed = 20270420;

constexpr std::array majorities = {Majority::simple,
                                   Majority::two_thirds,
                                   Majority::two_thirds_and_majority_of_participating,
                                   Majority::majority_of_participating,
                                   Majority::two_thirds_of_participating,
                                   Majority::two_thirds_with_voting_quorum,
                                   Majority::majority_of_present};

/// What is asked beside the majority.
struct Asked {
    QuestionKind kind;
    TieRule tie;
};

std::vector<Asked> all_asked() {
    std::vector<Asked> all;
    for (int kind = 0; kind <= static_cast<int>(QuestionKind::rules_change); ++kind)
        for (const auto tie : {Tie::reject, Tie::second_vote})
            for (const auto scope : {TieScope::all, TieScope::simple_only})
                for (const bool first : {true, false})
                    all.push_back({static_cast<QuestionKind>(kind),
                                   {.tie = tie, .scope = scope, .first_run = first}});
    return all;
}

// ---- the second way ----------------------------------------------------------------------------

/// Fewest of these people who, standing, outnumber those seated; or two thirds: are twice as many
/// at least.
std::int64_t fewest_standing(std::int64_t people, bool two_thirds) {
    for (std::int64_t standing = 1;; ++standing) {
        std::int64_t seated = 0;
        for (std::int64_t person = standing; person < people; ++person) ++seated;
        if (two_thirds ? standing >= seated + seated : standing > seated) return standing;
    }
}

/// By the number of people, so that it is searched for once.
struct Searched {
    std::vector<std::int64_t> half;
    std::vector<std::int64_t> thirds;

    explicit Searched(std::int64_t most) {
        for (std::int64_t people = 0; people <= most; ++people) {
            half.push_back(fewest_standing(people, false));
            thirds.push_back(fewest_standing(people, true));
        }
    }
};

struct Vote {
    Figures figures;
    Majority majority;
    Asked asked;
};

struct Decided {
    Outcome outcome = Outcome::no_decision;
    std::int64_t needed = 0;
    std::int64_t margin = 0;
    std::array<std::int64_t, 3> tests = {};  // needed, without the quorums
    std::size_t count = 0;                   // of tests

    void add(std::int64_t test) { tests.at(count++) = test; }
    bool operator==(const Decided&) const = default;
};

class Naive {
public:
    explicit Naive(std::int64_t most) : searched_(most) {}

    Decided decide(const Vote& vote) const {
        const auto& f = vote.figures;
        const auto at = [](std::int64_t people) { return static_cast<std::size_t>(people); };
        const auto voting = at(f.yes + f.no);
        const auto participating = at(f.participating);
        Decided decided;
        decided.add(1);
        if (vote.majority == Majority::simple) decided.add(searched_.half[voting]);
        if (two_thirds_of_voting(vote.majority)) decided.add(searched_.thirds[voting]);
        if (vote.majority == Majority::two_thirds_and_majority_of_participating ||
            vote.majority == Majority::majority_of_participating)
            decided.add(searched_.half[participating]);
        if (vote.majority == Majority::two_thirds_of_participating)
            decided.add(searched_.thirds[participating]);
        if (vote.majority == Majority::majority_of_present)
            decided.add(searched_.half[at(f.present)]);
        bool all = vote.majority != Majority::two_thirds_with_voting_quorum ||
                   f.yes + f.no >= searched_.half[participating];
        for (std::size_t i = 0; i < decided.count; ++i) {
            if (decided.tests[i] > decided.needed) decided.needed = decided.tests[i];
            if (f.yes < decided.tests[i]) all = false;
        }
        decided.margin = f.yes - decided.needed;
        decided.outcome = outcome(vote, all);
        return decided;
    }

private:
    static bool two_thirds_of_voting(Majority majority) {
        return majority == Majority::two_thirds ||
               majority == Majority::two_thirds_and_majority_of_participating ||
               majority == Majority::two_thirds_with_voting_quorum;
    }
    static Outcome outcome(const Vote& vote, bool all) {
        const auto& f = vote.figures;
        const auto kind = vote.asked.kind;
        const auto& tie = vote.asked.tie;
        const auto missing = f.participating - f.present;
        if (f.present <= missing) return Outcome::no_decision;
        if (kind == QuestionKind::appeal)
            return all ? Outcome::ruling_overruled : Outcome::ruling_stands;
        if (all && kind == QuestionKind::part) return Outcome::retained;
        if (all && (kind == QuestionKind::proposal || kind == QuestionKind::amendment ||
                    kind == QuestionKind::sub_amendment || kind == QuestionKind::whole))
            return Outcome::adopted;
        if (all) return Outcome::carried;
        if (f.no > f.yes) return Outcome::rejected;
        if (f.yes > f.no || f.yes == 0) return Outcome::not_adopted;
        if (vote.majority != Majority::simple && tie.scope == TieScope::simple_only)
            return Outcome::not_adopted;
        if (tie.tie == Tie::second_vote && tie.first_run) return Outcome::tie_second_vote;
        return Outcome::tie_rejected;
    }

    Searched searched_;
};

// ---- both ways ---------------------------------------------------------------------------------

std::int64_t quorum(std::int64_t participating) {
    static const RuleProfile profile;
    static const Unit plenary{.id = "plenary", .kind = "plenary"};
    return quorum_to_decide(profile, plenary, participating);
}

Decided ours(const Vote& vote) {
    const auto& f = vote.figures;
    const VotingQuorum voting_quorum{.needed = f.participating / 2 + 1, .received = f.yes + f.no};
    const auto judgement = decide(vote.majority, vote.asked.kind, f, quorum(f.participating),
                                  vote.asked.tie, voting_quorum);
    Decided decided{
        .outcome = judgement.outcome, .needed = judgement.needed, .margin = judgement.margin};
    // The first clause is the quorum; the quorum for voting is the last, where there is one.
    const bool both = vote.majority == Majority::two_thirds_with_voting_quorum;
    for (std::size_t i = 1; i + (both ? 1 : 0) < judgement.clauses.size(); ++i)
        decided.add(judgement.clauses[i].needed);
    return decided;
}

std::string text_of(const Vote& vote) {
    const auto& f = vote.figures;
    std::ostringstream text;
    text << f.yes << " yes, " << f.no << " no, " << f.abstaining << " abstaining, " << f.not_voting
         << " not voting of " << f.participating << ", " << to_text(vote.majority) << ", kind "
         << static_cast<int>(vote.asked.kind) << ", tie " << to_text(vote.asked.tie.tie) << " "
         << to_text(vote.asked.tie.scope) << (vote.asked.tie.first_run ? "" : ", second run");
    return text.str();
}

/// Calls with the figures of every vote that so many States can take.
template <class Each>
void every_vote(std::int64_t most, Each each) {
    for (std::int64_t participating = 1; participating <= most; ++participating)
        for (std::int64_t yes = 0; yes <= participating; ++yes)
            for (std::int64_t no = 0; yes + no <= participating; ++no)
                for (std::int64_t abstaining = 0; yes + no + abstaining <= participating;
                     ++abstaining)
                    for (std::int64_t present = yes + no + abstaining; present <= participating;
                         ++present)
                        each(Figures{.yes = yes,
                                     .no = no,
                                     .abstaining = abstaining,
                                     .not_voting = present - yes - no - abstaining,
                                     .present = present,
                                     .participating = participating});
}

struct Compared {
    long votes = 0;
    long wrong = 0;
    std::string first = {};  // that went wrong

    void compare(const Vote& vote, const Decided& one, const Decided& other) {
        ++votes;
        if (one == other) return;
        if (wrong++ == 0) first = text_of(vote);
    }
};

}  // namespace

// The kinds and rules on equal votes go round, so that each meets every majority and size.
TEST_CASE("every vote of up to forty States is decided the same in two ways", "[procedure]") {
    const std::int64_t most = campaign_divisor == 1 ? 40 : 16;
    const Naive naive(most);
    const auto asked = all_asked();
    REQUIRE(asked.size() == 88);
    Compared compared;
    every_vote(most, [&](const Figures& figures) {
        for (const auto majority : majorities) {
            const auto turn = static_cast<std::size_t>(compared.votes) % asked.size();
            const Vote vote{figures, majority, asked[turn]};
            compared.compare(vote, ours(vote), naive.decide(vote));
        }
    });
    INFO(compared.first);
    CHECK(compared.wrong == 0);
    CHECK(compared.votes == (most == 40 ? 8'552'306 : 142'436));
}

TEST_CASE("every vote of a few States is decided the same for every kind and rule of equal votes",
          "[procedure]") {
    const std::int64_t most = campaign_divisor == 1 ? 9 : 5;
    const Naive naive(most);
    const auto asked = all_asked();
    Compared compared;
    std::array<int, 11> seen = {};
    every_vote(most, [&](const Figures& figures) {
        for (const auto majority : majorities)
            for (const auto& one : asked) {
                const Vote vote{figures, majority, one};
                const auto expected = naive.decide(vote);
                ++seen[static_cast<std::size_t>(expected.outcome)];
                compared.compare(vote, ours(vote), expected);
            }
    });
    INFO(compared.first);
    CHECK(compared.wrong == 0);
    // Every outcome came, but the one without a vote.
    for (std::size_t outcome = 0; outcome < seen.size(); ++outcome)
        CHECK((seen[outcome] > 0) == (static_cast<Outcome>(outcome) != Outcome::rejected_as_whole));
}

TEST_CASE("random votes of up to two hundred States are decided the same in two ways",
          "[procedure]") {
    std::mt19937 random(seed);
    const auto draw = [&](std::int64_t from, std::int64_t to) {
        return std::uniform_int_distribution<std::int64_t>(from, to)(random);
    };
    const Naive naive(200);
    const auto asked = all_asked();
    Compared compared;
    const int votes = campaign_count(400'000);
    for (int i = 0; i < votes; ++i) {
        const auto participating = draw(1, 200);
        const auto present = draw(participating / 3, participating);
        const auto yes = draw(0, present);
        const auto no = draw(0, std::min(present - yes, draw(0, 3) == 0 ? yes : present));
        const auto abstaining = draw(0, present - yes - no);
        const Figures figures{.yes = yes,
                              .no = no,
                              .abstaining = abstaining,
                              .not_voting = present - yes - no - abstaining,
                              .present = present,
                              .participating = participating};
        const Vote vote{figures, majorities[static_cast<std::size_t>(draw(0, 6))],
                        asked[static_cast<std::size_t>(draw(0, 87))]};
        compared.compare(vote, ours(vote), naive.decide(vote));
    }
    INFO("seed " << seed << ": " << compared.first);
    CHECK(compared.wrong == 0);
}

TEST_CASE("a decision that counts abstentions as votes against is found out", "[procedure]") {
    const Naive naive(12);
    Compared compared;
    every_vote(12, [&](const Figures& figures) {
        const Vote vote{figures, Majority::two_thirds, {}};
        auto tampered = vote;
        tampered.figures.no += tampered.figures.abstaining;
        compared.compare(vote, ours(tampered), naive.decide(vote));
    });
    CHECK(compared.wrong > 1000);
    CHECK_FALSE(compared.first.empty());
}

TEST_CASE("the votes needed are searched for as the rules say", "[procedure]") {
    CHECK(fewest_standing(0, false) == 1);
    CHECK(fewest_standing(120, false) == 61);
    CHECK(fewest_standing(121, false) == 61);
    CHECK(fewest_standing(0, true) == 1);
    CHECK(fewest_standing(99, true) == 66);
    CHECK(fewest_standing(100, true) == 67);
}
