// Custom held here: the sentences with which presiding officers announce a result.
#include "ledger/procedure/announcement.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;

namespace {

struct Vote {
    std::int64_t yes = 0, no = 0, abstaining = 0;
    std::int64_t participating = 193;
    Majority majority = Majority::two_thirds;
    QuestionKind kind = QuestionKind::proposal;
    TieRule tie = {};
    std::int64_t quorum = 0;
};

std::string sentence(std::string_view subject, const Vote& vote,
                     std::string_view verb = "adopted") {
    const Figures figures{.yes = vote.yes,
                          .no = vote.no,
                          .abstaining = vote.abstaining,
                          .present = vote.yes + vote.no + vote.abstaining,
                          .participating = vote.participating};
    const auto judgement = decide(vote.majority, vote.kind, figures, vote.quorum, vote.tie);
    return announcement(subject, verb, vote.kind, figures, judgement);
}

}  // namespace

TEST_CASE("an adoption is announced in the customary words", "[procedure]") {
    CHECK(sentence("Draft article 5", {.yes = 120, .no = 7, .abstaining = 21}) ==
          "Draft article 5 was adopted by 120 votes to 7, with 21 abstentions.");
    CHECK(sentence("Draft article 5", {.yes = 120, .abstaining = 1}) ==
          "Draft article 5 was adopted by 120 votes to none, with 1 abstention.");
    CHECK(sentence("Draft article 5", {.yes = 120}) ==
          "Draft article 5 was adopted by 120 votes to none.");
    CHECK(sentence("Draft article 5", {.yes = 1}) ==
          "Draft article 5 was adopted by 1 vote to none.");
    CHECK(sentence("Draft article 5, as amended,", {.yes = 2, .no = 1}) ==
          "Draft article 5, as amended, was adopted by 2 votes to 1.");
}

// Vienna 1969 as printed in the roll call; 2017 after the conference's voting sheet: data/votes.
TEST_CASE("two treaties are announced as their conferences voted", "[procedure]") {
    CHECK(sentence("The Convention on the Law of Treaties",
                   {.yes = 79, .no = 1, .abstaining = 19, .participating = 110}) ==
          "The Convention on the Law of Treaties was adopted by 79 votes to 1, with 19 "
          "abstentions.");
    CHECK(sentence("The Treaty on the Prohibition of Nuclear Weapons",
                   {.yes = 122, .no = 1, .abstaining = 1}) ==
          "The Treaty on the Prohibition of Nuclear Weapons was adopted by 122 votes to 1, with 1 "
          "abstention.");
}

TEST_CASE("a committee approves, motions are carried, words are retained", "[procedure]") {
    CHECK(sentence("Draft article 5", {.yes = 80, .no = 7}, "approved") ==
          "Draft article 5 was approved by 80 votes to 7.");
    CHECK(sentence("The motion",
                   {.yes = 114,
                    .no = 16,
                    .abstaining = 20,
                    .majority = Majority::simple,
                    .kind = QuestionKind::motion},
                   "approved") ==
          "The motion was carried by 114 votes to 16, with 20 abstentions.");
    CHECK(sentence("Paragraph 3",
                   {.yes = 125, .no = 1, .abstaining = 18, .kind = QuestionKind::part}) ==
          "Paragraph 3 was retained by 125 votes to 1, with 18 abstentions.");
}

TEST_CASE("a rejection names the larger figure first", "[procedure]") {
    CHECK(sentence("The amendment",
                   {.yes = 48, .no = 97, .abstaining = 15, .kind = QuestionKind::amendment}) ==
          "The amendment was rejected by 97 votes to 48, with 15 abstentions.");
    CHECK(sentence("Draft article 5", {.no = 1, .abstaining = 150}) ==
          "Draft article 5 was rejected by 1 vote to none, with 150 abstentions.");
    CHECK(sentence("The motion", {.yes = 3, .no = 4, .kind = QuestionKind::motion}) ==
          "The motion was rejected by 4 votes to 3.");
}

TEST_CASE("what fails with more votes for than against is announced with labelled figures",
          "[procedure]") {
    CHECK(sentence("The proposal", {.yes = 80, .no = 45, .abstaining = 30}) ==
          "The result of the vote was 80 in favour and 45 against, with 30 abstentions. The "
          "proposal was not adopted, having failed to obtain the required two-thirds majority.");
    CHECK(sentence("Draft article 5", {.yes = 80, .no = 45}, "approved") ==
          "The result of the vote was 80 in favour and 45 against. Draft article 5 was not "
          "approved, having failed to obtain the required two-thirds majority.");
    CHECK(sentence("The motion", {.yes = 80, .no = 45, .kind = QuestionKind::motion}) ==
          "The result of the vote was 80 in favour and 45 against. The motion was not carried, "
          "having failed to obtain the required two-thirds majority.");
}

TEST_CASE("every test that failed is named", "[procedure]") {
    const auto both = Majority::two_thirds_and_majority_of_participating;
    CHECK(sentence("Draft article 5", {.yes = 96, .no = 40, .abstaining = 30, .majority = both}) ==
          "The result of the vote was 96 in favour and 40 against, with 30 abstentions. Draft "
          "article 5 was not adopted, having failed to obtain the votes in favour of a majority of "
          "the participating States.");
    CHECK(sentence("Draft article 5", {.yes = 60, .no = 40, .majority = both}) ==
          "The result of the vote was 60 in favour and 40 against. Draft article 5 was not "
          "adopted, having failed to obtain the required two-thirds majority and the votes in "
          "favour of a majority of the participating States.");
    CHECK(sentence("The motion", {.yes = 96,
                                  .abstaining = 60,
                                  .majority = Majority::majority_of_participating,
                                  .kind = QuestionKind::motion}) ==
          "The result of the vote was 96 in favour and none against, with 60 abstentions. The "
          "motion was not carried, having failed to obtain the required majority of the "
          "participating States.");
}

TEST_CASE("where nobody votes, nothing is adopted and the abstentions are named", "[procedure]") {
    CHECK(sentence("Draft article 5", {.abstaining = 151}) ==
          "There were no votes in favour or against, with 151 abstentions. Draft article 5 was not "
          "adopted.");
    CHECK(sentence("The motion", {.majority = Majority::simple, .kind = QuestionKind::motion}) ==
          "There were no votes in favour or against. The motion was not carried.");
}

TEST_CASE("words that are put separately are not retained unless carried", "[procedure]") {
    CHECK(sentence("Paragraph 3", {.yes = 60, .no = 40, .kind = QuestionKind::part}) ==
          "The result of the vote was 60 in favour and 40 against. Paragraph 3 was not retained, "
          "having failed to obtain the required two-thirds majority.");
    CHECK(sentence("Paragraph 3", {.no = 60, .abstaining = 1, .kind = QuestionKind::part}) ==
          "The result of the vote was none in favour and 60 against, with 1 abstention. Paragraph "
          "3 was not retained.");
    CHECK(sentence("Paragraph 3",
                   {.yes = 6, .no = 6, .majority = Majority::simple, .kind = QuestionKind::part}) ==
          "The result of the vote was 6 in favour and 6 against. The votes being equally divided, "
          "paragraph 3 was not retained.");
}

TEST_CASE("equally divided votes reject or call for a second vote", "[procedure]") {
    Vote tie{.yes = 60, .no = 60, .abstaining = 30, .majority = Majority::simple};
    CHECK(sentence("The proposal", tie) ==
          "The result of the vote was 60 in favour and 60 against, with 30 abstentions. The votes "
          "being equally divided, the proposal was rejected.");
    CHECK(sentence("Convention 5", tie) ==
          "The result of the vote was 60 in favour and 60 against, with 30 abstentions. The votes "
          "being equally divided, Convention 5 was rejected.");
    tie.tie.tie = Tie::second_vote;
    CHECK(sentence("Draft article 5", tie) ==
          "The result of the vote was 60 in favour and 60 against, with 30 abstentions. The votes "
          "being equally divided, draft article 5 will be put to the vote a second time.");
}

TEST_CASE("without a quorum no figures are announced", "[procedure]") {
    CHECK(sentence("Draft article 5", {.yes = 96, .quorum = 97}) ==
          "The vote could not be taken for lack of a quorum.");
}
