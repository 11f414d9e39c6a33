#include "ledger/authority.h"

#include "crypto/seal.h"
#include "ledger/lot.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/tally.h"
#include "ledger/record_text.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

Error unverified(const Seal& seal, std::string_view why) {
    return {Fault::unverified,
            fmt::format("the seal of {} as {}: {}", seal.person, to_text(seal.role), why)};
}

/// The key that must have made this seal.
Result<PublicKey> key_of(const Conference& conference, const Entry& entry, const Seal& seal) {
    if (seal.role == Role::root) {
        if (seal.person != root_person) return unverified(seal, "the root key has no person");
        if (const auto* charter = std::get_if<Charter>(&entry.record)) return charter->root_key;
        if (!conference.charter) return unverified(seal, "there is no charter yet");
        return conference.charter->root_key;
    }
    const auto* person = conference.person(seal.person);
    if (person == nullptr) return unverified(seal, "this person is not accredited");
    if (person->role != seal.role) return unverified(seal, "this person has another role");
    return person->key;
}

bool has_roles(const Entry& entry, const std::vector<Role>& roles) {
    if (entry.seals.size() != roles.size()) return false;
    return std::ranges::all_of(
        roles, [&](Role role) { return std::ranges::count(entry.seals, role, &Seal::role) == 1; });
}

Result<Done> check_roles(const Entry& entry) {
    if (std::holds_alternative<NotUnderstood>(entry.record)) return Done{};
    const auto& alternatives = required_seals(entry.record);
    if (alternatives.empty() && entry.seals.empty()) return Done{};
    if (std::ranges::any_of(alternatives,
                            [&](const auto& roles) { return has_roles(entry, roles); }))
        return Done{};
    return Error{Fault::unverified, fmt::format("a {} has not the seals it needs", entry.type)};
}

Error wrong_hash(std::string_view what) {
    return {Fault::unverified,
            fmt::format("the hash of {} is not the one computed from the ledger", what)};
}

Error wrong_lot() {
    return {Fault::unverified,
            "the State drawn by lot does not follow from the number said aloud and the number that "
            "was committed to"};
}

}  // namespace

void seal_draft(Draft& draft, const std::optional<Hash>& charter, Role role, const PersonId& person,
                const SigningKey& key) {
    const Sealed sealed{.charter = charter ? BytesView{*charter} : BytesView{},
                        .type = draft.type,
                        .unit = draft.unit,
                        .role = to_text(role),
                        .person = person,
                        .content = draft.content};
    draft.seals.push_back({.role = role, .person = person, .signature = sign_seal(key, sealed)});
}

Result<Done> check_seals(const Conference& conference, const Entry& entry) {
    if (const auto roles = check_roles(entry); !roles) return roles.error();
    const bool founding = std::holds_alternative<Charter>(entry.record);
    for (const auto& seal : entry.seals) {
        // A type not understood may be sealed by keys not understood: judged by a later version.
        if (std::holds_alternative<NotUnderstood>(entry.record)) break;
        const auto key = key_of(conference, entry, seal);
        if (!key) return key.error();
        const Sealed sealed{.charter = founding ? BytesView{} : BytesView{conference.charter_leaf},
                            .type = entry.type,
                            .unit = entry.unit,
                            .role = to_text(seal.role),
                            .person = seal.person,
                            .content = entry.content};
        if (!check_seal(*key, sealed, seal.signature))
            return unverified(seal, "the signature does not fit these words");
    }
    return Done{};
}

bool names_cut(const Record& record) {
    return std::holds_alternative<VoteLocked>(record) ||
           std::holds_alternative<ConferenceClosed>(record);
}

Result<Done> check_entry(const Conference& conference, const Entry& entry,
                         const FeedPosition& before) {
    if (const auto seals = check_seals(conference, entry); !seals) return seals.error();
    return check_entry_rules(conference, entry, before);
}

Result<Done> check_entry_rules(const Conference& conference, const Entry& entry,
                               const FeedPosition& before) {
    if (const auto allowed = may_append(conference, entry); !allowed) return allowed.error();
    if (const auto* lock = std::get_if<VoteLocked>(&entry.record))
        if (lock->cut != sha256(bytes_of(cut_table({before})))) return wrong_hash("the cut");
    if (const auto* result = std::get_if<ResultAnnounced>(&entry.record))
        if (result->table != sha256(bytes_of(voting_table(conference))))
            return wrong_hash("the voting table");
    if (const auto* closed = std::get_if<ConferenceClosed>(&entry.record))
        if (closed->cut != sha256(bytes_of(cut_table({before})))) return wrong_hash("the cut");
    if (const auto* drawn = std::get_if<LotDrawn>(&entry.record))
        if (!lot_follows(conference, *drawn)) return wrong_lot();
    return Done{};
}

std::string cut_table(std::vector<FeedPosition> cut) {
    std::ranges::sort(cut, {}, &FeedPosition::origin);
    std::string table;
    for (const auto& row : cut)
        table += fmt::format("{} {} {}\n", row.origin, row.size, base64(row.root));
    return table;
}

}  // namespace placet::ledger
