// Rules held here: two tellers count the hands apart from each other; totals only.
#include "ledger/procedure/show_of_hands.h"

#include "ledger/procedure/tally.h"
#include "ledger/words.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::numbered_participants;
using placet::tests::Spine;

namespace {

Spine voting(int participants = 5) {
    Spine spine({.participants = numbered_participants(participants)});
    spine.open();
    spine.put("article-2", Method::hands);
    spine.take(spine.start());
    return spine;
}

Entry by(const Spine& spine, const HandsCounted& counted, const std::string& teller, Role role) {
    auto entry = spine.entry(counted);
    entry.seals = {{.role = role, .person = teller}};
    return entry;
}

Entry first(const Spine& spine, int yes, int no, int abstaining) {
    return by(spine, spine.hands(yes, no, abstaining), "usher", Role::attendant);
}

Entry second(const Spine& spine, int yes, int no, int abstaining) {
    return by(spine, spine.hands(yes, no, abstaining), "clerk", Role::secretary);
}

}  // namespace

TEST_CASE("equal totals of two tellers are the result", "[procedure]") {
    auto spine = voting();
    CHECK(spine.refusal(spine.close())
              .starts_with("The two tellers have not come to the same totals."));
    spine.take(first(spine, 3, 1, 1));
    CHECK_FALSE(spine.offer(spine.close()));
    CHECK_FALSE(agreed_count(*spine.conference.run));
    spine.take(second(spine, 3, 1, 1));
    CHECK(agreed_count(*spine.conference.run)->yes == 3);

    const auto result = spine.finish();
    CHECK(
        result.figures ==
        Figures{
            .yes = 3, .no = 1, .abstaining = 1, .not_voting = 0, .present = 5, .participating = 5});
    CHECK(result.sentence == "Draft article 2 was adopted by 3 votes to 1, with 1 abstention.");
}

TEST_CASE("different totals call for a recount, and every count stays", "[procedure]") {
    auto spine = voting();
    spine.take(first(spine, 3, 1, 1));
    spine.take(second(spine, 3, 2, 0));
    CHECK_FALSE(spine.offer(spine.close()));
    CHECK(next_round(*spine.conference.run) == 2);
    auto old = spine.hands(3, 1, 1);
    old.round = 1;
    CHECK(spine.refusal(old).starts_with("This count is for round 1; the hands are counted in"));
    spine.take(second(spine, 2, 2, 1));
    CHECK_FALSE(spine.offer(spine.close()));  // equal to no count of this round
    spine.take(first(spine, 2, 2, 1));
    CHECK(spine.conference.run->hand_counts.size() == 4);
    const auto result = spine.finish();
    CHECK(result.figures.yes == 2);
    CHECK(result.outcome == Outcome::not_adopted);
}

TEST_CASE("agreed totals may be counted again, and then only the last round counts",
          "[procedure]") {
    auto spine = voting();
    spine.take(first(spine, 5, 0, 0));
    spine.take(second(spine, 5, 0, 0));
    spine.take(first(spine, 1, 0, 0));
    CHECK_FALSE(spine.offer(spine.close()));  // a round is open
    spine.take(second(spine, 1, 0, 0));
    CHECK(spine.finish().figures.yes == 1);
}

TEST_CASE("one person cannot be both tellers", "[procedure]") {
    auto spine = voting();
    spine.take(first(spine, 3, 1, 1));
    CHECK(spine.refusal(first(spine, 3, 1, 1))
              .starts_with("The two counts are made by two persons."));
    CHECK(spine.refusal(by(spine, spine.hands(3, 1, 1), "usher", Role::secretary))
              .starts_with("\"usher\" is not accredited as the secretary"));
    CHECK(spine.refusal(by(spine, spine.hands(3, 1, 1), "chair", Role::presiding_officer))
              .find("sealed by an attendant, or the secretary") != std::string::npos);
    CHECK(spine.offer(by(spine, spine.hands(3, 1, 1), "scribe", Role::secretary)));
}

TEST_CASE("no more hands are counted than delegations are present", "[procedure]") {
    auto spine = voting();
    const std::string words =
        "More hands were counted than delegations are noted as present (5), or a figure is below "
        "nothing.";
    const auto wrong = [&](std::int64_t yes, std::int64_t no, std::int64_t abstaining) {
        auto counted = spine.hands(0, 0, 0);
        counted.yes = yes, counted.no = no, counted.abstaining = abstaining;
        return spine.refusal(counted).starts_with(words);
    };
    CHECK(wrong(6, 0, 0));
    CHECK(wrong(3, 2, 1));
    CHECK(wrong(-1, 0, 0));
    CHECK(wrong(6, -1, 0));
    CHECK(wrong(INT64_MAX, INT64_MAX, 2));
    CHECK(spine.offer(spine.hands(5, 0, 0)));
    CHECK(spine.offer(spine.hands(0, 0, 0)));
}

TEST_CASE("delegations that leave during a show of hands are counted anew", "[procedure]") {
    auto spine = voting();
    spine.take(first(spine, 3, 1, 1));
    spine.take(second(spine, 3, 1, 1));
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"P005"}});
    CHECK(spine.refusal(spine.close())
              .starts_with("More hands were counted than delegations are noted as present."));
    SECTION("the hands are counted again") {
        CHECK_FALSE(spine.offer(spine.hands(3, 1, 1)));
        spine.take(first(spine, 3, 1, 0));
        spine.take(second(spine, 3, 1, 0));
    }
    SECTION("or it was noted wrongly") { spine.take(spine.presence({"P005"})); }
    const auto result = spine.finish();
    CHECK(result.figures.not_voting == 0);
    CHECK(result.figures.present ==
          result.figures.yes + result.figures.no + result.figures.abstaining);
}

TEST_CASE("a show of hands records totals only", "[procedure]") {
    auto spine = voting(3);
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"P003"}});
    spine.take(first(spine, 1, 0, 0));
    spine.take(second(spine, 1, 0, 0));
    const auto result = spine.finish();
    CHECK(result.figures.not_voting == 1);
    CHECK(spine.conference.run->ballots.empty());
    CHECK(voting_table(spine.conference) ==
          "P001\tpresent\tState P001\nP002\tpresent\tState P002\nP003\tabsent\tState P003\n");
    CHECK(spine.refusal(spine.correction("P001"))
              .starts_with("This vote records totals only; there is no position to correct."));
}

TEST_CASE("the words of a count do not show it to the other teller", "[procedure]") {
    auto spine = voting();
    const auto one = spine.take(first(spine, 3, 1, 1));
    CHECK(in_words(one, spine.conference) == "A teller has counted the hands, round 1.");
    const auto two = spine.take(second(spine, 3, 1, 1));
    CHECK(in_words(two, spine.conference) ==
          "Both tellers counted 3 in favour, 1 against, 1 abstaining.");
    spine.take(first(spine, 2, 1, 1));
    const auto differs = spine.take(second(spine, 3, 1, 1));
    CHECK(in_words(differs, spine.conference) ==
          "The two tellers differ in round 2; the hands are counted again.");
}

TEST_CASE("two counts that differ announce nothing, however they came there", "[procedure]") {
    auto spine = voting();
    spine.take(first(spine, 3, 1, 1));
    spine.take(second(spine, 3, 1, 1));
    spine.take(spine.close());
    auto run = *spine.conference.run;
    CHECK(tally(run));
    run.hand_counts.back().counted.yes = 4;
    CHECK_FALSE(tally(run));
}

TEST_CASE("every pair of counts of three delegations is equal or counted again", "[procedure]") {
    const auto start = voting(3);
    std::vector<HandsCounted> counts;
    for (int yes = 0; yes <= 3; ++yes)
        for (int no = 0; yes + no <= 3; ++no)
            for (int abstaining = 0; yes + no + abstaining <= 3; ++abstaining)
                counts.push_back(start.hands(yes, no, abstaining));
    CHECK(counts.size() == 20);  // (3 + 3)! / (3! 3!)
    for (const auto& a : counts)
        for (const auto& b : counts) {
            auto spine = start;
            spine.take(by(spine, a, "usher", Role::attendant));
            spine.take(by(spine, b, "clerk", Role::secretary));
            REQUIRE(bool(spine.offer(spine.close())) == (a == b));
            if (a != b) continue;
            const auto result = spine.finish();
            REQUIRE(result.figures.yes == a.yes);
            REQUIRE(result.figures.not_voting == 3 - a.yes - a.no - a.abstaining);
            REQUIRE((result.outcome == Outcome::adopted) == (a.yes >= 1 && a.yes >= 2 * a.no));
        }
}
