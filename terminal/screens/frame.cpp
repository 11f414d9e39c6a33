#include "terminal/screens/frame.h"

#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>
#include <array>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

struct Place {
    Screen screen;
    std::string_view id;
};
constexpr std::array<Place, 5> all_places{{{Screen::sitting, "go.sitting"},
                                           {Screen::articles, "go.articles"},
                                           {Screen::presence, "go.presence"},
                                           {Screen::vote, "go.vote"},
                                           {Screen::ledger, "go.ledger"}}};

/// Where a screen belongs that has no place of its own.
Screen place_of(Screen screen) {
    switch (screen) {
        case Screen::annul:
        case Screen::delegations:
            return Screen::vote;
        case Screen::floor:
        case Screen::question:
        case Screen::ruling:
        case Screen::election:
            return Screen::sitting;
        case Screen::sticks:
            return Screen::ledger;
        case Screen::decision:
        case Screen::registration:
        case Screen::revision:
        case Screen::writing_in:
        case Screen::placement:
            return Screen::articles;
        case Screen::articles:
        case Screen::sitting:
        case Screen::presence:
        case Screen::vote:
        case Screen::ledger:
            break;
    }
    return screen;
}

std::string meeting_words(const Conference& conference, const Phrases& phrases) {
    if (!conference.meeting) return phrases("No meeting is open");
    const auto* unit = conference.unit(conference.meeting->unit);
    return phrases("{organ}, meeting {number}",
                   {{"organ", unit == nullptr ? conference.meeting->unit : phrases(unit->title)},
                    {"number", std::to_string(conference.meeting->number)}});
}

std::vector<HealthItem> health_of(const AppState& state, const Phrases& phrases) {
    std::vector<HealthItem> items;
    const auto& health = state.health;
    const auto size = static_cast<std::int64_t>(state.position.size);
    items.push_back({.words = phrases("Ledger: {n} entry", "Ledger: {n} entries", size)});
    items.push_back({.words = phrases("Checkpoint signed at size {size}",
                                      {{"size", std::to_string(state.position.size)}})});
    if (!health.mark_wanted)
        items.push_back({State::unknown, phrases("No second medium was given")});
    else if (health.mark_kept)
        items.push_back({State::good, phrases("Second medium: checkpoint kept")});
    else
        items.push_back({State::wrong, phrases("Second medium failed: replace it and restart")});
    if (health.writing_stopped)
        items.push_back({State::wrong, phrases("Writing has stopped: call the secretariat")});
    return items;
}

std::uint64_t percent(const CopyView& copy) { return copy.of == 0 ? 0 : 100 * copy.done / copy.of; }

/// While something is done with a stick, how far; then what became of it, until a stick is in that
/// it is not about; and without one, how old the last copy is.
HealthItem stick_health(const AppState& state, const Phrases& phrases) {
    const auto& copy = state.copy;
    const Phrases::Values done{{"percent", std::to_string(percent(copy))}};
    if (copy.stage == CopyStage::taking_in)
        return {State::watch, phrases("Stick: taking in, {percent} %", done)};
    if (copy.stage == CopyStage::reading_back)
        return {State::watch, phrases("Stick: reading back, {percent} %", done)};
    if (copy.busy()) return {State::watch, phrases("Stick: copying, {percent} %", done)};
    const bool another = !state.sticks.empty() && state.sticks.back().id != copy.stick;
    if (another) return {State::watch, phrases("A stick is in: press to copy")};
    const auto copied = copy.last ? copy.last->entries : 0;
    const auto since = state.position.size - std::min(copied, state.position.size);
    if (copy.trouble) return {State::wrong, phrases("Stick: not done, see why")};
    if (copy.stage == CopyStage::copied && since == 0)
        return {State::good, phrases("Stick: safe to remove")};
    if (!copy.last) return {State::unknown, phrases("No copy on a stick yet")};
    if (since == 0) return {State::good, phrases("All is copied to a stick")};
    return {State::watch,
            phrases("{n} entry since the last copy", "{n} entries since the last copy",
                    static_cast<std::int64_t>(since))};
}

FrameView frame_of(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    FrameView view;
    if (!conference.charter) return view;
    view.subtitle = conference.charter->title;
    if (conference.charter->mode == Mode::rehearsal)
        view.rehearsal = phrases("REHEARSAL. Nothing here is an official record.");
    return view;
}

}  // namespace

FrameView view_frame(const AppState& state, const Phrases& phrases) {
    FrameView view = frame_of(state, phrases);
    view.title = meeting_words(*state.conference, phrases);
    view.places = {phrases("Sitting"), phrases("Articles"), phrases("Presence"), phrases("Vote"),
                   phrases("Ledger")};
    for (std::size_t n = 0; n < all_places.size(); ++n)
        if (all_places[n].screen == place_of(state.screen)) view.here = n;
    view.health = health_of(state, phrases);
    // Where writing has stopped, that alone is said.
    if (state.sticks_watched && !state.health.writing_stopped)
        view.stick = stick_health(state, phrases);
    return view;
}

FrameView view_delegate_frame(const AppState& state, const Phrases& phrases) {
    FrameView view = frame_of(state, phrases);
    const auto& conference = *state.conference;
    const auto delegation = conference.participants.find(state.ballot->delegation);
    if (delegation != conference.participants.end()) view.title = delegation->second.name;
    return view;
}

std::optional<Intent> draw_frame(Canvas& canvas, const FrameView& view) {
    std::optional<Intent> intent;
    constexpr float places_width = 760;
    header(canvas, {.title = view.title,
                    .subtitle = view.subtitle,
                    .reserved = view.places.empty() ? 0 : places_width + Layout::gap});
    if (!view.places.empty()) {
        std::array<Segment, all_places.size()> segments;
        for (std::size_t n = 0; n < segments.size(); ++n)
            segments[n] = {.id = all_places[n].id, .label = view.places[n]};
        const R r{Layout::canvas_width - Layout::margin - places_width, 22, places_width, 72};
        if (const auto pressed = segmented(canvas, r, segments, view.here))
            intent = OpenScreen{all_places[*pressed].screen};
    }
    const R line{content_area.x, content_area.bottom() + 16, content_area.w, 48};
    for (std::size_t n = 0; n < view.health.size(); ++n)
        state_line(canvas, column(line, 4, static_cast<int>(n), 24), view.health[n].state,
                   view.health[n].words);
    if (view.stick && tile(canvas, column(line.inset(0, -4), 4, 3, 24),
                           {.id = "go.sticks",
                            .label = view.stick->words,
                            .role = ItemRole::button,
                            .state = view.stick->state}))
        intent = OpenScreen{Screen::sticks};
    if (!view.rehearsal.empty()) rehearsal_banner(canvas, view.rehearsal);
    return intent;
}

NoticeView view_notice(const AppState& state, const Phrases& phrases) {
    const Notice& notice = *state.notice;
    NoticeView view{.what = phrases(notice.what, notice.values),
                    .safe = phrases(notice.safe, notice.values),
                    .now = phrases(notice.now, notice.values),
                    .safe_label = phrases("What is safe"),
                    .now_label = phrases("What to do now"),
                    .state = notice.grave ? State::wrong : State::watch};
    if (!notice.grave) view.dismiss = phrases("Understood");
    return view;
}

std::optional<Intent> draw_notice(Canvas& canvas, const NoticeView& view) {
    if (notice_panel(canvas, {.what = view.what,
                              .safe = view.safe,
                              .now = view.now,
                              .safe_label = view.safe_label,
                              .now_label = view.now_label,
                              .dismiss = view.dismiss,
                              .state = view.state}))
        return DismissNotice{};
    return std::nullopt;
}

}  // namespace placet::terminal
