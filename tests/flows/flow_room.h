// flow_room.h: what whole stories at the desk begin with, come to and end with.
#pragma once

#include "ledger/verify/audit.h"
#include "tests/support/results.h"
#include "tests/support/room.h"

#include <catch2/catch.hpp>

namespace placet::tests {

/// Three delegations.
struct FlowRoom : Room {
    FlowRoom() : Room({"aaa", "bbb", "ccc"}) {}

    /// Both officers sign in, the meeting is opened and everybody is noted present, all pressed.
    void begin_sitting() {
        for (const auto* officer : {"chair", "clerk"}) {
            press("sitting.next");
            scan(officer);
            enter(Kiosk::pin);
        }
        press("sitting.next");
        press("sitting.next");
        press("presence.mark");
        press("presence.record");
    }
    /// The vote that is open, by all alike; then back to the sitting.
    void decide(const std::string& choice) {
        for (const auto* delegation : {"aaa", "bbb", "ccc"}) vote(delegation, choice);
        announce();
        press("announcement.home");
    }
    /// Closes, locks and announces, each with the PINs that it needs.
    void announce() {
        press("chair.close");
        enter(Kiosk::pin);
        for (const auto* step : {"review.lock", "review.announce"}) {
            press(step);
            enter(Kiosk::pin);
            enter(Kiosk::pin);
        }
    }
    /// Asked for all the same, it is refused in these words, and nothing is recorded.
    void refused(const terminal::Intent& asked, const std::string& words) {
        const auto size = state().position.size;
        kiosk().handle(asked);
        settle();
        read_refusal(words);
        CHECK(state().position.size == size);
    }
    void read_refusal(const std::string& words) {
        REQUIRE(state().notice);
        CHECK_THAT(state().notice->what, Catch::Matchers::Contains(words));
        CHECK(state().notice->safe == "All that was recorded before stands.");
        press("notice.dismiss");
    }
    /// Nobody has the ledger any more, and all of it verifies.
    ledger::AuditReport audited() {
        auto report = audit_of_all();
        INFO(report.verdict());
        CHECK(report.all_good());
        return report;
    }
    /// The same of whatever it is.
    ledger::AuditReport audit_of_all() {
        kiosk().stop();
        const VerifierKey key{.name = ConferenceBuilder::origin(),
                              .key = kiosk().builder().terminal_key().public_key()};
        return value_of(ledger::audit(kiosk().file(), {.key = key}));
    }
};

}  // namespace placet::tests
