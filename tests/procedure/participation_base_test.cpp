// Who takes part and what P is, by the participation base of the profile, in the plenary and in an
// organ that only some States belong to. Source: UNCLOS III asked that the base be agreed;
// RULES.md.
#include "tests/procedure/spine.h"

#include "ledger/procedure/article_map.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

Spine counted_by(ParticipationBase base) {
    return Spine({.rules = [&](RuleProfile& rules) { rules.participation_base = base; }});
}

Participation entered(const ParticipantId& id, Standing standing) {
    return {.registered = {{.id = id, .name = "State " + id, .board = id, .standing = standing}}};
}

std::int64_t meeting_of(Spine& spine, const std::string& organ) {
    spine.open(organ);
    return spine.conference.participating();
}

}  // namespace

TEST_CASE("an observer between two States in the list is not counted among them", "[procedure]") {
    Spine spine;
    spine.take(entered("BBO", Standing::observer));
    spine.take(entered("ZZO", Standing::observer));
    CHECK(spine.conference.participating() == 3);
    CHECK_FALSE(spine.conference.takes_part("BBO"));
    spine.take(entered("BBS", Standing::registered));
    CHECK(spine.conference.participating() == 4);
}

TEST_CASE("States registered for an earlier session take part only where the rules count them",
          "[procedure]") {
    auto of_the_session = counted_by(ParticipationBase::registered_session);
    auto of_the_conference = counted_by(ParticipationBase::registered_conference);
    for (auto* spine : {&of_the_session, &of_the_conference}) {
        CHECK(spine->conference.takes_part("AAA"));
        spine->take(SessionOpened{.session = 2});
        spine->take(entered("DDD", Standing::registered));
        CHECK(spine->conference.takes_part("DDD"));
    }
    CHECK_FALSE(of_the_session.conference.takes_part("AAA"));
    CHECK(of_the_session.conference.roll().size() == 1);
    CHECK(of_the_session.conference.participating() == 1);
    CHECK(of_the_conference.conference.takes_part("AAA"));
    CHECK(of_the_conference.conference.roll().size() == 4);
    CHECK(of_the_conference.conference.participating() == 4);
}

TEST_CASE("of an organ with members P is those members, whoever else was invited", "[procedure]") {
    auto spine = counted_by(ParticipationBase::invited);
    spine.take(entered("DDD", Standing::invited));
    spine.take(OrganComposed{.organ = "committee", .members = {"AAA", "BBB"}});
    CHECK(meeting_of(spine, "plenary") == 4);
    CHECK(meeting_of(spine, "committee") == 2);
    // A member without a delegation any more is invited like any other, and no member that counts.
    auto without = spine;
    without.take(entered("BBB", Standing::invited));
    CHECK(without.conference.participating() == 1);
    CHECK(meeting_of(without, "plenary") == 4);
    spine.take(Participation{.withdrawn = {"BBB"}});
    CHECK(spine.conference.participating() == 1);
}

TEST_CASE("a member of an organ that is not registered any more is not counted in it",
          "[procedure]") {
    Spine spine;
    spine.take(OrganComposed{.organ = "committee", .members = {"AAA", "BBB"}});
    spine.take(entered("BBB", Standing::observer));
    CHECK(meeting_of(spine, "committee") == 1);
    CHECK(meeting_of(spine, "plenary") == 2);
}

TEST_CASE("what an organ decided is decided between the meetings, and open before another organ",
          "[procedure]") {
    Spine spine;
    spine.open("committee");
    spine.decide("article-2", Choice::yes);
    const auto here = [&] {
        return spine.conference.state_here(*spine.conference.proposal("article-2"));
    };
    CHECK(here() == QuestionState::announced);
    spine.take(MeetingClosed{.meeting = 1});
    CHECK(here() == QuestionState::announced);
    spine.open("plenary");
    CHECK(here() == QuestionState::tabled);
}

TEST_CASE("a vote without a quorum leaves the unit open", "[procedure]") {
    Spine spine;
    spine.begin();
    spine.take(PresenceNoted{.meeting = 1, .left = {"AAA", "BBB", "CCC"}});
    CHECK(spine.finish().outcome == Outcome::no_decision);
    CHECK_FALSE(spine.conference.decisions.back().stands());
    CHECK(article_map(spine.conference).units.front().status == UnitStatus::open);
    spine.take(spine.presence({"AAA", "BBB", "CCC"}));
    spine.decide("article-2", Choice::yes);
    CHECK(spine.conference.decisions.back().stands());
    CHECK(article_map(spine.conference).units.front().status == UnitStatus::adopted_by_vote);
}
