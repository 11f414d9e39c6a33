// forged_ledger.h: somebody with every key there is writes a ledger again as far as one act, and
// that act otherwise: tree, checkpoints and seals are in order, and only its meaning is wrong.
#pragma once

#include "ledger/record.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <optional>

namespace placet::tests {

enum class Sealed {
    as_it_was,  // by the same persons; a record of another kind by the presiding officer "chair",
                // and by the secretary "clerk" if it needs both
    by_one,     // by the first of those alone
    twice,      // by the first of those, in the role of each
};

/// Writes to the new file `to` the entries of `from`, up to the nth that `change` returns a record
/// for; that one with this record, sealed so. Returns its index. Keys as ConferenceBuilder has
/// them. Requires that nobody has `from` open.
std::uint64_t forge_entry(
    const std::filesystem::path& from, const std::filesystem::path& to, int nth,
    const std::function<std::optional<ledger::Record>(const ledger::Record&)>& change,
    Sealed sealed = Sealed::as_it_was);

/// The same for the nth record of this kind.
template <class Kind>
std::uint64_t forge(const std::filesystem::path& from, const std::filesystem::path& to, int nth,
                    const std::function<void(Kind&)>& change) {
    return forge_entry(from, to, nth,
                       [&](const ledger::Record& record) -> std::optional<ledger::Record> {
                           const auto* kind = std::get_if<Kind>(&record);
                           if (kind == nullptr) return std::nullopt;
                           auto changed = *kind;
                           change(changed);
                           return changed;
                       });
}

}  // namespace placet::tests
