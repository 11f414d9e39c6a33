#include "terminal/screens/method_wording.h"

#include "ledger/procedure/deadline.h"
#include "ledger/procedure/method.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

std::size_t first_method(const RuleProfile& rules, std::span<const Method> methods) {
    const auto found = std::ranges::find(methods, default_method(rules));
    return found == methods.end() ? 0 : static_cast<std::size_t>(found - methods.begin());
}

std::string fallback_label(const Conference& conference, const Phrases& phrases) {
    if (!terminals_failed(conference)) return {};
    return fallback_method(conference) == Method::hands
               ? phrases("By show of hands, as the terminals fail")
               : phrases("By roll-call, as the terminals fail");
}

std::string second_vote_words(const Conference& conference, const Phrases& phrases) {
    const auto by = second_vote_by(conference);
    if (!by) return {};
    const Phrases::Values values{{"time", date_text(*by)}};
    return is_past(conference, *by)
               ? phrases(
                     "The second vote was to be taken by {time}. The presiding officer decides "
                     "whether it is taken all the same.",
                     values)
               : phrases("The second vote is taken not later than {time}.", values);
}

std::string deferment_words(const Conference& conference, const Phrases& phrases,
                            const Proposal& proposal) {
    const auto until = deferred_until(conference, proposal);
    if (!until) return {};
    const Phrases::Values values{{"time", date_text(*until)}};
    return is_past(conference, *until)
               ? phrases("The deferment was to end by {time}. End it with a report.", values)
               : phrases("The vote is deferred until {time} at the latest.", values);
}

}  // namespace placet::terminal
