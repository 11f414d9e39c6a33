#include "ledger/index_columns.h"

namespace placet::ledger {

IndexColumns index_columns(const Entry& entry) {
    IndexColumns columns{.type = entry.type};
    std::visit(
        [&](const auto& record) {
            if constexpr (requires { record.run; }) columns.run = record.run;
        },
        entry.record);
    if (const auto* ballot = std::get_if<Ballot>(&entry.record)) columns.ballot = ballot->id;
    return columns;
}

}  // namespace placet::ledger
