// record_proposal.h: the records of a text that is submitted, until it is put: registration,
// circulation, debate, deferment. Part of record.h.
#pragma once

#include "ledger/record_meeting.h"

namespace placet::ledger {

/// What a proposal is to another text: an amendment adds to it, deletes from it or revises part of
/// it. The convention is put as a whole when its units are decided.
enum class ProposalKind { proposal, amendment, sub_amendment, convention };

/// A text submitted. Sealed by the secretary or an attendant. Units of the basic proposal are
/// proposals too, under their own ids, without being registered again.
struct ProposalRegistered {
    ProposalId proposal = {};
    ProposalKind kind = ProposalKind::proposal;
    ProposalId parent = {};        // what it amends; empty otherwise
    ProposalId reintroduces = {};  // the withdrawn proposal that it takes up; empty otherwise
    TextUnitId text_unit = {};     // of the convention; empty if it concerns none alone
    std::vector<ParticipantId> sponsors = {};  // in their order; empty where an organ submits it
    std::string organ = {};                    // that submits it; empty where States do
    std::string symbol = {};                   // "A/CONF.999/L.12"; empty of an oral one
    std::string title = {};                    // as a sentence names it: "The amendment to ..."
    std::map<std::string, Hash> texts = {};    // SHA-256 by language

    friend bool operator==(const ProposalRegistered&, const ProposalRegistered&) = default;
};

/// A sponsor changed it, or others joined. Sealed by the secretary or an attendant.
struct ProposalRevised {
    ProposalId proposal = {};
    std::int64_t version = 2;                  // the registered text is 1
    std::vector<ParticipantId> sponsors = {};  // all, the old in their order first
    std::string symbol = {};
    bool oral = false;  // "as orally revised"
    std::map<std::string, Hash> texts = {};

    friend bool operator==(const ProposalRevised&, const ProposalRevised&) = default;
};

/// In these languages. Where one of the conference's is missing the presiding officer permits it
/// and seals; otherwise the secretary or an attendant.
struct ProposalCirculated {
    ProposalId proposal = {};
    std::vector<std::string> languages = {};
    std::string permission = {};  // in words; empty if none was needed

    friend bool operator==(const ProposalCirculated&, const ProposalCirculated&) = default;
};

/// Before the meeting for debate. Sealed by the presiding officer.
struct ProposalIntroduced {
    ProposalId proposal = {};
    std::int64_t meeting = 0;
    std::string waiver = {};  // of the time that must pass after circulation; empty if it passed

    friend bool operator==(const ProposalIntroduced&, const ProposalIntroduced&) = default;
};

/// One sponsor withdraws; the proposal is withdrawn when all have. Sealed by a delegate of it, or
/// by the secretary or an attendant who received it.
struct ProposalWithdrawn {
    ProposalId proposal = {};
    ParticipantId delegation = {};

    friend bool operator==(const ProposalWithdrawn&, const ProposalWithdrawn&) = default;
};

/// The list of speakers is exhausted. Sealed by the presiding officer.
struct DebateClosed {
    ProposalId proposal = {};
    std::int64_t meeting = 0;

    friend bool operator==(const DebateClosed&, const DebateClosed&) = default;
};

/// One of the delegations that ask for the vote on a matter of substance to be deferred. Sealed as
/// a withdrawal is.
struct DefermentRequested {
    ProposalId proposal = {};
    ParticipantId delegation = {};

    friend bool operator==(const DefermentRequested&, const DefermentRequested&) = default;
};

/// On whose right a vote is deferred.
enum class DefermentRight { presiding_officer, states, motion };

/// The vote waits, for further efforts to agree. Sealed by the presiding officer.
struct VoteDeferred {
    ProposalId proposal = {};
    std::int64_t meeting = 0;
    DefermentRight right = DefermentRight::presiding_officer;
    std::string until = {};  // in words: "Thursday, 9 March, 10 a.m."

    friend bool operator==(const VoteDeferred&, const VoteDeferred&) = default;
};

/// The period has ended, or the presiding officer reports. Sealed by the presiding officer.
struct DefermentEnded {
    ProposalId proposal = {};
    std::int64_t meeting = 0;
    std::string report = {};

    friend bool operator==(const DefermentEnded&, const DefermentEnded&) = default;
};

/// The conference will vote on it, not before this day. Sealed by the presiding officer.
struct VoteNotified {
    ProposalId proposal = {};
    std::int64_t meeting = 0;
    std::string not_before = {};  // in words, as the Journal prints it

    friend bool operator==(const VoteNotified&, const VoteNotified&) = default;
};

/// Every effort to reach general agreement is exhausted, where the rules let the presiding officer
/// declare it. Sealed by the presiding officer.
struct ExhaustionDeclared {
    ProposalId proposal = {};
    std::int64_t meeting = 0;
    std::string report = {};

    friend bool operator==(const ExhaustionDeclared&, const ExhaustionDeclared&) = default;
};

}  // namespace placet::ledger
