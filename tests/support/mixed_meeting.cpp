#include "tests/support/mixed_meeting.h"

#include "ledger/acts.h"
#include "ledger/lot.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/roll_call.h"
#include "tests/support/results.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

class Morning {
public:
    explicit Morning(const Recorder& recorder) : recorder_(recorder) {}

    const Conference& now() const { return recorder_.ledger().conference(); }
    void record(const Record& record) const { recorder_.record(record); }
    std::int64_t meeting() const { return now().meeting->number; }

    void prepare() const {
        record(Accreditation{{{.id = "vice",
                               .name = "vice",
                               .role = Role::presiding_officer,
                               .key = key_from_label("vice").public_key()}}});
        TextRegister texts;
        for (const std::string number : {"3", "4"})
            texts.units.push_back({.id = "article-" + number,
                                   .number = number,
                                   .label = "Draft article " + number,
                                   .title = "A title",
                                   .texts = {{"en", sha256(bytes_of("text " + number))}}});
        record(texts);
    }

    void open() const {
        record(next_meeting(now(), "chair"));
        record(PresenceNoted{.meeting = meeting(), .arrived = {"AAA", "BBB", "CCC", "DDD"}});
    }

    void propose(const TextUnitId& id) const { record(value_of(proposal_of_adopting(now(), id))); }

    void object(const ParticipantId& delegation, ObjectionGround ground) const {
        record(ObjectionRaised{.proposed = now().consensus->entry.leaf,
                               .delegation = delegation,
                               .ground = ground,
                               .words = "Not as it stands"});
    }

    void withdraw(const ParticipantId& delegation) const {
        for (const auto& objection : now().consensus->standing())
            if (objection.raised.delegation == delegation)
                return record(ObjectionWithdrawn{
                    .objection = objection.entry.leaf, .delegation = delegation, .words = ""});
    }

    void decide(ConsensusLabel label) const {
        record(ConsensusGavelled{
            .proposed = now().consensus->entry.leaf, .silence_ms = 3004, .label = label});
        record(value_of(confirmation_of(now())));
    }

    void rule(const ParticipantId& delegation, bool before_gavel) const {
        record(LateFlagRuled{.gavel = value_of(gavel_to_rule_on(now())),
                             .delegation = delegation,
                             .before_gavel = before_gavel,
                             .words = "I rule so"});
    }

    void state(const ParticipantId& delegation, StatementKind kind,
               const std::vector<std::string>& paragraphs) const {
        record(StatementAttached{.about = now().consensus ? now().consensus->entry.leaf
                                                          : now().decisions.back().entry.leaf,
                                 .delegation = delegation,
                                 .kind = kind,
                                 .paragraphs = paragraphs,
                                 .words = "We read it so."});
    }

    void start() const { record(value_of(start_of_vote(now(), "test"))); }

    void cast(const ParticipantId& delegation, Choice choice) const {
        record(value_of(ballot_of(now(), delegation, choice)));
    }

    void answer(const ParticipantId& delegation, Answer answer) const {
        record(value_of(answer_of(now(), delegation, answer)));
    }

    void count(int yes, int no, int abstaining) const {
        record(value_of(hands_of(now(), yes, no, abstaining)));
    }

    void annul() const { record(value_of(annulment_of_vote(now(), "The kiosk stood still"))); }

    void finish() const {
        record(value_of(close_of_vote(now())));
        record(value_of(lock_of_vote(now(), recorder_.ledger().position())));
        const auto announcement = value_of(announcement_of(now()));
        value_of(recorder_.ledger().attach(bytes_of(announcement.table)));
        record(announcement.record);
    }

    void correct(const ParticipantId& delegation, Choice intended) const {
        const auto& decision = now().decisions.back();
        record(CorrectionNoted{.run = decision.result->run,
                               .result = decision.entry.leaf,
                               .delegation = delegation,
                               .intended = intended,
                               .received_from = "Its delegate"});
    }

    void draw_electronically() const {
        const std::string nonce =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        const std::int64_t said_aloud = 41;
        const auto& run = *now().run;
        record(LotCommitted{.run = run.start.run,
                            .start = run.start_entry.leaf,
                            .commitment = lot_commitment(nonce)});
        const auto among = may_be_called(now());
        record(LotDrawn{.run = now().run->start.run,
                        .start = now().run->start_entry.leaf,
                        .way = LotWay::electronic,
                        .first = among[drawn_place(nonce, said_aloud, among.size())],
                        .number = said_aloud,
                        .nonce = nonce});
    }

    void draw_by_hand(const ParticipantId& first) const {
        record(LotDrawn{
            .run = now().run->start.run, .start = now().run->start_entry.leaf, .first = first});
    }

    /// Calls the roll to its end; who is not named abstains.
    void call(const std::map<ParticipantId, Answer>& answers) const {
        for (auto calls = calls_to_come(now()); !calls.empty(); calls = calls_to_come(now())) {
            const auto found = answers.find(calls.front().delegation);
            answer(calls.front().delegation,
                   found == answers.end() ? Answer::abstain : found->second);
        }
    }

private:
    const Recorder& recorder_;
};

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
    morning.rule("DDD", false);
    morning.state("CCC", StatementKind::dissociation, {"3", "6 (a)"});
}

void rescinded_and_voted_on(const Morning& morning) {
    morning.propose("article-3");
    morning.decide(ConsensusLabel::without_a_vote);
    morning.rule("BBB", true);
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

void second_meeting(const Morning& morning) {
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
    morning.record(MeetingClosed{.meeting = morning.meeting()});
}

}  // namespace

void hold_mixed_meetings(const Recorder& recorder) {
    const Morning morning(recorder);
    morning.prepare();
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
    morning.record(MeetingClosed{.meeting = morning.meeting()});
    second_meeting(morning);
    morning.record(close_of_conference(morning.now(), recorder.ledger().position()));
}

Recorder recorder_of(Ledger& ledger, const ConferenceBuilder& builder) {
    return {.ledger = [&]() -> Ledger& { return ledger; },
            .record =
                [&](const Record& record) {
                    append(ledger, builder.sealed(ledger.conference(), record));
                }};
}

}  // namespace placet::tests
