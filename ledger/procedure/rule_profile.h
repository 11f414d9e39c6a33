// rule_profile.h: the rules of procedure of one conference, as data.
//
// No threshold, base or method is in code: every conference adopts a profile, whose fields stand in
// its charter, each under the name that it has here. A live conference runs on no profile that
// nobody adopted. What each field means in words: rule_wording.h.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crypto/result.h"
#include "ledger/procedure/rule_choices.h"

namespace placet::ledger {

/// A part of a number of States: "1/3" is reached at equality, "majority" is more than half, and
/// "0" asks for nobody.
struct Fraction {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    bool exceeded = false;  // by at least one State

    friend bool operator==(const Fraction&, const Fraction&) = default;
};
inline constexpr Fraction nobody{0, 1, false};
inline constexpr Fraction more_than_half{1, 2, true};

/// The fewest States that are this part of so many. Requires states >= 0.
std::int64_t fewest(const Fraction& fraction, std::int64_t states);

/// What differs between the plenary, committees, and other organs.
struct OrganRules {
    Fraction quorum_open = {1, 3};  // of the participating States, or of the organ's members
    Majority substance = Majority::two_thirds;
    Majority procedure = Majority::simple;
    std::string verb = "adopted";  // "approved" in a committee

    friend bool operator==(const OrganRules&, const OrganRules&) = default;
};

/// In the charter the fields of an organ are quorum_open_plenary, majority_plenary_substance,
/// majority_plenary_procedure and verb_plenary, and so for committee and other.
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
    OrganRules other = {more_than_half, Majority::simple, Majority::simple, "approved"};
    Classify classify = Classify::chair_appeal_simple;

    Majority majority_whole = Majority::two_thirds;       // adoption of the convention as a whole
    Majority majority_reconsider = Majority::two_thirds;  // in every organ
    Majority majority_rules_amend = Majority::two_thirds;
    Majority majority_rules_suspend = Majority::two_thirds;
    Majority majority_exhaustion = Majority::two_thirds;  // that efforts at agreement are exhausted
    Majority majority_closure = Majority::simple;         // to close a debate
    Majority majority_resume = Majority::simple;          // to resume one that was adjourned
    Fraction voting_quorum = more_than_half;              // of P
    VotingQuorumOf voting_quorum_of = VotingQuorumOf::present;

    Tie tie = Tie::reject;
    TieScope tie_scope = TieScope::simple_only;
    SecondVoteIn second_vote_in = SecondVoteIn::every_organ;
    std::int64_t second_vote_hours = 0;  // within which it is taken; 0: no limit; 0 to 999
    AppealBase appeal_base = AppealBase::present_and_voting;

    ConsensusRule consensus = ConsensusRule::first;
    std::int64_t silence_seconds = 3;      // that everybody sees before the gavel; 1 to 999
    bool deferment_by_chair = false;       // who may have a vote on substance deferred
    std::int64_t deferment_states = 0;     // so many that ask together; 0: no such right; 0 to 999
    Fraction deferment_fraction = nobody;  // of P that asks together
    bool deferment_by_motion = false;
    std::int64_t deferment_days = 0;   // at most, with the hours; both 0: no limit; 0 to 999
    std::int64_t deferment_hours = 0;  // 0 to 999
    bool deferment_once = false;       // on the same matter; a motion may defer it again
    bool deferment_within_session = false;
    Exhaustion exhaustion = Exhaustion::none;
    std::int64_t notice_working_days = 0;  // between notice and vote on substance; 0: none; 0 to 9

    // How many speak on a motion, besides its mover; 0 to 9.
    std::int64_t division_for = 2;
    std::int64_t division_against = 2;
    std::int64_t adjourn_debate_for = 2;
    std::int64_t adjourn_debate_against = 2;
    std::int64_t closure_against = 2;
    std::int64_t reconsider_against = 2;
    std::int64_t competence_for = 2;
    std::int64_t competence_against = 2;
    SponsorMayExplain sponsor_may_explain = SponsorMayExplain::if_amended;

    MethodDefault method_default = MethodDefault::recorded;
    bool recorded_on_request = true;  // of any State
    bool roll_call_on_request = true;
    SecretAllowedFor secret_allowed_for = SecretAllowedFor::elections;
    FallbackMethod fallback_method = FallbackMethod::roll_call;
    std::int64_t last_call_seconds = 0;  // from the last call to the close; 0: none; 0 to 999
    bool roll_call_second_call = true;   // of those that did not answer
    bool live_positions_visible = false;

    friend bool operator==(const RuleProfile&, const RuleProfile&) = default;
};

std::optional<Majority> majority_from_text(std::string_view text);

/// The kinds of organ. The first is the plenary; the next three follow the rules for committees,
/// the last four those for other organs.
inline constexpr std::array<std::string_view, 8> unit_kinds{"plenary",
                                                            "committee",
                                                            "committee_of_the_whole",
                                                            "main_committee",
                                                            "general_committee",
                                                            "credentials_committee",
                                                            "drafting_committee",
                                                            "working_group"};
bool is_unit_kind(std::string_view kind);

/// What the profile says of an organ of this kind: plenary, committee or other.
/// Requires is_unit_kind(kind).
const OrganRules& organ_rules(const RuleProfile& profile, std::string_view kind);

/// What equally divided votes bring about in an organ of this kind.
Tie tie_in(const RuleProfile& profile, std::string_view kind);

/// Every field by name, as texts: what stands in the charter.
std::map<std::string, std::string> profile_fields(const RuleProfile& profile);

/// Fails (malformed), naming the field, on a field that is missing, foreign or of no known value.
Result<RuleProfile> profile_from_fields(const std::map<std::string, std::string>& fields);

}  // namespace placet::ledger
