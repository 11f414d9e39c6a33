// index_columns.h: what the store keeps beside an entry's bytes so that it finds entries without
// reading them. Derived, compared by the audit, never trusted.
#pragma once

#include "ledger/record.h"

#include <optional>
#include <string>

namespace placet::ledger {

struct IndexColumns {
    std::string type = {};
    std::optional<std::int64_t> run = {};    // of entries that belong to one run
    std::optional<std::string> ballot = {};  // a ballot's id

    friend bool operator==(const IndexColumns&, const IndexColumns&) = default;
};

IndexColumns index_columns(const Entry& entry);

}  // namespace placet::ledger
