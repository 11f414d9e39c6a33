// reenactment.h: recorded votes of the past taken again through the real path: participants of the
// day, question, start, sealed ballots, close, lock, tally, announcement.
//
// A rehearsal, and its charter says so. All keys are made for it and stay in memory: nobody can add
// to the ledger afterwards. One vote is one transaction.
#pragma once

#include "ledger/ledger.h"
#include "ledger/past_votes.h"

#include <map>

namespace placet::ledger {

/// What came of one vote.
struct Reenacted {
    Figures figures = {};
    Outcome outcome = Outcome::no_decision;
    std::string sentence = {};
};

/// Are our figures those that were published?
bool agrees(const Reenacted& ours, const PastVote& vote);

class Reenactment {
public:
    /// Creates the ledger. Fails as Ledger::found does.
    static Result<Reenactment> found(const std::filesystem::path& path);

    /// Takes the vote again, in one transaction: those listed are registered and all others
    /// withdrawn, delegations with a position are present, `X` casts no ballot, every day is a
    /// meeting. Fails as Batch::add and commit do; then nothing of this vote is recorded, and no
    /// more is taken.
    Result<Reenacted> take(const PastVote& vote);

    Ledger& ledger() { return ledger_; }
    const Ledger& ledger() const { return ledger_; }

private:
    struct Keys {
        SigningKey root = SigningKey::generate();
        SigningKey presiding_officer = SigningKey::generate();
        SigningKey secretary = SigningKey::generate();
        std::map<ParticipantId, SigningKey> delegates = {};
    };

    Reenactment(Ledger ledger, Keys keys) : ledger_(std::move(ledger)), keys_(std::move(keys)) {}

    Result<Done> add(Batch& batch, const Record& record);
    Result<Done> add(Batch& batch, const Result<Record>& record);
    Result<Done> accredit_officers();
    Result<Done> register_listed(Batch& batch, const PastVote& vote);
    Result<Done> accredit_new(Batch& batch, const PastVote& vote);
    Result<Done> bring_to_vote(Batch& batch, const PastVote& vote);
    Result<Done> submit(Batch& batch, const PastVote& vote);
    Result<Done> cast_all(Batch& batch, const PastVote& vote);

    Ledger ledger_;
    Keys keys_;
    std::string date_ = {};  // of the open meeting
    std::string body_ = {};  // that meets
};

}  // namespace placet::ledger
