#include "tools/bench/table.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <ostream>

namespace placet::bench {
namespace {

/// Four figures, without a tail of zeros: "0.0123", "1.5", "15400".
std::string short_number(double value) {
    if (value == 0) return "0";
    const int digits = 3 - static_cast<int>(std::floor(std::log10(std::abs(value))));
    auto text = fmt::format("{:.{}f}", value, std::clamp(digits, 0, 6));
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string with_range(const Series& series, const std::string& unit) {
    if (series.empty()) return "";
    const auto text = short_number(series.median()) + (unit.empty() ? "" : " " + unit);
    if (series.values.size() == 1) return text;
    return fmt::format("{} ({}-{})", text, short_number(series.lowest()),
                       short_number(series.highest()));
}

std::string goal_text(const Row& row) {
    if (!row.goal) return "";
    const auto* sign = row.goal->better == Better::lower ? "<=" : ">=";
    auto text = fmt::format("{} {}", sign, short_number(row.goal->must));
    if (row.goal->good) text += fmt::format(", good {}", short_number(*row.goal->good));
    return text;
}

}  // namespace

double Series::median() const {
    auto sorted = values;
    std::ranges::sort(sorted);
    const auto middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

double Series::lowest() const { return *std::ranges::min_element(values); }

double Series::highest() const { return *std::ranges::max_element(values); }

Series ratio_of(const Row& row) {
    Series ratio;
    for (std::size_t i = 0; i < std::min(row.ours.values.size(), row.yardstick.values.size()); ++i)
        ratio.values.push_back(row.ours.values[i] / row.yardstick.values[i]);
    return ratio;
}

std::string verdict_of(const Row& row) {
    if (!row.goal || row.ours.empty()) return "-";
    const auto ratio = ratio_of(row);
    const double figure = ratio.empty() ? row.ours.median() : ratio.median();
    const auto reaches = [&](double bound) {
        return row.goal->better == Better::lower ? figure <= bound : figure >= bound;
    };
    if (row.goal->good && reaches(*row.goal->good)) return "good";
    return reaches(row.goal->must) ? "met" : "MISSED";
}

void print_table(std::ostream& out, const std::vector<Row>& rows) {
    out << "| what | ours | yardstick | ratio | goal | reached |\n|---|---|---|---|---|---|\n";
    for (const auto& row : rows) {
        auto yardstick = with_range(row.yardstick, row.unit);
        if (!row.beside.empty()) yardstick += (yardstick.empty() ? "" : ", ") + row.beside;
        out << fmt::format("| {} | {} | {} | {} | {} | {} |\n", row.name,
                           with_range(row.ours, row.unit), yardstick, with_range(ratio_of(row), ""),
                           goal_text(row), verdict_of(row));
    }
}

void print_rows(std::ostream& out, const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        if (!row.peer) continue;
        const auto value = short_number(row.peer->value);
        out << fmt::format("ROW\t{}\tplacet\t{}\t{}\t{}\t{}\t1\t{}\n", row.peer->job, value,
                           row.peer->unit, value, value, row.peer->note);
    }
}

}  // namespace placet::bench
