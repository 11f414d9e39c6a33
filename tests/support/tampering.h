// tampering.h: what somebody with the file and a database tool can do to a ledger.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace placet::tests {

/// Executes the statements on the file past its triggers, which stand as before afterwards, without
/// foreign keys. Only for a ledger that nobody has open.
void tamper(const std::filesystem::path& path, const std::string& statements);

/// The same with the triggers as they are.
void execute_sql(const std::filesystem::path& path, const std::string& statements);

/// Replaces the one place where `from` stands in the file; both have the same length.
void replace_bytes(const std::filesystem::path& path, std::string_view from, std::string_view to);

}  // namespace placet::tests
