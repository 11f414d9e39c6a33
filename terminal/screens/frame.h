// frame.h: what stands around every screen: whose terminal, where else to go, how the ledger is,
// and that this is a rehearsal.
#pragma once

#include "terminal/app_state.h"
#include "terminal/panels.h"
#include "terminal/phrases.h"

#include <optional>

namespace placet::terminal {

/// Where a screen's own matter stands, in dp.
inline constexpr R content_area{Layout::margin, header_height + Layout::gap,
                                Layout::canvas_width - 2 * Layout::margin, 824};
/// The same where no health line stands below: a delegate's screen.
inline constexpr R delegate_area{Layout::margin, header_height + Layout::gap,
                                 Layout::canvas_width - 2 * Layout::margin, 872};

struct HealthItem {
    State state = State::good;
    std::string words = {};

    friend bool operator==(const HealthItem&, const HealthItem&) = default;
};

struct FrameView {
    std::string title = {};
    std::string subtitle = {};
    std::vector<std::string> places = {};  // sitting, articles, presence, ...; empty: nowhere
    std::size_t here = 0;
    std::vector<HealthItem> health = {};
    std::optional<HealthItem> stick = {};  // pressed, it leads to the sticks
    std::string rehearsal = {};            // empty in a live conference
};

/// Around the officers' screens.
FrameView view_frame(const AppState& state, const Phrases& phrases);
/// Around a delegate's: the delegation's name, and no way to anywhere else.
FrameView view_delegate_frame(const AppState& state, const Phrases& phrases);

[[nodiscard]] std::optional<Intent> draw_frame(Canvas& canvas, const FrameView& view);

struct NoticeView {
    std::string what = {}, safe = {}, now = {};
    std::string safe_label = {}, now_label = {};
    std::string dismiss = {};
    State state = State::watch;
};

/// Requires that there is a notice.
NoticeView view_notice(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_notice(Canvas& canvas, const NoticeView& view);

}  // namespace placet::terminal
