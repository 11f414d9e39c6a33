// A failed parse is a value here, not an exception. The packaged library is built the other way, so
// its headers are used alone.
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "crypto/keys.h"
#include "ledger/package_files.h"
#include "ledger/procedure/rule_profile.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

std::vector<std::string> names_of(const auto& map) {
    std::vector<std::string> names;
    for (const auto& [name, value] : map) names.push_back(name);
    return names;
}

/// One table of a TOML file; says by row what is missing, foreign or of another kind.
class TomlReader {
public:
    TomlReader(const toml::table& table, std::string_view file, Complaints& complaints)
        : table_(table), file_(file), complaints_(complaints) {}

    std::size_t row() const { return table_.source().begin.line; }

    std::string text(std::string_view name) {
        const auto* node = find(name);
        if (node == nullptr) return {};
        const auto value = node->value_exact<std::string>();
        if (!value || value->empty() || !text_fault(*value).empty()) {
            complain(*node, fmt::format("{} must be a text in quotation marks, not empty", name));
            return {};
        }
        return *value;
    }

    const toml::array* list(std::string_view name) {
        const auto* node = find(name);
        if (node == nullptr) return nullptr;
        if (node->as_array() == nullptr || node->as_array()->empty()) {
            complain(*node, fmt::format("{} must be a list, not empty", name));
            return nullptr;
        }
        return node->as_array();
    }

    void complain(const toml::node& node, std::string_view what) {
        complaints_.add(file_, node.source().begin.line, what);
    }

    void no_other_fields() {
        for (const auto& [key, node] : table_)
            if (std::ranges::find(taken_, key.str()) == taken_.end())
                complain(node, fmt::format("there is no field {}{}", key.str(),
                                           did_you_mean(key.str(), taken_)));
    }

private:
    const toml::node* find(std::string_view name) {
        taken_.emplace_back(name);
        const auto* node = table_.get(name);
        if (node == nullptr) complaints_.add(file_, row(), fmt::format("{} is missing", name));
        return node;
    }

    const toml::table& table_;
    std::string_view file_;
    Complaints& complaints_;
    std::vector<std::string> taken_ = {};
};

/// What toml++ 3.3 does not check and then relies on: its behaviour is undefined where something
/// that can be no name follows a bracket, or where a letter beyond ASCII stands outside quotation
/// marks and comments. Texts of several lines are not wanted here and are refused with them.
class TomlScanner {
public:
    explicit TomlScanner(std::string_view text) : text_(text) {}

    /// Why the text is not given to toml++, row() being where; empty if it may be.
    std::string_view fault() {
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\n') {
                ++row_;
                line_begins_ = true;
            } else if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size()) - 1;
            } else if (c == '"' || c == '\'') {
                if (!skip_quoted(c)) return "a text must end in the line in which it begins";
            } else if (c == '[' && line_begins_) {
                if (!opens_table()) return "a name in brackets was expected, such as [[units]]";
            } else if (!is_plain_ascii(c)) {
                return "only texts in quotation marks and comments hold other than ASCII letters";
            }
            if (c != ' ' && c != '\t' && c != '\n') line_begins_ = false;
        }
        return {};
    }
    std::size_t row() const { return row_; }

private:
    static bool is_plain_ascii(char c) { return (c >= ' ' && c <= '~') || c == '\t' || c == '\r'; }

    bool skip_quoted(char mark) {
        while (++at_ < text_.size() && text_[at_] != '\n') {
            if (text_[at_] == mark) return text_.substr(at_ + 1, 1) != std::string_view(&mark, 1);
            if (mark == '"' && text_[at_] == '\\' && text_.substr(at_ + 1, 1) != "\n") ++at_;
        }
        return false;
    }

    bool opens_table() const {
        auto rest = text_.substr(at_);
        for (int brackets = 0; brackets < 2 && rest.starts_with('['); ++brackets) {
            rest.remove_prefix(1);
            rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        }
        constexpr std::string_view begins_name =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-\"']";
        return !rest.empty() && begins_name.find(rest.front()) != std::string_view::npos;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t row_ = 1;
    bool line_begins_ = true;
};

std::optional<toml::table> parse(std::string_view text, std::string_view file,
                                 Complaints& complaints) {
    TomlScanner scanner(text);
    if (const auto fault = scanner.fault(); !fault.empty()) {
        complaints.add(file, scanner.row(), fault);
        return std::nullopt;
    }
    auto parsed = toml::parse(text, file);
    if (parsed) return std::move(parsed).table();
    complaints.add(file, parsed.error().source().begin.line, parsed.error().description());
    return std::nullopt;
}

/// `good` is a value that is possible; where it is a number, the file may have one without
/// quotation marks.
std::string field_text(const toml::node& node, std::string_view good) {
    if (const auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
    const bool wants_number = good.find_first_not_of("0123456789") == good.npos && !good.empty();
    if (const auto number = node.value_exact<std::int64_t>(); number && wants_number)
        return std::to_string(*number);
    return node.value_exact<std::string>().value_or("");
}

std::vector<Unit> parse_units(TomlReader& reader, std::string_view file, Complaints& complaints) {
    std::vector<Unit> units;
    const auto* list = reader.list("units");
    if (list == nullptr) return units;
    for (const auto& node : *list) {
        if (node.as_table() == nullptr) {
            reader.complain(node, "every organ is a table: [[units]]");
            continue;
        }
        TomlReader in(*node.as_table(), file, complaints);
        Unit unit{.id = in.text("id"), .title = in.text("title"), .kind = in.text("kind")};
        in.no_other_fields();
        if (!unit.kind.empty() && !is_unit_kind(unit.kind))
            in.complain(node, fmt::format("kind must be one of {}", fmt::join(unit_kinds, ", ")));
        if (std::ranges::find(units, unit.id, &Unit::id) != units.end())
            in.complain(node, fmt::format("the organ {} is named twice", unit.id));
        units.push_back(std::move(unit));
    }
    return units;
}

}  // namespace

void parse_conference(std::string_view text, std::string_view file, ConferencePackage& package,
                      Complaints& complaints) {
    const auto table = parse(text, file, complaints);
    if (!table) return;
    TomlReader in(*table, file, complaints);
    package.id = in.text("id");
    package.title = in.text("title");
    package.origin = in.text("origin");
    if (!package.origin.empty() && !is_key_name(package.origin))
        in.complain(*table->get("origin"), "origin is a line without blanks and without '+'");
    if (const auto* languages = in.list("languages"))
        for (const auto& node : *languages) {
            auto language = node.value_exact<std::string>().value_or("");
            if (std::ranges::find(official_languages, language) == official_languages.end() ||
                std::ranges::find(package.languages, language) != package.languages.end())
                in.complain(node, fmt::format("languages are {}, each once",
                                              fmt::join(official_languages, ", ")));
            package.languages.push_back(std::move(language));
        }
    package.units = parse_units(in, file, complaints);
    in.no_other_fields();
}

std::map<std::string, std::string> parse_profile(std::string_view text, std::string_view file,
                                                 Complaints& complaints) {
    const auto good = profile_fields(RuleProfile{});  // every field, with a value that is possible
    std::map<std::string, std::string> fields;
    const auto table = parse(text, file, complaints);
    if (!table) return fields;
    for (const auto& [key, node] : *table) {
        const std::string name(key.str());
        const auto row = node.source().begin.line;
        if (!good.contains(name)) {
            complaints.add(
                file, row,
                fmt::format("there is no field {}{}", name, did_you_mean(name, names_of(good))));
            continue;
        }
        fields[name] = field_text(node, good.at(name));
        // Judged in a profile that is otherwise good, every field is judged by itself.
        auto alone = good;
        alone[name] = fields[name];
        if (const auto judged = profile_from_fields(alone); !judged)
            complaints.add(file, row, judged.error().detail);
        else if (fields[name].empty())
            complaints.add(file, row, name + " has no value");
    }
    for (const auto& [name, value] : good)
        if (!table->contains(name)) complaints.add(file, "field " + name + " is missing");
    return fields;
}

}  // namespace placet::ledger
