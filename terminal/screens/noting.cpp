#include "terminal/screens/noting.h"

#include "ledger/procedure/permission.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

Error signs_in_first(Role role) {
    if (role == Role::presiding_officer)
        return {Fault::refused, "The presiding officer signs in first."};
    if (role == Role::secretary) return {Fault::refused, "The secretary signs in first."};
    return {Fault::refused, "The attendant signs in first."};
}

std::string unit_of_notes(const Conference& conference) {
    return conference.meeting ? conference.meeting->unit : conference.charter->units.front().id;
}

Result<std::vector<Role>> sealing_roles(const AppState& state, const Record& record) {
    std::optional<Role> first_missing;
    for (const auto& roles : required_seals(record)) {
        const auto missing =
            std::ranges::find_if(roles, [&](Role role) { return !state.officers.contains(role); });
        if (missing == roles.end()) return roles;
        // A delegate does not sign in at the desk.
        if (!first_missing && *missing != Role::delegate) first_missing = *missing;
    }
    if (first_missing == Role::attendant)  // what an attendant may seal, the secretary may too
        return Error{Fault::refused, "An attendant or the secretary signs in first."};
    return signs_in_first(first_missing.value_or(Role::secretary));
}

Result<Done> may_note(const AppState& state, const Record& record) {
    if (!state.conference->charter)
        return Error{Fault::refused, "The ledger of this kiosk is not read yet."};
    const auto roles = sealing_roles(state, record);
    if (!roles) return roles.error();
    Entry entry{.unit = unit_of_notes(*state.conference), .record = record};
    for (const Role role : *roles)
        entry.seals.push_back({.role = role, .person = state.officers.at(role).id});
    return may_append(*state.conference, entry);
}

std::string note_refusal(const AppState& state, const Phrases& phrases, const Record& record) {
    const auto allowed = may_note(state, record);
    return allowed ? std::string() : phrases(allowed.error().detail);
}

}  // namespace placet::terminal
