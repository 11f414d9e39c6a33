#include "terminal/screens/sticks_screen.h"

#include "ledger/words.h"
#include "terminal/text/code_points.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::terminal {

namespace {

std::string name_of(const std::string& label, const Phrases& phrases) {
    return label.empty() ? phrases("Stick without a name") : isolated_text(label);
}

std::string detail_of(const Stick& stick, const Phrases& phrases) {
    if (stick.read_only)
        return phrases("{system}, can only be read", {{"system", stick.file_system}});
    return phrases("{system}, {room} free",
                   {{"system", stick.file_system}, {"room", size_text(stick.room)}});
}

SticksView::Card ready_card(const Stick& stick, const AppState& state, const Phrases& phrases) {
    const auto size = static_cast<std::int64_t>(state.position.size);
    SticksView::Card card{
        .headline = stick.read_only ? phrases("It can only be read") : phrases("Ready"),
        .state = stick.read_only ? State::watch : State::good};
    if (!stick.read_only)
        card.parts = {{phrases("What is copied"),
                       phrases("The record with its {n} entry, the attachments, and what proves "
                               "them. No key, no PIN and no badge goes onto a stick.",
                               "The record with its {n} entries, the attachments, and what proves "
                               "them. No key, no PIN and no badge goes onto a stick.",
                               size)},
                      {phrases("What happens"),
                       phrases("It is written, read back and compared. The meeting and the vote go "
                               "on meanwhile; wait for “Safe to remove”.")}};
    card.parts.push_back(
        {phrases("What can be taken in"),
         phrases("Signatures of witnesses and the records of other terminals, once they are "
                 "verified. Nothing that stands here is changed.")});
    return card;
}

/// The steps of a copy, or the one of taking in.
std::vector<SticksView::Step> steps_of(CopyStage stage, const Phrases& phrases) {
    if (stage == CopyStage::taking_in)
        return {{State::watch, phrases("Reading the stick and verifying")}};
    const std::pair<CopyStage, std::string> in_order[] = {
        {CopyStage::copying, phrases("Copying")},
        {CopyStage::reading_back, phrases("Reading back and comparing")},
        {CopyStage::releasing, phrases("Taking the stick out of use")}};
    std::vector<SticksView::Step> steps;
    for (const auto& [step, words] : in_order)
        steps.push_back({step < stage    ? State::good
                         : step == stage ? State::watch
                                         : State::unknown,
                         words});
    return steps;
}

SticksView::Card running_card(const CopyView& copy, const Phrases& phrases) {
    SticksView::Card card{
        .steps = steps_of(copy.stage, phrases),
        .progress_words = phrases("Do not pull the stick out yet. If you must, nothing is lost."),
        .stop = phrases("Stop")};
    if (copy.of > 0) {
        card.progress_words =
            phrases("{done} of {of} steps. Do not pull the stick out yet.",
                    {{"done", std::to_string(copy.done)}, {"of", std::to_string(copy.of)}});
        card.progress = static_cast<float>(copy.done) / static_cast<float>(copy.of);
    }
    return card;
}

SticksView::Card copied_card(const CopyView& copy, const Phrases& phrases) {
    SticksView::Card card{.headline = phrases("Safe to remove"), .state = State::good};
    card.parts.push_back(
        {phrases("What is on the stick"),
         phrases("{n} entry, read back and compared.", "{n} entries, read back and compared.",
                 static_cast<std::int64_t>(copy.entries))});
    card.parts.push_back(
        {phrases("How it was taken out of use"),
         copy.released == Released::unmounted
             ? phrases("Everything is written, and the system has let go of the stick.")
             : phrases("Everything is written, and this terminal writes no more to it. The system "
                       "still shows the stick, for only an administrator may unmount it.")});
    return card;
}

SticksView::Card taken_in_card(const CopyView& copy, const Phrases& phrases) {
    SticksView::Card card{.headline = phrases("Taken in"), .state = State::good};
    const auto entries = phrases("{n} entry of another terminal, verified.",
                                 "{n} entries of other terminals, verified.",
                                 static_cast<std::int64_t>(copy.entries));
    const auto signatures = phrases("{n} signature of a witness.", "{n} signatures of witnesses.",
                                    static_cast<std::int64_t>(copy.signatures));
    const auto attachments =
        phrases("{n} attachment.", "{n} attachments.", static_cast<std::int64_t>(copy.files));
    const auto heading = phrases("What is new here");
    if (copy.entries > 0) card.parts.push_back({heading, entries});
    if (copy.signatures > 0) card.parts.push_back({heading, signatures});
    if (copy.files > 0) card.parts.push_back({heading, attachments});
    if (card.parts.empty())
        card.parts.push_back(
            {heading, phrases("Nothing: all that is on the stick was known already.")});
    card.parts.push_back(
        {phrases("What is safe"), phrases("The stick was only read. It may be removed.")});
    return card;
}

SticksView::Card trouble_card(const CopyView& copy, const Phrases& phrases) {
    const auto& trouble = *copy.trouble;
    return {.headline = phrases(trouble.what, trouble.values),
            .state = copy.stage == CopyStage::stopped ? State::watch : State::wrong,
            .parts = {{phrases("What is safe"), phrases(trouble.safe, trouble.values)},
                      {phrases("What to do now"), phrases(trouble.now, trouble.values)}}};
}

/// What became of the stick that was used last.
SticksView::Card card_of_last(const AppState& state, const Phrases& phrases) {
    const auto& copy = state.copy;
    SticksView::Card card;
    if (copy.busy())
        card = running_card(copy, phrases);
    else if (copy.stage == CopyStage::copied)
        card = copied_card(copy, phrases);
    else if (copy.stage == CopyStage::taken_in)
        card = taken_in_card(copy, phrases);
    else if (copy.trouble)
        card = trouble_card(copy, phrases);
    card.stick = copy.stick;
    card.heading = name_of(copy.label, phrases);
    return card;
}

SticksView::Card card_of(const Stick& stick, const AppState& state, const Phrases& phrases) {
    const bool used = state.copy.stick == stick.id && state.copy.stage != CopyStage::none;
    auto card = used ? card_of_last(state, phrases) : ready_card(stick, state, phrases);
    card.stick = stick.id;
    card.heading = name_of(stick.label, phrases);
    card.detail = detail_of(stick, phrases);
    card.copy = phrases("Copy to stick");
    if (stick.read_only) card.copy_reason = phrases("It can only be read.");
    card.take_in = phrases("Take in from stick");
    if (state.conference->voting_open())
        card.take_in_reason = phrases("When the voting is closed.");
    return card;
}

void say_last_copy(SticksView& view, const AppState& state, const Phrases& phrases) {
    view.last_title = phrases("Last copy");
    const auto& last = state.copy.last;
    if (!last) {
        view.last = phrases("None since this terminal was started.");
        return;
    }
    view.last = phrases(
        "{n} entry, {time} UTC, on {stick}", "{n} entries, {time} UTC, on {stick}",
        static_cast<std::int64_t>(last->entries),
        {{"time", ledger::clock_text(last->wall_ms)}, {"stick", name_of(last->label, phrases)}});
    const auto since = state.position.size - std::min(last->entries, state.position.size);
    view.since =
        since == 0
            ? SticksView::Step{State::good, phrases("Nothing was recorded since.")}
            : SticksView::Step{State::watch, phrases("{n} entry was recorded since: copy again.",
                                                     "{n} entries were recorded since: copy again.",
                                                     static_cast<std::int64_t>(since))};
}

}  // namespace

std::string size_text(std::uint64_t bytes) {
    constexpr std::pair<std::uint64_t, const char*> units[] = {
        {1'000'000'000'000, "TB"}, {1'000'000'000, "GB"}, {1'000'000, "MB"}, {1'000, "kB"}};
    for (const auto& [unit, name] : units)
        if (bytes >= unit)
            return fmt::format("{}.{} {}", bytes / unit, bytes % unit / (unit / 10), name);
    return fmt::format("{} B", bytes);
}

SticksView view_sticks(const AppState& state, const Phrases& phrases) {
    SticksView view{.title = phrases("Sticks and copies")};
    for (auto stick = state.sticks.rbegin(); stick != state.sticks.rend(); ++stick) {
        if (view.sticks.size() == SticksView::sticks_at_most) break;
        view.sticks.push_back(
            {stick->id, name_of(stick->label, phrases), detail_of(*stick, phrases)});
        view.cards.push_back(card_of(*stick, state, phrases));
    }
    if (view.sticks.empty())
        view.none = phrases("Put a stick in: it appears here. A vote never needs one.");
    if (state.copy.busy() || (view.sticks.empty() && state.copy.stage != CopyStage::none))
        view.only = card_of_last(state, phrases);
    else if (view.sticks.empty())
        view.only = SticksView::Card{.headline = phrases("No stick is in")};
    say_last_copy(view, state, phrases);
    return view;
}

}  // namespace placet::terminal
