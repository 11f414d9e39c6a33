#include "terminal/screens/sitting_screen.h"

#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr float heading_height = 48, side_width = 412, map_width = 620;
constexpr float beside_gap = 12;

std::size_t chosen(const SittingView& view, const SittingDraft& draft) {
    if (view.current) return *view.current;
    const auto n = draft.selected.value_or(view.first_open);
    return std::min(n, view.units.size() - 1);
}

void draw_map(Canvas& canvas, const R& r, const SittingView& view, SittingDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, heading_height}, view.convention, type::heading,
                canvas.theme().ink);
    const bool paged = view.pages.size() > 1;
    const R tiles{inner.x, inner.y + heading_height + 16, inner.w,
                  inner.h - heading_height - 16 - (paged ? pager_height + 16 : 0)};
    const auto from = draft.page * SittingView::units_per_page;
    for (std::size_t n = from; n < std::min(from + SittingView::units_per_page, view.units.size());
         ++n) {
        const auto& unit = view.units[n];
        const R cell = column_cell(tiles, 2, 9, static_cast<int>(n - from), 12, 8);
        if (tile(canvas, cell,
                 {.id = "unit." + unit.id,
                  .label = unit.label,
                  .detail = unit.status,
                  .on = !view.motion && n == chosen(view, draft),
                  .enabled = !view.motion && (!view.current || n == *view.current),
                  .state = unit.sign}))
            draft.selected = n;
    }
    if (paged)
        pager(canvas, {inner.x, inner.bottom() - pager_height, inner.w, pager_height},
              {.id = "unit.page",
               .back = view.back,
               .more = view.more,
               .position = view.pages[draft.page]},
              view.pages.size(), draft.page);
}

/// Quiet buttons in rows of two, or of three where there are many: the meeting, and what else may
/// be taken up. A row of which nothing is offered takes no room.
struct Beside {
    struct Offer {
        std::string_view id = {};
        std::string_view label = {};
        Intent asked;
    };
    std::vector<Offer> offers = {};

    int columns() const { return offers.size() > 4 ? 3 : 2; }
    int rows() const { return (static_cast<int>(offers.size()) + columns() - 1) / columns(); }
    float height() const {
        return rows() == 0 ? 0
                           : static_cast<float>(rows()) * (size::target + beside_gap) - beside_gap;
    }
};

Beside beside(const SittingView& view, const TextUnitId& unit) {
    Beside made;
    const auto offer = [&](std::string_view id, std::string_view label, Intent asked) {
        if (!label.empty()) made.offers.push_back({id, label, std::move(asked)});
    };
    offer("sitting.fallback", view.fallback, StartVote{view.fallback_method});
    offer("sitting.floor", view.floor, OpenScreen{Screen::floor, unit});
    offer("sitting.suspend", view.suspend, SuspendMeeting{});
    offer("sitting.chair", view.take_chair, TakeChair{});
    offer("sitting.close", view.close_meeting, CloseMeeting{});
    offer("sitting.other", view.other_question, OpenScreen{Screen::question});
    offer("sitting.delegations", view.delegations, OpenScreen{Screen::delegations});
    offer("sitting.elections", view.elections, OpenScreen{Screen::election});
    return made;
}

std::optional<Intent> draw_beside(Canvas& canvas, const R& r, Beside what) {
    std::optional<Intent> intent;
    const int columns = what.columns(), rows = what.rows();
    for (std::size_t n = 0; n < what.offers.size(); ++n) {
        auto& [id, label, asked] = what.offers[n];
        if (button(canvas, grid_cell(r, columns, rows, static_cast<int>(n), beside_gap),
                   {.id = id, .label = label}))
            intent = std::move(asked);
    }
    return intent;
}

constexpr float fact_gap = 10;

void draw_facts(Canvas& canvas, const R& r, const SittingView::Unit& unit) {
    float y = r.y;
    for (const auto& fact : shown_facts(canvas, r.w, r.h, unit))
        y += fact_gap + canvas.text_block({r.x, y, r.w, r.bottom() - y}, fact, type::body,
                                          type::body_line, canvas.theme().ink2);
}

std::optional<Intent> draw_item(Canvas& canvas, const R& r, const SittingView& view,
                                const SittingDraft& draft) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    const auto& unit = view.motion ? *view.motion : view.units[chosen(view, draft)];
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding);
    chip(canvas, inner.x, inner.y, view.status,
         view.item_is_current ? theme.success : theme.warning, true);
    float y = inner.y + size::chip + 28;
    canvas.text({inner.x, y, inner.w, 36}, unit.heading, type::reference, theme.ink2);
    y += 44;
    y += canvas.text_block({inner.x, y, inner.w, 3 * type::title_line}, unit.title, type::title,
                           type::title_line, theme.ink);

    constexpr float step_height = 96, line = 36;
    const R step{inner.x, inner.bottom() - step_height, inner.w, step_height};
    const float words = canvas.block_height(unit.explanation, type::reference, line, inner.w);
    const float words_from = step.y - 24 - words;
    auto quiet = beside(view, unit.id);
    const R buttons{inner.x, words_from - 84 - quiet.height(), inner.w, quiet.height()};
    y += 24;
    const float script =
        canvas.block_height(unit.script, type::body, type::body_line, inner.w) + fact_gap;
    if (!unit.script.empty() && y + script + type::body_line <= buttons.y - 16) {
        canvas.text_block({inner.x, y, inner.w, script}, unit.script, type::body, type::body_line,
                          theme.ink);
        y += script;
    }
    draw_facts(canvas, {inner.x, y, inner.w, buttons.y - 16 - y}, unit);

    canvas.text_block({inner.x, words_from, inner.w, words}, unit.explanation, type::reference,
                      line, theme.ink);
    canvas.text({inner.x, words_from - 44, inner.w, 40}, view.step_caption, type::caption,
                theme.ink2);
    divider(canvas, {inner.x, words_from - 68, inner.w, 2});
    if (button(canvas, step,
               {.id = "sitting.next",
                .label = unit.step_label,
                .kind = ButtonKind::primary,
                .enabled = unit.may_step}))
        intent = intent_of(unit.step, unit.step_text);
    if (auto asked = draw_beside(canvas, buttons, std::move(quiet))) intent = std::move(asked);
    return intent;
}

std::optional<Intent> draw_attendance(Canvas& canvas, const R& r, const SittingView& view) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, heading_height}, view.attendance, type::heading,
                theme.ink);
    const float number =
        canvas.text({inner.x, inner.y + 56, 160, 80}, view.present, type::tally, theme.ink);
    canvas.text_block({inner.x + number + 20, inner.y + 64, inner.w - number - 20, 64},
                      view.of_participating, type::caption, 32, theme.ink2);
    for (std::size_t n = 0; n < view.quorum.size(); ++n)
        state_line(canvas, {inner.x, inner.y + 148 + 44 * static_cast<float>(n), inner.w, 40},
                   view.quorum[n].state, view.quorum[n].words);
    if (button(canvas, {inner.x, inner.bottom() - size::button, inner.w, size::button},
               {.id = "sitting.presence", .label = view.presence_button}))
        intent = OpenScreen{Screen::presence};
    return intent;
}

constexpr std::string_view officer_id(Role role) {
    if (role == Role::presiding_officer) return "officer.chair";
    return role == Role::secretary ? "officer.secretary" : "officer.attendant";
}

std::optional<Intent> draw_officers(Canvas& canvas, const R& r, const SittingView& view) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, heading_height}, view.officers_title, type::heading,
                theme.ink);
    const R rows{inner.x, inner.y + heading_height + 12, inner.w, inner.h - heading_height - 12};
    constexpr float button_width = 132;
    for (std::size_t n = 0; n < view.officers.size(); ++n) {
        const auto& officer = view.officers[n];
        const R line = row(rows, static_cast<int>(view.officers.size()), static_cast<int>(n), 16);
        const float words = line.w - button_width - 16;
        const float name = canvas.block_height(officer.name, type::cell, 24, words);
        const float top = line.middle_y() - (32 + name) / 2;
        canvas.text({line.x, top, words, 32}, officer.title, type::strong, theme.ink);
        canvas.text_block({line.x, top + 32, words, name}, officer.name, type::cell, 24,
                          theme.ink2);
        if (button(canvas,
                   {line.end() - button_width, line.middle_y() - size::target / 2, button_width,
                    size::target},
                   {.id = officer_id(officer.role), .label = officer.action})) {
            if (officer.signed_in)
                intent = SignOut{officer.role};
            else
                intent = SignIn{officer.role};
        }
    }
    return intent;
}

}  // namespace

std::vector<std::string> shown_facts(Canvas& canvas, float width, float height,
                                     const SittingView::Unit& unit) {
    std::vector<std::string> shown;
    float left = height;
    for (std::size_t n = 0; n < unit.facts.size(); ++n) {
        const bool last = n + 1 == unit.facts.size();
        const float needed = canvas.block_height(unit.facts[n], type::body, type::body_line, width);
        // After any but the last there must be room to say that there are more.
        if (needed + (last ? 0 : fact_gap + type::body_line) > left) {
            shown.push_back(unit.more_facts[n]);
            break;
        }
        shown.push_back(unit.facts[n]);
        left -= needed + fact_gap;
    }
    return shown;
}

std::optional<Intent> draw_sitting(Canvas& canvas, const SittingView& view, SittingDraft& draft) {
    std::optional<Intent> intent;
    const R& all = content_area;
    const R side{all.end() - side_width, all.y, side_width, all.h};
    const R item{all.x + map_width + Layout::gap, all.y,
                 all.w - map_width - side_width - 2 * Layout::gap, all.h};
    if (!view.units.empty()) {
        draw_map(canvas, {all.x, all.y, map_width, all.h}, view, draft);
        intent = draw_item(canvas, item, view, draft);
    }
    constexpr float attendance_height = 388;
    if (auto asked = draw_attendance(canvas, {side.x, side.y, side.w, attendance_height}, view))
        intent = std::move(asked);
    const float officers_from = attendance_height + Layout::gap;
    if (auto asked = draw_officers(
            canvas, {side.x, side.y + officers_from, side.w, side.h - officers_from}, view))
        intent = std::move(asked);
    return intent;
}

}  // namespace placet::terminal
