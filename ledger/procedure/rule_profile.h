// rule_profile.h: the rules of procedure of one conference, as data.
//
// No threshold, base or method is in code: every conference adopts a profile, whose fields stand in
// its charter. Names of fields follow RULES.md. A live conference runs on no profile that nobody
// adopted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crypto/result.h"

namespace placet::ledger {

enum class Majority {
    simple,
    two_thirds,
    two_thirds_and_majority_of_participating,
    majority_of_participating,
    two_thirds_of_participating,
    two_thirds_with_voting_quorum,  // two thirds, where enough States took part
    majority_of_present,            // who abstains counts against
};
enum class Tie { reject, second_vote };
enum class TieScope { all, simple_only };
enum class ParticipationBase { registered_session };
enum class QuorumCheck { on_decision };
/// Is a decision without a vote tried first, is it the only way, or is there none?
enum class ConsensusRule { first, exclusive, none };

struct Fraction {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;

    friend bool operator==(const Fraction&, const Fraction&) = default;
};

/// What differs between plenary and committees.
struct OrganRules {
    Fraction quorum_open = {1, 3};  // of the participating States
    Majority substance = Majority::two_thirds;
    Majority procedure = Majority::simple;
    std::string verb = "adopted";  // "approved" in a committee

    friend bool operator==(const OrganRules&, const OrganRules&) = default;
};

struct RuleProfile {
    std::string id = {};
    std::string version = {};
    std::string title = {};
    std::string source_symbol = {};  // of the document that states the rules
    bool adopted = false;            // by the conference itself
    ParticipationBase participation_base = ParticipationBase::registered_session;
    QuorumCheck quorum_check = QuorumCheck::on_decision;
    OrganRules plenary = {};
    OrganRules committee = {{1, 4}, Majority::simple, Majority::simple, "approved"};
    Tie tie = Tie::reject;
    TieScope tie_scope = TieScope::simple_only;
    ConsensusRule consensus = ConsensusRule::first;
    std::int64_t silence_seconds = 3;  // that everybody sees before the gavel; 1 to 999
    bool live_positions_visible = false;

    friend bool operator==(const RuleProfile&, const RuleProfile&) = default;
};

std::string_view to_text(Majority value);
std::string_view to_text(Tie value);
std::string_view to_text(TieScope value);
std::string_view to_text(ParticipationBase value);
std::string_view to_text(QuorumCheck value);
std::string_view to_text(ConsensusRule value);

std::optional<Majority> majority_from_text(std::string_view text);

/// What the profile says of an organ of this kind ("plenary"; every other kind is a committee).
const OrganRules& organ_rules(const RuleProfile& profile, std::string_view unit_kind);

/// Every field by name, as texts: what stands in the charter.
std::map<std::string, std::string> profile_fields(const RuleProfile& profile);

/// Fails (malformed), naming the field, on a field that is missing, foreign or of no known value.
Result<RuleProfile> profile_from_fields(const std::map<std::string, std::string>& fields);

}  // namespace placet::ledger
