// The course of the meeting, decisions without a vote, and what delegations attach to decisions.
#include "terminal/session.h"

#include "ledger/acts.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/permission.h"
#include "terminal/drafting.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::int64_t second_ms = 1'000;

/// The organ whose decision or proposal this is about.
std::string unit_of_statements(const Conference& conference, const Record& record) {
    if (std::holds_alternative<CorrectionNoted>(record))
        return open_to_corrections(conference)->unit;
    if (conference.consensus) return conference.consensus->unit;
    const auto* statement = std::get_if<StatementAttached>(&record);
    if (const auto* question = open_to_explanations(conference);
        question != nullptr && statement != nullptr && statement->about == question->entry.leaf)
        return question->unit;
    return conference.decision_of_entry(*open_to_statements(conference))->unit;
}

/// A proposal to which nobody objected, or for which it was ruled that there is consensus all the
/// same: the silence before its gavel passes.
bool stands_unopposed(const Conference& conference) {
    if (!conference.consensus) return false;
    const auto phase = conference.consensus->phase();
    return phase == ConsensusPhase::proposed ||
           (phase == ConsensusPhase::objected && conference.consensus->over_objection != 0);
}

bool last_call_is_made(const Conference& conference) {
    return conference.voting_open() && conference.run->last_call;
}

}  // namespace

// ---- the course of the meeting

void Session::on(const SuspendMeeting&) {
    if (const auto allowed = may_suspend(*state_.conference); !allowed)
        return refuse(allowed.error());
    append_as(Role::presiding_officer,
              MeetingSuspended{.meeting = state_.conference->meeting->number});
}

void Session::on(const ResumeMeeting&) {
    if (const auto allowed = may_resume(*state_.conference); !allowed)
        return refuse(allowed.error());
    append_as(Role::presiding_officer,
              MeetingResumed{.meeting = state_.conference->meeting->number});
}

void Session::on(const CloseMeeting&) {
    if (const auto allowed = may_close_meeting(*state_.conference); !allowed)
        return refuse(allowed.error());
    append_as(Role::presiding_officer,
              MeetingClosed{.meeting = state_.conference->meeting->number});
}

void Session::on(const TakeChair&) {
    const auto& conference = *state_.conference;
    if (const auto allowed = may_change_presiding(conference); !allowed)
        return refuse(allowed.error());
    const auto officer = officers_.find(Role::presiding_officer);
    const PersonId presiding = officer == officers_.end() ? "" : officer->second.person.id;
    const PresidingChanged changed{.meeting = conference.meeting->number, .presiding = presiding};
    ask_seals(PinPurpose::take_chair, changed, conference.meeting->unit,
              {Role::presiding_officer, Role::secretary});
}

// ---- a decision without a vote

void Session::on(const ProposeAdoption& intent) {
    if (const auto allowed = may_propose(*state_.conference, intent.text_unit); !allowed)
        return refuse(allowed.error());
    const auto proposal = proposal_of_adopting(*state_.conference, intent.text_unit);
    if (!proposal) return refuse(proposal.error());
    append_as(Role::presiding_officer, *proposal);
}

void Session::on(const Gavel& intent) {
    if (const auto allowed = may_gavel(*state_.conference); !allowed)
        return refuse(allowed.error());
    append_as(Role::presiding_officer,
              ConsensusGavelled{.proposed = state_.conference->consensus->entry.leaf,
                                .silence_ms = parts_.now_ms() - silence_from_ms_,
                                .label = intent.label});
}

void Session::on(const ConfirmConsensus&) {
    const auto confirmation = confirmation_of(*state_.conference);
    if (!confirmation) return refuse(confirmation.error());
    ask_seals(PinPurpose::confirm, *confirmation, state_.conference->consensus->unit,
              {Role::secretary});
}

void Session::on(const SetProposalAside& intent) {
    if (const auto allowed = may_set_aside(*state_.conference); !allowed)
        return refuse(allowed.error());
    append_as(
        Role::presiding_officer,
        ConsensusSetAside{.proposed = state_.conference->consensus->entry.leaf, .how = intent.how});
}

/// The silence begins when everybody can see what is proposed: after the entry is durable, anew
/// after a gavel that was rescinded. The time after the last call begins alike; after a restart it
/// begins again.
void Session::watch_pauses(const Conference& before) {
    const auto& now = *state_.conference;
    const bool same = stands_unopposed(before) && stands_unopposed(now) &&
                      before.consensus->entry.leaf == now.consensus->entry.leaf;
    if (!same) silence_from_ms_ = parts_.now_ms();
    if (last_call_is_made(now) && !last_call_is_made(before)) last_call_from_ms_ = parts_.now_ms();
}

void Session::count_pauses() {
    const auto& conference = *state_.conference;
    const auto pause = [&](bool begun, std::int64_t from_ms, std::int64_t seconds) {
        if (!begun) return std::optional<Silence>();
        const auto least = seconds * second_ms;
        return std::optional(
            Silence{.kept_ms = std::min(least, parts_.now_ms() - from_ms), .least_ms = least});
    };
    const auto shown =
        pause(stands_unopposed(conference), silence_from_ms_, conference.profile.silence_seconds);
    const auto called = pause(last_call_is_made(conference), last_call_from_ms_,
                              conference.profile.last_call_seconds);
    if (shown == state_.silence && called == state_.last_call) return;
    state_.last_call = called;
    state_.silence = shown;
    ++state_.revision;
}

// ---- what a delegation says

void Session::on(const OpenDelegation& intent) {
    if (!officers_.contains(Role::attendant) && !officers_.contains(Role::secretary))
        return refuse({Fault::refused,
                       "An attendant or the secretary notes what delegations say. Sign in first, "
                       "with badge and PIN."});
    if (!state_.conference->participants.contains(intent.delegation)) return;
    leave();
    state_.delegation = DelegationDesk{.delegation = intent.delegation};
}

void Session::on(const LeaveDelegation&) { leave(); }

/// Sealed with the delegate's key, or by the officer who notes it.
void Session::append_for_delegation(const Record& record) {
    const auto& conference = *state_.conference;
    const auto unit = unit_of_statements(conference, record);
    if (state_.delegation->person.empty()) {
        const auto& alternatives = required_seals(record);
        const bool attendant = officers_.contains(Role::attendant) &&
                               std::ranges::count(alternatives, std::vector{Role::attendant}) > 0;
        return append_as(attendant ? Role::attendant : Role::secretary, record, unit);
    }
    auto draft = drafted(conference, record, unit);
    if (!draft) return refuse(draft.error());
    seal_draft(*draft, conference.charter_leaf, Role::delegate, state_.delegation->person,
               *delegate_key_);
    append(std::move(*draft));
}

void Session::on(const Object& intent) {
    if (!state_.delegation) return;
    const auto& delegation = state_.delegation->delegation;
    if (const auto allowed = may_object(*state_.conference, delegation); !allowed)
        return refuse(allowed.error());
    append_for_delegation(ObjectionRaised{.proposed = state_.conference->consensus->entry.leaf,
                                          .delegation = delegation,
                                          .ground = intent.ground});
}

void Session::on(const WithdrawObjection&) {
    if (!state_.delegation) return;
    const auto& delegation = state_.delegation->delegation;
    if (const auto allowed = may_withdraw(*state_.conference, delegation); !allowed)
        return refuse(allowed.error());
    for (const auto& objection : state_.conference->consensus->standing())
        if (objection.raised.delegation == delegation)
            return append_for_delegation(
                ObjectionWithdrawn{.objection = objection.entry.leaf, .delegation = delegation});
}

void Session::on(const AttachStatement& intent) {
    if (!state_.delegation) return;
    const auto about = open_to(*state_.conference, intent.kind).value_or(Hash{});
    const auto& delegation = state_.delegation->delegation;
    if (const auto allowed = may_attach(*state_.conference, about, delegation); !allowed)
        return refuse(allowed.error());
    append_for_delegation(StatementAttached{.about = about,
                                            .delegation = delegation,
                                            .kind = intent.kind,
                                            .paragraphs = intent.paragraphs});
}

void Session::on(const NoteCorrection& intent) {
    if (!state_.delegation) return;
    const auto& conference = *state_.conference;
    const auto* decision = open_to_corrections(conference);
    const auto run = decision == nullptr ? RunNumber{} : decision->result->run;
    const auto& delegation = state_.delegation->delegation;
    if (const auto allowed = may_note_correction(conference, run, delegation); !allowed)
        return refuse(allowed.error());
    const auto* person = conference.person(state_.delegation->person);
    append_for_delegation(CorrectionNoted{
        .run = run,
        .result = decision->entry.leaf,
        .delegation = delegation,
        .intended = intent.intended,
        .received_from = person == nullptr ? "The delegation, at the desk" : person->name});
}

void Session::on(const RuleLateFlag& intent) {
    if (!state_.delegation) return;
    const auto gavel = gavel_to_rule_on(*state_.conference);
    if (!gavel) return refuse(gavel.error());
    append_as(Role::presiding_officer, LateFlagRuled{.gavel = *gavel,
                                                     .delegation = state_.delegation->delegation,
                                                     .before_gavel = intent.before_gavel});
}

}  // namespace placet::terminal
