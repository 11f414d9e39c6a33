// table_reader.h: reads the tables by State of results that were announced before, each between two
// appends: the writer alone has the ledger, and no screen waits for it.
#pragma once

#include "ledger/writer.h"

#include <set>

namespace placet::terminal {

class TableReader {
public:
    /// The writer outlives this; `wake` is called from its thread when a table waits.
    TableReader(ledger::Writer& writer, std::function<void()> wake);

    /// No effect while it is asked for already.
    void want(const Hash& table);

    /// Its bytes, which are what its hash says; nothing if the ledger does not have it. Fails as
    /// Ledger::attachment does.
    struct Table {
        Hash hash = {};
        Result<std::optional<std::string>> bytes;
    };
    /// Those that were read since.
    std::vector<Table> take();

private:
    /// Outlives this while the writer still reads.
    struct Shelf {
        std::mutex mutex = {};
        std::vector<Table> tables = {};
    };

    ledger::Writer& writer_;
    std::function<void()> wake_;
    std::set<Hash> asked_;
    std::shared_ptr<Shelf> shelf_ = std::make_shared<Shelf>();
};

}  // namespace placet::terminal
