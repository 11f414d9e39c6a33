// What the presiding officer says: every state of a vote, of a decision without one, of a motion
// and of an appeal. Source: the formulae of chairs as the domain reference gives them; RULES.md.
#include "ledger/procedure/script.h"
#include "ledger/procedure/floor_acts.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

using Said = std::vector<std::string>;

Said said(const Spine& spine) {
    Said sentences;
    for (const auto& spoken : script_of(spine.conference)) sentences.push_back(in_english(spoken));
    return sentences;
}

Spine opened(const Spine::Options& options = {}) {
    Spine spine(options);
    spine.open();
    return spine;
}

const std::string interruption =
    "The voting has begun. It is not interrupted, except on a point of order on its conduct.";

}  // namespace

TEST_CASE("the presiding officer opens the meeting, and resumes one that was suspended",
          "[procedure]") {
    Spine spine;
    CHECK(said(spine) == Said{"I call the meeting to order."});
    spine.open();
    CHECK(said(spine).empty());  // nothing is before the meeting
    spine.take(MeetingSuspended{.meeting = spine.conference.meeting->number});
    CHECK(said(spine) == Said{"The meeting is resumed."});
}

TEST_CASE("a decision without a vote has its words from the proposal to the gavel", "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    CHECK(said(spine) == Said{spine.conference.consensus->proposed.sentence,
                              "I hear no objection. It is so decided."});
    auto objected = spine;
    objected.take(objected.objection("BBB"));
    CHECK(said(objected) == Said{"There is an objection. It is not adopted without a vote."});
    objected.take(ruling_over_objection(objected.conference));
    CHECK(said(objected).back() == "It is so decided.");
    CHECK(said(objected).front().starts_with("The ruling stands"));
    spine.take(spine.gavel());
    CHECK(said(spine) == Said{"It is so decided."});
    spine.take(spine.confirmation());
    CHECK(said(spine).empty());
}

TEST_CASE("a recorded vote has its words from the question to the result", "[procedure]") {
    auto spine = opened();
    spine.put();
    CHECK(said(spine) == Said{"We shall now vote on the following: Draft article 2.",
                              "A recorded vote is taken.",
                              "We shall now begin the voting process."});
    spine.take(spine.start());
    CHECK(said(spine) == Said{interruption, "Vote now: in favour, against, or abstaining."});
    spine.cast("AAA", Choice::yes);
    spine.cast("BBB", Choice::yes);
    spine.cast("CCC", Choice::abstain);
    spine.take(LastCalled{.run = spine.conference.run->start.run,
                          .start = spine.conference.run->start_entry.leaf});
    CHECK(said(spine) ==
          Said{"Have all delegations voted? Votes can be checked and changed for the last time.",
               "The voting is about to be closed."});
    spine.take(spine.close());
    CHECK(said(spine) == Said{"The voting is closed."});
    spine.take(spine.lock());
    // Of two who voted, two thirds are two: 3 * 2 >= 2 * 2, and 3 * 1 < 4.
    CHECK(said(spine) ==
          Said{"The result of the vote is as follows: in favour 2, against 0, abstentions 1.",
               "The majority required is 2.",
               "Draft article 2 was adopted by 2 votes to none, with 1 abstention."});
    spine.take(spine.announcement());
    CHECK(said(spine).empty());
}

TEST_CASE("an annulled vote is taken again, and the presiding officer says so", "[procedure]") {
    Spine spine;
    spine.begin();
    spine.take(spine.annulment());
    CHECK(said(spine).front() == "The vote was annulled and is taken again.");
    CHECK(said(spine)[1] == "We shall now vote on the following: Draft article 2.");
}

TEST_CASE("a roll-call and a show of hands are called in words of their own", "[procedure]") {
    auto spine = opened();
    spine.put("article-2", Method::roll_call);
    CHECK(said(spine)[1] == "The vote is taken by roll-call.");
    spine.take(spine.start());
    CHECK(said(spine) == Said{interruption, "The State that is called first is now drawn by lot."});
    spine.take(spine.lot("BBB"));
    const auto& name = spine.conference.participants.at("BBB").name;
    CHECK(said(spine) ==
          Said{interruption, name + ", drawn by lot, is called upon to vote first."});

    auto hands = opened();
    hands.put("article-2", Method::hands);
    CHECK(said(hands)[1] == "The vote is taken by show of hands.");
    hands.take(hands.start());
    CHECK(said(hands).back().starts_with("Those in favour raise their hands"));
}

TEST_CASE("a motion is announced with who may speak on it, and put in the words of its mover",
          "[procedure]") {
    auto spine = opened();
    const auto& name = spine.conference.participants.at("AAA").name;
    spine.take(spine.motion(MotionKind::close_debate));
    CHECK(said(spine) == Said{name + " moves that it be so.",
                              "Speakers against the motion may have the floor, 2 at most."});
    spine.take(spine.motion(MotionKind::suspend_meeting));  // has precedence
    CHECK(said(spine) == Said{name + " moves that it be so.",
                              "It is not debated, and is put to the vote at once."});
    spine.take(spine.question(Subject{.kind = QuestionKind::motion, .motion = 2}));
    CHECK(said(spine) == Said{"The motion is put to the vote: that it be so.",
                              "We shall now begin the voting process."});

    auto divided = opened();
    divided.take(divided.motion(MotionKind::division));
    CHECK(said(divided)[1] == "Is there any objection to the request for division?");
    CHECK(said(divided)[2] ==
          "Speakers may have the floor: 2 at most in favour, 2 at most against.");
    auto free = opened();
    free.take(free.motion(MotionKind::other));
    CHECK(said(free)[1] == "Does any delegation wish to speak on the motion?");
}

TEST_CASE("parts are voted on one by one, then the text as a whole", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 1});
    CHECK(said(spine) == Said{"Parts of this text are voted on separately: Draft article 2. The "
                              "next is paragraph 1."});
    const Subject part{.kind = QuestionKind::part, .proposal = "article-2", .part = "paragraph 1"};
    spine.take(spine.question(part));
    CHECK(said(spine).front().starts_with("We shall vote on the parts one by one. Shall it be "));
    for (const char* label : {"paragraph 1", "paragraph 2"}) {
        Subject subject = part;
        subject.part = label;
        if (spine.conference.question) {
            spine.take(spine.start());
            spine.cast(3, Choice::yes);
            spine.finish();
        } else {
            spine.decide(subject, Choice::yes);
        }
    }
    CHECK(said(spine) == Said{"We come to the text as a whole: Draft article 2."});
}

TEST_CASE("a point of order is ruled on at once, and an appeal is put at once", "[procedure]") {
    auto spine = opened();
    spine.put();
    const auto& name = spine.conference.participants.at("AAA").name;
    auto point = point_of_order_of(spine.conference);
    point.delegation = "AAA";
    spine.take(point);
    CHECK(said(spine) ==
          Said{name + " has the floor on a point of order, and I shall rule on it at once."});
    spine.take(ruling_on_point_of_order(spine.conference, false));
    CHECK(said(spine).front() == "We shall now vote on the following: Draft article 2.");
    spine.take(spine.appeal());
    CHECK(said(spine) ==
          Said{name + " appeals against the ruling. The appeal is put to the vote at once."});
    spine.take(spine.question(Subject{.kind = QuestionKind::appeal, .ruling = 1}));
    CHECK(said(spine) ==
          Said{"The appeal is put to the vote: shall the ruling be overruled?",
               "Those in favour of overruling it vote yes, those who wish it to stand vote no."});
    // While its vote is taken, the words of a vote.
    spine.take(spine.start());
    CHECK(said(spine).front() == interruption);
}

TEST_CASE("amendments are taken before the text, the one furthest removed first", "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    const auto title = spine.conference.proposal_title("L.1");
    CHECK(said(spine) ==
          Said{"We turn to what amends this text: Draft article 2. The first is: " + title + "."});
    spine.table(spine.amendment("L.2", "article-2"));
    CHECK(said(spine).front().starts_with("Several amendments are open to this text: Draft"));
    auto order = ruling_on_order(spine.conference, "article-2");
    put_first(order, {"L.2"}, "draft article 2");
    spine.take(order);
    CHECK(said(spine) == Said{"We turn to what amends this text: Draft article 2. The first is: " +
                              spine.conference.proposal_title("L.2") + "."});
    spine.take(spine.question("L.2"));
    CHECK(said(spine).front() == "We shall first vote on what amends the text: " +
                                     spine.conference.question->put.subject + ".");
}

TEST_CASE("the field that is named for a majority is the one that asked for it", "[procedure]") {
    const auto is_majority = [](const std::string& field) {
        return field.starts_with("majority_");
    };
    Spine spine;
    auto& conference = spine.conference;
    for (const auto kind :
         {MotionKind::close_debate, MotionKind::resume_debate, MotionKind::suspend_rule,
          MotionKind::treat_as_procedure, MotionKind::other})
        conference.motions.push_back({.moved = spine.motion(kind)});
    std::vector<Subject> subjects = {
        {.kind = QuestionKind::proposal, .proposal = "article-2"},
        {.kind = QuestionKind::part, .proposal = "article-2", .part = "paragraph 1"},
        {.kind = QuestionKind::motion},
        {.kind = QuestionKind::reconsideration, .proposal = "article-2"},
        {.kind = QuestionKind::exhaustion, .proposal = "article-2"},
        {.kind = QuestionKind::rules_change},
        {.kind = QuestionKind::credentials}};
    for (std::int64_t motion = 1; motion <= 5; ++motion)
        subjects.push_back({.kind = QuestionKind::motion, .motion = motion});
    std::set<std::string> named;
    for (const auto& [asking, unused] : profile_fields(conference.profile)) {
        if (!is_majority(asking)) continue;
        auto fields = profile_fields(conference.profile);
        for (auto& [field, value] : fields)
            if (is_majority(field))
                value = field == asking ? "two_thirds_of_participating" : "simple";
        const auto profile = profile_from_fields(fields);
        REQUIRE(profile);
        conference.profile = *profile;
        for (const auto* unit : {"plenary", "committee"})
            for (const auto& subject : subjects)
                for (const auto matter : {MatterClass::substance, MatterClass::procedure}) {
                    conference.meeting = Meeting{.number = 1, .unit = unit};
                    const auto field = majority_field(conference, unit, subject, matter);
                    INFO(asking << ", " << field);
                    const bool asked = majority_of(conference, subject, matter) ==
                                       Majority::two_thirds_of_participating;
                    CHECK(asked == (field == asking));
                    named.insert(field);
                }
    }
    CHECK(named.size() == 10);  // all but those of other organs and of the convention as a whole
}

TEST_CASE("a sentence keeps its places apart from their values", "[procedure]") {
    const SpokenSentence spoken{"{name} moves {words}.", {{"name", "{words}"}, {"words", "x"}}};
    CHECK(in_english(spoken) == "{words} moves x.");
}
