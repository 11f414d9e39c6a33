// Motions, rulings, proposals and counts that are refused for one thing alone, beside the twin that
// is allowed. Each from its row in RULES.md.
#include "ledger/procedure/election_check.h"
#include "ledger/procedure/election_rules.h"
#include "ledger/procedure/elections.h"
#include "ledger/procedure/rule_wording.h"
#include "ledger/procedure/state_order.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::numbered_participants;
using placet::tests::opened;
using placet::tests::Spine;

namespace {

/// Noted for the delegation by the attendant.
Entry noted(const Spine& spine, const Record& record) {
    auto entry = spine.entry(record);
    entry.seals = {{.role = Role::attendant, .person = "usher"}};
    return entry;
}

void carry(Spine& spine, const MotionMoved& motion, QuestionKind kind = QuestionKind::motion) {
    spine.take(motion);
    spine.decide({.kind = kind, .proposal = motion.proposal, .motion = motion.motion}, Choice::yes);
}

std::string why_not(const placet::Result<placet::Done>& answer) {
    REQUIRE_FALSE(answer);
    return answer.error().detail;
}

}  // namespace

TEST_CASE("a division names its parts, each once and in a few words", "[procedure]") {
    const auto spine = opened();
    auto division = spine.motion(MotionKind::division);
    CHECK(spine.offer(division));
    std::vector<std::string> too_many;
    for (int part = 0; part < 65; ++part) too_many.push_back("paragraph " + std::to_string(part));
    for (const auto& parts : std::vector<std::vector<std::string>>{
             {}, {"paragraph 1", ""}, {std::string(201, 'x')}, {"part", "part"}, too_many}) {
        division.parts = parts;
        CHECK(spine.refusal(division).starts_with("A division names the parts"));
    }
    too_many.pop_back();
    division.parts = too_many;
    CHECK(spine.offer(division));
}

TEST_CASE("reconsidered is a decision of this organ on a proposal, and one that stands",
          "[procedure]") {
    auto spine = opened([](RuleProfile& rules) { rules.exhaustion = Exhaustion::body_determines; });
    const Subject asked{.kind = QuestionKind::exhaustion, .proposal = "article-2"};
    spine.decide(asked, Choice::yes);
    const auto determination = spine.conference.decisions.back().entry.leaf;
    spine.decide("article-2", Choice::yes);
    const auto motion = spine.motion(MotionKind::reconsider);
    const auto refused = [&](const std::function<void(MotionMoved&)>& change) {
        auto twin = spine.motion(MotionKind::reconsider);
        change(twin);
        CHECK(spine.refusal(twin).starts_with("Reconsidered is a decision of this organ"));
    };
    CHECK(spine.offer(motion));
    refused([](auto& r) { r.proposal = "article-3"; });
    refused([](auto& r) { r.decision.reset(); });
    refused([&](auto& r) { r.decision = determination; });
    carry(spine, spine.motion(MotionKind::other));
    const auto on_a_motion = spine.conference.decisions.back().entry.leaf;
    refused([&](auto& r) { r.decision = on_a_motion, r.proposal.clear(); });
    // Reopened, it is not reopened again; when there is a new decision it stands no longer.
    carry(spine, spine.motion(MotionKind::reconsider), QuestionKind::reconsideration);
    refused([&](auto& r) { r.decision = motion.decision; });
    spine.decide("article-2", Choice::yes);
    refused([&](auto& r) { r.decision = motion.decision; });
    auto elsewhere = spine;
    elsewhere.open("committee");
    CHECK(elsewhere.refusal(elsewhere.motion(MotionKind::reconsider))
              .starts_with("Reconsidered is a decision of this organ"));
}

TEST_CASE("a State whose credentials were rejected moves, asks and raises nothing", "[procedure]") {
    Spine spine({.rules = [](RuleProfile& rules) { rules.roll_call_on_request = true; },
                 .participant =
                     [](Participant& state) {
                         if (state.id == "CCC") state.credentials = Credentials::rejected;
                     }});
    spine.open();
    spine.put();
    const auto by = [&](const ParticipantId& id) {
        auto motion = spine.motion(MotionKind::other);
        motion.mover = id;
        return std::vector<Record>{
            motion, MethodRequested{.question = 1, .delegation = id, .method = Method::roll_call},
            PointOfOrderRaised{.meeting = 1, .delegation = id}};
    };
    for (const auto& record : by("BBB")) CHECK(spine.offer(record));
    for (const auto& record : by("CCC"))
        CHECK(spine.refusal(noted(spine, record)).find("credentials") != std::string::npos);
}

TEST_CASE("an observer neither speaks on a motion, nor sponsors, nor asks for a deferment",
          "[procedure]") {
    Spine spine({.rules = [](RuleProfile& rules) { rules.deferment_states = 1; }});
    spine.take(
        Participation{{{.id = "OBS", .name = "Observer", .standing = Standing::observer}}, {}});
    spine.open();
    spine.take(spine.motion(MotionKind::other));
    CHECK(spine.refusal(noted(spine, MotionSpoken{.motion = 1, .delegation = "OBS"}))
              .starts_with("\"OBS\" does not participate here."));
    CHECK(spine.offer(noted(spine, MotionSpoken{.motion = 1, .delegation = "BBB"})));
    CHECK(
        spine
            .refusal(noted(spine, DefermentRequested{.proposal = "article-2", .delegation = "OBS"}))
            .starts_with("\"OBS\" does not participate."));
    auto sponsored = spine.submission("L.1");
    sponsored.sponsors = {"OBS"};
    CHECK(spine.refusal(sponsored).starts_with("\"OBS\" does not participate, or is named twice."));
}

TEST_CASE("motions of one kind on two proposals wait side by side", "[procedure]") {
    auto spine = opened();
    auto motion = spine.motion(MotionKind::close_debate);
    spine.take(motion);
    motion.motion = 2;
    CHECK(spine.refusal(motion).starts_with("A motion of this kind waits already."));
    motion.proposal = "article-3";
    CHECK(spine.offer(motion));
}

TEST_CASE("what needs its majority is not granted", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::amend_rules));
    CHECK(spine.refusal(MotionGranted{.motion = 1}).starts_with("Reconsideration and a change"));
    spine.take(MotionWithdrawn{.motion = 1, .delegation = "AAA"});
    spine.take(spine.motion(MotionKind::other));
    CHECK(spine.offer(MotionGranted{.motion = 2}));
}

TEST_CASE("a method is asked for of the question that is put, and of no other", "[procedure]") {
    auto spine = opened([](RuleProfile& rules) { rules.roll_call_on_request = true; });
    spine.put();
    MethodRequested asked{.question = 1, .delegation = "AAA", .method = Method::roll_call};
    CHECK(spine.offer(asked));
    asked.question = 2;
    CHECK(spine.refusal(asked).starts_with("A method of voting is requested of the question"));
}

TEST_CASE("whether a matter is of procedure the presiding officer rules, where the rules say so",
          "[procedure]") {
    const auto may_move = [](Classify classify) {
        const auto spine = opened([&](RuleProfile& rules) { rules.classify = classify; });
        return bool(spine.offer(spine.motion(MotionKind::treat_as_procedure)));
    };
    CHECK(may_move(Classify::substance_unless_substance_majority));
    CHECK_FALSE(may_move(Classify::chair_appeal_simple));
    auto in_doubt = opened(
        [](RuleProfile& rules) { rules.classify = Classify::substance_unless_substance_majority; });
    in_doubt.table(in_doubt.submission("L.1"));
    auto ruling = in_doubt.ruling(RulingKind::classification, "L.1");
    ruling.matter = MatterClass::substance;
    CHECK(in_doubt.offer(ruling));
    ruling.matter = MatterClass::procedure;
    CHECK(in_doubt.refusal(ruling).starts_with("In doubt a matter is one of substance"));
}

TEST_CASE("what is not put is implied by the adoption of another, which stands", "[procedure]") {
    auto spine = opened();
    for (const char* id : {"L.1", "L.2", "L.3"}) spine.table(spine.submission(id));
    spine.take(spine.submission("L.4"));
    spine.decide("L.2", Choice::yes);
    spine.decide("L.3", Choice::no);
    auto ruling = spine.ruling(RulingKind::skip, "L.1");
    ruling.because = "L.2";
    CHECK(spine.offer(ruling));
    for (const char* because : {"L.3", "L.9", "L.1"}) {
        ruling.because = because;
        CHECK(spine.refusal(ruling).starts_with("What is not put to the vote is what"));
    }
    ruling.proposal = "L.9";
    CHECK(spine.refusal(ruling).starts_with("There is no proposal \"L.9\"."));
    ruling.proposal = "L.2";
    CHECK_FALSE(spine.offer(ruling));
}

TEST_CASE("what is decided keeps its class, and a motion that does not wait has none",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.decide("L.1", Choice::yes);
    auto ruling = spine.ruling(RulingKind::classification, "L.1");
    CHECK(spine.refusal(ruling).starts_with("Articles and other units of the convention"));
    ruling.proposal.clear();
    ruling.motion = 1;
    CHECK(spine.refusal(ruling).starts_with("No such motion waits to be decided."));
    spine.take(spine.motion(MotionKind::other));
    CHECK(spine.offer(ruling));
    ruling.words.clear();
    CHECK(spine.refusal(ruling).starts_with("A ruling is given in words"));
}

TEST_CASE("an appeal is against a ruling of this meeting of this organ", "[procedure]") {
    auto spine = opened();
    spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "AAA"});
    spine.take(spine.ruling(RulingKind::point_of_order));
    CHECK(spine.offer(spine.appeal()));
    for (const auto* organ : {"plenary", "committee"}) {
        auto later = spine;
        later.open(organ);
        CHECK(later.refusal(later.appeal()).starts_with("An appeal is against the last ruling"));
    }
    spine.take(spine.appeal());
    CHECK(spine.refusal(AppealWithdrawn{.ruling = 2, .delegation = "AAA"})
              .starts_with("No appeal of this delegation against this ruling"));
    CHECK(spine.offer(AppealWithdrawn{.ruling = 1, .delegation = "AAA"}));
}

TEST_CASE("a proposal has an id, a title of one line, a text, and sponsors that are States",
          "[procedure]") {
    Spine spine({.participants = numbered_participants(251)});
    const auto proposal = spine.submission("L.1");
    auto entry = spine.entry(proposal);
    entry.unit = "conference";
    CHECK(spine.offer(entry));
    const std::vector<std::function<void(ProposalRegistered&)>> lacking = {
        [](auto& r) { r.proposal.clear(); }, [](auto& r) { r.proposal.assign(65, 'x'); },
        [](auto& r) { r.title.clear(); }, [](auto& r) { r.title.assign(401, 'x'); },
        [](auto& r) { r.texts.clear(); }};
    for (const auto& change : lacking) {
        auto twin = proposal;
        change(twin);
        CHECK(spine.refusal(twin).starts_with("A proposal has an id, a title of one line"));
    }
    auto twin = proposal;
    twin.text_unit = "article-9";
    CHECK(spine.refusal(twin).starts_with("The conference has no text unit \"article-9\"."));
    twin = proposal;
    twin.reintroduces = "L.9";
    CHECK(spine.refusal(twin).starts_with("There is no proposal \"L.9\"."));
    twin = proposal;
    twin.sponsors = spine.participants;
    CHECK(spine.refusal(twin).starts_with("There are more sponsors than States."));
    twin.sponsors.pop_back();
    CHECK(spine.offer(twin));
}

TEST_CASE("what is counted is from none to those who are present", "[procedure]") {
    struct Row {
        int yes, no, abstaining;
    };
    const std::vector<Row> wrong = {{-1, 1, 1}, {1, -1, 1}, {1, 1, -1}, {4, 0, 0},
                                    {0, 4, 0},  {0, 0, 4},  {2, 1, 1}};
    auto hands = opened();
    hands.put("article-2", Method::hands);
    hands.take(hands.start());
    auto totals = opened();
    totals.put("article-2", Method::non_recorded);
    totals.take(totals.start());
    const auto taken = [&](const Row& row) {
        return TotalsTaken{.run = 1,
                           .start = totals.conference.run->start_entry.leaf,
                           .yes = row.yes,
                           .no = row.no,
                           .abstaining = row.abstaining};
    };
    CHECK(hands.offer(hands.hands(1, 1, 1)));
    CHECK(totals.offer(taken({1, 1, 1})));
    for (const auto& row : wrong) {
        CHECK(hands.refusal(hands.hands(row.yes, row.no, row.abstaining))
                  .starts_with("More hands were counted"));
        CHECK(totals.refusal(taken(row)).starts_with("More positions were counted"));
    }
}

TEST_CASE("what is put is what waits to be put", "[procedure]") {
    auto spine = opened();
    const auto& now = spine.conference;
    CHECK(why_not(may_put(now, {.kind = QuestionKind::reconsideration}))
              .starts_with("Reconsideration and a change of the rules are moved"));
    CHECK(why_not(may_put(now, {.kind = QuestionKind::motion, .motion = 9}))
              .starts_with("No such motion waits"));
    CHECK(why_not(may_put(now, {.kind = QuestionKind::appeal, .ruling = 1}))
              .starts_with("No appeal against this ruling is open."));
    CHECK(why_not(may_put(now, {.kind = QuestionKind::exhaustion, .proposal = "article-2"}))
              .starts_with("The rules know no vote on whether"));
    spine.take(spine.motion(MotionKind::other));
    CHECK(may_put(now, {.kind = QuestionKind::motion, .motion = 1}));
    CHECK(why_not(may_put(now, {.kind = QuestionKind::rules_change, .motion = 1}))
              .starts_with("The motion that it be so is put as another kind"));
    auto ruling = spine.ruling(RulingKind::out_of_order);
    ruling.motion = 1;
    spine.take(ruling);
    spine.take(spine.appeal());
    CHECK(may_put(now, {.kind = QuestionKind::appeal, .ruling = 1}));
    CHECK_FALSE(may_put(now, {.kind = QuestionKind::appeal, .ruling = 2}));
    spine.take(spine.question({.kind = QuestionKind::appeal, .ruling = 1}));
    CHECK(why_not(may_put(now, {.kind = QuestionKind::appeal, .ruling = 1}))
              .starts_with("Question 1 is before the meeting"));
    auto proposed = opened();
    proposed.take(proposed.motion(MotionKind::other));
    proposed.take(MotionWithdrawn{.motion = 1, .delegation = "AAA"});
    proposed.take(proposed.proposal());
    proposed.take(proposed.motion(MotionKind::other));
    CHECK(why_not(may_put(proposed.conference, {.kind = QuestionKind::motion, .motion = 2}))
              .starts_with("Draft article 2 is proposed for adoption"));
}

TEST_CASE("whether efforts are exhausted is not asked again, nor of what is decided",
          "[procedure]") {
    auto spine = opened([](RuleProfile& rules) { rules.exhaustion = Exhaustion::body_determines; });
    const Subject asked{.kind = QuestionKind::exhaustion, .proposal = "article-2"};
    spine.decide(asked, Choice::yes);
    CHECK(why_not(may_put(spine.conference, asked)).find("exhausted already") != std::string::npos);
    spine.decide("article-2", Choice::yes);
    CHECK(why_not(may_put(spine.conference, asked)).starts_with("The efforts are those to agree"));
    const Subject other{.kind = QuestionKind::exhaustion, .proposal = "article-3"};
    CHECK(may_put(spine.conference, other));
    spine.take(spine.question(other));
    CHECK_FALSE(may_put(spine.conference, other));
}

TEST_CASE("numbers of motions, rulings and elections that there are not name nothing",
          "[procedure]") {
    const auto spine = opened();
    for (const std::int64_t number : {-1, 0, 1}) {
        CHECK(spine.conference.motion(number) == nullptr);
        CHECK(spine.conference.ruling(number) == nullptr);
        CHECK(spine.conference.election(number) == nullptr);
        CHECK(spine.conference.motion_words(number).empty());
    }
    CHECK(spine.conference.proposal_title("L.9") == "L.9");
}

TEST_CASE("no act of an election where there is none, or no meeting", "[procedure]") {
    const Spine founded;
    CHECK(open_election(founded.conference) == nullptr);
    CHECK(why_not(may_stop_election(founded.conference)).starts_with("No meeting is open."));
    CHECK(why_not(may_open_election(founded.conference)).starts_with("No meeting is open."));
    const auto spine = opened();
    for (const auto& may : {may_stop_election, may_withdraw_candidate, may_declare_acclamation,
                            may_enter_protocol, may_draw_election_lot})
        CHECK(why_not(may(spine.conference)).starts_with("No election is open in this organ."));
}

TEST_CASE("an act that is none of an election's has no history", "[procedure]") {
    Election election;
    const ElectionAct first = BallotProtocol{.round = 1};
    const ElectionAct second = BallotProtocol{.round = 2};
    election.history = {first, second};
    CHECK(history_to(election, first).size() == 1);
    CHECK(history_to(election, second).size() == 2);
    CHECK(history_to(election, BallotProtocol{.round = 3}).empty());
}

TEST_CASE("parts of the States are said in words, or as they stand", "[procedure]") {
    RuleText rule = {};
    rule.field = "quorum_open_plenary";
    rule.unit = "State";
    const std::map<std::string, std::string> words = {
        {"1/2", "half"},      {"1/3", "one third"},  {"1/4", "one quarter"},
        {"1/5", "one fifth"}, {"2/3", "two thirds"}, {"3/4", "three quarters"},
        {"3/5", "3/5"}};
    for (const auto& [fraction, expected] : words)
        CHECK(value_in_words(rule, fraction) == "at least " + expected + " of the States");
    CHECK(value_in_words(rule, "1") == "1 State");
    CHECK(value_in_words(rule, "15") == "15 States");
}

TEST_CASE("signs around a name and between its words do not bear on its place", "[procedure]") {
    CHECK(collation_key("") == "");
    CHECK(collation_key("  C\u00f4te d'Ivoire  ") == "cote d ivoire");
    CHECK(collation_key("{A}, |B|!") == "a b");
    CHECK(collation_key("...") == "");
}
