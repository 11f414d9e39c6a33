#include "terminal/table_reader.h"

#include <utility>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

Result<std::optional<std::string>> read_table(Ledger& ledger, const Hash& hash) {
    const auto bytes = ledger.attachment(hash);
    if (!bytes) return bytes.error();
    if (!*bytes) return std::optional<std::string>();
    return std::optional(std::string((*bytes)->begin(), (*bytes)->end()));
}

}  // namespace

TableReader::TableReader(Writer& writer, std::function<void()> wake)
    : writer_(writer), wake_(std::move(wake)) {}

void TableReader::want(const Hash& table) {
    if (!asked_.insert(table).second) return;
    writer_.run([shelf = shelf_, wake = wake_, table](Ledger& ledger) {
        auto read = read_table(ledger, table);
        {
            const std::lock_guard lock(shelf->mutex);
            shelf->tables.push_back({table, std::move(read)});
        }
        wake();
    });
}

std::vector<TableReader::Table> TableReader::take() {
    std::vector<Table> read;
    {
        const std::lock_guard lock(shelf_->mutex);
        read.swap(shelf_->tables);
    }
    for (const auto& table : read) asked_.erase(table.hash);
    return read;
}

}  // namespace placet::terminal
