// What comes between the debate and the vote: deferment, notice, the end of all efforts.
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/floor_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"

namespace placet::ledger {
namespace {

/// A matter of substance that waits to be decided; amendments wait with what they amend.
Result<Done> waits_to_be_decided(const Conference& conference, const ProposalId& id,
                                 QuestionEvent event) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (conference.consensus && conference.consensus->phase() == ConsensusPhase::gavelled)
        return refused("The gavel has fallen.", "The secretary confirms the decision first.");
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || proposal->is_amendment())
        return refused_entry("The vote that waits is that on a proposal, not on an amendment.",
                             "Name the unit of the convention or the proposal.");
    if (proposal->matter == MatterClass::procedure)
        return refused_entry(proposal->registered.title + " is a matter of procedure.",
                             "Only a vote on substance waits for general agreement.");
    const auto to = follow(conference.state_here(*proposal), event, proposal->registered.title);
    if (!to) return to.error();
    return Done{};
}

Result<Done> objected_at_most(const Conference& conference, const ProposalId& id) {
    if (!conference.consensus || (conference.consensus->proposed.proposal == id &&
                                  conference.consensus->phase() == ConsensusPhase::objected))
        return Done{};
    return proposed_first(conference);
}

/// May the vote be deferred on this right?
Result<Done> right_is_given(const Conference& conference, const VoteDeferred& record) {
    const auto& profile = conference.profile;
    const auto& proposal = *conference.proposal(record.proposal);
    if (!may_be_deferred_again(conference, proposal))
        return refused_entry("A vote is deferred once on the same matter.",
                             "Go on with the matter, or move its postponement.");
    if (record.right == DefermentRight::presiding_officer && profile.deferment_by_chair)
        return Done{};
    const auto needed = deferment_needed(conference);
    const auto asked = static_cast<std::int64_t>(proposal.asked_to_defer.size());
    if (record.right == DefermentRight::states && needed > 0 && asked >= needed) return Done{};
    if (record.right == DefermentRight::states && needed > 0)
        return refused_entry(std::to_string(needed) + " delegations must ask for it; " +
                                 std::to_string(asked) + " have.",
                             "Note who else asks.");
    return refused_entry("The rules of this conference give no such right to defer a vote.",
                         "Defer it on a right that they give.");
}

/// The records of this file that the presiding officer makes of an open meeting.
Result<Done> of_the_chair(const Conference& conference, const Entry& entry, std::int64_t meeting) {
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    if (const auto here = of_this_meeting(conference, entry, meeting); !here) return here.error();
    return sealed_as_needed(conference, entry);
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry,
                   const DefermentRequested& record) {
    if (const auto waits = waits_to_be_decided(conference, record.proposal, QuestionEvent::defer);
        !waits)
        return waits.error();
    if (const auto here = of_this_organ(conference, entry); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (!conference.takes_part(record.delegation))
        return refused_entry("\"" + record.delegation + "\" does not participate.",
                             "Only participating States ask for a deferment.");
    const auto& proposal = *conference.proposal(record.proposal);
    if (deferment_needed(conference) == 0)
        return refused_entry("The rules give States no right to have a vote deferred.",
                             "A motion may be made, or the presiding officer may defer it.");
    if (!may_be_deferred_again(conference, proposal))
        return refused_entry("A vote is deferred once on the same matter.",
                             "Go on with the matter, or move its postponement.");
    if (!proposal.asked_to_defer.contains(record.delegation)) return Done{};
    return refused_entry("This delegation has asked already.", "Each is counted once.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const VoteDeferred& record) {
    if (const auto waits = waits_to_be_decided(conference, record.proposal, QuestionEvent::defer);
        !waits)
        return waits.error();
    if (const auto way = objected_at_most(conference, record.proposal); !way) return way.error();
    if (record.until.empty())
        return refused_entry("A deferment has an end.", "Say until when, in words.");
    if (const auto given = right_is_given(conference, record); !given) return given.error();
    return of_the_chair(conference, entry, record.meeting);
}

Result<Done> check(const Conference& conference, const Entry& entry, const DefermentEnded& record) {
    if (const auto waits =
            waits_to_be_decided(conference, record.proposal, QuestionEvent::end_deferment);
        !waits)
        return waits.error();
    if (record.report.empty())
        return refused_entry("The presiding officer reports on the efforts that were made.",
                             "Say in words what they led to.");
    if (const auto words = short_enough(record.report); !words) return words.error();
    return of_the_chair(conference, entry, record.meeting);
}

Result<Done> check(const Conference& conference, const Entry& entry, const VoteNotified& record) {
    if (const auto waits = waits_to_be_decided(conference, record.proposal, QuestionEvent::put);
        !waits)
        return waits.error();
    if (conference.profile.notice_working_days == 0)
        return refused_entry("The rules ask for no notice of a vote.", "Put the question.");
    if (record.not_before.empty())
        return refused_entry("A notice names the day before which no vote is taken.",
                             "Name it, as the Journal prints it.");
    return of_the_chair(conference, entry, record.meeting);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ExhaustionDeclared& record) {
    if (const auto waits = waits_to_be_decided(conference, record.proposal, QuestionEvent::put);
        !waits)
        return waits.error();
    if (conference.profile.exhaustion != Exhaustion::chair_declares)
        return refused_entry(
            "The rules do not let the presiding officer declare that all efforts are exhausted.",
            conference.profile.exhaustion == Exhaustion::none
                ? "Put the question; no such declaration is needed."
                : "Put to the vote whether they are.");
    if (record.report.empty())
        return refused_entry("The presiding officer informs the conference of the efforts made.",
                             "Say in words what they led to.");
    if (const auto words = short_enough(record.report); !words) return words.error();
    return of_the_chair(conference, entry, record.meeting);
}

}  // namespace placet::ledger
