#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/refusal.h"
#include "ledger/record_text.h"

#include <algorithm>

namespace placet::ledger {
namespace {

using Alternatives = std::vector<std::vector<Role>>;

struct SealsOf {
    const Alternatives& operator()(const auto&) const {  // charter, participation, ...
        static const Alternatives root = {{Role::root}};
        return root;
    }
    const Alternatives& operator()(const MeetingOpened&) const { return presiding_officer(); }
    const Alternatives& operator()(const MeetingSuspended&) const { return presiding_officer(); }
    const Alternatives& operator()(const MeetingResumed&) const { return presiding_officer(); }
    const Alternatives& operator()(const MeetingClosed&) const { return presiding_officer(); }
    const Alternatives& operator()(const PresidingChanged&) const { return both(); }
    const Alternatives& operator()(const PresenceNoted&) const {
        static const Alternatives any = {
            {Role::attendant}, {Role::secretary}, {Role::presiding_officer}};
        return any;
    }
    const Alternatives& operator()(const QuestionPut&) const { return presiding_officer(); }
    const Alternatives& operator()(const VoteStarted&) const { return presiding_officer(); }
    const Alternatives& operator()(const Ballot&) const {
        static const Alternatives delegate = {{Role::delegate}};
        return delegate;
    }
    const Alternatives& operator()(const LotCommitted&) const { return secretary(); }
    const Alternatives& operator()(const LotDrawn&) const { return both(); }
    const Alternatives& operator()(const AnswerGiven&) const { return teller(); }
    const Alternatives& operator()(const HandsCounted&) const { return teller(); }
    const Alternatives& operator()(const VoteClosed&) const { return presiding_officer(); }
    const Alternatives& operator()(const VoteLocked&) const { return both(); }
    const Alternatives& operator()(const ResultAnnounced&) const { return both(); }
    const Alternatives& operator()(const VoteAnnulled&) const { return both(); }
    const Alternatives& operator()(const CorrectionNoted&) const {
        static const Alternatives any = {{Role::delegate}, {Role::secretary}};
        return any;
    }
    const Alternatives& operator()(const ConsensusProposed&) const { return presiding_officer(); }
    const Alternatives& operator()(const ObjectionRaised&) const { return delegate_or_noted(); }
    const Alternatives& operator()(const ObjectionWithdrawn&) const { return delegate_or_noted(); }
    const Alternatives& operator()(const ConsensusGavelled&) const { return presiding_officer(); }
    const Alternatives& operator()(const ConsensusConfirmed&) const { return secretary(); }
    const Alternatives& operator()(const LateFlagRuled&) const { return presiding_officer(); }
    const Alternatives& operator()(const ConsensusSetAside&) const { return presiding_officer(); }
    const Alternatives& operator()(const StatementAttached&) const { return delegate_or_noted(); }
    const Alternatives& operator()(const ProposalIntroduced&) const { return presiding_officer(); }
    const Alternatives& operator()(const DebateClosed&) const { return presiding_officer(); }
    const Alternatives& operator()(const VoteDeferred&) const { return presiding_officer(); }
    const Alternatives& operator()(const DefermentEnded&) const { return presiding_officer(); }
    const Alternatives& operator()(const VoteNotified&) const { return presiding_officer(); }
    const Alternatives& operator()(const ExhaustionDeclared&) const { return presiding_officer(); }
    const Alternatives& operator()(const MotionGranted&) const { return presiding_officer(); }
    const Alternatives& operator()(const RulingGiven&) const { return presiding_officer(); }
    const Alternatives& operator()(const ElectionOpened&) const { return presiding_officer(); }
    const Alternatives& operator()(const CandidateWithdrawn&) const { return presiding_officer(); }
    const Alternatives& operator()(const ProtocolEntered&) const { return both(); }
    const Alternatives& operator()(const ElectionLotDrawn&) const { return both(); }
    const Alternatives& operator()(const AcclamationDeclared&) const { return both(); }
    const Alternatives& operator()(const ElectionStopped&) const { return both(); }
    const Alternatives& operator()(const LastCalled&) const { return presiding_officer(); }
    const Alternatives& operator()(const TextRevised&) const { return both(); }
    const Alternatives& operator()(const TextPlaced&) const { return both(); }
    const Alternatives& operator()(const ReadingCorrected&) const { return both(); }
    const Alternatives& operator()(const RecordClosed&) const { return secretary(); }
    const Alternatives& operator()(const TotalsTaken&) const { return teller(); }
    const Alternatives& operator()(const ProposalRegistered&) const { return teller(); }
    const Alternatives& operator()(const ProposalRevised&) const { return teller(); }
    const Alternatives& operator()(const ProposalWithdrawn&) const { return delegate_or_noted(); }
    const Alternatives& operator()(const DefermentRequested&) const { return delegate_or_noted(); }
    const Alternatives& operator()(const MotionMoved&) const { return from_the_floor(); }
    const Alternatives& operator()(const MotionSpoken&) const { return from_the_floor(); }
    const Alternatives& operator()(const MotionWithdrawn&) const { return from_the_floor(); }
    const Alternatives& operator()(const MethodRequested&) const { return from_the_floor(); }
    const Alternatives& operator()(const PointOfOrderRaised&) const { return from_the_floor(); }
    const Alternatives& operator()(const RulingAppealed&) const { return from_the_floor(); }
    const Alternatives& operator()(const AppealWithdrawn&) const { return from_the_floor(); }
    const Alternatives& operator()(const ProposalCirculated& record) const {
        return record.permission.empty() ? teller() : presiding_officer();
    }
    const Alternatives& operator()(const PinRefused&) const { return nobody(); }
    const Alternatives& operator()(const NotUnderstood&) const { return nobody(); }

    static const Alternatives& presiding_officer() {
        static const Alternatives one = {{Role::presiding_officer}};
        return one;
    }
    static const Alternatives& secretary() {
        static const Alternatives one = {{Role::secretary}};
        return one;
    }
    static const Alternatives& teller() {
        static const Alternatives any = {{Role::attendant}, {Role::secretary}};
        return any;
    }
    static const Alternatives& delegate_or_noted() {
        static const Alternatives any = {{Role::delegate}, {Role::attendant}, {Role::secretary}};
        return any;
    }
    static const Alternatives& from_the_floor() {
        static const Alternatives any = {
            {Role::delegate}, {Role::attendant}, {Role::secretary}, {Role::presiding_officer}};
        return any;
    }
    static const Alternatives& both() {
        static const Alternatives two = {{Role::presiding_officer, Role::secretary}};
        return two;
    }
    static const Alternatives& nobody() {
        static const Alternatives none = {};
        return none;
    }
};

std::string_view role_words(Role role) {
    if (role == Role::root) return "the Secretariat's root key";
    if (role == Role::presiding_officer) return "the presiding officer";
    if (role == Role::secretary) return "the secretary";
    return role == Role::attendant ? "an attendant" : "a delegate";
}

/// "an attendant, or the secretary"; "the presiding officer and the secretary"
std::string needed_words(const Alternatives& alternatives) {
    std::string text;
    for (const auto& roles : alternatives) {
        if (!text.empty()) text += ", or ";
        for (std::size_t i = 0; i < roles.size(); ++i)
            text.append(i == 0 ? "" : " and ").append(role_words(roles[i]));
    }
    return text.empty() ? "nobody" : text;
}

bool has_roles(const Entry& entry, const std::vector<Role>& roles) {
    return entry.seals.size() == roles.size() && std::ranges::all_of(roles, [&](Role role) {
               return std::ranges::count(entry.seals, role, &Seal::role) == 1;
           });
}

Result<Done> roles_as_needed(const Entry& entry) {
    const auto& alternatives = required_seals(entry.record);
    if (alternatives.empty() ? entry.seals.empty()
                             : std::ranges::any_of(alternatives, [&](const auto& roles) {
                                   return has_roles(entry, roles);
                               }))
        return Done{};
    return refused_entry("An entry of this kind (" + std::string(type_of(entry.record)) +
                             ") is sealed by " + needed_words(alternatives) + ", and nobody else.",
                         "Sign in with the right badge and try again.");
}

/// For which delegation an entry speaks; empty if for none.
ParticipantId delegation_of(const Entry& entry) {
    return std::visit(
        [](const auto& record) -> ParticipantId {
            if constexpr (requires { record.delegation; }) return record.delegation;
            if constexpr (requires { record.mover; }) return record.mover;
            return {};
        },
        entry.record);
}

/// Who presides at this entry: over the meeting, or over the one that it opens or takes over.
const PersonId& presiding_at(const Conference& conference, const Entry& entry) {
    if (const auto* opened = std::get_if<MeetingOpened>(&entry.record)) return opened->presiding;
    if (const auto* changed = std::get_if<PresidingChanged>(&entry.record))
        return changed->presiding;
    static const PersonId nobody_presides;
    return conference.meeting ? conference.meeting->presiding : nobody_presides;
}

Result<Done> entitled(const Conference& conference, const Entry& entry, const Seal& seal) {
    const auto* person = conference.person(seal.person);
    if (person == nullptr || person->role != seal.role)
        return refused_entry("\"" + seal.person + "\" is not accredited as " +
                                 std::string(role_words(seal.role)) + " of this conference.",
                             "Use a badge of this conference, or ask the secretariat.");
    if (seal.role == Role::presiding_officer && seal.person != presiding_at(conference, entry))
        return refused_entry(person->name + " does not preside over this meeting.",
                             "The presiding officer of this meeting does it, or another meeting is "
                             "opened.");
    const auto delegation = delegation_of(entry);
    if (seal.role == Role::delegate && person->participant != delegation)
        return refused_entry(
            person->name + " is no delegate of this delegation (" + delegation + ").",
            "Each delegation acts with the badge of one of its own delegates.");
    return Done{};
}

}  // namespace

const std::vector<std::vector<Role>>& required_seals(const Record& record) {
    return std::visit(SealsOf{}, record);
}

Result<Done> sealed_as_needed(const Conference& conference, const Entry& entry) {
    if (const auto roles = roles_as_needed(entry); !roles) return roles.error();
    if (entry.seals.size() == 2 && entry.seals[0].person == entry.seals[1].person)
        return refused_entry("The presiding officer and the secretary must be two persons.",
                             "Let the other officer seal with a badge of their own.");
    for (const auto& seal : entry.seals) {
        if (seal.role == Role::root) continue;  // a key, not a person: authority.h checks it
        if (const auto allowed = entitled(conference, entry, seal); !allowed)
            return allowed.error();
    }
    return Done{};
}

}  // namespace placet::ledger
