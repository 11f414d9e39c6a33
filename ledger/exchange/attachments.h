// attachments.h: which attachments the entries of a spine name.
#pragma once

#include "ledger/procedure/conference.h"

#include <set>

namespace placet::ledger {

/// Those that this record names: the charter's, texts, voting tables, scanned sheets.
std::set<Hash> attachments_named(const Record& record);

/// Those that all entries of the conference so far name.
std::set<Hash> attachments_named(const Conference& conference);

}  // namespace placet::ledger
