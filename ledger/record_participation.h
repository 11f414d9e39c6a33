// record_participation.h: the records of who takes part: participants, their credentials and
// rights, and the persons who act for them. Part of record.h.
#pragma once

#include "ledger/record_founding.h"

namespace placet::ledger {

/// Grades of evidence for a delegation's credentials. All but rejected leave the vote.
enum class Credentials {
    none_provisional,
    communicated,
    assured,
    formal,
    accepted,
    objected_pending,
    rejected,
};

/// What a participant is here: a State with a delegation registered for the session, a State that
/// is invited and has none, or an observer, which neither votes nor objects.
enum class Standing { registered, invited, observer };

struct Participant {
    ParticipantId id = {};
    std::string name = {};   // official short English name: the order of the roll
    std::string board = {};  // at most 18 characters
    Credentials credentials = Credentials::none_provisional;
    Standing standing = Standing::registered;

    friend bool operator==(const Participant&, const Participant&) = default;
};

/// Who participates from here on. Sealed by the root key.
struct Participation {
    std::vector<Participant> registered = {};  // new, or with new particulars
    std::vector<ParticipantId> withdrawn = {};
    std::optional<Hash> decision = {};  // of the conference on credentials, that this carries out

    friend bool operator==(const Participation&, const Participation&) = default;
};

struct Person {
    PersonId id = {};
    std::string name = {};
    Role role = Role::delegate;
    ParticipantId participant = {};  // of a delegate; empty otherwise
    PublicKey key = {};              // of the person's seals

    friend bool operator==(const Person&, const Person&) = default;
};

/// A session begins: where the rules count those registered for it, all register anew. Sealed by
/// the root key, as is what follows.
struct SessionOpened {
    std::int64_t session = 0;  // counts from 1; the founding session is 1

    friend bool operator==(const SessionOpened&, const SessionOpened&) = default;
};

/// The members of an organ that not all States belong to.
struct OrganComposed {
    std::string organ = {};  // id of a unit of the charter
    std::vector<ParticipantId> members = {};

    friend bool operator==(const OrganComposed&, const OrganComposed&) = default;
};

/// A State's vote is suspended, or given back, on legal advice.
struct VotingRightChanged {
    ParticipantId delegation = {};
    bool suspended = false;
    std::string reason = {};
    std::string authority = {};         // the document or decision that says so
    std::optional<Hash> decision = {};  // on credentials, where it is one

    friend bool operator==(const VotingRightChanged&, const VotingRightChanged&) = default;
};

/// Persons and their seal keys. Sealed by the root key.
struct Accreditation {
    std::vector<Person> persons = {};
    std::optional<Hash> decision = {};  // on credentials, that this carries out

    friend bool operator==(const Accreditation&, const Accreditation&) = default;
};

}  // namespace placet::ledger
