#include "tests/support/drawn_sticks.h"

namespace placet::tests {

using namespace placet::terminal;

namespace {

constexpr std::int64_t copied_ms = 1'764'000'127'000;  // 2025-11-24 16:02:07 UTC

AppState with_sticks(std::vector<Stick> sticks) {
    auto state = founded_state();
    state.screen = Screen::sticks;
    state.sticks_watched = true;
    state.sticks = std::move(sticks);
    return state;
}

CopyView copy_at(CopyStage stage) {
    return {.stage = stage, .stick = 1, .label = "PLACET-1", .done = 61, .of = 157};
}

AppState at_stage(CopyStage stage) {
    auto state = with_sticks({drawn_stick()});
    state.copy = copy_at(stage);
    return state;
}

AppState copied(Released released, std::uint64_t since) {
    auto state = at_stage(CopyStage::copied);
    const auto entries = state.position.size;
    state.copy.entries = entries;
    state.copy.released = released;
    state.copy.last = LastCopy{.entries = entries, .wall_ms = copied_ms, .label = "PLACET-1"};
    state.position.size += since;
    if (released == Released::unmounted) state.sticks.clear();
    return state;
}

}  // namespace

Stick drawn_stick(std::uint64_t id) {
    return {.id = id,
            .label = "PLACET-" + std::to_string(id),
            .folder = "/media/PLACET-" + std::to_string(id),
            .room = 15'931'539'456,
            .file_system = "vfat"};
}

std::vector<DrawnState> drawn_stick_states() {
    std::vector<DrawnState> all;
    const auto add = [&](std::string name, AppState state) -> AppState& {
        return all.emplace_back(DrawnState{std::move(name), std::move(state)}).state;
    };
    add("sticks_none", with_sticks({}));
    add("sticks_ready", with_sticks({drawn_stick()}));
    auto locked = drawn_stick(6);
    locked.label.clear();
    locked.read_only = true;
    add("sticks_several", with_sticks({drawn_stick(1), drawn_stick(2), drawn_stick(3),
                                       drawn_stick(4), drawn_stick(5), locked}));
    add("sticks_copying", at_stage(CopyStage::copying));
    add("sticks_reading_back", at_stage(CopyStage::reading_back));
    add("sticks_releasing", at_stage(CopyStage::releasing)).copy.of = 0;
    add("sticks_taking_in", at_stage(CopyStage::taking_in));
    add("sticks_safe", copied(Released::unmounted, 0));
    add("sticks_flushed", copied(Released::flushed, 3));
    auto& taken = add("sticks_taken_in", at_stage(CopyStage::taken_in));
    taken.copy.entries = 1'204;
    taken.copy.signatures = 1;
    taken.copy.files = 3;
    add("sticks_known", at_stage(CopyStage::taken_in));
    auto& failed = add("sticks_failed", at_stage(CopyStage::failed));
    failed.copy.trouble = Notice{
        .what = "The stick was pulled out, or it failed, before the copy was whole ({detail}).",
        .safe =
            "The ledger is whole, and so is what the stick held before: what is unfinished on it "
            "is ignored by readers.",
        .now =
            "Put the stick in again and press “Copy to stick”. If this repeats, take another "
            "stick.",
        .values = {{"detail",
                    "/media/PLACET-1/placet/tile/entries/x001/234.p/128 was not written: "
                    "Input/output error; check the disk and try again"}}};
    auto& during_vote = add("sticks_vote", voting_state());
    during_vote.screen = Screen::sticks;
    during_vote.sticks_watched = true;
    during_vote.sticks = {drawn_stick()};
    // On the other screens, a word in the line at the bottom.
    auto& put_in = add("sitting_stick", voting_state());
    put_in.screen = Screen::sitting;
    put_in.sticks_watched = true;
    put_in.sticks = {drawn_stick()};
    auto& old = add("vote_old_copy", voting_state());
    old.sticks_watched = true;
    old.copy.last = LastCopy{.entries = 12, .wall_ms = copied_ms, .label = "PLACET-1"};
    return all;
}

}  // namespace placet::tests
