// Rules held here: how a vote is taken where nobody asks for another way, and where terminals fail.
#include "ledger/procedure/method.h"

#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

/// A vote on article 2 by this method, annulled.
Spine annulled(Method method, FallbackMethod fallback) {
    Spine spine({.rules = [&](RuleProfile& rules) { rules.fallback_method = fallback; }});
    spine.open();
    spine.put("article-2", method);
    spine.take(spine.start());
    spine.take(spine.annulment());
    return spine;
}

bool may_start_by(const Spine& spine, Method method) {
    auto start = spine.start();
    start.method = method;
    return static_cast<bool>(spine.offer(start));
}

}  // namespace

TEST_CASE("a vote is taken as the rules say where nobody asks for another way", "[procedure]") {
    RuleProfile rules;
    for (const auto& [is, method] : {std::pair{MethodDefault::recorded, Method::recorded},
                                     std::pair{MethodDefault::non_recorded, Method::non_recorded},
                                     std::pair{MethodDefault::hands, Method::hands}}) {
        rules.method_default = is;
        CHECK(default_method(rules) == method);
    }
}

TEST_CASE("a vote annulled at terminals is taken by the fallback method, or as it was put",
          "[procedure]") {
    for (const auto method : {Method::recorded, Method::non_recorded}) {
        const auto names = annulled(method, FallbackMethod::roll_call);
        CHECK(may_start_by(names, method));
        CHECK(may_start_by(names, Method::roll_call));
        CHECK_FALSE(may_start_by(names, Method::hands));
        const auto totals = annulled(method, FallbackMethod::hands);
        CHECK(may_start_by(totals, Method::hands));
        CHECK_FALSE(may_start_by(totals, Method::roll_call));
    }
}

TEST_CASE("a vote that no terminal failed is taken as it was put", "[procedure]") {
    Spine first;
    first.open();
    first.put();
    CHECK(may_start_by(first, Method::recorded));
    CHECK_FALSE(may_start_by(first, Method::roll_call));  // nothing was annulled
    const auto hands = annulled(Method::hands, FallbackMethod::roll_call);
    CHECK(may_start_by(hands, Method::hands));
    CHECK_FALSE(may_start_by(hands, Method::roll_call));  // no terminal had a part in it
    auto other = annulled(Method::recorded, FallbackMethod::roll_call);
    other.take(other.start());
    other.cast(3, Choice::yes);
    other.finish();
    other.put("article-3");
    CHECK_FALSE(may_start_by(other, Method::roll_call));  // another question was annulled
}

TEST_CASE("where a delegation asked for a recorded vote its fallback keeps the names",
          "[procedure]") {
    Spine spine(
        {.rules = [](RuleProfile& rules) { rules.fallback_method = FallbackMethod::hands; }});
    spine.open();
    spine.put("article-2", Method::hands);
    spine.take(MethodRequested{.question = 1, .delegation = "BBB", .method = Method::recorded});
    spine.take(spine.start());
    spine.take(spine.annulment());
    CHECK(fallback_method(spine.conference) == Method::roll_call);
    CHECK(may_start_by(spine, Method::roll_call));
    CHECK_FALSE(may_start_by(spine, Method::hands));
}
