// Source of the votes: tests/data/votes/README.md. The General Assembly's order of rolls: English
// alphabetical.
#include "ledger/reenactment.h"

#include "ledger/verify/audit.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <algorithm>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

std::vector<PastVote> treaty_votes() {
    const auto folder = fs::path(PLACET_SOURCE_DIR) / "tests/data/votes";
    return value_of(read_past_votes(folder / "votes.tsv", folder / "ballots.tsv"));
}

const Clause& clause(const Decision& decision, std::string_view name) {
    const auto found = std::ranges::find(decision.result->clauses, name, &Clause::name);
    REQUIRE(found != decision.result->clauses.end());
    return *found;
}

/// States of a vote that nobody published, one letter a State: "Y" is the first, and so on.
PastVote vote_of(std::string id, std::string_view choices,
                 QuestionKind kind = QuestionKind::proposal) {
    PastVote vote{.id = id, .date = "2000-01-01", .subject = "Proposal " + id, .kind = kind};
    for (std::size_t i = 0; i < choices.size(); ++i) {
        PastBallot ballot{.state = "S" + std::to_string(i)};
        if (choices[i] == 'Y') ballot.choice = Choice::yes;
        if (choices[i] == 'N') ballot.choice = Choice::no;
        if (choices[i] == 'A') ballot.choice = Choice::abstain;
        if (choices[i] != ' ') vote.ballots.push_back(ballot);
    }
    vote.published_yes = std::ranges::count(choices, 'Y');
    vote.published_no = std::ranges::count(choices, 'N');
    vote.published_abstaining = std::ranges::count(choices, 'A');
    return vote;
}

struct Taken {
    TempFolder folder = {};
    Reenactment reenactment = value_of(Reenactment::found(folder / "ledger"));

    Reenacted take(const PastVote& vote) { return value_of(reenactment.take(vote)); }
    const Conference& conference() const { return reenactment.ledger().conference(); }
};

}  // namespace

TEST_CASE("the Vienna Convention on the Law of Treaties is adopted as it was in 1969",
          "[reenactment]") {
    Taken taken;
    const auto vote = treaty_votes()[0];
    const auto ours = taken.take(vote);
    CHECK(agrees(ours, vote));
    CHECK(ours.figures == Figures{.yes = 79,
                                  .no = 1,
                                  .abstaining = 19,
                                  .not_voting = 0,
                                  .present = 99,
                                  .participating = 99});
    CHECK(ours.outcome == Outcome::adopted);
    CHECK(ours.sentence ==
          "The Vienna Convention on the Law of Treaties was adopted by 79 votes to "
          "1, with 19 abstentions.");
    // Two thirds of the 80 that voted yes or no are 53 1/3: 54.
    const auto& decision = taken.conference().decisions.front();
    CHECK(clause(decision, "two_thirds").needed == 54);
    CHECK(taken.conference().charter->mode == Mode::rehearsal);
}

TEST_CASE("the Treaty on the Prohibition of Nuclear Weapons is adopted as it was in 2017",
          "[reenactment]") {
    Taken taken;
    const auto vote = treaty_votes()[1];
    const auto ours = taken.take(vote);
    CHECK(agrees(ours, vote));
    CHECK(ours.figures.yes == 122);
    CHECK(ours.figures.no == 1);
    CHECK(ours.figures.abstaining == 1);
    CHECK(ours.figures.present == 124);
    CHECK(ours.figures.participating == 195);
    CHECK(ours.sentence ==
          "The Treaty on the Prohibition of Nuclear Weapons was adopted by 122 votes "
          "to 1, with 1 abstention.");
    // Two thirds of 123 are 82.
    CHECK(clause(taken.conference().decisions.front(), "two_thirds").needed == 82);
}

TEST_CASE("the voting table stands in English alphabetical order, with the name of the day",
          "[reenactment]") {
    Taken taken;
    taken.take(treaty_votes()[0]);
    auto& ledger = taken.reenactment.ledger();
    const auto hash = taken.conference().decisions.front().result->table;
    const auto table = text_of(*value_of(ledger.attachment(hash)));
    CHECK_THAT(table, Contains("CRI\tyes\tCosta Rica\n"
                               "CIV\tyes\tCôte d’Ivoire\n"
                               "CSK\tabstain\tCzechoslovakia\n"
                               "COD\tyes\tDemocratic Republic of the Congo\n"));
    CHECK_THAT(table, Contains("FIN\tyes\tFinland\nFRA\tno\tFrance\nGAB\tabstain\tGabon\n"));
    CHECK_THAT(table, Contains("TUN\tyes\tTunisia\nTUR\tabstain\tTürkiye\n"));
    CHECK(table.starts_with("AFG\tyes\tAfghanistan\n"));
    CHECK(std::ranges::count(table, '\n') == 99);
}

TEST_CASE("participants come and go between votes, and keep their keys", "[reenactment]") {
    Taken taken;
    taken.take(vote_of("v1", "YYN"));
    CHECK(taken.conference().participating() == 3);
    taken.take(vote_of("v2", "Y NA"));
    CHECK(taken.conference().participating() == 3);
    CHECK_FALSE(taken.conference().participants.contains("S1"));
    const auto last = taken.take(vote_of("v3", "YYYY"));
    CHECK(last.figures.yes == 4);
    CHECK(taken.conference().persons.size() == 2 + 4);
    CHECK(taken.conference().meeting->number == 1);
}

TEST_CASE("who votes is present; others are presumed so only where a quorum needs them",
          "[reenactment]") {
    Taken taken;
    const auto some = taken.take(vote_of("v1", "YYYXX"));
    CHECK(some.figures.present == 3);
    CHECK(some.figures.not_voting == 0);
    const auto few = taken.take(vote_of("v2", "YXXXX"));
    CHECK(few.figures.yes == 1);
    CHECK(few.figures.present == 5);
    CHECK(few.figures.not_voting == 4);
    CHECK(few.outcome == Outcome::adopted);
}

TEST_CASE("every kind of question is decided in its own words", "[reenactment]") {
    Taken taken;
    CHECK(taken.take(vote_of("v1", "YYN", QuestionKind::part)).outcome == Outcome::retained);
    CHECK(taken.take(vote_of("v2", "YYN", QuestionKind::motion)).outcome == Outcome::carried);
    CHECK(taken.take(vote_of("v3", "YNN", QuestionKind::amendment)).outcome == Outcome::rejected);
    CHECK(taken.take(vote_of("v4", "YNA")).outcome == Outcome::tie_rejected);
    // A treaty conference asks for two thirds, the General Assembly does not.
    CHECK(taken.take(vote_of("v5", "YYYNN")).outcome == Outcome::adopted);
    CHECK(taken.take(vote_of("v6", "YYYNN", QuestionKind::whole)).outcome == Outcome::not_adopted);
}

TEST_CASE("totals that somebody published differently do not agree", "[reenactment]") {
    Taken taken;
    auto vote = vote_of("v1", "YYNA");
    const auto ours = taken.take(vote);
    CHECK(agrees(ours, vote));
    for (auto* figure : {&vote.published_yes, &vote.published_no, &vote.published_abstaining}) {
        ++*figure;
        CHECK_FALSE(agrees(ours, vote));
        --*figure;
    }
}

TEST_CASE("an auditor accepts past votes that were taken again", "[reenactment]") {
    const TempFolder folder;
    {
        auto reenactment = value_of(Reenactment::found(folder / "ledger"));
        for (const auto& vote : treaty_votes()) REQUIRE(reenactment.take(vote));
    }
    const auto report = value_of(audit(folder / "ledger", {}));
    CHECK(report.all_good());
    CHECK(report.results == 2);
    CHECK(report.conference->decisions.size() == 2);
}
