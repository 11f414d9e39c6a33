// person_list.h: whom a conference accredits when it is founded.
#pragma once

#include "ledger/conference_package.h"

namespace placet::ledger {

/// Reads a table of persons: `id`, `name`, `role` (presiding_officer, secretary, attendant,
/// delegate), `participant` (of a delegate; empty otherwise). Keys stay empty. Fails absent or
/// malformed, naming every row that is wrong; a presiding officer and a secretary must be there,
/// since a vote is locked by both.
Result<std::vector<Person>> read_persons(const std::filesystem::path& path,
                                         const ConferencePackage& package);

/// Three officers and one delegate for each of `delegations` States, spread evenly over the
/// alphabet; for all if there are no more.
std::vector<Person> demonstration_persons(const ConferencePackage& package,
                                          std::size_t delegations);

}  // namespace placet::ledger
