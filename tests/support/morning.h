// morning.h: the acts of a meeting in one line each, as a desk records them, by a recorder that a
// test gives. For tests that hold whole meetings.
#pragma once

#include "tests/support/mixed_meeting.h"

#include <map>
#include <string>
#include <vector>

namespace placet::tests {

/// Everything it records must be allowed: the recorder fails the test otherwise.
class Morning {
public:
    explicit Morning(const Recorder& recorder) : recorder_(recorder) {}

    const ledger::Conference& now() const { return recorder_.ledger().conference(); }
    void record(const ledger::Record& record) const;
    std::int64_t meeting() const { return now().meeting->number; }
    /// As a language's text of what the label names.
    static std::map<std::string, Hash> texts(std::string_view label);

    /// A meeting of this organ, in which these delegations are noted as present.
    void open(const std::vector<ledger::ParticipantId>& present = {"AAA", "BBB", "CCC", "DDD"},
              const std::string& unit = "plenary");
    void close() const { record(ledger::MeetingClosed{.meeting = meeting()}); }

    // A decision without a vote.
    void propose(const ledger::ProposalId& id) const;
    void object(const ledger::ParticipantId& delegation, ledger::ObjectionGround ground) const;
    void withdraw(const ledger::ParticipantId& delegation) const;
    void decide(ledger::ConsensusLabel label) const;
    void rule_on_flag(const ledger::ParticipantId& delegation, bool before_gavel) const;
    void state(const ledger::ParticipantId& delegation, ledger::StatementKind kind,
               const std::vector<std::string>& paragraphs) const;

    // A vote.
    void put(Result<ledger::QuestionPut> question) const;
    void start() const;
    void cast(const ledger::ParticipantId& delegation, ledger::Choice choice) const;
    void answer(const ledger::ParticipantId& delegation, ledger::Answer answer) const;
    void count(int yes, int no, int abstaining) const;
    void annul() const;
    /// Close after the last call that the rules ask for, lock, announcement.
    void finish() const;
    /// Started, voted on by AAA, BBB, CCC and DDD in this order, finished. A letter for each: yes,
    /// no, abstain; "-" casts no ballot.
    void vote(std::string_view letters) const;
    /// By show of hands: both tellers count the same.
    void raise_hands(int yes, int no, int abstaining) const;
    void correct(const ledger::ParticipantId& delegation, ledger::Choice intended) const;

    // A roll-call.
    void draw_electronically() const;
    void draw_by_hand(const ledger::ParticipantId& first) const;
    /// Calls the roll to its end; who is not named abstains.
    void call(const std::map<ledger::ParticipantId, ledger::Answer>& answers) const;

    // Proposals, motions, rulings.
    /// Registered, circulated, introduced.
    void submit(const ledger::ProposalRegistered& registered) const;
    /// Under the next number, in this meeting.
    void move(ledger::MotionMoved moved) const;
    void speak(const ledger::ParticipantId& delegation, ledger::Side side) const;
    void grant() const;  // the last motion
    void rule(ledger::RulingGiven given) const;
    void appeal(const ledger::ParticipantId& delegation) const;  // against the last ruling
    void write_in(const ledger::ProposalId& id, std::string_view label) const;
    std::int64_t last_motion() const { return static_cast<std::int64_t>(now().motions.size()); }
    std::int64_t last_ruling() const { return static_cast<std::int64_t>(now().rulings.size()); }

private:
    const Recorder& recorder_;
    std::string unit_ = "plenary";
};

}  // namespace placet::tests
