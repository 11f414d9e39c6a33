// founded.h: a conference of three on a real file, and what bears on its future.
#pragma once

#include "ledger/acts.h"
#include "tests/ledger/essence.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

namespace placet::tests {

namespace fs = std::filesystem;
using ledger::Choice;
using ledger::Conference;
using ledger::Draft;
using ledger::Ledger;
using ledger::Record;

/// A conference of three in a folder of its own.
struct Founded {
    TempFolder folder = {};
    fs::path path = folder / "ledger";
    ConferenceBuilder builder = ConferenceBuilder({"AAA", "BBB", "CCC"});
    std::optional<Ledger> ledger = found_ledger(path, builder);

    const Conference& conference() const { return ledger->conference(); }
    Draft sealed(const Record& record) const { return builder.sealed(conference(), record); }
    /// As after a power cut: what is on disk is all there is.
    void restart() {
        ledger.reset();
        ledger = value_of(reopen_ledger(path, builder));
    }
    /// A vote with these choices, announced.
    void vote(Choice a, Choice b, Choice c) {
        start_vote(*ledger, builder);
        cast(*ledger, builder, "AAA", a);
        cast(*ledger, builder, "BBB", b);
        cast(*ledger, builder, "CCC", c);
        finish_vote(*ledger, builder);
    }
};

}  // namespace placet::tests
