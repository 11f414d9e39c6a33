#include "ledger/person_list.h"

#include "ledger/badge.h"
#include "ledger/record_text.h"

#include <fmt/format.h>
#include <algorithm>
#include <tuple>

namespace placet::ledger {
namespace {

constexpr std::size_t file_limit = 8UL << 20U;
constexpr std::array<std::string_view, 4> columns = {"id", "name", "role", "participant"};
const std::vector<std::string> roles = {"presiding_officer", "secretary", "attendant", "delegate"};

std::vector<std::string> ids_of(const ConferencePackage& package) {
    std::vector<std::string> ids;
    for (const auto& state : package.states) ids.push_back(state.id);
    return ids;
}

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// What is wrong with this row; empty if nothing is.
std::string row_fault(const Row& row, const std::vector<std::string>& participants) {
    const auto& [id, name, role, participant] =
        std::tie(row.cells[0], row.cells[1], row.cells[2], row.cells[3]);
    if (!is_person_id(id))
        return fmt::format(
            "id \"{}\" must be lower-case letters, digits and hyphens, such as bra-1", id);
    if (name.empty()) return "name is missing";
    if (std::ranges::find(roles, role) == roles.end())
        return fmt::format("role \"{}\" must be one of {}{}", role, fmt::join(roles, ", "),
                           did_you_mean(role, roles));
    if (role != "delegate")
        return participant.empty()
                   ? ""
                   : fmt::format("a {} is of no delegation: leave participant empty", role);
    if (std::ranges::find(participants, participant) == participants.end())
        return fmt::format("there is no participant \"{}\"{}", participant,
                           did_you_mean(participant, participants));
    return "";
}

}  // namespace

Result<std::vector<Person>> read_persons(const std::filesystem::path& path,
                                         const ConferencePackage& package) {
    const auto text = read_whole_file(path, file_limit);
    if (!text) return text.error();
    const auto file = path.filename().string();
    const auto participants = ids_of(package);
    Complaints complaints;
    std::vector<Person> persons;
    std::map<std::string, std::size_t> rows;  // by person id
    for (const auto& row : read_table(*text, file, columns, complaints)) {
        const auto fault = row_fault(row, participants);
        if (!fault.empty()) complaints.add(file, row.number, fault);
        const auto [known, is_new] = rows.try_emplace(row.cells[0], row.number);
        if (!is_new)
            complaints.add(
                file, row.number,
                fmt::format("person \"{}\" stands in row {} already", row.cells[0], known->second));
        persons.push_back({.id = row.cells[0],
                           .name = row.cells[1],
                           .role = from_text<Role>(row.cells[2]).value_or(Role::delegate),
                           .participant = row.cells[3]});
    }
    for (const auto role : {Role::presiding_officer, Role::secretary})
        if (std::ranges::find(persons, role, &Person::role) == persons.end())
            complaints.add(file,
                           fmt::format("there is no {} in it; a vote is locked by a presiding "
                                       "officer and a secretary",
                                       to_text(role)));
    if (!complaints.none()) return complaints.error();
    return persons;
}

std::vector<Person> demonstration_persons(const ConferencePackage& package,
                                          std::size_t delegations) {
    std::vector<Person> persons = {
        {.id = "president", .name = "President of the Conference", .role = Role::presiding_officer},
        {.id = "secretary", .name = "Secretary of the Conference", .role = Role::secretary},
        {.id = "attendant", .name = "Conference attendant", .role = Role::attendant}};
    const auto all = package.states.size();
    const auto count = std::min(delegations, all);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& state = package.states[i * all / count];
        persons.push_back({.id = lower(state.id) + "-1",
                           .name = "Delegate of " + state.names.at("en"),
                           .role = Role::delegate,
                           .participant = state.id});
    }
    return persons;
}

}  // namespace placet::ledger
