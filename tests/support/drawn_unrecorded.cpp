#include "tests/support/drawn_unrecorded.h"

#include "ledger/acts.h"

#include <cstdlib>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) std::abort();
    return *std::move(result);
}

void take(Conference& conference, const Record& record) {
    apply(conference, {.seq = conference.size,
                       .unit = "plenary",
                       .record = record,
                       .leaf = sha256(bytes_of("entry " + std::to_string(conference.size)))});
}

AppState with_totals(std::int64_t yes, std::int64_t no, std::int64_t abstaining) {
    return changed(unrecorded_state(std::nullopt), [&](Conference& conference) {
        take(conference, must(totals_of(conference, yes, no, abstaining)));
    });
}

AppState closed(std::int64_t yes, std::int64_t no, std::int64_t abstaining) {
    return changed(with_totals(yes, no, abstaining), [](Conference& conference) {
        conference.run->phase = RunPhase::closed;
        conference.run->close_entry = EntryRef{.seq = conference.size++};
        conference.run->present_at_close = conference.present;
    });
}

AppState announced(std::int64_t yes, std::int64_t no, std::int64_t abstaining) {
    return changed(closed(yes, no, abstaining), [](Conference& conference) {
        conference.run->phase = RunPhase::locked;
        conference.run->lock_entry = EntryRef{.seq = conference.size++};
        take(conference, must(announcement_of(conference)).record);
    });
}

AppState at_stage(BallotStage stage, bool has_taken) {
    auto state = unrecorded_state(60);
    state.ballot =
        BallotDesk{.person = "bol-1", .delegation = "BOL", .stage = stage, .has_taken = has_taken};
    return state;
}

}  // namespace

AppState unrecorded_state(std::optional<std::int64_t> taken) {
    auto state = changed(voting_state(), [](Conference& conference) {
        conference.question->put.method = Method::non_recorded;
        conference.run = Run{.start = must(start_of_vote(conference, "test")), .unit = "plenary"};
    });
    state.positions_taken = taken;
    return state;
}

std::vector<DrawnState> drawn_unrecorded_states() {
    return {{"unrecorded_vote", unrecorded_state(60)},
            {"unrecorded_lost", unrecorded_state(std::nullopt)},
            {"unrecorded_totals", with_totals(84, 40, 20)},
            {"unrecorded_ballot", at_stage(BallotStage::choosing, false)},
            {"unrecorded_ballot_again", at_stage(BallotStage::choosing, true)},
            {"unrecorded_taken", at_stage(BallotStage::taken, true)},
            {"unrecorded_review", closed(84, 40, 20)},
            {"unrecorded_review_alike", closed(144, 0, 0)},
            {"unrecorded_announced", announced(84, 40, 20)},
            {"unrecorded_announced_alike", announced(144, 0, 0)}};
}

}  // namespace placet::tests
