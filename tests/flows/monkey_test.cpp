// Whatever is pressed, in whatever order: the ledger stays legal, nothing is shown as recorded that
// is not, no ballot is cast that its delegate did not confirm, and every screen has a way on.
#include "tests/support/monkey.h"
#include "tests/reliability/campaign.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace placet;
using tests::Monkey;
using tests::MonkeyTally;

namespace {

/// All that a desk records, once the conference is founded. Each is come to by pressing.
constexpr std::string_view kinds_of_a_desk[] = {"meeting_opened/1",
                                                "meeting_suspended/1",
                                                "meeting_resumed/1",
                                                "meeting_closed/1",
                                                "presiding_changed/1",
                                                "presence_noted/1",
                                                "question_put/1",
                                                "vote_started/1",
                                                "ballot/1",
                                                "lot_committed/1",
                                                "lot_drawn/1",
                                                "answer_given/1",
                                                "hands_counted/1",
                                                "vote_closed/1",
                                                "vote_locked/1",
                                                "result_announced/1",
                                                "vote_annulled/1",
                                                "correction_noted/1",
                                                "consensus_proposed/1",
                                                "objection_raised/1",
                                                "objection_withdrawn/1",
                                                "consensus_gavelled/1",
                                                "consensus_confirmed/1",
                                                "late_flag_ruled/1",
                                                "consensus_set_aside/1",
                                                "statement_attached/1",
                                                "pin_refused/1",
                                                "last_called/1",
                                                "proposal_registered/1",
                                                "proposal_revised/1",
                                                "proposal_circulated/1",
                                                "proposal_introduced/1",
                                                "proposal_withdrawn/1",
                                                "debate_closed/1",
                                                "deferment_requested/1",
                                                "vote_deferred/1",
                                                "deferment_ended/1",
                                                "vote_notified/1",
                                                "exhaustion_declared/1",
                                                "text_revised/1",
                                                "text_placed/1",
                                                "motion_moved/1",
                                                "motion_spoken/1",
                                                "motion_granted/1",
                                                "motion_withdrawn/1",
                                                "method_requested/1",
                                                "point_of_order_raised/1",
                                                "ruling_given/1",
                                                "ruling_appealed/1",
                                                "appeal_withdrawn/1",
                                                "election_opened/1",
                                                "candidate_withdrawn/1",
                                                "protocol_entered/1",
                                                "election_lot_drawn/1",
                                                "acclamation_declared/1",
                                                "election_stopped/1"};

}  // namespace

TEST_CASE("whatever is pressed, the ledger stays legal and every screen has a way on",
          "[terminal][flow][campaign]") {
    const long inputs = tests::campaign_count(100'000);
    constexpr int acts_in_a_round = 1'000;
    MonkeyTally tally;
    const auto begin = std::chrono::steady_clock::now();
    // With --rng-seed and the number that a failure names, its round is the first.
    for (auto seed = Catch::rngSeed(); tally.inputs < inputs; ++seed) {
        INFO("seed " << seed << ": run again with --rng-seed " << seed);
        Monkey monkey(seed, tally);
        std::string wrong;
        for (int n = 0; n < acts_in_a_round && wrong.empty() && tally.inputs < inputs; ++n)
            wrong = monkey.act();
        if (wrong.empty()) wrong = monkey.finish();
        if (!wrong.empty()) FAIL(wrong << "\nthe last acts:\n" << monkey.last_acts());
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    tests::report("monkey: ", tally.inputs, " inputs in ", tally.acts, " acts, ",
                  static_cast<long>(static_cast<double>(tally.acts) / took.count()),
                  " acts a second; ", tally.entries, " entries, ", tally.ballots, " ballots, ",
                  tally.decisions, " decisions, ", tally.restarts, " restarts, ", tally.copies,
                  " copies to sticks, ", tally.routes.size(), " screens; everything legal");
    std::string kinds;
    for (const auto& [kind, entries] : tally.kinds)
        kinds += " " + kind.substr(0, kind.find('/')) + " " + std::to_string(entries);
    tests::report("monkey:", kinds);
    CHECK(tally.entries > 0);
    if (tests::campaign_divisor != 1) return;
    CHECK(tally.ballots > 0);
    CHECK(tally.copies > 0);
    for (const auto kind : kinds_of_a_desk) {
        INFO(kind);
        CHECK(tally.kinds[std::string(kind)] > 0);
    }
}
