// What may follow what: every kind of record of the floor (proposals, motions, rulings, rights,
// notes) at every point of a meeting, allowed or refused by the rule that says so. Of a meeting and
// its decisions: phases_test.cpp; of elections: election_phases_test.cpp. Written from the rows Q
// and K and the precedence of motions in RULES.md.
#include "tests/procedure/spine.h"

#include "ledger/record_text.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

Subject motion_1() { return {.kind = QuestionKind::motion, .motion = 1}; }

void make_way(Spine& spine, const ProposalId& id) {
    spine.take(ExhaustionDeclared{.proposal = id, .meeting = 1, .report = "None was reached."});
    spine.take(VoteNotified{.proposal = id, .meeting = 1, .not_before = "Monday"});
}

/// Something waits for each kind of record: L.1 to be circulated, L.2 to be introduced, L.3 under
/// debate, L.4 deferred, two amendments to article 3, whose deferment was asked for, and one that
/// was adopted to article 4.
Spine prepared() {
    Spine spine({.rules = [](RuleProfile& rules) {
        rules.deferment_states = 1;
        rules.exhaustion = Exhaustion::chair_declares;
        rules.notice_working_days = 2;
    }});
    spine.open();
    spine.take(spine.submission("L.1"));
    spine.take(spine.submission("L.2"));
    spine.take(spine.circulation("L.2"));
    for (const char* id : {"L.3", "L.4"}) spine.table(spine.submission(id));
    for (const char* id : {"L.4", "article-3"})
        spine.take(DefermentRequested{.proposal = id, .delegation = "AAA"});
    spine.take(VoteDeferred{
        .proposal = "L.4", .meeting = 1, .right = DefermentRight::states, .until = "Thursday"});
    for (const char* id : {"L.6", "L.7"}) spine.table(spine.amendment(id, "article-3"));
    spine.take(TextPlaced{.text_unit = "article-4",
                          .after = "article-3",
                          .number = "4",
                          .label = "Draft article 4",
                          .texts = {{"en", placet::tests::hash_named("text 4")}}});
    make_way(spine, "article-2");
    make_way(spine, "article-4");
    spine.table(spine.amendment("L.5", "article-4"));
    spine.decide("L.5", Choice::yes);
    return spine;
}

RulingGiven order_of(const Spine& spine) {
    auto order = spine.ruling(RulingKind::order, "article-3");
    order.order = {"L.6", "L.7"};
    return order;
}

/// In a decision without a vote, as far as this point.
void propose(Spine& spine, const std::string& point) {
    spine.take(spine.proposal());
    if (point == "objected") spine.take(spine.objection("AAA"));
    if (point == "gavelled" || point == "confirmed") spine.take(spine.gavel());
    if (point == "confirmed") spine.take(spine.confirmation());
}

/// In a vote on article 2, as far as this point.
void vote(Spine& spine, const std::string& point) {
    spine.put();
    if (point == "put") return;
    spine.take(spine.start());
    if (point == "questioned")
        spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "AAA", .on_the_voting = true});
    if (point == "annulled") spine.take(spine.annulment());
    if (point == "voting" || point == "questioned" || point == "annulled") return;
    spine.take(spine.close());
    if (point == "closed") return;
    spine.take(spine.lock());
    if (point == "announced") spine.take(spine.announcement());
}

/// From the floor, as far as this point.
void raise(Spine& spine, const std::string& point) {
    if (point == "moved" || point == "motion put") spine.take(spine.motion(MotionKind::other));
    if (point == "motion put") spine.take(spine.question(motion_1()));
    if (point == "point") spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "AAA"});
    if (point != "ruled" && point != "appealed" && point != "appeal put") return;
    spine.take(order_of(spine));
    if (point == "ruled") return;
    spine.take(spine.appeal());
    if (point == "appeal put")
        spine.take(spine.question({.kind = QuestionKind::appeal, .ruling = 1}));
}

Spine at(const std::string& point) {
    const auto among = [&](std::vector<std::string> some) {
        return std::ranges::find(some, point) != some.end();
    };
    auto spine = prepared();
    if (point == "none" || point == "ended") spine.take(MeetingClosed{.meeting = 1});
    if (point == "ended") spine.take(spine.conference_closed());
    if (point == "suspended") spine.take(MeetingSuspended{.meeting = 1});
    if (among({"proposed", "objected", "gavelled", "confirmed"})) propose(spine, point);
    if (among({"put", "voting", "questioned", "closed", "locked", "announced", "annulled"}))
        vote(spine, point);
    raise(spine, point);
    return spine;
}

/// Other rules than are in force.
RulesAdopted other_rules(const Spine& spine) {
    RulesAdopted rules{.profile = profile_fields(spine.conference.profile)};
    rules.profile["version"] = "2";
    return rules;
}

struct Offered {
    std::string name = {};  // of the row below
    Record record = {};
};

std::vector<Offered> of_rights_and_notes(const Spine& spine) {
    const auto& result =
        *spine.conference.decision_of_entry(spine.conference.proposal("L.5")->decision);
    return {
        {"session_opened/1", SessionOpened{.session = 2}},
        {"organ_composed/1", OrganComposed{.organ = "committee", .members = {"AAA", "BBB"}}},
        {"voting_right_changed/1",
         VotingRightChanged{
             .delegation = "CCC", .suspended = true, .reason = "Arrears", .authority = "A note"}},
        {"rules_adopted/1", other_rules(spine)},
        {"reading_corrected/1",
         ReadingCorrected{
             .result = result.entry.leaf, .read = "Otherwise.", .sentence = result.sentence}},
        {"record_closed/1", RecordClosed{.decision = result.entry.leaf}},
    };
}

std::vector<Offered> of_proposals(const Spine& spine) {
    constexpr std::int64_t meeting = 1;
    auto revised = spine.submission("L.3").texts;
    revised["en"] = placet::tests::hash_named("another text");
    return {
        {"proposal_registered/1", spine.submission("L.9")},
        {"proposal_revised/1",
         ProposalRevised{.proposal = "L.3", .version = 2, .sponsors = {"AAA"}, .texts = revised}},
        {"proposal_circulated/1", spine.circulation("L.1")},
        {"proposal_introduced/1", ProposalIntroduced{.proposal = "L.2", .meeting = meeting}},
        {"proposal_withdrawn/1", ProposalWithdrawn{.proposal = "L.3", .delegation = "AAA"}},
        {"debate_closed/1", DebateClosed{.proposal = "L.3", .meeting = meeting}},
        {"deferment_requested/1", DefermentRequested{.proposal = "article-3", .delegation = "BBB"}},
        {"vote_deferred/1", VoteDeferred{.proposal = "article-3",
                                         .meeting = meeting,
                                         .right = DefermentRight::states,
                                         .until = "Friday"}},
        {"deferment_ended/1",
         DefermentEnded{.proposal = "L.4", .meeting = meeting, .report = "Nothing came of it."}},
        {"vote_notified/1",
         VoteNotified{.proposal = "article-3", .meeting = meeting, .not_before = "Monday"}},
        {"exhaustion_declared/1",
         ExhaustionDeclared{
             .proposal = "article-3", .meeting = meeting, .report = "They are exhausted."}},
        {"text_revised/1", spine.text_as_amended("article-4")},
        {"text_placed/1", TextPlaced{.text_unit = "article-9",
                                     .label = "Draft article 9",
                                     .texts = {{"en", placet::tests::hash_named("text 9")}}}},
    };
}

std::vector<Offered> from_the_floor(const Spine& spine) {
    constexpr std::int64_t meeting = 1;
    const auto& question = spine.conference.question;
    auto suspend = spine.motion(MotionKind::suspend_meeting);
    suspend.meeting = meeting;
    auto order = order_of(spine);
    auto on_the_point = spine.ruling(RulingKind::point_of_order);
    order.meeting = on_the_point.meeting = meeting;
    auto appeal = spine.appeal();
    appeal.delegation = "BBB";
    return {
        {"motion_moved/1", suspend},
        {"motion_spoken/1", MotionSpoken{.motion = 1, .delegation = "BBB"}},
        {"motion_granted/1", MotionGranted{.motion = 1}},
        {"motion_withdrawn/1", MotionWithdrawn{.motion = 1, .delegation = "AAA"}},
        {"method_requested/1", MethodRequested{.question = question ? question->put.question : 9,
                                               .delegation = "BBB",
                                               .method = Method::roll_call}},
        {"point_of_order_raised/1", PointOfOrderRaised{.meeting = meeting, .delegation = "BBB"}},
        {"point_of_order_raised/1 on the voting",
         PointOfOrderRaised{.meeting = meeting, .delegation = "BBB", .on_the_voting = true}},
        {"ruling_given/1", order},
        {"ruling_given/1 on a point of order", on_the_point},
        {"ruling_appealed/1", appeal},
        {"appeal_withdrawn/1", AppealWithdrawn{.ruling = 1, .delegation = "AAA"}},
    };
}

std::vector<Offered> every_kind(const Spine& spine) {
    auto all = of_rights_and_notes(spine);
    for (const auto& some : {of_proposals(spine), from_the_floor(spine)})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

const std::vector<std::string> points = {
    "none",  "open",       "suspended",  "proposed", "objected", "gavelled",   "confirmed",
    "put",   "voting",     "questioned", "closed",   "locked",   "announced",  "annulled",
    "moved", "motion put", "point",      "ruled",    "appealed", "appeal put", "ended"};

/// Why not, by the letter in the table.
const std::map<char, std::vector<std::string>> rules = {
    {'m', {"No meeting is open."}},
    {'o', {"A meeting is open."}},
    {'s', {"The meeting is suspended."}},
    {'v',
     {"A vote is under way", "Participants, persons and texts stay as they are from the start"}},
    {'d', {"While a vote is taken only its own conduct"}},
    {'x', {"The voting is closed."}},
    {'c',
     {"Participants, persons and texts stay as they are while a text is proposed",
      "Draft article 2 is proposed for adoption without a vote."}},
    {'g', {"The gavel has fallen."}},
    {'q', {"A question is before the meeting", "Question 2 is before the meeting"}},
    {'t', {"The motion is put to the vote.", "The appeal is put to the vote."}},
    {'a', {"An appeal against ruling 1 is open"}},
    {'p', {"A point of order waits for a ruling"}},
    {'n', {"Motion 1 does not wait to be decided."}},
    {'k', {"A method of voting is requested of the question that is put"}},
    {'w', {"No point of order waits for a ruling."}},
    {'l', {"An appeal is against the last ruling"}},
    {'r', {"This ruling was appealed against already."}},
    {'b', {"No appeal of this delegation"}},
    {'u', {"It was announced in another organ."}},
    {'e', {"The conference is closed"}},
};

// One row per kind, one column per point: + may follow, a letter says which rule speaks against it.
//  none, open, suspended | proposed, objected, gavelled, confirmed | put, voting, questioned,
//  closed, locked, announced, annulled | moved, motion put, point, ruled, appealed, appeal put |
//  ended
const std::map<std::string, std::string> may_follow = {
    {"session_opened/1", "+oo ccco ovvvvoo oooooo e"},
    {"organ_composed/1", "+++ ccc+ +vvvv++ ++++++ e"},
    {"voting_right_changed/1", "+++ ccc+ +vvvv++ ++++++ e"},
    {"rules_adopted/1", "+++ ccc+ qvvvv+q +q+++q e"},
    {"reading_corrected/1", "u++ ++++ +vvvv++ ++++++ e"},
    {"record_closed/1", "+++ ++++ +vvvv++ ++++++ e"},
    {"proposal_registered/1", "+++ ++g+ +vvvv++ ++++++ e"},
    {"proposal_revised/1", "+++ ++g+ +vvvv++ ++++++ e"},
    {"proposal_circulated/1", "+++ ++g+ +vvvv++ ++++++ e"},
    {"proposal_introduced/1", "m+s ++g+ +vvvv++ ++p+aa e"},
    {"proposal_withdrawn/1", "+++ ++g+ +vvvv++ ++++++ e"},
    {"debate_closed/1", "m+s ++g+ +vvvv++ ++p+aa e"},
    {"deferment_requested/1", "m+s ++g+ +vvvv++ ++++++ e"},
    {"vote_deferred/1", "m+s ccg+ +vvvv++ ++p+aa e"},
    {"deferment_ended/1", "m+s ++g+ +vvvv++ ++p+aa e"},
    {"vote_notified/1", "m+s ++g+ +vvvv++ ++p+aa e"},
    {"exhaustion_declared/1", "m+s ++g+ +vvvv++ ++p+aa e"},
    {"text_revised/1", "m+s ccc+ +vvvv++ ++++++ e"},
    {"text_placed/1", "m+s ccc+ +vvvv++ ++++++ e"},
    {"motion_moved/1", "m+s ++g+ +vvvv++ ++p+aa e"},
    {"motion_spoken/1", "mns nngn nvvvvnn ++pnaa e"},
    {"motion_granted/1", "nnn nnnn nnnnnnn +qnnnn e"},
    {"motion_withdrawn/1", "mns nngn nvvvvnn +tnnnn e"},
    {"method_requested/1", "mks kkgk +vvvvk+ k+kkk+ e"},
    {"point_of_order_raised/1", "m+s ++++ +ddxx++ ++p+aa e"},
    {"point_of_order_raised/1 on the voting", "m+s ++++ ++pxx++ ++p+aa e"},
    {"ruling_given/1", "m+s ++g+ +vvvv++ ++p+aa e"},
    {"ruling_given/1 on a point of order", "mws wwgw ww+vvww ww+waa e"},
    {"ruling_appealed/1", "mls llll lvvvvll lll+rr e"},
    {"appeal_withdrawn/1", "mbs bbbb bvvvvbb bbbb+t e"},
};

std::string without_blanks(std::string row) {
    std::erase(row, ' ');
    return row;
}

std::string text_of(const std::string& file) {
    std::ifstream source(PLACET_SOURCE_DIR "/tests/procedure/" + file);
    std::ostringstream text;
    text << source.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every kind of record of the floor is allowed or refused at every point of a meeting",
          "[procedure]") {
    REQUIRE(may_follow.size() == every_kind(at("open")).size());
    for (std::size_t point = 0; point < points.size(); ++point) {
        const auto spine = at(points[point]);
        for (const auto& [name, record] : every_kind(spine)) {
            INFO(points[point] << ": " << name);
            const auto row = without_blanks(may_follow.at(name));
            REQUIRE(row.size() == points.size());
            const char expected = row[point];
            const auto answer = spine.offer(record);
            INFO((answer ? "allowed" : answer.error().detail));
            CHECK(bool(answer) == (expected == '+'));
            if (answer || expected == '+') continue;
            const auto& words = answer.error().detail;
            CHECK(answer.error().fault == placet::Fault::refused);
            CHECK(std::ranges::any_of(rules.at(expected), [&](const std::string& rule) {
                return words.starts_with(rule);
            }));
            CHECK(words.ends_with('.'));
            CHECK(words.find(". ") != std::string::npos);  // what to do instead
        }
    }
}

TEST_CASE("every kind of record stands in a table of what may follow what", "[procedure]") {
    const auto tables = text_of("phases_test.cpp") + text_of("floor_phases_test.cpp") +
                        text_of("election_phases_test.cpp");
    for (const auto type : known_types()) {
        INFO(type << " stands in no table: add a row to phases_test.cpp or to this file.");
        CHECK(tables.find("    {\"" + std::string(type) + "\", \"") != std::string::npos);
    }
    CHECK(tables.find("    {\"no_such_type/1\", \"") == std::string::npos);
}
