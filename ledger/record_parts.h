// record_parts.h: lists too long for one entry of 16 KiB, as several records in the same order.
#pragma once

#include "ledger/record.h"

namespace placet::ledger {

/// At least one record each, all of them together saying the same as the one. Withdrawals stand in
/// the first. An element too large for an entry is left in a record that no entry holds, and
/// encoding refuses it.
std::vector<Record> in_parts(const Participation& record);
std::vector<Record> in_parts(const Accreditation& record);
std::vector<Record> in_parts(const TextRegister& record);

}  // namespace placet::ledger
