// Who and what is before the conference: all sealed by the root key, for the conference as a whole.
#include "ledger/procedure/credentials.h"
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>
#include <functional>
#include <set>

namespace placet::ledger {
namespace {

constexpr std::string_view whole_conference = "conference";  // the unit of these entries

/// The first text that occurs twice or is empty; nothing if there is none.
template <class Range, class Member>
std::optional<std::string> repeated(const Range& range, Member member) {
    std::set<std::string> seen;
    for (const auto& element : range) {
        const std::string value = std::invoke(member, element);
        if (value.empty() || !seen.insert(value).second) return value;
    }
    return std::nullopt;
}

Result<Done> of_whole_conference(const Entry& entry) {
    if (entry.unit == whole_conference) return Done{};
    return refused_entry("This concerns the whole conference, not one organ (" + entry.unit + ").",
                         "Record it for the conference.");
}

bool is_nonce(std::string_view text) {
    return text.size() == 32 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<Done> check_terminals(const Entry& entry, const Charter& charter) {
    constexpr std::string_view instead = "Correct the charter.";
    if (repeated(charter.terminals, &Terminal::name) ||
        repeated(charter.terminals, &Terminal::origin))
        return refused_entry(
            "Two terminals of the charter have one name or origin, or one has none.", instead);
    std::set<PublicKey> keys = {charter.root_key};
    for (const auto& terminal : charter.terminals)
        if (!keys.insert(terminal.key).second)
            return refused_entry("Terminal \"" + terminal.name + "\" has another's key.",
                                 "Every terminal and the root have keys of their own.");
    if (std::ranges::find(charter.terminals, entry.feed, &Terminal::origin) ==
        charter.terminals.end())
        return refused_entry("The charter does not name the terminal that founds the conference (" +
                                 entry.feed + ").",
                             instead);
    return Done{};
}

Result<Done> check_units(const Charter& charter) {
    constexpr std::string_view instead = "Correct the charter.";
    if (const auto unit = repeated(charter.units, &Unit::id))
        return refused_entry("The charter names the organ \"" + *unit + "\" twice, or not at all.",
                             instead);
    if (charter.units.empty())
        return refused_entry("The charter names no organ that could meet.", instead);
    for (const auto& unit : charter.units)
        if (!is_unit_kind(unit.kind) || unit.id == whole_conference)
            return refused_entry("Organ \"" + unit.id +
                                     "\" is neither a plenary nor a committee nor a working group.",
                                 instead);
    return Done{};
}

Result<Done> check_profile(const Charter& charter) {
    const auto profile = profile_from_fields(charter.profile);
    if (!profile)
        return refused_entry("The charter's rules cannot be used: " + profile.error().detail + ".",
                             "Give every field of the rule profile one of its values.");
    if (charter.mode == Mode::live && !profile->adopted)
        return refused_entry(
            "The rules \"" + profile->title +
                "\" are not adopted by the conference, so no live meeting can rest "
                "on them.",
            "Found a rehearsal, or give the profile that was adopted.");
    return Done{};
}

/// What is decided, or was amended by a vote, changes by decisions alone; languages may be added.
Result<Done> text_may_change(const Conference& conference, const TextUnit& unit) {
    const auto* proposal = conference.proposal(unit.id);
    if (proposal == nullptr) return Done{};
    if (!proposal->basic)
        return refused_entry("\"" + unit.id + "\" is the id of another proposal.",
                             "Give the unit an id of its own.");
    const bool decided = std::ranges::any_of(conference.decisions, [&](const Decision& decision) {
        return decision.proposal == unit.id && decision.on_the_text() && decision.stands();
    });
    const bool in_part = std::ranges::any_of(
        proposal->parts, [](const Part& part) { return part.retained.has_value(); });
    const bool kept = std::ranges::all_of(proposal->texts, [&](const auto& text) {
        const auto found = unit.texts.find(text.first);
        return found != unit.texts.end() && found->second == text.second;
    });
    if (kept || !(decided || in_part || proposal->amended)) return Done{};
    return refused_entry(unit.label + " is decided, and its text stays as it was decided.",
                         "Add languages to it; a change of the text is for the conference.");
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry, const Charter& charter) {
    if (conference.charter || entry.seq != 0)
        return refused_entry("A conference has one charter, its first entry.",
                             "Found another conference in a ledger of its own.");
    if (const auto whole = of_whole_conference(entry); !whole) return whole.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (charter.conference.empty() || charter.languages.empty() || !is_nonce(charter.nonce))
        return refused_entry(
            "The charter lacks the conference's id, its languages or a nonce of 32 hex digits.",
            "Correct the charter.");
    if (const auto terminals = check_terminals(entry, charter); !terminals)
        return terminals.error();
    if (const auto units = check_units(charter); !units) return units.error();
    return check_profile(charter);
}

Result<Done> check(const Conference& conference, const Entry& entry, const Participation& record) {
    if (const auto may = may_change_the_roll(conference); !may) return may.error();
    if (const auto whole = of_whole_conference(entry); !whole) return whole.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    std::vector<ParticipantId> all = record.withdrawn;
    for (const auto& participant : record.registered) {
        all.push_back(participant.id);
        if (participant.name.empty())
            return refused_entry("Participant \"" + participant.id + "\" has no name.",
                                 "Give the name under which it is called.");
    }
    if (const auto id = repeated(all, std::identity{}))
        return refused_entry("Participant \"" + *id + "\" is named twice, or without an id.",
                             "Register or withdraw each participant once.");
    for (const auto& id : record.withdrawn)
        if (!conference.participants.contains(id))
            return refused_entry("Participant \"" + id + "\" is not registered.",
                                 "Withdraw only participants that are registered.");
    return carries_out(conference, record);
}

Result<Done> check(const Conference& conference, const Entry& entry, const Accreditation& record) {
    if (const auto may = may_change_the_roll(conference); !may) return may.error();
    if (const auto whole = of_whole_conference(entry); !whole) return whole.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    std::set<PublicKey> keys = {conference.charter->root_key};
    for (const auto& terminal : conference.charter->terminals) keys.insert(terminal.key);
    for (const auto& [id, person] : conference.persons) keys.insert(person.key);
    std::set<PersonId> ids;
    for (const auto& person : record.persons) {
        const std::string who = "Person \"" + person.id + "\"";
        if (person.id.empty() || conference.person(person.id) != nullptr ||
            !ids.insert(person.id).second)
            return refused_entry(who + " is accredited already, or has no id.",
                                 "Accredit every person once, under an id of their own.");
        if (person.role == Role::root)
            return refused_entry(who + " cannot be the root key: that is the Secretariat's.",
                                 "Accredit a presiding officer, secretary, attendant or delegate.");
        if (!keys.insert(person.key).second)
            return refused_entry(who + " has a key that serves already.",
                                 "Make a badge with a key of its own.");
        if (person.role == Role::delegate ? !conference.participants.contains(person.participant)
                                          : !person.participant.empty())
            return refused_entry(
                who + " names \"" + person.participant + "\" as participant.",
                "Delegates name a registered participant; officers and attendants name none.");
    }
    return carries_out(conference, record);
}

Result<Done> check(const Conference& conference, const Entry& entry, const TextRegister& record) {
    if (const auto may = may_change_the_roll(conference); !may) return may.error();
    if (const auto whole = of_whole_conference(entry); !whole) return whole.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (const auto id = repeated(record.units, &TextUnit::id))
        return refused_entry("Text unit \"" + *id + "\" is named twice, or without an id.",
                             "Name every unit of text once.");
    for (const auto& unit : record.units) {
        if (unit.label.empty())
            return refused_entry("Text unit \"" + unit.id + "\" has no label.",
                                 "Give the words that name it in a sentence.");
        const auto put = [&](const Question& q) { return q.put.text_unit == unit.id; };
        if ((conference.question && put(*conference.question)) ||
            std::ranges::any_of(conference.waiting, put))
            return refused_entry(unit.label +
                                     " is before the meeting, and its text stays as it "
                                     "was put.",
                                 "Change the text after the result of this question.");
        if (const auto may = text_may_change(conference, unit); !may) return may.error();
    }
    return Done{};
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConferenceClosed& record) {
    if (const auto may = may_close_conference(conference); !may) return may.error();
    if (const auto whole = of_whole_conference(entry); !whole) return whole.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    return agrees("The closing of the conference",
                  {{record.meetings == conference.last_meeting, "number of meetings"},
                   {record.decisions == conference.standing_decisions(), "number of decisions"}},
                  "Close it as the conference stands.");
}

}  // namespace placet::ledger
