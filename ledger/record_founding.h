// record_founding.h: the records from which a conference starts and with which it ends: who, what,
// by which rules. Part of record.h.
#pragma once

#include "crypto/hash.h"
#include "crypto/keys.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace placet::ledger {

using ParticipantId = std::string;  // "BRA": ISO 3166 alpha-3, or the Secretariat's own
using PersonId = std::string;       // "bra-1"
using TextUnitId = std::string;     // "article-2": stable, never the number
using ProposalId = std::string;     // "L.12", or of the basic proposal the unit of text

enum class Mode { rehearsal, live };
enum class Role { root, presiding_officer, secretary, attendant, delegate };
enum class Post { desk, seat, podium, hall, audit };

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

/// Other rules, or another version of them, from here on. A vote keeps those under which it was
/// put.
struct RulesAdopted {
    std::map<std::string, std::string> profile = {};  // field by field
    std::optional<Hash> decision = {};                // that changed them; none in a rehearsal only

    friend bool operator==(const RulesAdopted&, const RulesAdopted&) = default;
};

/// The conference is over: the last entry of its spine. Sealed by the root key.
struct ConferenceClosed {
    Hash cut = {};               // SHA-256 of the canonical table of the final cut
    std::int64_t meetings = 0;   // that it held
    std::int64_t decisions = 0;  // that it took and that stand

    friend bool operator==(const ConferenceClosed&, const ConferenceClosed&) = default;
};

}  // namespace placet::ledger
