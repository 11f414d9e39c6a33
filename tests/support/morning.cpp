#include "tests/support/morning.h"

#include "ledger/acts.h"
#include "ledger/lot.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/roll_call.h"
#include "tests/support/results.h"

#include <array>

namespace placet::tests {

using namespace placet::ledger;

void Morning::record(const Record& record) const { recorder_.record(record, unit_); }

std::map<std::string, Hash> Morning::texts(std::string_view label) {
    return {{"en", sha256(bytes_of("text " + std::string(label)))}};
}

void Morning::open(const std::vector<ParticipantId>& present, const std::string& unit) {
    unit_ = unit;
    record(next_meeting(now(), "chair"));
    record(PresenceNoted{.meeting = meeting(), .arrived = present});
}

void Morning::propose(const ProposalId& id) const {
    record(value_of(proposal_of_adopting(now(), id)));
}

void Morning::object(const ParticipantId& delegation, ObjectionGround ground) const {
    record(ObjectionRaised{.proposed = now().consensus->entry.leaf,
                           .delegation = delegation,
                           .ground = ground,
                           .words = "Not as it stands"});
}

void Morning::withdraw(const ParticipantId& delegation) const {
    for (const auto& objection : now().consensus->standing())
        if (objection.raised.delegation == delegation)
            return record(ObjectionWithdrawn{
                .objection = objection.entry.leaf, .delegation = delegation, .words = ""});
}

void Morning::decide(ConsensusLabel label) const {
    record(ConsensusGavelled{
        .proposed = now().consensus->entry.leaf, .silence_ms = 3004, .label = label});
    record(value_of(confirmation_of(now())));
}

void Morning::rule_on_flag(const ParticipantId& delegation, bool before_gavel) const {
    record(LateFlagRuled{.gavel = value_of(gavel_to_rule_on(now())),
                         .delegation = delegation,
                         .before_gavel = before_gavel,
                         .words = "I rule so"});
}

void Morning::state(const ParticipantId& delegation, StatementKind kind,
                    const std::vector<std::string>& paragraphs) const {
    record(StatementAttached{
        .about = now().consensus ? now().consensus->entry.leaf : now().decisions.back().entry.leaf,
        .delegation = delegation,
        .kind = kind,
        .paragraphs = paragraphs,
        .words = "We read it so."});
}

void Morning::put(Result<QuestionPut> question) const { record(value_of(std::move(question))); }

void Morning::start() const { record(value_of(start_of_vote(now(), "test"))); }

void Morning::cast(const ParticipantId& delegation, Choice choice) const {
    record(value_of(ballot_of(now(), delegation, choice)));
}

void Morning::answer(const ParticipantId& delegation, Answer answer) const {
    record(value_of(answer_of(now(), delegation, answer)));
}

void Morning::count(int yes, int no, int abstaining) const {
    record(value_of(hands_of(now(), yes, no, abstaining)));
}

void Morning::annul() const { record(value_of(annulment_of_vote(now(), "The kiosk stood still"))); }

void Morning::finish() const {
    auto close = value_of(close_of_vote(now()));
    if (const auto seconds = now().profile.last_call_seconds; seconds > 0) {
        record(LastCalled{.run = close.run, .start = close.start});
        close.waited_ms = 1000 * seconds + 4;
    }
    record(close);
    record(value_of(lock_of_vote(now(), recorder_.ledger().position())));
    const auto announcement = value_of(announcement_of(now()));
    value_of(recorder_.ledger().attach(bytes_of(announcement.table)));
    record(announcement.record);
}

void Morning::vote(std::string_view letters) const {
    static constexpr std::array<const char*, 4> delegations = {"AAA", "BBB", "CCC", "DDD"};
    start();
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] == '-') continue;
        const auto against = letters[i] == 'n' ? Choice::no : Choice::abstain;
        cast(delegations.at(i), letters[i] == 'y' ? Choice::yes : against);
    }
    finish();
}

void Morning::raise_hands(int yes, int no, int abstaining) const {
    start();
    count(yes, no, abstaining);
    count(yes, no, abstaining);
    finish();
}

void Morning::correct(const ParticipantId& delegation, Choice intended) const {
    const auto& decision = now().decisions.back();
    record(CorrectionNoted{.run = decision.result->run,
                           .result = decision.entry.leaf,
                           .delegation = delegation,
                           .intended = intended,
                           .received_from = "Its delegate"});
}

void Morning::draw_electronically() const {
    const std::string nonce = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    const std::int64_t said_aloud = 41;
    const auto run = now().run->start.run;
    const auto start = now().run->start_entry.leaf;
    record(LotCommitted{.run = run, .start = start, .commitment = lot_commitment(nonce)});
    const auto among = may_be_called(now());
    record(LotDrawn{.run = run,
                    .start = start,
                    .way = LotWay::electronic,
                    .first = among[drawn_place(nonce, said_aloud, among.size())],
                    .number = said_aloud,
                    .nonce = nonce});
}

void Morning::draw_by_hand(const ParticipantId& first) const {
    record(LotDrawn{
        .run = now().run->start.run, .start = now().run->start_entry.leaf, .first = first});
}

void Morning::call(const std::map<ParticipantId, Answer>& answers) const {
    for (auto calls = calls_to_come(now()); !calls.empty(); calls = calls_to_come(now())) {
        const auto found = answers.find(calls.front().delegation);
        answer(calls.front().delegation, found == answers.end() ? Answer::abstain : found->second);
    }
}

void Morning::submit(const ProposalRegistered& registered) const {
    record(registered);
    record(ProposalCirculated{.proposal = registered.proposal, .languages = {"en"}});
    record(ProposalIntroduced{.proposal = registered.proposal, .meeting = meeting()});
}

void Morning::move(MotionMoved moved) const {
    moved.motion = last_motion() + 1;
    moved.meeting = meeting();
    record(moved);
}

void Morning::speak(const ParticipantId& delegation, Side side) const {
    record(MotionSpoken{.motion = last_motion(), .delegation = delegation, .side = side});
}

void Morning::grant() const { record(MotionGranted{.motion = last_motion()}); }

void Morning::rule(RulingGiven given) const {
    given.ruling = last_ruling() + 1;
    given.meeting = meeting();
    given.words = "It is so ruled";
    given.reasons = "The rules say so";
    record(given);
}

void Morning::appeal(const ParticipantId& delegation) const {
    record(RulingAppealed{.ruling = last_ruling(), .delegation = delegation});
}

void Morning::write_in(const ProposalId& id, std::string_view label) const {
    const auto& proposal = *now().proposal(id);
    record(TextRevised{.proposal = id,
                       .version = proposal.version + 1,
                       .decisions = proposal.to_write_in,
                       .texts = texts(label)});
}

}  // namespace placet::tests
