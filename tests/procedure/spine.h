// spine.h: a conference made entry by entry, judged by the rules and by nothing else: no keys, no
// file. What a test says in one line each.
#pragma once

#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"

#include <functional>
#include <string>
#include <vector>

namespace placet::tests {

/// Officers "chair" and "vice" (presiding officers), "clerk" and "scribe" (secretaries) and "usher"
/// (attendant); delegates "<id>-1" and "<id>-2". Organs "plenary" and "committee". Texts
/// "article-2" and "article-3".
class Spine {
public:
    struct Options {
        std::vector<std::string> participants = {"AAA", "BBB", "CCC"};
        std::function<void(ledger::RuleProfile&)> rules = [](ledger::RuleProfile&) {};
        std::function<void(ledger::Participant&)> participant = [](ledger::Participant&) {};
    };

    Spine() : Spine(Options{}) {}
    /// Founded: charter, participants, persons, texts.
    explicit Spine(const Options& options);

    ledger::Conference conference = {};

    /// The next entry, sealed by those who must; unit as the record needs it.
    ledger::Entry entry(const ledger::Record& record) const;
    /// The rules' answer to it.
    Result<Done> offer(const ledger::Entry& entry) const;
    Result<Done> offer(const ledger::Record& record) const { return offer(entry(record)); }
    /// The refusal of what the rules must not allow; fails the test if they do.
    std::string refusal(const ledger::Entry& entry) const;
    std::string refusal(const ledger::Record& record) const { return refusal(entry(record)); }
    /// Folds it in; fails the test if the rules refuse it.
    ledger::Entry take(const ledger::Entry& entry);
    ledger::Entry take(const ledger::Record& record) { return take(entry(record)); }

    // Records as the desk would make them now.
    ledger::MeetingOpened meeting() const;
    ledger::PresenceNoted presence(std::vector<std::string> arrived) const;
    /// On a proposal by its id, or on what the subject says.
    ledger::QuestionPut question(const std::string& proposal) const;
    ledger::QuestionPut question(const ledger::Subject& subject) const;
    ledger::VoteStarted start() const;
    ledger::Ballot ballot(const std::string& delegation, ledger::Choice choice);
    ledger::VoteClosed close() const;
    ledger::VoteLocked lock() const;
    ledger::ResultAnnounced announcement() const;
    ledger::VoteAnnulled annulment() const;
    ledger::CorrectionNoted correction(const std::string& delegation) const;
    ledger::LotCommitted lot_commitment() const;
    ledger::LotDrawn lot(const std::string& first) const;  // by hand
    ledger::AnswerGiven answer(const std::string& delegation, ledger::Answer answer);
    ledger::HandsCounted hands(int yes, int no, int abstaining) const;
    ledger::ConsensusProposed proposal(const std::string& text_unit = "article-2") const;
    ledger::ObjectionRaised objection(const std::string& delegation) const;
    ledger::ObjectionWithdrawn withdrawal(const std::string& delegation) const;
    ledger::ConsensusGavelled gavel() const;
    ledger::ConsensusConfirmed confirmation() const;
    ledger::LateFlagRuled late_flag(const std::string& delegation, bool before_gavel) const;
    ledger::ConsensusSetAside setting_aside() const;
    ledger::StatementAttached statement(const std::string& delegation) const;
    ledger::ConferenceClosed conference_closed() const;
    /// Sponsored by the first participant, in both languages of the conference.
    ledger::ProposalRegistered submission(const std::string& id) const;
    ledger::ProposalRegistered amendment(const std::string& id, const std::string& parent) const;
    ledger::ProposalCirculated circulation(const std::string& id) const;
    ledger::ProposalIntroduced introduction(const std::string& id) const;
    /// By the first participant, on "article-2" where it concerns a proposal.
    ledger::MotionMoved motion(ledger::MotionKind kind) const;
    ledger::RulingGiven ruling(ledger::RulingKind kind, const std::string& proposal = {}) const;
    ledger::RulingAppealed appeal() const;  // of the first participant, against the last ruling
    ledger::TextRevised text_as_amended(const std::string& id) const;

    // Steps, each taken: everything that comes before it must have been.
    void open(const std::string& unit = "plenary");  // with everybody present
    void put(const std::string& text_unit = "article-2",
             ledger::Method method = ledger::Method::recorded);
    void begin() { open(), put(), take(start()); }
    void cast(const std::string& delegation, ledger::Choice choice);
    /// The next `count` delegations of the list that have not voted.
    void cast(int count, ledger::Choice choice);
    /// Registered, circulated, introduced.
    void table(const ledger::ProposalRegistered& registered);
    /// Put, and all vote alike: carried by everybody or rejected by everybody. Gives the result.
    ledger::ResultAnnounced decide(const ledger::Subject& subject, ledger::Choice choice);
    ledger::ResultAnnounced decide(const std::string& proposal, ledger::Choice choice);
    /// Close, lock, announce.
    ledger::ResultAnnounced finish();

    std::vector<std::string> participants = {};

private:
    ledger::Majority majority_asked(const ledger::Subject& subject,
                                    ledger::MatterClass matter) const;

    std::string unit_ = "plenary";
    int ballots_ = 0;
};

/// Founded under the preset with these changes, and its first meeting opened.
Spine opened(const std::function<void(ledger::RuleProfile&)>& rules = [](ledger::RuleProfile&) {});

/// "P001", "P002", ...
std::vector<std::string> numbered_participants(int count);

/// As the founding entries have them.
ledger::Charter charter_record(const ledger::RuleProfile& rules);
PublicKey key_named(std::string_view label);
Hash hash_named(std::string_view label);

}  // namespace placet::tests
