// table.h: what benchmarks show: series measured in rounds, their ratio to a yardstick measured in
// the same rounds, and the goal that they are held against.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace placet::bench {

/// One figure, once per round.
struct Series {
    std::vector<double> values = {};

    bool empty() const { return values.empty(); }
    /// All three require that it is not empty.
    double median() const;
    double lowest() const;
    double highest() const;
};

enum class Better { lower, higher };

/// A bound on the ratio, or on our own figure where there is no yardstick.
struct Goal {
    Better better = Better::lower;
    double must = 0;
    std::optional<double> good = {};
};

/// The same figure as `--rows` prints it, for tables that put other programs beside it.
struct PeerLine {
    std::string job = {};
    double value = 0;
    std::string unit = {};
    std::string note = {};
};

struct Row {
    std::string name = {};
    std::string unit = {};  // of both series: "ms", "entry/s"
    Series ours = {};
    Series yardstick = {};    // empty: the goal bounds our figure itself
    std::string beside = {};  // what the yardstick is
    std::optional<Goal> goal = {};
    std::optional<PeerLine> peer = {};
};

/// Ours over yardstick, round by round; empty without a yardstick.
Series ratio_of(const Row& row);

/// "good", "met", "MISSED", or "-" without a goal.
std::string verdict_of(const Row& row);

/// A table in Markdown, so that it can be kept as seen.
void print_table(std::ostream& out, const std::vector<Row>& rows);

/// `ROW TAB job TAB name TAB value TAB unit TAB value TAB value TAB 1 TAB note` for rows with a
/// peer line.
void print_rows(std::ostream& out, const std::vector<Row>& rows);

}  // namespace placet::bench
