// Custom held here: the sentences with which presiding officers announce a result.
#include "ledger/procedure/announcement.h"
#include "ledger/procedure/clause_words.h"

#include <catch2/catch.hpp>
#include <set>

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

TEST_CASE("a ruling is overruled by the votes for that, or stands with labelled figures",
          "[procedure]") {
    const std::string ruling = "The ruling of the presiding officer";
    Vote vote{.yes = 51,
              .no = 50,
              .abstaining = 20,
              .majority = Majority::simple,
              .kind = QuestionKind::appeal};
    CHECK(sentence(ruling, vote) ==
          "The ruling of the presiding officer was overruled by 51 votes to 50, with 20 "
          "abstentions.");
    vote.yes = 50;
    CHECK(sentence(ruling, vote) ==
          "The result of the vote was 50 in favour of overruling and 50 against, with 20 "
          "abstentions. The votes being equally divided, the ruling of the presiding officer "
          "stands.");
    vote.yes = 0;
    CHECK(sentence(ruling, vote) ==
          "The result of the vote was none in favour of overruling and 50 against, with 20 "
          "abstentions. The ruling of the presiding officer stands.");
    vote.no = 0;
    CHECK(sentence(ruling, vote) ==
          "There were no votes in favour or against, with 20 abstentions. The ruling of the "
          "presiding officer stands.");
    vote = {.yes = 51,
            .no = 50,
            .abstaining = 20,
            .majority = Majority::majority_of_present,
            .kind = QuestionKind::appeal};
    CHECK(sentence(ruling, vote) ==
          "The result of the vote was 51 in favour of overruling and 50 against, with 20 "
          "abstentions. The ruling of the presiding officer stands, the appeal having failed to "
          "obtain the required majority of the delegations present.");
}

TEST_CASE("a reconsideration is carried, which reverses nothing yet", "[procedure]") {
    const std::string to_reconsider = "The motion to reconsider draft article 5";
    CHECK(
        sentence(to_reconsider,
                 {.yes = 82, .no = 41, .abstaining = 20, .kind = QuestionKind::reconsideration}) ==
        "The motion to reconsider draft article 5 was carried by 82 votes to 41, with 20 "
        "abstentions.");
    CHECK(
        sentence(to_reconsider,
                 {.yes = 80, .no = 41, .abstaining = 20, .kind = QuestionKind::reconsideration}) ==
        "The result of the vote was 80 in favour and 41 against, with 20 abstentions. The motion "
        "to reconsider draft article 5 was not carried, having failed to obtain the required "
        "two-thirds majority.");
}

TEST_CASE("a determination of exhaustion is carried or not in any organ", "[procedure]") {
    const std::string exhausted =
        "The motion to determine that all efforts to reach general agreement have been exhausted";
    const Vote vote{.yes = 80,
                    .no = 30,
                    .abstaining = 40,
                    .participating = 160,
                    .majority = Majority::two_thirds_and_majority_of_participating,
                    .kind = QuestionKind::exhaustion};
    CHECK(sentence(exhausted, vote, "approved") ==
          "The result of the vote was 80 in favour and 30 against, with 40 abstentions. " +
              exhausted +
              " was not carried, having failed to obtain the votes in favour of a majority of the "
              "participating States.");
    auto one_more = vote;
    one_more.yes = 81;
    CHECK(sentence(exhausted, one_more, "approved") ==
          exhausted + " was carried by 81 votes to 30, with 40 abstentions.");
}

TEST_CASE("credentials and rules are adopted by the verb of the organ", "[procedure]") {
    CHECK(sentence("The report of the Credentials Committee",
                   {.yes = 90, .no = 3, .abstaining = 1, .kind = QuestionKind::credentials}) ==
          "The report of the Credentials Committee was adopted by 90 votes to 3, with 1 "
          "abstention.");
    CHECK(sentence("The report of the Credentials Committee",
                   {.yes = 3, .no = 90, .kind = QuestionKind::credentials}) ==
          "The report of the Credentials Committee was rejected by 90 votes to 3.");
    CHECK(sentence("The amendment to rule 33",
                   {.yes = 60, .no = 40, .kind = QuestionKind::rules_change}) ==
          "The result of the vote was 60 in favour and 40 against. The amendment to rule 33 was "
          "not adopted, having failed to obtain the required two-thirds majority.");
    CHECK(sentence("The sub-amendment", {.yes = 60, .no = 1, .kind = QuestionKind::sub_amendment},
                   "approved") == "The sub-amendment was approved by 60 votes to 1.");
}

TEST_CASE("a text whose operative parts all fell is rejected as a whole, without figures",
          "[procedure]") {
    const auto rejected = [](std::string_view subject) {
        return announcement(subject, "adopted", QuestionKind::whole, {},
                            {.outcome = Outcome::rejected_as_whole});
    };
    CHECK(rejected("Draft article 5") ==
          "All its operative parts having been rejected, draft article 5 was rejected as a whole.");
    CHECK(rejected("Convention 5") ==
          "All its operative parts having been rejected, Convention 5 was rejected as a whole.");
}

TEST_CASE("the majorities of all participating and of all present are named where they fail",
          "[procedure]") {
    const std::string figures = "The result of the vote was 60 in favour and 10 against. ";
    const auto failing = [](Majority majority) {
        return sentence("Draft article 5", {.yes = 60, .no = 10, .majority = majority});
    };
    CHECK(failing(Majority::two_thirds_of_participating) ==
          figures +
              "Draft article 5 was not adopted, having failed to obtain the required two-thirds "
              "majority of the participating States.");
    CHECK(failing(Majority::two_thirds_with_voting_quorum) ==
          figures +
              "Draft article 5 was not adopted, having failed to obtain the required quorum for "
              "voting.");
    CHECK(sentence("Draft article 5",
                   {.yes = 60, .no = 40, .majority = Majority::two_thirds_with_voting_quorum}) ==
          "The result of the vote was 60 in favour and 40 against. Draft article 5 was not "
          "adopted, having failed to obtain the required two-thirds majority and the required "
          "quorum for voting.");
    CHECK(sentence(
              "Draft article 5",
              {.yes = 60, .no = 10, .abstaining = 80, .majority = Majority::majority_of_present}) ==
          "The result of the vote was 60 in favour and 10 against, with 80 abstentions. Draft "
          "article 5 was not adopted, having failed to obtain the required majority of the "
          "delegations present.");
}

TEST_CASE("every clause has words of its own, and an unknown one keeps its name", "[procedure]") {
    std::set<std::string_view> asked;
    std::set<std::string_view> lacking;
    const std::vector<std::string> names = {"quorum",
                                            "affirmative_vote",
                                            "majority",
                                            "two_thirds",
                                            "majority_of_participating",
                                            "two_thirds_of_participating",
                                            "majority_of_present",
                                            "voting_quorum"};
    for (const auto& name : names) {
        CHECK(clause_words(name) != name);
        asked.insert(clause_words(name));
        lacking.insert(lacking_words(name));
    }
    CHECK(asked.size() == names.size());
    CHECK(lacking.size() == names.size());
    // The same test of the same base, alone and beside two thirds.
    CHECK(clause_words("absolute_majority") == clause_words("majority_of_participating"));
    CHECK(lacking_words("absolute_majority") ==
          "the required majority of the participating States");
    CHECK(clause_words("of_a_later_version") == "of_a_later_version");
    std::set<std::string_view> majorities;
    for (int value = 0; value <= static_cast<int>(Majority::majority_of_present); ++value)
        majorities.insert(majority_words(static_cast<Majority>(value)));
    CHECK(majorities.size() == 7);
}

TEST_CASE("a text as amended is named with both its commas", "[procedure]") {
    CHECK(sentence("Draft article 5, as amended", {.yes = 6}) ==
          "Draft article 5, as amended, was adopted by 6 votes to none.");
    CHECK(sentence("Draft article 5, as a whole", {.yes = 60, .no = 40}) ==
          "The result of the vote was 60 in favour and 40 against. Draft article 5, as a whole, "
          "was not adopted, having failed to obtain the required two-thirds majority.");
}

TEST_CASE("within a sentence a common word loses its capital, and a name keeps it", "[procedure]") {
    CHECK(within_sentence("Draft article 5, as amended") == "draft article 5, as amended");
    CHECK(within_sentence("The amendment in document L.7") == "the amendment in document L.7");
    CHECK(within_sentence("Resolution I") == "resolution I");
    CHECK(within_sentence("Treaty on Migratory Birds") == "Treaty on Migratory Birds");
    CHECK(within_sentence("Vienna Convention") == "Vienna Convention");
    CHECK(within_sentence("paragraph 3") == "paragraph 3");
    CHECK(within_sentence("").empty());
}
