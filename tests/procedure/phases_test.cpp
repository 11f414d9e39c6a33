// What may follow what: every kind of record of a meeting and its decisions at every point of it.
// Records about proposals, motions and rulings: floor_phases_test.cpp.
#include "tests/procedure/spine.h"

#include "ledger/record_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

/// Takes the conference up to this point.
Spine at(const std::string& point) {
    Spine spine;
    if (point == "ended") spine.take(spine.conference_closed());
    if (point == "founded" || point == "ended") return spine;
    spine.open();
    if (point == "open") return spine;
    if (point == "suspended") {
        spine.take(MeetingSuspended{.meeting = 1});
        return spine;
    }
    const std::vector<std::string> by_consensus = {"proposed", "objected", "gavelled", "confirmed"};
    if (std::ranges::find(by_consensus, point) != by_consensus.end()) {
        spine.take(spine.proposal());
        if (point == "objected") spine.take(spine.objection("AAA"));
        if (point == "gavelled" || point == "confirmed") spine.take(spine.gavel());
        if (point == "confirmed") spine.take(spine.confirmation());
        return spine;
    }
    const bool roll_call = point == "roll-call" || point == "calling";
    const auto method = roll_call          ? Method::roll_call
                        : point == "hands" ? Method::hands
                                           : Method::recorded;
    spine.put("article-2", method);
    if (point == "put") return spine;
    spine.take(spine.start());
    if (point == "calling") spine.take(spine.lot("AAA"));
    if (method != Method::recorded) return spine;
    spine.cast("AAA", Choice::yes);
    if (point == "annulled") spine.take(spine.annulment());
    if (point == "voting" || point == "annulled") return spine;
    spine.take(spine.close());
    if (point == "closed") return spine;
    spine.take(spine.lock());
    if (point == "announced") spine.take(spine.announcement());
    return spine;
}

/// Each kind as it would be right now, so that only the point of the meeting can speak against it.
std::vector<Record> every_kind(Spine& spine) {
    const auto voted = spine.ballot("AAA", Choice::no);
    const auto meeting = spine.conference.meeting ? spine.conference.meeting->number : 0;
    const Run run = spine.conference.run.value_or(Run{});
    const TotalsTaken totals{.run = run.start.run, .start = run.start_entry.leaf};
    return {placet::tests::charter_record({}),
            Participation{{{.id = "DDD", .name = "State DDD"}}, {}},
            Accreditation{{{.id = "new",
                            .name = "New",
                            .role = Role::attendant,
                            .key = placet::tests::key_named("new")}}},
            TextRegister{{{.id = "article-9", .label = "Draft article 9"}}},
            spine.meeting(),
            MeetingSuspended{.meeting = meeting},
            MeetingResumed{.meeting = meeting},
            MeetingClosed{.meeting = meeting},
            PresidingChanged{.meeting = meeting, .presiding = "vice"},
            spine.presence({"AAA"}),
            spine.question("article-3"),
            spine.start(),
            voted,
            spine.lot_commitment(),
            spine.lot("AAA"),
            spine.answer("AAA", Answer::yes),
            spine.hands(1, 0, 0),
            totals,
            LastCalled{.run = totals.run, .start = totals.start},
            spine.close(),
            spine.lock(),
            spine.announcement(),
            spine.annulment(),
            spine.correction("AAA"),
            spine.proposal(),
            spine.objection("BBB"),
            spine.withdrawal("AAA"),
            spine.gavel(),
            spine.confirmation(),
            spine.late_flag("AAA", false),
            spine.setting_aside(),
            spine.statement("AAA"),
            spine.conference_closed(),
            PinRefused{"AAA-1"},
            NotUnderstood{}};
}

const std::vector<std::string> points = {
    "founded",   "open",      "suspended", "proposed", "objected", "gavelled",
    "confirmed", "put",       "voting",    "closed",   "locked",   "announced",
    "annulled",  "roll-call", "calling",   "hands",    "ended"};

// One row per kind, one column per point: + may follow, - may not.
const std::map<std::string, std::string, std::less<>> may_follow = {
    {"charter/1", "-----------------"},
    {"participation/1", "+++---++---++----"},
    {"accreditation/1", "+++---++---++----"},
    {"text_register/1", "+++---++---++----"},
    {"meeting_opened/1", "+----------------"},
    {"meeting_suspended/1", "-+----++---++----"},
    {"meeting_resumed/1", "--+--------------"},
    {"meeting_closed/1", "-+----++---++----"},
    {"presiding_changed/1", "-+----++---++----"},
    {"presence_noted/1", "-+-++-+++--+++++-"},
    {"question_put/1", "-+----+----+-----"},
    {"vote_started/1", "-------+----+----"},
    {"ballot/1", "--------+--------"},
    {"lot_committed/1", "-------------+---"},
    {"lot_drawn/1", "-------------+---"},
    {"answer_given/1", "--------------+--"},
    {"hands_counted/1", "---------------+-"},
    {"totals_taken/1", "-----------------"},
    {"last_called/1", "--------+----+++-"},
    {"vote_closed/1", "--------+--------"},
    {"vote_locked/1", "---------+-------"},
    {"result_announced/1", "----------+------"},
    {"vote_annulled/1", "--------+++--+++-"},
    {"correction_noted/1", "-----------+-----"},
    {"consensus_proposed/1", "-+---------------"},
    {"objection_raised/1", "---++------------"},
    {"objection_withdrawn/1", "----+------------"},
    {"consensus_gavelled/1", "---+-------------"},
    {"consensus_confirmed/1", "-----+-----------"},
    {"late_flag_ruled/1", "-----++----------"},
    {"consensus_set_aside/1", "---++------------"},
    {"statement_attached/1", "---++-+----+-----"},
    {"conference_closed/1", "+----------------"},
    {"pin_refused/1", "+++++++++--+++++-"},
    {"", "++++++++++++++++-"},  // not understood: a later version judges it
};

}  // namespace

TEST_CASE("every kind of record is allowed or refused at every point of a meeting", "[procedure]") {
    auto founded = at("founded");
    REQUIRE(may_follow.size() == every_kind(founded).size());
    for (std::size_t point = 0; point < points.size(); ++point) {
        auto spine = at(points[point]);
        for (const auto& record : every_kind(spine)) {
            INFO(points[point] << ": " << type_of(record));
            const bool expected = may_follow.find(type_of(record))->second[point] == '+';
            const auto answer = spine.offer(record);
            INFO((answer ? "allowed" : answer.error().detail));
            CHECK(bool(answer) == expected);
        }
    }
}

TEST_CASE("what is decided is proposed again only after reconsideration", "[procedure]") {
    auto spine = at("confirmed");
    CHECK(spine.refusal(spine.proposal()).starts_with("This is decided already."));
    CHECK(spine.refusal(spine.question("article-2")).starts_with("This is decided already."));
    CHECK(spine.offer(spine.proposal("article-3")));
    spine.take(spine.motion(MotionKind::reconsider));
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = "article-2", .motion = 1},
                 Choice::yes);
    CHECK(spine.offer(spine.proposal()));
}

TEST_CASE("every refusal is a rule and what to do instead", "[procedure]") {
    for (const auto& point : points) {
        auto spine = at(point);
        for (const auto& record : every_kind(spine)) {
            const auto answer = spine.offer(record);
            if (answer) continue;
            const auto& words = answer.error().detail;
            INFO(point << ": " << words);
            CHECK(answer.error().fault == placet::Fault::refused);
            CHECK(words.ends_with('.'));
            CHECK(words.find(". ") != std::string::npos);  // two sentences at least
            CHECK((words.front() >= 'A' && words.front() <= 'Z'));
        }
    }
}

TEST_CASE("the first entry of a conference is its charter", "[procedure]") {
    auto founded = at("open");
    Spine spine;
    spine.conference = {};
    for (const auto& record : every_kind(founded)) {
        INFO(type_of(record));
        CHECK(bool(spine.offer(record)) == std::holds_alternative<Charter>(record));
    }
}

TEST_CASE("the words of a refusal say what comes first", "[procedure]") {
    Spine spine;
    const auto words = [](const placet::Result<placet::Done>& answer) {
        return answer ? std::string("allowed") : answer.error().detail;
    };
    CHECK(words(may_note_presence(spine.conference)) ==
          "No meeting is open. Open the meeting first.");
    CHECK(words(may_start(spine.conference)) == "No meeting is open. Open the meeting first.");
    CHECK(words(may_cast(spine.conference, "AAA")) ==
          "No vote is open. Wait until the presiding officer starts the voting.");
    CHECK(words(may_close(spine.conference)) ==
          "No vote is open. Start the vote before it is closed.");
    CHECK(words(may_lock(spine.conference)) ==
          "No vote awaits its lock. Start and close a vote first.");
    CHECK(words(may_announce(spine.conference)) ==
          "No vote awaits its announcement. Start, close and lock a vote first.");
    spine.open();
    CHECK(words(may_start(spine.conference)) ==
          "No question is before the meeting. Put a question first.");
    spine.put();
    CHECK(
        words(may_put(spine.conference, {.proposal = "article-3"})) ==
        "Question 1 is before the meeting and not yet decided. Start the vote on it; put the next "
        "question after its result.");
    spine.take(spine.start());
    spine.cast("AAA", Choice::yes);
    CHECK(words(may_open_meeting(spine.conference)) ==
          "Meeting 1 is open. Close it before the next is opened.");
    CHECK(words(may_close_meeting(spine.conference)) ==
          "A vote is under way (run 1). Close and lock the vote and announce its result first.");
    CHECK(words(may_lock(spine.conference)) ==
          "The voting is still open. The presiding officer closes it first.");
    CHECK(words(may_announce(spine.conference)) ==
          "The voting is still open. Close and lock the vote first.");
    spine.take(spine.close());
    CHECK(words(may_cast(spine.conference, "AAA")) ==
          "The voting is closed. Your recorded ballot stands. Nothing can be changed after the "
          "close.");
    CHECK(
        words(may_cast(spine.conference, "BBB")) ==
        "The voting is closed. There is no ballot of your delegation. None can be added after the "
        "close.");
    CHECK(words(may_close(spine.conference)) ==
          "The voting is closed already. Lock the vote and announce its result first.");
    CHECK(words(may_announce(spine.conference)) ==
          "The vote is closed but not locked. The presiding officer and the secretary lock it "
          "first.");
    spine.take(spine.lock());
    CHECK(words(may_lock(spine.conference)) ==
          "The vote is locked already. Announce its result first.");
    CHECK(words(may_announce(spine.conference)) == "allowed");
}
