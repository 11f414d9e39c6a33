#include "ledger/procedure/rule_choices.h"

#include <array>

namespace placet::ledger {
namespace {

template <class Enum, std::size_t size>
using Spellings = std::array<Spelling<Enum>, size>;

constexpr Spellings<Majority, 7> majorities{{
    {Majority::simple, "simple"},
    {Majority::two_thirds, "two_thirds"},
    {Majority::two_thirds_and_majority_of_participating,
     "two_thirds_and_majority_of_participating"},
    {Majority::majority_of_participating, "majority_of_participating"},
    {Majority::two_thirds_of_participating, "two_thirds_of_participating"},
    {Majority::two_thirds_with_voting_quorum, "two_thirds_with_voting_quorum"},
    {Majority::majority_of_present, "majority_of_present"},
}};
constexpr Spellings<ParticipationBase, 4> participation_bases{{
    {ParticipationBase::registered_session, "registered_session"},
    {ParticipationBase::registered_conference, "registered_conference"},
    {ParticipationBase::credentials_accepted, "credentials_accepted"},
    {ParticipationBase::invited, "invited"},
}};
constexpr Spellings<QuorumCheck, 3> quorum_checks{{
    {QuorumCheck::on_decision, "on_decision"},
    {QuorumCheck::on_challenge, "on_challenge"},
    {QuorumCheck::per_sitting, "per_sitting"},
}};
constexpr Spellings<Classify, 3> classifications{{
    {Classify::chair_appeal_simple, "chair_appeal_simple"},
    {Classify::substance_unless_substance_majority, "substance_unless_substance_majority"},
    {Classify::chair_appeal_two_thirds, "chair_appeal_two_thirds"},
}};
constexpr Spellings<VotingQuorumOf, 2> voting_quorum_bases{{
    {VotingQuorumOf::present, "present"},
    {VotingQuorumOf::votes_cast, "votes_cast"},
}};
constexpr Spellings<Tie, 2> ties{{{Tie::reject, "reject"}, {Tie::second_vote, "second_vote"}}};
constexpr Spellings<TieScope, 2> tie_scopes{
    {{TieScope::all, "all"}, {TieScope::simple_only, "simple_only"}}};
constexpr Spellings<SecondVoteIn, 2> second_vote_organs{
    {{SecondVoteIn::every_organ, "every_organ"}, {SecondVoteIn::plenary, "plenary"}}};
constexpr Spellings<AppealBase, 2> appeal_bases{{
    {AppealBase::present_and_voting, "present_and_voting"},
    {AppealBase::present, "present"},
}};
constexpr Spellings<ConsensusRule, 3> consensus_rules{{
    {ConsensusRule::first, "first"},
    {ConsensusRule::exclusive, "exclusive"},
    {ConsensusRule::none, "none"},
}};
constexpr Spellings<Exhaustion, 3> exhaustions{{
    {Exhaustion::none, "none"},
    {Exhaustion::chair_declares, "chair_declares"},
    {Exhaustion::body_determines, "body_determines"},
}};
constexpr Spellings<SponsorMayExplain, 3> sponsor_rules{{
    {SponsorMayExplain::never, "never"},
    {SponsorMayExplain::if_amended, "if_amended"},
    {SponsorMayExplain::always, "always"},
}};
constexpr Spellings<MethodDefault, 3> method_defaults{{
    {MethodDefault::recorded, "recorded"},
    {MethodDefault::non_recorded, "non_recorded"},
    {MethodDefault::hands, "hands"},
}};
constexpr Spellings<SecretAllowedFor, 3> secret_ballots{{
    {SecretAllowedFor::elections, "elections"},
    {SecretAllowedFor::elections_and_decisions, "elections_and_decisions"},
    {SecretAllowedFor::none, "none"},
}};
constexpr Spellings<FallbackMethod, 2> fallback_methods{
    {{FallbackMethod::roll_call, "roll_call"}, {FallbackMethod::hands, "hands"}}};

}  // namespace

std::span<const Spelling<Majority>> spellings_of(Majority) { return majorities; }
std::span<const Spelling<ParticipationBase>> spellings_of(ParticipationBase) {
    return participation_bases;
}
std::span<const Spelling<QuorumCheck>> spellings_of(QuorumCheck) { return quorum_checks; }
std::span<const Spelling<Classify>> spellings_of(Classify) { return classifications; }
std::span<const Spelling<VotingQuorumOf>> spellings_of(VotingQuorumOf) {
    return voting_quorum_bases;
}
std::span<const Spelling<Tie>> spellings_of(Tie) { return ties; }
std::span<const Spelling<TieScope>> spellings_of(TieScope) { return tie_scopes; }
std::span<const Spelling<SecondVoteIn>> spellings_of(SecondVoteIn) { return second_vote_organs; }
std::span<const Spelling<AppealBase>> spellings_of(AppealBase) { return appeal_bases; }
std::span<const Spelling<ConsensusRule>> spellings_of(ConsensusRule) { return consensus_rules; }
std::span<const Spelling<Exhaustion>> spellings_of(Exhaustion) { return exhaustions; }
std::span<const Spelling<SponsorMayExplain>> spellings_of(SponsorMayExplain) {
    return sponsor_rules;
}
std::span<const Spelling<MethodDefault>> spellings_of(MethodDefault) { return method_defaults; }
std::span<const Spelling<SecretAllowedFor>> spellings_of(SecretAllowedFor) {
    return secret_ballots;
}
std::span<const Spelling<FallbackMethod>> spellings_of(FallbackMethod) { return fallback_methods; }

}  // namespace placet::ledger
