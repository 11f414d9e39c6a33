// Who takes part: sessions, members of organs, rights; and under which rules.
#include "ledger/procedure/credentials.h"
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>
#include <set>

namespace placet::ledger {
namespace {

Result<Done> of_the_conference(const Conference& conference, const Entry& entry) {
    if (const auto may = may_change_the_roll(conference); !may) return may.error();
    if (entry.unit != "conference")
        return refused_entry(
            "This concerns the whole conference, not one organ (" + entry.unit + ").",
            "Record it for the conference.");
    return sealed_as_needed(conference, entry);
}

/// The decision on which the rules are changed: carried, standing, and not carried out before.
Result<Done> decided(const Conference& conference, const RulesAdopted& record) {
    if (!record.decision) {
        if (conference.charter->mode == Mode::rehearsal) return Done{};
        return refused_entry("The rules of a live conference change by its own decision.",
                             "Let the conference decide on the change, and name that decision.");
    }
    const auto* decision = conference.decision_of_entry(*record.decision);
    if (decision != nullptr && decision->kind == QuestionKind::rules_change &&
        decision->outcome == Outcome::carried && decision->stands() &&
        !conference.rules_carried_out.contains(*record.decision))
        return Done{};
    return refused_entry(
        "No decision of the conference to change its rules is named, or one that "
        "is carried out already.",
        "Name the decision.");
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry, const SessionOpened& record) {
    if (const auto may = of_the_conference(conference, entry); !may) return may.error();
    if (conference.meeting)
        return refused_entry("A meeting is open.", "Close it before a session is opened.");
    if (record.session == conference.session + 1) return Done{};
    return refused_entry("Sessions are counted: the next one is session " +
                             std::to_string(conference.session + 1) + ".",
                         "Open it under its number.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const OrganComposed& record) {
    if (const auto may = of_the_conference(conference, entry); !may) return may.error();
    const auto* unit = conference.unit(record.organ);
    if (unit == nullptr || unit->kind == "plenary")
        return refused_entry(
            "\"" + record.organ + "\" is no organ that only some States belong to.",
            "Name a committee of the charter.");
    if (conference.meeting && conference.meeting->unit == record.organ)
        return refused_entry("This organ is meeting.", "Change its members after the meeting.");
    std::set<ParticipantId> seen;
    for (const auto& id : record.members) {
        const auto found = conference.participants.find(id);
        if (found == conference.participants.end() ||
            found->second.standing != Standing::registered || !seen.insert(id).second)
            return refused_entry("\"" + id + "\" does not participate, or is named twice.",
                                 "Name each member once.");
    }
    if (!record.members.empty()) return Done{};
    return refused_entry("No member is named.", "Name the States that belong to the organ.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const VotingRightChanged& record) {
    if (const auto may = of_the_conference(conference, entry); !may) return may.error();
    if (!conference.participants.contains(record.delegation))
        return refused_entry("\"" + record.delegation + "\" does not participate.",
                             "Name a participating State.");
    if (record.reason.empty() || record.authority.empty())
        return refused_entry(
            "A vote is taken or given back for a reason, by what has the authority "
            "to do so.",
            "Name both.");
    if (conference.suspended.contains(record.delegation) != record.suspended)
        return carries_out(conference, record);
    return refused_entry(
        record.suspended ? "This State is without its vote already." : "This State has its vote.",
        "Nothing is to do.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const RulesAdopted& record) {
    if (const auto may = of_the_conference(conference, entry); !may) return may.error();
    if (conference.question)
        return refused_entry(
            "A question is before the meeting, and keeps the rules of the moment "
            "at which it was put.",
            "Decide on it first.");
    const auto profile = profile_from_fields(record.profile);
    if (!profile)
        return refused_entry("These rules cannot be used: " + profile.error().detail + ".",
                             "Give every field of the rule profile one of its values.");
    if (conference.charter->mode == Mode::live && !profile->adopted)
        return refused_entry("These rules are not adopted by the conference.",
                             "Name the document that it adopted.");
    if (profile->id == conference.profile.id && profile->version == conference.profile.version)
        return refused_entry("This version of the rules is in force.",
                             "Give changed rules a version of their own.");
    return decided(conference, record);
}

}  // namespace placet::ledger
