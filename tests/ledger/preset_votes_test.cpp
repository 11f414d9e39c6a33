// 448 recorded votes of the past under each of the four sets of rules: what would have come of
// them, computed a second time by weighing one vote after the other. Source of the votes:
// tests/data/votes/README.md; the numbers of each outcome were counted with awk.
#include "ledger/procedure/majority.h"
#include "ledger/procedure/quorum.h"
#include "ledger/record_text.h"
#include "ledger/rule_presets.h"
#include "tests/support/results.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

struct Totals {
    std::string vote = {};
    std::string kind = {};
    Figures figures = {};
};

std::vector<Totals> past_totals() {
    std::ifstream file(PLACET_SOURCE_DIR "/tests/data/votes/totals.tsv");
    std::vector<Totals> all;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        Totals one;
        auto& f = one.figures;
        std::int64_t absent = 0;
        cells >> one.vote >> one.kind >> f.participating >> f.yes >> f.no >> f.abstaining >> absent;
        REQUIRE(cells);
        f.present = f.participating - absent;
        REQUIRE(f.present == f.yes + f.no + f.abstaining);
        all.push_back(one);
    }
    return all;
}

RuleProfile preset(std::string_view name) { return value_of(read_rules(std::string(name))); }

Outcome decided(const RuleProfile& rules, const Unit& organ, MatterClass matter, const Figures& f) {
    const TieRule tie{
        .tie = tie_in(rules, organ.kind), .scope = rules.tie_scope, .first_run = true};
    return decide(majority_for(rules, organ.kind, matter), QuestionKind::proposal, f,
                  quorum_to_decide(rules, organ, f.participating), tie, voting_quorum(rules, f))
        .outcome;
}

/// One vote after the other on a balance: a vote in favour weighs one; a vote against one where a
/// majority decides, and two where two thirds do; nobody else weighs anything.
bool carries(const Figures& f, bool two_thirds, bool of_all) {
    std::int64_t balance = 0, of_participating = 0;
    for (std::int64_t i = 0; i < f.yes; ++i) ++balance, of_participating += 2;
    for (std::int64_t i = 0; i < f.no; ++i) balance -= two_thirds ? 2 : 1;
    for (std::int64_t i = 0; i < f.participating; ++i) --of_participating;
    const bool enough = two_thirds ? balance >= 0 && f.yes > 0 : balance > 0;
    return enough && (!of_all || of_participating > 0);
}

std::string weighed(const Figures& f, bool two_thirds, bool of_all, bool second_vote) {
    if (carries(f, two_thirds, of_all)) return "adopted";
    if (f.no > f.yes) return "rejected";
    if (two_thirds || f.no < f.yes) return "not_adopted";
    return second_vote ? "tie_second_vote" : "tie_rejected";
}

const Unit plenary{.id = "plenary", .title = "Plenary", .kind = "plenary"};
const Unit committee{.id = "committee", .title = "Committee", .kind = "main_committee"};

/// How often each outcome.
using Counted = std::map<std::string, int>;

Counted count(std::string_view rules, const Unit& organ, MatterClass matter, bool two_thirds,
              bool of_all, bool second_vote) {
    Counted counted;
    const auto profile = preset(rules);
    for (const auto& [vote, kind, figures] : past_totals()) {
        INFO(rules << ", " << organ.kind << ", " << vote);
        const std::string outcome(to_text(decided(profile, organ, matter, figures)));
        CHECK(outcome == weighed(figures, two_thirds, of_all, second_vote));
        ++counted[outcome];
    }
    return counted;
}

const Counted by_simple_majority = {{"adopted", 382}, {"rejected", 62}, {"tie_rejected", 4}};

}  // namespace

TEST_CASE("past votes on substance are decided by two thirds, or more, in plenary", "[presets]") {
    const Counted by_two_thirds = {{"adopted", 347}, {"rejected", 62}, {"not_adopted", 39}};
    const auto matter = MatterClass::substance;
    CHECK(count("conf-std", plenary, matter, true, false, false) == by_two_thirds);
    CHECK(count("ga-mm", plenary, matter, true, false, false) == by_two_thirds);
    // 23 had two thirds of those voting, and not a majority of all.
    CHECK(count("los-type", plenary, matter, true, true, false) ==
          Counted{{"adopted", 324}, {"rejected", 62}, {"not_adopted", 62}});
    CHECK(preset("consensus-only").consensus == ConsensusRule::exclusive);  // never voted on
}

TEST_CASE("past votes on procedure are decided by more for than against", "[presets]") {
    const auto matter = MatterClass::procedure;
    for (const auto* rules : {"conf-std", "los-type", "consensus-only"})
        CHECK(count(rules, plenary, matter, false, false, false) == by_simple_majority);
    CHECK(count("ga-mm", plenary, matter, false, false, true) ==
          Counted{{"adopted", 382}, {"rejected", 62}, {"tie_second_vote", 4}});
}

TEST_CASE("past votes are decided by more for than against in a committee", "[presets]") {
    for (const auto& rules : rule_presets())
        for (const auto matter : {MatterClass::substance, MatterClass::procedure})
            CHECK(count(rules.name, committee, matter, false, false, false) == by_simple_majority);
}

TEST_CASE("a base that counts abstentions is found out by past votes", "[presets]") {
    int otherwise = 0;
    for (const auto& [vote, kind, figures] : past_totals()) {
        auto against = figures;
        against.no += figures.abstaining;
        otherwise += carries(figures, true, false) != carries(against, true, false) ? 1 : 0;
    }
    CHECK(otherwise == 347 - 283);
}
