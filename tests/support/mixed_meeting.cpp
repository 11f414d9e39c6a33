#include "tests/support/mixed_meeting.h"

#include "ledger/acts.h"
#include "ledger/procedure/roll_call.h"
#include "tests/support/mixed_elections.h"
#include "tests/support/mixed_floor.h"
#include "tests/support/mixed_rights.h"
#include "tests/support/results.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

void prepare(const Morning& morning) {
    morning.record(Accreditation{{{.id = "vice",
                                   .name = "vice",
                                   .role = Role::presiding_officer,
                                   .key = key_from_label("vice").public_key()}}});
    TextRegister texts;
    for (const std::string number : {"3", "4"})
        texts.units.push_back({.id = "article-" + number,
                               .number = number,
                               .label = "Draft article " + number,
                               .title = "A title",
                               .texts = Morning::texts(number)});
    morning.record(texts);
}

void without_a_vote(const Morning& morning) {
    morning.propose("article-2");
    morning.state("AAA", StatementKind::position, {});
    morning.object("BBB", ObjectionGround::objects);
    morning.object("CCC", ObjectionGround::vote_requested);
    morning.withdraw("CCC");
    morning.withdraw("BBB");
    morning.propose("article-2");
    morning.state("AAA", StatementKind::position, {"1"});
    morning.decide(ConsensusLabel::by_consensus);
    morning.rule_on_flag("DDD", false);
    morning.state("CCC", StatementKind::dissociation, {"3", "6 (a)"});
}

void rescinded_and_voted_on(const Morning& morning) {
    morning.propose("article-3");
    morning.decide(ConsensusLabel::without_a_vote);
    morning.rule_on_flag("BBB", true);
    morning.object("BBB", ObjectionGround::cannot_join);
    morning.record(value_of(question_of_adopting(morning.now(), "article-3")));
    morning.start();
    morning.cast("AAA", Choice::yes);
    morning.cast("BBB", Choice::no);
    morning.record(PinRefused{.person = "CCC-1"});
    morning.cast("AAA", Choice::abstain);
    morning.annul();
    morning.start();
    for (const auto* delegation : {"AAA", "CCC", "DDD"}) morning.cast(delegation, Choice::no);
    morning.cast("CCC", Choice::yes);
    morning.cast("DDD", Choice::yes);
    morning.cast("AAA", Choice::abstain);
    morning.finish();
    morning.correct("AAA", Choice::yes);
    morning.correct("AAA", Choice::no);
    morning.state("BBB", StatementKind::explanation_of_vote, {});
}

void amended_by_roll_call(const Morning& morning) {
    morning.record(
        ProposalRegistered{.proposal = "L.7",
                           .kind = ProposalKind::amendment,
                           .parent = "article-4",
                           .text_unit = "article-4",
                           .sponsors = {"AAA"},
                           .symbol = "A/CONF.1/L.7",
                           .title = "The amendment to draft article 4 in document A/CONF.1/L.7",
                           .texts = {{"en", sha256(bytes_of("L.7"))}}});
    morning.record(ProposalCirculated{.proposal = "L.7", .languages = {"en"}});
    morning.record(ProposalIntroduced{.proposal = "L.7", .meeting = morning.meeting()});
    morning.record(value_of(question_of_adopting(morning.now(), "L.7", Method::roll_call)));
    morning.start();
    morning.draw_electronically();
    const auto first = calls_to_come(morning.now()).front().delegation;
    morning.answer(first, Answer::yes);
    morning.answer(first, Answer::no);
    morning.call({{"BBB", Answer::no}, {"DDD", Answer::none}, {"CCC", Answer::yes}});
    morning.finish();
    morning.correct("CCC", Choice::not_participating);
}

void moved_by_hands(const Morning& morning) {
    morning.record(value_of(question_of_own_motion(
        morning.now(), "to suspend the meeting for an hour", Method::hands)));
    morning.start();
    morning.count(3, 1, 0);
    morning.count(3, 0, 0);
    morning.record(PresenceNoted{.meeting = morning.meeting(), .arrived = {}, .left = {"DDD"}});
    morning.count(2, 0, 1);
    morning.count(2, 0, 1);
    morning.finish();
}

void course(const Morning& morning) {
    const auto meeting = morning.meeting();
    morning.record(MeetingSuspended{.meeting = meeting});
    morning.record(MeetingResumed{.meeting = meeting});
    morning.record(PresidingChanged{.meeting = meeting, .presiding = "vice"});
}

void second_meeting(Morning& morning) {
    morning.open();
    morning.record(value_of(question_of_adopting(morning.now(), "article-4", Method::roll_call)));
    morning.start();
    morning.draw_by_hand("CCC");
    morning.answer("CCC", Answer::yes);
    morning.annul();
    morning.start();
    morning.draw_by_hand("BBB");
    morning.call({{"AAA", Answer::yes}, {"CCC", Answer::yes}, {"DDD", Answer::yes}});
    morning.finish();
    morning.close();
}

}  // namespace

ConferenceBuilder builder_of_mixed_meetings() {
    ConferenceBuilder builder({"AAA", "BBB", "CCC", "DDD"});
    builder.add_organ({.id = "committee", .title = "Committee", .kind = "main_committee"});
    return builder;
}

void hold_mixed_meetings(const Recorder& recorder) {
    Morning morning(recorder);
    prepare(morning);
    morning.open();
    without_a_vote(morning);
    rescinded_and_voted_on(morning);
    course(morning);
    amended_by_roll_call(morning);
    moved_by_hands(morning);
    morning.propose("article-4");
    morning.record(ConsensusSetAside{.proposed = morning.now().consensus->entry.leaf,
                                     .how = SetAside::deferred,
                                     .words = "Until the afternoon"});
    morning.close();
    second_meeting(morning);
    hold_meetings_of_the_floor(morning);
    hold_elections(morning);
    hold_meetings_on_rights(morning);
    morning.record(close_of_conference(morning.now(), recorder.ledger().position()));
}

Recorder recorder_of(Ledger& ledger, const ConferenceBuilder& builder) {
    return {.ledger = [&]() -> Ledger& { return ledger; },
            .record =
                [&](const Record& record, const std::string& unit) {
                    append(ledger, builder.sealed(ledger.conference(), record, unit));
                }};
}

}  // namespace placet::tests
