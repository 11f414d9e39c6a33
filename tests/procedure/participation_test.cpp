// Who takes part, in which organ, under which rules; and what is noted after a decision.
#include "ledger/procedure/tally.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

Participation registers(const std::string& id, Standing standing,
                        Credentials credentials = Credentials::accepted) {
    return {{{.id = id,
              .name = "State " + id,
              .board = id,
              .credentials = credentials,
              .standing = standing}},
            {}};
}

std::map<std::string, std::string> rules(const std::string& version, bool adopted = false) {
    RuleProfile profile{.id = "test", .version = version, .title = "T", .source_symbol = "S"};
    profile.adopted = adopted;
    profile.plenary.substance = Majority::simple;
    return profile_fields(profile);
}

}  // namespace

TEST_CASE("P is what the rules count: registered, accepted, or invited", "[procedure]") {
    struct Case {
        ParticipationBase base;
        std::int64_t participating;
    };
    for (const auto& c :
         {Case{ParticipationBase::registered_session, 4}, Case{ParticipationBase::invited, 5},
          Case{ParticipationBase::registered_conference, 4},
          Case{ParticipationBase::credentials_accepted, 3}}) {
        Spine spine({.rules = [&](RuleProfile& profile) { profile.participation_base = c.base; }});
        spine.take(registers("DDD", Standing::registered, Credentials::none_provisional));
        spine.take(registers("EEE", Standing::invited));
        spine.take(registers("OBS", Standing::observer));
        CHECK(spine.conference.participating() == c.participating);
    }
}

TEST_CASE("an observer and a State without a delegation neither vote, nor object, nor move",
          "[procedure]") {
    Spine spine;
    spine.take(registers("OBS", Standing::observer));
    spine.take(Accreditation{{{.id = "OBS-1",
                               .name = "Observer",
                               .role = Role::delegate,
                               .participant = "OBS",
                               .key = placet::tests::key_named("OBS-1")}}});
    spine.take(spine.meeting());
    spine.take(spine.presence({"AAA", "BBB"}));
    CHECK(
        spine.refusal(spine.presence({"OBS"})).starts_with("State OBS has no vote in this organ"));
    auto motion = spine.motion(MotionKind::other);
    motion.mover = "OBS";
    CHECK(spine.refusal(motion).starts_with("\"OBS\" does not participate here."));
    spine.take(spine.proposal());
    CHECK(spine.refusal(spine.objection("OBS")).starts_with("State OBS is not registered"));
    spine.take(spine.setting_aside());
    spine.put();
    spine.take(spine.start());
    CHECK(spine.refusal(spine.ballot("OBS", Choice::yes))
              .starts_with("This delegation (OBS) is not"));
}

TEST_CASE("for every session States register anew, where the rules count those", "[procedure]") {
    Spine spine;
    CHECK(spine.refusal(SessionOpened{.session = 3}).starts_with("Sessions are counted"));
    spine.take(SessionOpened{.session = 2});
    CHECK(spine.conference.participating() == 0);
    spine.take(registers("AAA", Standing::registered));
    CHECK(spine.conference.participating() == 1);
    CHECK(spine.conference.takes_part("AAA"));
    CHECK_FALSE(spine.conference.takes_part("BBB"));

    Spine whole({.rules = [](RuleProfile& profile) {
        profile.participation_base = ParticipationBase::registered_conference;
    }});
    whole.take(SessionOpened{.session = 2});
    CHECK(whole.conference.participating() == 3);
    whole.take(whole.meeting());
    CHECK(whole.refusal(SessionOpened{.session = 3}).starts_with("A meeting is open."));
}

TEST_CASE("in an organ of some States only its members take part, and P is their number",
          "[procedure]") {
    Spine spine;
    CHECK(spine.refusal(OrganComposed{.organ = "plenary", .members = {"AAA"}})
              .starts_with("\"plenary\" is no organ that only some States belong to."));
    CHECK(spine.refusal(OrganComposed{.organ = "committee", .members = {}})
              .starts_with("No member is named."));
    spine.take(OrganComposed{.organ = "committee", .members = {"AAA", "BBB"}});
    CHECK(spine.conference.participating() == 3);
    spine.open("committee");
    CHECK(spine.conference.participating() == 2);
    CHECK_FALSE(spine.conference.takes_part("CCC"));
}

TEST_CASE("a State whose vote is suspended is on the roll without it", "[procedure]") {
    Spine spine;
    VotingRightChanged change{.delegation = "CCC", .suspended = true, .reason = "Arrears"};
    CHECK(spine.refusal(change).starts_with("A vote is taken or given back for a reason"));
    change.authority = "A/CONF.1/INF/4";
    spine.take(change);
    CHECK(spine.refusal(change).starts_with("This State is without its vote already."));
    spine.take(spine.meeting());
    CHECK(spine.refusal(spine.presence({"CCC"})).starts_with("State CCC has no vote"));
    spine.take(spine.presence({"AAA", "BBB"}));
    spine.put();
    auto silent = spine.start();
    silent.suspended.clear();
    CHECK(
        spine.refusal(silent).starts_with("The start of the vote names another list of suspended"));
    spine.take(spine.start());
    CHECK(spine.conference.run->start.roll.contains("CCC"));
    CHECK(spine.refusal(spine.ballot("CCC", Choice::yes))
              .starts_with("The vote of this delegation (CCC) is suspended."));
    spine.cast(2, Choice::yes);
    const auto result = spine.finish();
    CHECK(result.figures.present == 2);
    CHECK(result.figures.participating == 3);
    change.suspended = false;
    spine.take(change);
    CHECK(spine.conference.suspended.empty());
}

TEST_CASE("rules change by a decision, once, and never under a question that is put",
          "[procedure]") {
    Spine spine;
    CHECK(spine.refusal(RulesAdopted{.profile = rules("1")}).starts_with("This version"));
    auto broken = rules("2");
    broken.erase("tie");
    CHECK(spine.refusal(RulesAdopted{.profile = broken}).starts_with("These rules cannot be used"));
    spine.open();
    spine.put();
    CHECK(spine.refusal(RulesAdopted{.profile = rules("2")}).starts_with("A question is before"));
    spine.take(spine.start());
    spine.finish();
    spine.take(spine.motion(MotionKind::amend_rules));
    const Subject change{.kind = QuestionKind::rules_change, .motion = 1};
    CHECK(spine.question(change).majority == "two_thirds");
    spine.decide(change, Choice::yes);
    RulesAdopted adopted{.profile = rules("2"),
                         .decision = spine.conference.decisions.back().entry.leaf};
    auto other = adopted;
    other.decision = spine.conference.decisions.front().entry.leaf;
    CHECK(spine.refusal(other).starts_with("No decision of the conference to change its rules"));
    spine.take(adopted);
    CHECK(spine.question("article-3").majority == "simple");
    adopted.profile = rules("3");
    CHECK(spine.refusal(adopted).starts_with("No decision of the conference to change its rules"));
}

TEST_CASE("the voting is closed some time after a last call, where the rules say so",
          "[procedure]") {
    Spine spine({.rules = [](RuleProfile& profile) { profile.last_call_seconds = 10; }});
    spine.begin();
    spine.cast(3, Choice::yes);
    auto close = spine.close();
    CHECK(spine.refusal(close).starts_with("The voting is closed after a last call."));
    const LastCalled call{.run = 1, .start = spine.conference.run->start_entry.leaf};
    spine.take(call);
    CHECK(spine.refusal(call).starts_with("The last call is made already."));
    close.waited_ms = 9999;
    CHECK(spine.refusal(close).starts_with("The voting is closed at least 10 seconds after"));
    close.waited_ms = 10'000;
    spine.take(close);
}

TEST_CASE("a non-recorded vote keeps totals, and no position of any delegation", "[procedure]") {
    Spine spine;
    spine.open();
    spine.put("article-2", Method::non_recorded);
    spine.take(spine.start());
    CHECK(spine.refusal(spine.ballot("AAA", Choice::yes)).starts_with("This vote is not recorded"));
    CHECK(spine.refusal(spine.close()).starts_with("The kiosk has not yet given the totals."));
    TotalsTaken totals{
        .run = 1, .start = spine.conference.run->start_entry.leaf, .yes = 3, .no = 1};
    CHECK(spine.refusal(totals).starts_with("More positions were counted"));
    totals.yes = 1;
    spine.take(totals);
    CHECK(spine.refusal(totals).starts_with("The totals of this vote are recorded."));
    const auto result = spine.finish();
    CHECK(result.figures ==
          Figures{.yes = 1, .no = 1, .not_voting = 1, .present = 3, .participating = 3});
    CHECK(spine.conference.run->ballots.empty());
    CHECK(spine.refusal(spine.correction("AAA")).starts_with("This vote records totals only"));
}

TEST_CASE("a result read wrongly is read again; the figures stay", "[procedure]") {
    Spine spine;
    spine.begin();
    spine.cast(3, Choice::yes);
    const auto result = spine.finish();
    ReadingCorrected reading{.result = spine.conference.decisions.back().entry.leaf,
                             .read = "Draft article 2 was adopted by 2 votes to none.",
                             .sentence = result.sentence};
    auto changed = reading;
    changed.sentence = changed.read;
    CHECK(spine.refusal(changed).starts_with("The correction names another sentence"));
    spine.take(reading);
    CHECK(spine.conference.decisions.back().sentence == result.sentence);
    CHECK(spine.conference.decisions.back().readings.size() == 1);
}

TEST_CASE("when the record of a decision is closed nothing more is noted on it", "[procedure]") {
    Spine spine;
    spine.begin();
    spine.cast(3, Choice::yes);
    spine.finish();
    const RecordClosed closed{.decision = spine.conference.decisions.back().entry.leaf};
    CHECK(spine.offer(spine.correction("AAA")));
    spine.take(closed);
    CHECK(spine.refusal(closed).starts_with("The record of this decision is closed already."));
    CHECK(spine.refusal(spine.correction("AAA"))
              .starts_with("The record of this decision is closed."));
    CHECK(spine.refusal(spine.statement("AAA"))
              .starts_with("The record of this decision is closed."));
    CHECK(spine.conference.proposal("article-2")->state == QuestionState::recorded);
    CHECK(spine.offer(spine.motion(MotionKind::reconsider)));
}

TEST_CASE("a total shows positions where all who voted voted alike", "[procedure]") {
    const auto shows = [](std::int64_t yes, std::int64_t no, std::int64_t abstaining,
                          Method method = Method::non_recorded) {
        return total_shows_positions(method, {.yes = yes, .no = no, .abstaining = abstaining});
    };
    CHECK(shows(5, 0, 0));
    CHECK(shows(0, 1, 0));
    CHECK(shows(0, 0, 7));
    CHECK_FALSE(shows(5, 1, 0));
    CHECK_FALSE(shows(0, 1, 1));
    CHECK_FALSE(shows(0, 0, 0));                    // nobody voted
    CHECK_FALSE(shows(5, 0, 0, Method::recorded));  // where positions are public
    CHECK_FALSE(shows(5, 0, 0, Method::hands));
}
