// table.h: tab-separated tables from outside, read strictly: UTF-8, one header line, no quoting.
//
// Every row is checked and everything that is wrong is said at once, by file and row; a caller uses
// nothing of a file unless all of it is good.
#pragma once

#include "crypto/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace placet::ledger {

/// What is wrong with input, in the order in which it was found.
class Complaints {
public:
    /// "participants.tsv row 14: no name in Arabic"
    void add(std::string_view file, std::size_t row, std::string_view what);
    void add(std::string_view file, std::string_view what);

    bool none() const { return lines_.empty(); }
    /// Malformed: the first twenty, one a line, how many more, and that nothing was used.
    Error error() const;

private:
    std::vector<std::string> lines_;
};

/// Rows are counted as editors count lines: the header is row 1.
struct Row {
    std::size_t number = 0;
    std::vector<std::string> cells = {};
};

/// What cells may hold: names that are ours to correct, or texts as somebody recorded them.
enum class Cells { clean, as_recorded };

/// The rows below a header of exactly these columns. Rows with another number of cells, or with
/// cells that are not clean (`text_fault`) or not even UTF-8, are complained of and left out; so is
/// a last row without its line end, which may have been cut off.
std::vector<Row> read_table(std::string_view text, std::string_view file,
                            std::span<const std::string_view> columns, Complaints& complaints,
                            Cells cells = Cells::clean);

/// Why this cannot be a name or a title: not UTF-8, a control character, blanks at its ends or two
/// together, not in Unicode normal form C. Empty if nothing is wrong.
std::string_view text_fault(std::string_view text);

/// In Unicode normal form C? Requires well-formed UTF-8.
bool is_normal_form_c(std::string_view text);

/// In code points. Requires well-formed UTF-8.
std::size_t character_count(std::string_view text);

/// ", did you mean \"BRA\"?", or nothing where no candidate is close.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

/// A file as it is. Fails absent, storage (cannot be read) or malformed (larger than `limit`).
Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace placet::ledger
