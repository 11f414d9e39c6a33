// plural_rule.h: which plural form a number takes, by the rule that a catalogue's header states.
// Pure.
//
// The rule is an expression of C in `n`, as in GNU gettext ("Plural forms"):
//
//     nplurals=2; plural=n != 1;
#pragma once

#include "crypto/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace placet::terminal {

class PluralRule {
public:
    /// English: one, and every other number.
    PluralRule() = default;

    /// Fails (malformed) on anything but such a rule.
    static Result<PluralRule> parse(std::string_view header_field);

    int forms() const { return forms_; }
    /// 0 to forms() - 1. Requires n >= 0.
    int form(std::int64_t n) const;

private:
    int forms_ = 2;
    std::string expression_ = "n!=1";  // without blanks
};

}  // namespace placet::terminal
