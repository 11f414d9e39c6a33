// store_statement.h: one use of a prepared statement; used by store*.cpp alone.
#pragma once

#include "ledger/store.h"

#include <sqlite3.h>

namespace placet::ledger {

class Store::Statement {
public:
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
    Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement() {
        if (statement_ == nullptr) return;
        sqlite3_reset(statement_);  // repeats the error that the last step returned
        sqlite3_clear_bindings(statement_);
    }

    Statement& bind(std::int64_t value) {
        sqlite3_bind_int64(statement_, ++bound_, value);
        return *this;
    }
    Statement& bind(std::uint64_t value) { return bind(static_cast<std::int64_t>(value)); }
    Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
    Statement& bind(std::string_view text) {
        sqlite3_bind_text(statement_, ++bound_, text.data(), static_cast<int>(text.size()),
                          SQLITE_STATIC);
        return *this;
    }
    Statement& bind(BytesView bytes) {
        // An empty blob is not NULL.
        sqlite3_bind_blob(statement_, ++bound_,
                          bytes.empty() ? "" : static_cast<const void*>(bytes.data()),
                          static_cast<int>(bytes.size()), SQLITE_STATIC);
        return *this;
    }
    template <class T>
    Statement& bind(const std::optional<T>& value) {
        if (!value) return sqlite3_bind_null(statement_, ++bound_), *this;
        if constexpr (std::is_integral_v<T>)
            return bind(*value);
        else
            return bind(std::string_view(*value));
    }

    int step() { return sqlite3_step(statement_); }

    bool is_null(int column) { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) { return sqlite3_column_int64(statement_, column); }
    /// Bytes of a text or blob; valid until the next step.
    std::string_view view(int column) {
        const auto* data = sqlite3_column_blob(statement_, column);
        const auto size = sqlite3_column_bytes(statement_, column);
        return {static_cast<const char*>(data),
                data == nullptr ? 0U : static_cast<std::size_t>(size)};
    }
    bool hash(int column, Hash& hash) {
        const auto bytes = bytes_of(view(column));
        if (bytes.size() != hash.bytes.size()) return false;
        std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
        return true;
    }

private:
    sqlite3_stmt* statement_;
    int bound_ = 0;
};

}  // namespace placet::ledger
