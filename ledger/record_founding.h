// record_founding.h: the records from which a conference starts and with which it ends: who, what,
// by which rules. Part of record.h.
#pragma once

#include "crypto/hash.h"
#include "crypto/keys.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace placet::ledger {

using ParticipantId = std::string;  // "BRA": ISO 3166 alpha-3, or the Secretariat's own
using PersonId = std::string;       // "bra-1"
using TextUnitId = std::string;     // "article-2": stable, never the number

enum class Mode { rehearsal, live };
enum class Role { root, presiding_officer, secretary, attendant, delegate };
enum class Post { desk, seat, podium, hall, audit };

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

struct Terminal {
    std::string name = {};  // "desk"
    Post post = Post::desk;
    std::string origin = {};  // of its feed, for ever
    PublicKey key = {};       // of its checkpoints

    friend bool operator==(const Terminal&, const Terminal&) = default;
};

/// An organ that meets: the plenary, a committee, a working group.
struct Unit {
    std::string id = {};
    std::string title = {};
    std::string kind = {};  // one of unit_kinds (rule_profile.h): which rules apply

    friend bool operator==(const Unit&, const Unit&) = default;
};

/// First entry of the conference's spine. Sealed by the root key.
struct Charter {
    std::string conference = {};  // "cah"
    std::string title = {};
    Mode mode = Mode::rehearsal;
    std::string nonce = {};  // 32 hex digits: two charters are never the same conference
    PublicKey root_key = {};
    std::vector<Terminal> terminals = {};
    std::vector<Unit> units = {};
    std::vector<std::string> languages = {};
    std::map<std::string, std::string> profile = {};  // the rule profile, field by field
    std::map<std::string, Hash> attachments = {};     // SHA-256 by name: "participants.tsv"

    friend bool operator==(const Charter&, const Charter&) = default;
};

struct Participant {
    ParticipantId id = {};
    std::string name = {};   // official short English name: the order of the roll
    std::string board = {};  // at most 18 characters
    Credentials credentials = Credentials::none_provisional;

    friend bool operator==(const Participant&, const Participant&) = default;
};

/// Who participates from here on. Sealed by the root key.
struct Participation {
    std::vector<Participant> registered = {};  // new, or with new particulars
    std::vector<ParticipantId> withdrawn = {};

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

/// Persons and their seal keys. Sealed by the root key.
struct Accreditation {
    std::vector<Person> persons = {};

    friend bool operator==(const Accreditation&, const Accreditation&) = default;
};

/// One unit of the draft convention with the hash of its text per language.
struct TextUnit {
    TextUnitId id = {};
    std::string number = {};  // "2"; empty where the unit has none
    std::string label = {};   // as a sentence names it: "Draft article 2"
    std::string title = {};
    std::map<std::string, Hash> texts = {};  // SHA-256 by language

    friend bool operator==(const TextUnit&, const TextUnit&) = default;
};

/// The texts before the conference, in the order of the convention. Sealed by the root key.
struct TextRegister {
    std::vector<TextUnit> units = {};

    friend bool operator==(const TextRegister&, const TextRegister&) = default;
};

/// The conference is over: the last entry of its spine. Sealed by the root key.
struct ConferenceClosed {
    Hash cut = {};               // SHA-256 of the canonical table of the final cut
    std::int64_t meetings = 0;   // that it held
    std::int64_t decisions = 0;  // that it took and that stand

    friend bool operator==(const ConferenceClosed&, const ConferenceClosed&) = default;
};

}  // namespace placet::ledger
