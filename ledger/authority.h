// authority.h: is every seal of an entry made by a person entitled to it?
//
// What the rules of procedure leave out: signatures, and the two hashes that a lock and an
// announcement carry. Together with procedure/permission.h this decides whether an entry may
// follow; `append` and the audit ask the same question here.
#pragma once

#include "ledger/encoding.h"
#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// Person id in seals by the root key, which belongs to the Secretariat and to no badge.
inline constexpr std::string_view root_person = "root";

/// Adds this person's seal to the draft. `charter` is the charter's leaf hash; nothing for the
/// charter itself.
void seal_draft(Draft& draft, const std::optional<Hash>& charter, Role role, const PersonId& person,
                const SigningKey& key);

/// Every seal verifies under the key that the spine accredited for this person and role, and the
/// roles are those that the record needs. Fails (unverified), naming role and person.
Result<Done> check_seals(const Conference& conference, const Entry& entry);

/// May this entry be the next of the spine that stands at `before`, seals apart? The rules of
/// procedure, then the hash of the cut and of the voting table. Fails (refused or unverified).
Result<Done> check_entry_rules(const Conference& conference, const Entry& entry,
                               const FeedPosition& before);

/// Is the root of the spine before this record asked for? It is dear to compute, and of all others
/// `before` needs none.
bool names_cut(const Record& record);

/// Both: seals, then rules.
Result<Done> check_entry(const Conference& conference, const Entry& entry,
                         const FeedPosition& before);

/// The canonical table of the cut: one line per feed, `<origin> <size> <root base64> LF`, in byte
/// order of the origins (FORMAT.md section 5).
std::string cut_table(std::vector<FeedPosition> cut);

}  // namespace placet::ledger
