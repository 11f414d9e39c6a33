// Rules held here: who must have sealed what. Signatures themselves are not judged here.
#include "tests/procedure/spine.h"

#include "ledger/record_text.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

using Seals = std::vector<Seal>;

std::string sealed_by(const Spine& spine, const Record& record, Seals seals) {
    auto entry = spine.entry(record);
    entry.seals = std::move(seals);
    const auto answer = may_append(spine.conference, entry);
    return answer ? "" : answer.error().detail;
}

const Seal chair{.role = Role::presiding_officer, .person = "chair"};
const Seal vice{.role = Role::presiding_officer, .person = "vice"};
const Seal clerk{.role = Role::secretary, .person = "clerk"};
const Seal usher{.role = Role::attendant, .person = "usher"};
const Seal root{.role = Role::root, .person = "root"};
const Seal delegate{.role = Role::delegate, .person = "AAA-1"};

}  // namespace

TEST_CASE("each kind of entry needs the seals of those who may make it", "[procedure]") {
    using Roles = std::vector<std::vector<Role>>;
    const Roles root_alone = {{Role::root}};
    const Roles presiding = {{Role::presiding_officer}};
    const Roles both = {{Role::presiding_officer, Role::secretary}};
    CHECK(required_seals(Charter{}) == root_alone);
    CHECK(required_seals(Participation{}) == root_alone);
    CHECK(required_seals(Accreditation{}) == root_alone);
    CHECK(required_seals(TextRegister{}) == root_alone);
    CHECK(required_seals(MeetingOpened{}) == presiding);
    CHECK(required_seals(PresenceNoted{}) ==
          Roles{{Role::attendant}, {Role::secretary}, {Role::presiding_officer}});
    CHECK(required_seals(QuestionPut{}) == presiding);
    CHECK(required_seals(VoteStarted{}) == presiding);
    CHECK(required_seals(Ballot{}) == Roles{{Role::delegate}});
    CHECK(required_seals(VoteClosed{}) == presiding);
    CHECK(required_seals(VoteLocked{}) == both);
    CHECK(required_seals(ResultAnnounced{}) == both);
    CHECK(required_seals(PinRefused{}).empty());
    CHECK(required_seals(NotUnderstood{}).empty());
}

TEST_CASE("without its seals no entry follows, and with another's neither", "[procedure]") {
    Spine spine;
    const auto check_kind = [&](const Record& record, const std::vector<Seals>& wrong) {
        INFO(type_of(record));
        REQUIRE(spine.offer(record));
        for (const auto& seals : wrong) {
            INFO(seals.size() << " seals");
            CHECK(sealed_by(spine, record, seals)
                      .starts_with("An entry of this kind (" + std::string(type_of(record)) + ")"));
        }
    };
    check_kind(Participation{}, {{}, {chair}, {root, root}, {root, chair}});
    check_kind(Accreditation{}, {{}, {clerk}});
    check_kind(TextRegister{}, {{}, {chair}});
    check_kind(spine.meeting(), {{}, {clerk}, {chair, clerk}});
    spine.take(spine.meeting());
    check_kind(spine.presence({"AAA"}), {{}, {root}, {delegate}, {usher, clerk}});
    spine.take(spine.presence(spine.participants));
    check_kind(spine.question("article-2"), {{}, {clerk}, {usher}});
    spine.put();
    check_kind(spine.start(), {{}, {clerk}});
    spine.take(spine.start());
    check_kind(spine.ballot("AAA", Choice::yes), {{}, {chair}, {delegate, delegate}});
    check_kind(PinRefused{"AAA-1"}, {{delegate}, {usher}});
    check_kind(spine.close(), {{}, {clerk}, {chair, clerk}});
    spine.take(spine.close());
    check_kind(spine.lock(), {{}, {chair}, {clerk}, {chair, chair}, {clerk, usher}});
    spine.take(spine.lock());
    check_kind(spine.announcement(), {{}, {chair}, {clerk}, {chair, clerk, clerk}});

    Spine empty;
    empty.conference = {};
    CHECK(sealed_by(empty, placet::tests::charter_record({}), {chair})
              .starts_with("An entry of this kind (charter/1) is sealed by the Secretariat's root "
                           "key, and nobody else."));
}

TEST_CASE("the words say whose seal is wanted", "[procedure]") {
    Spine spine;
    spine.begin();
    const std::string end =
        ", and nobody else. Nothing was recorded. Sign in with the right badge "
        "and try again.";
    CHECK(
        sealed_by(spine, spine.presence({"AAA"}), {}) ==
        "An entry of this kind (presence_noted/1) is sealed by an attendant, or the secretary, or "
        "the presiding officer" +
            end);
    CHECK(sealed_by(spine, spine.ballot("AAA", Choice::yes), {}) ==
          "An entry of this kind (ballot/1) is sealed by a delegate" + end);
    CHECK(sealed_by(spine, PinRefused{"AAA-1"}, {usher}) ==
          "An entry of this kind (pin_refused/1) is sealed by nobody" + end);
    spine.take(spine.close());
    CHECK(sealed_by(spine, spine.lock(), {chair}) ==
          "An entry of this kind (vote_locked/1) is sealed by the presiding officer and the "
          "secretary" +
              end);
}

TEST_CASE("an attendant, the secretary or the presiding officer may note presence", "[procedure]") {
    Spine spine;
    spine.open();
    for (const auto& seal : {usher, clerk, chair})
        CHECK(sealed_by(spine, spine.presence({"AAA"}), {seal}) == "");
    CHECK(sealed_by(spine, spine.presence({"AAA"}), {vice}) ==
          "Officer vice does not preside over this meeting. Nothing was recorded. The presiding "
          "officer of this meeting does it, or another meeting is opened.");
}

TEST_CASE("only the officer who presides over the meeting acts as presiding officer",
          "[procedure]") {
    Spine spine;
    CHECK(sealed_by(spine, spine.meeting(), {vice})
              .starts_with("Officer vice does not preside over this meeting"));
    auto by_vice = spine.meeting();
    by_vice.presiding = "vice";
    CHECK(sealed_by(spine, by_vice, {vice}) == "");
    CHECK(sealed_by(spine, by_vice, {chair})
              .starts_with("Officer chair does not preside over this meeting"));
    spine.begin();
    spine.take(spine.close());
    CHECK(sealed_by(spine, spine.lock(), {vice, clerk})
              .starts_with("Officer vice does not preside over this meeting"));
    CHECK(sealed_by(spine, spine.lock(), {clerk, chair}) == "");  // in any order
    CHECK(sealed_by(spine, spine.lock(), {chair, {.role = Role::secretary, .person = "scribe"}}) ==
          "");
}

TEST_CASE("the presiding officer and the secretary are two persons", "[procedure]") {
    Spine spine;
    spine.begin();
    spine.take(spine.close());
    CHECK(sealed_by(spine, spine.lock(), {chair, {.role = Role::secretary, .person = "chair"}}) ==
          "The presiding officer and the secretary must be two persons. Nothing was recorded. Let "
          "the other officer seal with a badge of their own.");
}

TEST_CASE("a seal is good in the role for which the person is accredited", "[procedure]") {
    Spine spine;
    spine.open();
    CHECK(sealed_by(spine, spine.question("article-2"),
                    {{.role = Role::presiding_officer, .person = "clerk"}}) ==
          "\"clerk\" is not accredited as the presiding officer of this conference. Nothing was "
          "recorded. Use a badge of this conference, or ask the secretariat.");
    CHECK(sealed_by(spine, spine.presence({"AAA"}), {{.role = Role::attendant, .person = "ghost"}})
              .starts_with("\"ghost\" is not accredited as an attendant"));
    spine.take(MeetingClosed{.meeting = 1});
    auto ghost = spine.meeting();
    ghost.presiding = "ghost";
    CHECK(sealed_by(spine, ghost, {{.role = Role::presiding_officer, .person = "ghost"}})
              .starts_with("\"ghost\" is not accredited as the presiding officer"));
}

TEST_CASE("a delegation's ballot is sealed by one of its own delegates", "[procedure]") {
    Spine spine;
    spine.begin();
    const auto ballot = spine.ballot("AAA", Choice::yes);
    CHECK(sealed_by(spine, ballot, {delegate}) == "");
    CHECK(sealed_by(spine, ballot, {{.role = Role::delegate, .person = "AAA-2"}}) == "");
    CHECK(sealed_by(spine, ballot, {{.role = Role::delegate, .person = "BBB-1"}}) ==
          "Delegate BBB-1 is no delegate of this delegation (AAA). Nothing was recorded. Each "
          "delegation acts with the badge of one of its own delegates.");
    CHECK(sealed_by(spine, ballot, {{.role = Role::delegate, .person = "usher"}})
              .starts_with("\"usher\" is not accredited as a delegate"));
}
