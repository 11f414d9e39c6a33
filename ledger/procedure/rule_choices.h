// rule_choices.h: what a rule profile chooses between, and the word for each choice.
//
// Every choice was met in the rules of some conference; RULES.md names the families. A word is
// spelled as its value here is.
#pragma once

#include <algorithm>
#include <concepts>
#include <optional>
#include <span>
#include <string_view>

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
/// Which States participate: P counts them.
enum class ParticipationBase {
    registered_session,     // with a delegation registered for this session, not withdrawn
    registered_conference,  // for any session
    credentials_accepted,   // registered for this session, and the conference accepted credentials
    invited,                // every State that may take part, registered or not
};
enum class QuorumCheck { on_decision, on_challenge, per_sitting };
/// Who decides whether a matter is of substance or of procedure.
enum class Classify {
    chair_appeal_simple,                  // the presiding officer, unless a majority overrules
    substance_unless_substance_majority,  // it is substance, unless the majority for it decides
    chair_appeal_two_thirds,              // the presiding officer, unless two thirds overrule
};
/// Of whom the quorum of Majority::two_thirds_with_voting_quorum is asked.
enum class VotingQuorumOf { present, votes_cast };
enum class Tie { reject, second_vote };
enum class TieScope { all, simple_only };
/// Where equally divided votes are put a second time; elsewhere they reject at once.
enum class SecondVoteIn { every_organ, plenary };
enum class AppealBase { present_and_voting, present };
/// Is a decision without a vote tried first, is it the only way, or is there none?
enum class ConsensusRule { first, exclusive, none };
/// What must be said before substance is voted on: nothing, that all efforts at general agreement
/// are exhausted, or a decision of the organ that they are.
enum class Exhaustion { none, chair_declares, body_determines };
enum class SponsorMayExplain { never, if_amended, always };
/// How a vote is taken where nobody asks for another way.
enum class MethodDefault { recorded, non_recorded, hands };
enum class SecretAllowedFor { elections, elections_and_decisions, none };
/// How a vote is taken where the terminals fail.
enum class FallbackMethod { roll_call, hands };

template <class Enum>
struct Spelling {
    Enum value;
    std::string_view text;
};

/// Every value with its word, in the order of the enumeration; the argument only names the type.
std::span<const Spelling<Majority>> spellings_of(Majority any);
std::span<const Spelling<ParticipationBase>> spellings_of(ParticipationBase any);
std::span<const Spelling<QuorumCheck>> spellings_of(QuorumCheck any);
std::span<const Spelling<Classify>> spellings_of(Classify any);
std::span<const Spelling<VotingQuorumOf>> spellings_of(VotingQuorumOf any);
std::span<const Spelling<Tie>> spellings_of(Tie any);
std::span<const Spelling<TieScope>> spellings_of(TieScope any);
std::span<const Spelling<SecondVoteIn>> spellings_of(SecondVoteIn any);
std::span<const Spelling<AppealBase>> spellings_of(AppealBase any);
std::span<const Spelling<ConsensusRule>> spellings_of(ConsensusRule any);
std::span<const Spelling<Exhaustion>> spellings_of(Exhaustion any);
std::span<const Spelling<SponsorMayExplain>> spellings_of(SponsorMayExplain any);
std::span<const Spelling<MethodDefault>> spellings_of(MethodDefault any);
std::span<const Spelling<SecretAllowedFor>> spellings_of(SecretAllowedFor any);
std::span<const Spelling<FallbackMethod>> spellings_of(FallbackMethod any);

/// An enumeration of this file.
template <class Enum>
concept RuleChoice = requires(Enum value) {
    { spellings_of(value) } -> std::same_as<std::span<const Spelling<Enum>>>;
};

template <RuleChoice Enum>
std::string_view to_text(Enum value) {
    const auto spellings = spellings_of(value);
    const auto found = std::ranges::find(spellings, value, &Spelling<Enum>::value);
    return found == spellings.end() ? std::string_view{} : found->text;
}

/// Nothing if the text is no word of this enumeration.
template <RuleChoice Enum>
std::optional<Enum> rule_choice_from_text(std::string_view text) {
    const auto spellings = spellings_of(Enum{});
    const auto found = std::ranges::find(spellings, text, &Spelling<Enum>::text);
    return found == spellings.end() ? std::nullopt : std::optional(found->value);
}

}  // namespace placet::ledger
