#include "terminal/plural_rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace placet::terminal {
namespace {

/// Operators of two operands by precedence, loosest first; longer ones before their beginnings.
constexpr std::array<std::array<std::string_view, 4>, 6> operators{
    {{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}};

std::optional<std::int64_t> apply(std::string_view sign, std::int64_t a, std::int64_t b) {
    if (sign == "||") return a != 0 || b != 0;
    if (sign == "&&") return a != 0 && b != 0;
    if (sign == "==") return a == b;
    if (sign == "!=") return a != b;
    if (sign == "<=") return a <= b;
    if (sign == ">=") return a >= b;
    if (sign == "<") return a < b;
    if (sign == ">") return a > b;
    if (sign == "+") return a + b;
    if (sign == "-") return a - b;
    if (sign == "*") return a * b;
    if (b == 0) return std::nullopt;
    return sign == "/" ? a / b : a % b;
}

/// Evaluates while it reads; every part gives nothing where the text is no expression.
class Reader {
public:
    Reader(std::string_view text, std::int64_t n) : rest_(text), n_(n) {}

    std::optional<std::int64_t> whole() {
        const auto value = choice();
        return rest_.empty() ? value : std::nullopt;
    }

private:
    bool take(std::string_view token) {
        if (token.empty() || !rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }

    std::optional<std::int64_t> choice() {
        const auto condition = binary(0);
        if (!condition || !take("?")) return condition;
        const auto yes = choice();
        if (!yes || !take(":")) return std::nullopt;
        const auto no = choice();
        if (!no) return std::nullopt;
        return *condition != 0 ? yes : no;
    }

    std::optional<std::int64_t> binary(std::size_t level) {
        if (level == operators.size()) return operand();
        auto value = binary(level + 1);
        while (value) {
            const auto& signs = operators[level];
            const auto sign =
                std::ranges::find_if(signs, [this](auto token) { return take(token); });
            if (sign == signs.end()) break;
            const auto right = binary(level + 1);
            value = right ? apply(*sign, *value, *right) : std::nullopt;
        }
        return value;
    }

    std::optional<std::int64_t> operand() {
        if (take("n")) return n_;
        if (take("!")) {
            const auto value = operand();
            return value ? std::optional<std::int64_t>(*value == 0) : std::nullopt;
        }
        if (take("(")) {
            const auto value = choice();
            return take(")") ? value : std::nullopt;
        }
        std::int64_t number = 0;
        const auto [end, fault] =
            std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (fault != std::errc{} || rest_.starts_with('-')) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return number;
    }

    std::string_view rest_;
    std::int64_t n_;
};

Error no_rule(std::string_view field) {
    return {Fault::malformed, "This is no rule for plural forms: \"" + std::string(field) +
                                  "\". The catalogue was not used. Correct its header."};
}

}  // namespace

Result<PluralRule> PluralRule::parse(std::string_view field) {
    std::string text(field);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    constexpr std::string_view count = "nplurals=", rule = ";plural=";
    const auto at = text.find(rule);
    if (!text.starts_with(count) || at != count.size() + 1 || text.back() != ';')
        return no_rule(field);
    PluralRule parsed;
    parsed.forms_ = text[count.size()] - '0';
    parsed.expression_ = text.substr(at + rule.size());
    parsed.expression_.pop_back();
    if (parsed.forms_ < 1 || parsed.forms_ > 6) return no_rule(field);
    // Rules go by the last digits: a thousand numbers show every form.
    for (std::int64_t n = 0; n <= 1'000; ++n) {
        const auto form = Reader(parsed.expression_, n).whole();
        if (!form || *form < 0 || *form >= parsed.forms_) return no_rule(field);
    }
    return parsed;
}

int PluralRule::form(std::int64_t n) const {
    const auto form = Reader(expression_, n).whole();
    return static_cast<int>(*form);
}

}  // namespace placet::terminal
