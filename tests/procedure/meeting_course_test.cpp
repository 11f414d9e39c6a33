// Rules held here: a meeting is opened, suspended, resumed and closed; who takes the chair; the
// conference is closed when its last meeting is.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::Spine;

namespace {

Spine opened() {
    Spine spine;
    spine.open();
    return spine;
}

}  // namespace

TEST_CASE("a suspended meeting keeps who is present and what is put", "[procedure]") {
    auto spine = opened();
    spine.put();
    spine.take(MeetingSuspended{.meeting = 1});
    CHECK(spine.conference.meeting->suspended);
    CHECK(spine.refusal(spine.start()) == "The meeting is suspended. Resume it first.");
    CHECK(spine.refusal(spine.presence({"AAA"})) == "The meeting is suspended. Resume it first.");
    CHECK(spine.refusal(MeetingSuspended{.meeting = 1}).starts_with("The meeting is suspended."));
    CHECK(spine.refusal(MeetingClosed{.meeting = 1}).starts_with("The meeting is suspended."));
    CHECK(spine.refusal(PresidingChanged{.meeting = 1, .presiding = "vice"})
              .starts_with("The meeting is suspended."));
    CHECK(spine.refusal(spine.meeting()) ==
          "Meeting 1 is suspended. Resume it, or resume and close it first.");
    CHECK(spine.refusal(MeetingResumed{.meeting = 2}).starts_with("This is for meeting 2"));
    spine.take(MeetingResumed{.meeting = 1});
    CHECK(spine.refusal(MeetingResumed{.meeting = 1}) ==
          "The meeting is not suspended. Go on with it.");
    CHECK(spine.conference.present.size() == 3);
    CHECK(spine.offer(spine.start()));
}

TEST_CASE("a meeting is neither suspended nor closed while a decision is being taken",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    for (const Record& record :
         {Record{MeetingSuspended{.meeting = 1}}, Record{MeetingClosed{.meeting = 1}},
          Record{PresidingChanged{.meeting = 1, .presiding = "vice"}}})
        CHECK(spine.refusal(record).starts_with(
            "Draft article 2 is proposed for adoption without a vote."));
    spine.take(spine.setting_aside());
    spine.put();
    spine.take(spine.start());
    for (const Record& record :
         {Record{MeetingSuspended{.meeting = 1}}, Record{MeetingClosed{.meeting = 1}},
          Record{PresidingChanged{.meeting = 1, .presiding = "vice"}}})
        CHECK(spine.refusal(record).starts_with("A vote is under way (run 1)."));
}

TEST_CASE("another officer takes the chair, and the first acts no more", "[procedure]") {
    auto spine = opened();
    CHECK(spine.refusal(PresidingChanged{.meeting = 1, .presiding = "chair"})
              .starts_with("This officer presides already."));
    const auto by_chair = spine.entry(spine.question("article-2"));
    spine.take(PresidingChanged{.meeting = 1, .presiding = "vice"});
    CHECK(spine.conference.meeting->presiding == "vice");
    CHECK(spine.refusal(by_chair).starts_with("Officer chair does not preside over this meeting."));
    spine.put();
    spine.take(PresidingChanged{.meeting = 1, .presiding = "chair"});
    spine.take(spine.start());
}

TEST_CASE("the chair is taken by a presiding officer, with the secretary's seal", "[procedure]") {
    auto spine = opened();
    const PresidingChanged taken{.meeting = 1, .presiding = "vice"};
    const auto sealed = [&](PresidingChanged record, const std::string& presiding,
                            const std::string& secretary) {
        auto entry = spine.entry(record);
        entry.seals = {{.role = Role::presiding_officer, .person = presiding},
                       {.role = Role::secretary, .person = secretary}};
        return entry;
    };
    CHECK(spine.offer(taken));
    // The secretary is no presiding officer, neither in one seal nor in both.
    CHECK(spine.refusal(sealed({.meeting = 1, .presiding = "clerk"}, "clerk", "clerk"))
              .starts_with("The presiding officer and the secretary must be two persons."));
    CHECK(spine.refusal(sealed({.meeting = 1, .presiding = "clerk"}, "clerk", "scribe"))
              .starts_with("\"clerk\" is not accredited as the presiding officer"));
    CHECK(spine.refusal(sealed({.meeting = 1, .presiding = "clerk"}, "chair", "clerk"))
              .starts_with("Officer chair does not preside"));
    CHECK(spine.refusal(sealed(taken, "chair", "clerk")).starts_with("Officer chair does not"));
    CHECK(spine.refusal(sealed(taken, "vice", "usher"))
              .starts_with("\"usher\" is not accredited as the secretary"));
    CHECK(spine.refusal(sealed({.meeting = 1, .presiding = "nobody"}, "nobody", "clerk"))
              .starts_with("\"nobody\" is not accredited"));
    auto alone = spine.entry(taken);
    alone.seals.pop_back();
    CHECK(spine.refusal(alone).find("sealed by the presiding officer and the secretary") !=
          std::string::npos);
    auto opening = spine.entry(MeetingOpened{.number = 2, .presiding = "clerk"});
    opening.seals = {{.role = Role::presiding_officer, .person = "clerk"}};
    spine.take(MeetingClosed{.meeting = 1});
    opening.seq = spine.conference.size;
    CHECK(spine.refusal(opening).starts_with("\"clerk\" is not accredited"));
}

TEST_CASE("the conference is closed after its last meeting, as it stands", "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    spine.put("article-3");
    spine.take(spine.start());
    spine.cast(3, Choice::yes);
    spine.finish();
    CHECK(spine.refusal(spine.conference_closed()).starts_with("Meeting 1 is not closed."));
    spine.take(MeetingClosed{.meeting = 1});
    auto closing = spine.conference_closed();
    CHECK(closing.decisions == 2);
    CHECK(closing.meetings == 1);
    closing.decisions = 3;
    CHECK(
        spine.refusal(closing).starts_with("The closing of the conference names another number "
                                           "of decisions"));
    closing = spine.conference_closed();
    closing.meetings = 2;
    CHECK(
        spine.refusal(closing).starts_with("The closing of the conference names another number "
                                           "of meetings"));
    auto organ = spine.entry(spine.conference_closed());
    organ.unit = "plenary";
    CHECK(spine.refusal(organ).starts_with("This concerns the whole conference"));
    spine.take(spine.conference_closed());
    CHECK(spine.conference.closed);
    CHECK(spine.refusal(spine.meeting()).starts_with("The conference is closed; nothing follows."));
    CHECK(spine.refusal(spine.correction("AAA")).starts_with("The conference is closed"));
}

TEST_CASE("votes that decided nothing are no decisions of the conference", "[procedure]") {
    Spine spine({.participants = placet::tests::numbered_participants(4)});
    spine.open();
    spine.put();
    spine.take(spine.start());
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"P001", "P002"}});
    CHECK(spine.finish().outcome == Outcome::no_decision);
    CHECK(spine.conference.standing_decisions() == 0);
    spine.take(spine.presence({"P001"}));
    spine.put();
    spine.take(spine.start());
    CHECK(spine.finish().outcome == Outcome::not_adopted);
    CHECK(spine.conference.standing_decisions() == 1);
}
