// refusal.h: how the rules say no: the rule in words, what is safe, what to do instead.
//
// Inside procedure/ only.
#pragma once

#include "crypto/result.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace placet::ledger {

/// A thing that is not possible now.
inline Error refused(std::string rule, std::string_view instead) {
    return {Fault::refused, std::move(rule.append(" ").append(instead))};
}

/// An entry that does not fit the conference.
inline Error refused_entry(std::string rule, std::string_view instead) {
    return refused(std::move(rule) + " Nothing was recorded.", instead);
}

/// Something that an entry says, and whether the conference says the same.
struct Agreement {
    bool holds = false;
    std::string_view what = {};
};

/// Fails (refused) on the first that does not hold, naming it: "The start of the vote names another
/// <what> than the conference has."
inline Result<Done> agrees(std::string_view entry, std::initializer_list<Agreement> agreements,
                           std::string_view instead) {
    for (const auto& agreement : agreements)
        if (!agreement.holds)
            return refused_entry(std::string(entry)
                                     .append(" names another ")
                                     .append(agreement.what)
                                     .append(" than the conference has."),
                                 instead);
    return Done{};
}

}  // namespace placet::ledger
