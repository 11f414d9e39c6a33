// The meeting, who is there, and what is put to it.
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>

namespace placet::ledger {
namespace {

/// What suspends, resumes or closes the open meeting.
template <class Record>
Result<Done> check_course(const Conference& conference, const Entry& entry, const Record& record,
                          const Result<Done>& may) {
    if (!may) return may.error();
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    return sealed_as_needed(conference, entry);
}

}  // namespace

Result<Done> of_this_meeting(const Conference& conference, const Entry& entry,
                             std::int64_t meeting) {
    if (entry.unit == conference.meeting->unit && meeting == conference.meeting->number)
        return Done{};
    return refused_entry("This is for meeting " + std::to_string(meeting) + " of \"" + entry.unit +
                             "\"; meeting " + std::to_string(conference.meeting->number) +
                             " of \"" + conference.meeting->unit + "\" is open.",
                         "Record it in the open meeting, or open another one.");
}

Result<Done> of_this_organ(const Conference& conference, const Entry& entry) {
    return of_this_meeting(conference, entry, conference.meeting->number);
}

Result<Done> check(const Conference& conference, const Entry& entry, const MeetingOpened& record) {
    if (const auto may = may_open_meeting(conference); !may) return may.error();
    if (conference.unit(entry.unit) == nullptr)
        return refused_entry("The conference has no organ \"" + entry.unit + "\".",
                             "Open a meeting of one that its charter names.");
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto next = conference.last_meeting + 1;
    if (record.number != next)
        return refused_entry("Meetings are counted: the next one is meeting " +
                                 std::to_string(next) + ", not " + std::to_string(record.number) +
                                 ".",
                             "Open it under its number.");
    return Done{};
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const MeetingSuspended& record) {
    return check_course(conference, entry, record, may_suspend(conference));
}

Result<Done> check(const Conference& conference, const Entry& entry, const MeetingResumed& record) {
    return check_course(conference, entry, record, may_resume(conference));
}

Result<Done> check(const Conference& conference, const Entry& entry, const MeetingClosed& record) {
    return check_course(conference, entry, record, may_close_meeting(conference));
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const PresidingChanged& record) {
    const auto checked = check_course(conference, entry, record, may_change_presiding(conference));
    if (!checked) return checked.error();
    if (record.presiding != conference.meeting->presiding) return Done{};
    return refused_entry("This officer presides already.", "Name the officer who takes the chair.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const PresenceNoted& record) {
    if (const auto may = may_note_presence(conference); !may) return may.error();
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (record.arrived.empty() && record.left.empty())
        return refused_entry("No delegation is named.", "Name those that arrived or left.");
    for (const auto& id : record.arrived) {
        const auto found = conference.participants.find(id);
        if (found == conference.participants.end())
            return refused_entry("\"" + id + "\" does not participate in this conference.",
                                 "Have the secretariat register the State first.");
        if (found->second.credentials == Credentials::rejected)
            return refused_entry(found->second.name +
                                     " has no vote: the conference rejected its "
                                     "credentials.",
                                 "Only delegations that have the vote are counted as present.");
        if (!conference.takes_part(id) || conference.suspended.contains(id))
            return refused_entry(found->second.name + " has no vote in this organ now.",
                                 "Only delegations that have the vote are counted as present.");
        if (std::ranges::find(record.left, id) != record.left.end())
            return refused_entry(found->second.name + " is named as arrived and as gone.",
                                 "Note which it is.");
    }
    for (const auto& id : record.left)
        if (!conference.participants.contains(id))
            return refused_entry("\"" + id + "\" does not participate in this conference.",
                                 "Note only delegations of participating States.");
    return Done{};
}

// A wrong PIN between the close and the announcement is recorded after it.
Result<Done> check(const Conference& conference, const Entry& entry, const PinRefused& record) {
    if (conference.vote_under_way() && !conference.voting_open())
        return refused_entry(
            "After the close of a vote only its lock and its announcement are "
            "recorded.",
            "Record the wrong PIN after the announcement.");
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (conference.person(record.person) == nullptr)
        return refused_entry("\"" + record.person + "\" is not accredited at this conference.",
                             "Ask the secretariat whose badge it is.");
    return Done{};
}

// What a later version wrote, a later version judges. The result of a vote during which it was
// written is indeterminate (tally.h).
Result<Done> check(const Conference&, const Entry&, const NotUnderstood&) { return Done{}; }

}  // namespace placet::ledger
