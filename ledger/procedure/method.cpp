#include "ledger/procedure/method.h"

#include <algorithm>

namespace placet::ledger {
namespace {

bool at_terminals(Method method) {
    return method == Method::recorded || method == Method::non_recorded;
}

Method fallback_of(const RuleProfile& profile) {
    return profile.fallback_method == FallbackMethod::hands ? Method::hands : Method::roll_call;
}

}  // namespace

Method default_method(const RuleProfile& profile) {
    switch (profile.method_default) {
        case MethodDefault::recorded:
            break;
        case MethodDefault::non_recorded:
            return Method::non_recorded;
        case MethodDefault::hands:
            return Method::hands;
    }
    return Method::recorded;
}

Method fallback_method(const Conference& conference) {
    const auto& question = *conference.question;
    if (question.method_requested) return Method::roll_call;
    return fallback_of(conference.profile);
}

bool terminals_failed(const Conference& conference) {
    if (!conference.question || !at_terminals(conference.question->put.method)) return false;
    return std::ranges::any_of(conference.annulled, [&](const AnnulledRun& run) {
        return run.question == conference.question->put.question;
    });
}

bool may_be_taken_by(const Conference& conference, Method method) {
    if (method == conference.question->put.method) return true;
    return terminals_failed(conference) && method == fallback_method(conference);
}

}  // namespace placet::ledger
