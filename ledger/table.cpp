#include "ledger/table.h"

#include "crypto/text_rules.h"

#include <fmt/format.h>
#include <utf8proc.h>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <numeric>

namespace placet::ledger {
namespace {

constexpr std::size_t complaints_shown = 20;

std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> cells;
    for (;;) {
        const auto tab = line.find('\t');
        cells.emplace_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return cells;
        line.remove_prefix(tab + 1);
    }
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (auto& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// Levenshtein's distance, in bytes.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

/// Takes the next line; false at the end.
bool next_line(std::string_view& rest, std::string_view& line) {
    if (rest.empty()) return false;
    const auto end = rest.find('\n');
    line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return true;
}

/// The same, where anything that is text may stand.
std::string_view recorded_fault(std::string_view text) {
    return is_well_formed_utf8(text) ? "" : "is not UTF-8";
}

bool is_header(std::string_view line, std::span<const std::string_view> columns) {
    const auto cells = split(line);
    return std::ranges::equal(cells, columns);
}

}  // namespace

// ---- what is wrong
// -------------------------------------------------------------------------------

void Complaints::add(std::string_view file, std::size_t row, std::string_view what) {
    lines_.push_back(fmt::format("{} row {}: {}", file, row, what));
}

void Complaints::add(std::string_view file, std::string_view what) {
    lines_.push_back(fmt::format("{}: {}", file, what));
}

Error Complaints::error() const {
    std::string text;
    for (std::size_t i = 0; i < std::min(lines_.size(), complaints_shown); ++i)
        text += lines_[i] + '\n';
    if (lines_.size() > complaints_shown)
        text += fmt::format("and {} more\n", lines_.size() - complaints_shown);
    return {Fault::malformed, text + "Nothing was used or written. Correct this and try again."};
}

// ---- tables
// --------------------------------------------------------------------------------------

std::vector<Row> read_table(std::string_view text, std::string_view file,
                            std::span<const std::string_view> columns, Complaints& complaints,
                            Cells cells) {
    std::vector<Row> rows;
    std::string_view line;
    const bool whole = text.ends_with('\n');
    if (!next_line(text, line) || !is_header(line, columns)) {
        complaints.add(file, 1,
                       fmt::format("the header must name these columns, with tabs between them: {}",
                                   fmt::join(columns, " ")));
        return rows;
    }
    for (std::size_t number = 2; next_line(text, line); ++number) {
        Row row{.number = number, .cells = split(line)};
        if (row.cells.size() != columns.size()) {
            complaints.add(
                file, number,
                fmt::format("{} cells where there must be {}", row.cells.size(), columns.size()));
            continue;
        }
        bool clean = true;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto fault =
                cells == Cells::clean ? text_fault(row.cells[i]) : recorded_fault(row.cells[i]);
            if (fault.empty()) continue;
            clean = false;
            complaints.add(file, number, fmt::format("{} {}", columns[i], fault));
        }
        if (clean) rows.push_back(std::move(row));
        if (text.empty() && !whole)
            complaints.add(file, number, "has no line end: the file may be cut off here");
    }
    return rows;
}

// ---- texts
// ---------------------------------------------------------------------------------------

std::string_view text_fault(std::string_view text) {
    if (!is_well_formed_utf8(text)) return "is not UTF-8";
    if (text.ends_with('\r')) return "ends in a carriage return: save the file with Unix line ends";
    if (has_control_character(text)) return "holds a control character";
    if (text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != std::string_view::npos)
        return "has a blank too many";
    if (!is_normal_form_c(text)) return "is not in Unicode normal form C";
    return {};
}

bool is_normal_form_c(std::string_view text) {
    utf8proc_uint8_t* composed = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &composed,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    return length >= 0 &&
           std::ranges::equal(text, std::span(composed, static_cast<std::size_t>(length)), {},
                              [](char c) { return static_cast<utf8proc_uint8_t>(c); });
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    const std::size_t tolerated = word.size() <= 4 ? 1 : 2;
    std::size_t nearest = tolerated + 1;
    const std::string* best = nullptr;
    for (const auto& candidate : candidates) {
        const auto far = distance(lower(word), lower(candidate));
        if (far >= nearest) continue;
        nearest = far;
        best = &candidate;
    }
    return best == nullptr ? "" : fmt::format(", did you mean \"{}\"?", *best);
}

Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t limit) {
    std::error_code trouble;
    if (!std::filesystem::exists(path, trouble))
        return Error{Fault::absent,
                     fmt::format("{}: there is no such file. Nothing was written. Check the name.",
                                 path.string())};
    std::ifstream file(path, std::ios::binary);
    const auto size = std::filesystem::file_size(path, trouble);
    std::string text((trouble ? limit : std::min<std::uintmax_t>(size, limit)) + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad() || (file.fail() && !file.eof()))
        return Error{Fault::storage,
                     fmt::format("{}: cannot be read. Nothing was written. Check who may read it.",
                                 path.string())};
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > limit)
        return Error{Fault::malformed,
                     fmt::format("{}: is larger than {} bytes. Nothing was written. Check that it "
                                 "is the right file.",
                                 path.string(), limit)};
    return text;
}

}  // namespace placet::ledger
