// Rules held here: the order of a roll-call, its lot, its two calls, its corrections and its count.
#include "ledger/procedure/roll_call.h"

#include "ledger/procedure/tally.h"
#include "tests/procedure/spine.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::Spine;

namespace {

Spine begun(const Spine::Options& options = {}) {
    Spine spine(options);
    spine.open();
    spine.put("article-2", Method::roll_call);
    spine.take(spine.start());
    return spine;
}

Spine calling(const std::string& first = "AAA") {
    auto spine = begun();
    spine.take(spine.lot(first));
    return spine;
}

/// Names by id of the States of a conference, as the Secretariat lists them.
std::map<std::string, std::string> states() {
    std::ifstream file(PLACET_SOURCE_DIR "/assets/conferences/cah/participants.tsv");
    REQUIRE(file);
    std::map<std::string, std::string> names;
    std::string line;
    std::getline(file, line);
    REQUIRE(line.starts_with("id\talpha2\tstatus\tregional_group\tname_en\t"));
    while (std::getline(file, line)) {
        std::istringstream columns(line);
        std::vector<std::string> fields;
        for (std::string field; std::getline(columns, field, '\t');) fields.push_back(field);
        REQUIRE(fields.size() > 4);
        names[fields[0]] = fields[4];
    }
    return names;
}

std::vector<std::string> to_be_called(const Spine& spine) {
    std::vector<std::string> ids;
    for (const auto& call : calls_to_come(spine.conference)) ids.push_back(call.delegation);
    return ids;
}

}  // namespace

TEST_CASE("the roll is called in English alphabetical order from the State drawn, and wraps",
          "[procedure]") {
    const auto names = states();
    REQUIRE(names.size() > 190);
    std::vector<std::string> ids;
    for (const auto& [id, name] : names) ids.push_back(id);
    auto spine = begun({.participants = ids, .participant = [&](Participant& participant) {
                            participant.name = names.at(participant.id);
                        }});
    CHECK(call_order(spine.conference).empty());
    spine.take(spine.lot("TUR"));

    const auto order = call_order(spine.conference);
    REQUIRE(order.size() == names.size());
    const auto name_at = [&](std::size_t i) { return names.at(order[i]); };
    CHECK(name_at(0) == "Türkiye");
    CHECK(name_at(1) == "Turkmenistan");
    CHECK(name_at(2) == "Tuvalu");
    CHECK(name_at(order.size() - 2) == "Trinidad and Tobago");
    CHECK(name_at(order.size() - 1) == "Tunisia");
    const auto last = std::ranges::find(order, "ZWE");
    REQUIRE(last + 1 < order.end());
    CHECK(*(last + 1) == "AFG");
    const auto korea = std::ranges::find(order, "KOR");
    CHECK(names.at(*(korea - 1)) == "Qatar");  // "Republic of Korea" stands under R
    CHECK(*(std::ranges::find(order, "CIV") + 1) == "HRV");
}

TEST_CASE("nobody is called before the lot, and nobody out of turn", "[procedure]") {
    auto spine = begun();
    CHECK(spine.refusal(spine.answer("AAA", Answer::yes))
              .starts_with("Nobody is called before the lot is drawn."));
    CHECK(spine.refusal(spine.lot("EU")).starts_with("\"EU\" is not among the States"));
    spine.take(spine.lot("BBB"));
    CHECK(spine.refusal(spine.lot("AAA")).starts_with("The State that is called first is drawn"));
    CHECK(to_be_called(spine) == std::vector<std::string>{"BBB", "CCC", "AAA"});
    CHECK(spine.refusal(spine.answer("AAA", Answer::yes)) ==
          "States are called in their order; it is not this delegation's turn (AAA). Nothing was "
          "recorded. Note the answer of the State that is called, or correct one that was.");
    for (const auto* id : {"BBB", "CCC", "AAA"}) spine.take(spine.answer(id, Answer::yes));
    CHECK(to_be_called(spine).empty());
}

TEST_CASE("a ballot is cast in a recorded vote only, an answer given in a roll-call only",
          "[procedure]") {
    auto spine = calling();
    CHECK(spine.refusal(spine.ballot("AAA", Choice::yes))
              .starts_with("This vote is taken by roll-call."));
    CHECK(spine.refusal(spine.hands(1, 0, 0)).starts_with("This vote is taken by roll-call."));
    Spine recorded;
    recorded.begin();
    CHECK(recorded.refusal(recorded.answer("AAA", Answer::yes))
              .starts_with("This vote is taken by recorded ballots."));
    CHECK(recorded.refusal(recorded.lot("AAA"))
              .starts_with("This vote is taken by recorded ballots."));
}

TEST_CASE("who does not answer is called once more, after all the others", "[procedure]") {
    auto spine = calling();
    spine.take(spine.answer("AAA", Answer::none));
    spine.take(spine.answer("BBB", Answer::yes));
    CHECK(calls_to_come(spine.conference).front() == Call{"CCC", 1});
    CHECK(spine.refusal(spine.close()).starts_with("The roll-call is not complete."));
    spine.take(spine.answer("CCC", Answer::none));
    CHECK(calls_to_come(spine.conference) == std::vector<Call>{{"AAA", 2}, {"CCC", 2}});
    CHECK(spine.refusal(spine.close()).starts_with("The roll-call is not complete."));
    spine.take(spine.answer("AAA", Answer::no));
    auto third = spine.answer("CCC", Answer::none);
    CHECK(third.call == 2);
    third.call = 1;
    CHECK_FALSE(spine.offer(third));
    spine.take(spine.answer("CCC", Answer::none));
    CHECK(roll_call_complete(spine.conference));  // nobody is called a third time
    auto again = spine.answer("CCC", Answer::yes);
    CHECK(again.replaces != "");
    again.replaces.clear();
    again.call = 3;
    CHECK_FALSE(spine.offer(again));

    const auto result = spine.finish();
    CHECK(result.figures.yes == 1);
    CHECK(result.figures.no == 1);
    CHECK(result.figures.not_voting == 1);
    CHECK(result.figures.present == 3);
}

TEST_CASE("where the rules know one call only, who does not answer has not voted", "[procedure]") {
    auto spine = calling();
    spine.conference.profile.roll_call_second_call = false;
    spine.take(spine.answer("AAA", Answer::none));
    spine.take(spine.answer("BBB", Answer::yes));
    CHECK(calls_to_come(spine.conference) == std::vector<Call>{{"CCC", 1}});
    spine.take(spine.answer("CCC", Answer::no));
    CHECK(calls_to_come(spine.conference).empty());
    CHECK(roll_call_complete(spine.conference));
    const auto result = spine.finish();
    CHECK(result.figures.not_voting == 1);
    CHECK(result.figures.yes == 1);
}

TEST_CASE("a wrong answer is corrected before the close, and both stand in the ledger",
          "[procedure]") {
    auto spine = calling();
    const auto first = std::get<AnswerGiven>(spine.take(spine.answer("AAA", Answer::yes)).record);
    const auto corrected = spine.answer("AAA", Answer::no);
    CHECK(corrected.replaces == first.id);
    auto wrong = corrected;
    wrong.replaces = std::string(32, 'f');
    CHECK(spine.refusal(wrong).starts_with("This replaces an answer that is not the delegation's"));
    wrong = corrected;
    wrong.call = 2;
    CHECK_FALSE(spine.offer(wrong));
    wrong = corrected;
    wrong.delegation = "BBB";
    CHECK_FALSE(spine.offer(wrong));
    spine.take(corrected);
    CHECK(spine.conference.run->answers.at("AAA").size() == 2);
    CHECK(spine.refusal(first).starts_with("An answer has a new id"));  // the first, sealed then
    CHECK(to_be_called(spine) == std::vector<std::string>{"BBB", "CCC"});
    spine.take(spine.answer("BBB", Answer::yes));
    spine.take(spine.answer("CCC", Answer::abstain));
    const auto result = spine.finish();
    CHECK(result.figures.yes == 1);
    CHECK(result.figures.no == 1);
    CHECK_FALSE(spine.offer(spine.answer("AAA", Answer::yes)));
}

TEST_CASE("an answer corrected to none leaves the State to be called again", "[procedure]") {
    auto spine = calling();
    for (const auto* id : {"AAA", "BBB", "CCC"}) spine.take(spine.answer(id, Answer::yes));
    CHECK(roll_call_complete(spine.conference));
    spine.take(spine.answer("BBB", Answer::none));
    CHECK(calls_to_come(spine.conference) == std::vector<Call>{{"BBB", 2}});
    CHECK_FALSE(spine.offer(spine.close()));
    spine.take(spine.answer("BBB", Answer::none));
    CHECK(spine.finish().figures.yes == 2);
}

TEST_CASE("an answer is for one start, under an id of its own", "[procedure]") {
    auto spine = calling();
    auto answer = spine.answer("AAA", Answer::yes);
    answer.start = hash_named("an earlier start");
    CHECK(spine.refusal(answer).starts_with("This was made for another start of the voting."));
    answer = spine.answer("AAA", Answer::yes);
    answer.run = 2;
    CHECK(spine.refusal(answer).starts_with("This is for run 2"));
    answer.run = 1;
    for (const auto* id : {"", "xyz", "0123456789ABCDEF0123456789ABCDEF"}) {
        answer.id = id;
        CHECK(spine.refusal(answer).starts_with("An answer has a new id of 32 hex digits"));
    }
    const auto good = spine.answer("AAA", Answer::yes);
    spine.take(good);
    auto other = spine.answer("BBB", Answer::yes);
    other.id = good.id;
    CHECK(spine.refusal(other).starts_with("An answer has a new id"));
    // An answer of an annulled run, whole with its seal, is not one of the next.
    spine.take(spine.annulment());
    spine.take(spine.start());
    spine.take(spine.lot("AAA"));
    CHECK_FALSE(spine.offer(good));
}

TEST_CASE("a State without the vote is neither drawn nor called", "[procedure]") {
    auto spine = begun({.participant = [](Participant& participant) {
        if (participant.id == "BBB") participant.credentials = Credentials::rejected;
    }});
    CHECK(may_be_called(spine.conference) == std::vector<ParticipantId>{"AAA", "CCC"});
    CHECK(spine.refusal(spine.lot("BBB")).starts_with("\"BBB\" is not among the States"));
    spine.take(spine.lot("AAA"));
    CHECK(to_be_called(spine) == std::vector<std::string>{"AAA", "CCC"});
    auto answer = spine.answer("BBB", Answer::yes);
    CHECK(spine.refusal(answer).starts_with("This delegation (BBB) has no vote"));
    spine.take(spine.answer("AAA", Answer::yes));
    CHECK_FALSE(spine.offer(answer));
    spine.take(spine.answer("CCC", Answer::yes));
    const auto result = spine.finish();
    CHECK(result.figures.yes == 2);
    CHECK(result.figures.present == 2);
    CHECK(result.figures.participating == 3);
}

TEST_CASE("who answers is present, whatever was noted", "[procedure]") {
    auto spine = calling();
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"AAA", "BBB", "CCC"}});
    spine.take(spine.answer("AAA", Answer::yes));
    spine.take(spine.answer("BBB", Answer::not_participating));
    for (int call = 0; call < 2; ++call) spine.take(spine.answer("CCC", Answer::none));
    const auto result = spine.finish();
    CHECK(result.figures.present == 2);
    CHECK(result.figures.not_voting == 1);
    CHECK(voting_table(spine.conference) ==
          "AAA\tyes\tState AAA\nBBB\tnot_participating\tState BBB\nCCC\tabsent\tState CCC\n");
}

TEST_CASE("an electronic draw needs a number committed to, a draw by hand none", "[procedure]") {
    auto spine = begun();
    auto drawn = spine.lot("AAA");
    drawn.number = 5;
    CHECK(spine.refusal(drawn).starts_with("An electronic draw takes a number said aloud"));
    drawn = spine.lot("AAA");
    drawn.nonce = std::string(64, 'a');
    CHECK_FALSE(spine.offer(drawn));
    drawn.way = LotWay::electronic;
    CHECK_FALSE(spine.offer(drawn));  // nothing is committed to
    spine.take(spine.lot_commitment());
    CHECK(spine.refusal(spine.lot_commitment()).starts_with("A number is committed to already."));
    CHECK(spine.offer(drawn));
    drawn.number = -1;
    CHECK_FALSE(spine.offer(drawn));
    drawn.number = 0;
    for (const auto* nonce : {"", "abc"}) {
        drawn.nonce = nonce;
        CHECK_FALSE(spine.offer(drawn));
    }
    drawn.nonce = std::string(64, 'G');
    CHECK_FALSE(spine.offer(drawn));
    CHECK(spine.offer(spine.lot("BBB")));  // the terminal lost its number: by hand is always open
}

TEST_CASE("every roll-call of three States counts what was answered", "[procedure]") {
    const std::vector<Answer> answers = {Answer::yes, Answer::no, Answer::abstain,
                                         Answer::not_participating, Answer::none};
    const std::vector<std::string> ids = {"AAA", "BBB", "CCC"};
    const auto start = calling();
    int seen = 0;
    for (std::size_t combination = 0; combination < 125; ++combination) {
        auto spine = start;
        std::map<std::string, Answer> given;
        std::size_t rest = combination;
        for (const auto& id : ids) given[id] = answers[rest % 5], rest /= 5;
        while (!calls_to_come(spine.conference).empty()) {
            const auto id = calls_to_come(spine.conference).front().delegation;
            spine.take(spine.answer(id, given.at(id)));
        }
        const auto count = [&](Answer answer) {
            return std::ranges::count_if(given,
                                         [&](const auto& one) { return one.second == answer; });
        };
        const auto yes = count(Answer::yes), no = count(Answer::no);
        const auto result = spine.finish();
        INFO("combination " << combination);
        CHECK(result.figures.yes == yes);
        CHECK(result.figures.no == no);
        CHECK(result.figures.abstaining == count(Answer::abstain));
        CHECK(result.figures.not_voting == 3 - yes - no - count(Answer::abstain));
        CHECK((result.outcome == Outcome::adopted) == (yes >= 1 && yes >= 2 * no));
        ++seen;
    }
    CHECK(seen == 125);
}

TEST_CASE("a roll-call whose positions are not its answers is not announced", "[procedure]") {
    auto spine = calling();
    for (const auto* id : {"AAA", "BBB", "CCC"}) spine.take(spine.answer(id, Answer::yes));
    spine.take(spine.close());
    auto run = *spine.conference.run;
    CHECK(tally(run));
    SECTION("a position that nobody answered") {
        run.ballots.at("AAA").change().front().ballot.choice = Choice::no;
    }
    SECTION("an answer that is no position") {
        run.answers.at("AAA").back().answer.answer = Answer::abstain;
    }
    CHECK(count_by_state(run) != count_by_ballot(run));
    CHECK_FALSE(tally(run));
}

TEST_CASE("a roll-call with an entry that is not understood is indeterminate", "[procedure]") {
    auto spine = calling();
    spine.take(spine.answer("AAA", Answer::yes));
    spine.take(NotUnderstood{});
    spine.take(spine.answer("BBB", Answer::yes));
    spine.take(spine.answer("CCC", Answer::yes));
    spine.take(spine.close());
    spine.take(spine.lock());
    const auto result = result_of(spine.conference);
    REQUIRE_FALSE(result);
    CHECK(result.error().detail.find("indeterminate") != std::string::npos);
    spine.take(spine.annulment());  // and there is a way on
    spine.take(spine.start());
    CHECK(spine.conference.run->start.run == 2);
}
