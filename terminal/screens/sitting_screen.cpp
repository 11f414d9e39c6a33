#include "terminal/screens/sitting_screen.h"

#include "ledger/procedure/consensus.h"
#include "ledger/procedure/majority.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/quorum.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t units_per_page = 18;

struct Status {
    std::string word = {};
    std::optional<State> sign = {};
};

bool before_the_meeting(const Conference& conference, const TextUnitId& id) {
    return (conference.question && conference.question->put.text_unit == id) ||
           (conference.consensus && conference.consensus->proposed.text_unit == id);
}

Status status_of(const Conference& conference, const Phrases& phrases, const TextUnit& unit) {
    if (before_the_meeting(conference, unit.id))
        return {conference.vote_under_way() ? phrases("Vote under way") : phrases("On the table"),
                State::watch};
    if (const auto* decision = conference.decision_on(unit.id)) {
        const auto outcome = decision->outcome;
        if (is_carried(outcome)) return {outcome_label(phrases, outcome), State::good};
        return {phrases("Not adopted"), State::unknown};
    }
    return {phrases("Not yet considered"), std::nullopt};
}

/// What is known about the unit before it is put, or what became of it.
std::vector<std::string> facts_of(const Conference& conference, const Phrases& phrases,
                                  const TextUnit& unit) {
    std::vector<std::string> facts;
    if (const auto* decision = conference.decision_on(unit.id)) {
        facts.push_back(phrases(decision->sentence));
    } else if (conference.meeting) {
        const auto& organ = *conference.unit(conference.meeting->unit);
        facts.push_back(method_and_majority(
            phrases, Method::recorded,
            to_text(majority_for(conference.profile, organ.kind, MatterClass::substance))));
    }
    for (const auto& annulled : conference.annulled)
        if (conference.question && conference.question->put.question == annulled.question &&
            conference.question->put.text_unit == unit.id)
            facts.push_back(annulment_words(phrases, annulled));
    if (!unit.texts.empty())
        facts.push_back(phrases("The text is fixed by its hash in {n} language.",
                                "The text is fixed by its hash in {n} languages.",
                                static_cast<std::int64_t>(unit.texts.size())));
    return facts;
}

void view_units(SittingView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    view.first_open = conference.text_units.size();
    for (const auto& unit : conference.text_units) {
        const auto n = view.units.size();
        auto status = status_of(conference, phrases, unit);
        if (before_the_meeting(conference, unit.id)) view.current = n;
        if (conference.decision_on(unit.id) == nullptr)
            view.first_open = std::min(view.first_open, n);
        const auto step = next_step(state, unit.id);
        view.units.push_back({.id = unit.id,
                              .label = text_unit_label(phrases, unit),
                              .status = std::move(status.word),
                              .sign = status.sign,
                              .heading = phrases(unit.label),
                              .title = phrases(unit.title),
                              .facts = facts_of(conference, phrases, unit),
                              .explanation = step_explanation(state, phrases, step, unit),
                              .step_label = step_label(phrases, step, unit),
                              .step = step});
    }
    if (view.first_open == view.units.size()) view.first_open = 0;
    const auto pages = (view.units.size() + units_per_page - 1) / units_per_page;
    for (std::size_t page = 0; page < pages; ++page)
        view.pages.push_back(page_position(phrases, page, pages));
}

void view_attendance(SittingView& view, const Conference& conference, const Phrases& phrases) {
    const auto participating = conference.participating();
    const auto present = static_cast<std::int64_t>(conference.present.size());
    view.attendance = phrases("Attendance");
    view.present = std::to_string(present);
    view.of_participating = phrases("of {n} participating State present",
                                    "of {n} participating States present", participating);
    view.presence_button = phrases("Note presence");
    if (!conference.meeting) return;
    const auto& organ = *conference.unit(conference.meeting->unit);
    const auto line = [&](std::int64_t needed, std::string words) {
        view.quorum.push_back({present >= needed ? State::good : State::watch, std::move(words)});
    };
    const auto open = quorum_to_open(conference.profile, organ, participating);
    const auto decide = quorum_to_decide(conference.profile, organ, participating);
    line(open, phrases("Quorum to open: {needed}", {{"needed", std::to_string(open)}}));
    line(decide, phrases("Quorum to decide: {needed}", {{"needed", std::to_string(decide)}}));
}

void view_officers(SittingView& view, const AppState& state, const Phrases& phrases) {
    view.officers_title = phrases("Officers at this desk");
    for (const Role role : {Role::presiding_officer, Role::secretary, Role::attendant}) {
        const auto found = state.officers.find(role);
        const bool in = found != state.officers.end();
        view.officers.push_back({.role = role,
                                 .title = role_label(phrases, role),
                                 .name = in ? found->second.name : phrases("Not signed in"),
                                 .action = in ? phrases("Sign out") : phrases("Sign in"),
                                 .signed_in = in});
    }
}

/// What may be done besides the next step.
void view_beside(SittingView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    if (state.saving) return;
    if (open_to_statements(conference) && !conference.vote_under_way())
        view.delegations = phrases("For a delegation");
    const auto chair = state.officers.find(Role::presiding_officer);
    if (chair == state.officers.end() || !conference.meeting) return;
    if (!conference.question && !conference.consensus && may_proceed(conference))
        view.other_question = phrases("Put to the vote …");
    if (!may_suspend(conference)) return;
    if (chair->second.id != conference.meeting->presiding) {
        view.take_chair = phrases("Take the chair");
        return;
    }
    view.suspend = phrases("Suspend the meeting");
    view.close_meeting = phrases("Close the meeting");
}

// ---- drawing

constexpr float heading_height = 48, side_width = 412, map_width = 620;
constexpr float beside_height = 2 * size::target + 12;

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
    const auto from = draft.page * units_per_page;
    for (std::size_t n = from; n < std::min(from + units_per_page, view.units.size()); ++n) {
        const auto& unit = view.units[n];
        const R cell = column_cell(tiles, 2, 9, static_cast<int>(n - from), 12, 8);
        if (tile(canvas, cell,
                 {.id = "unit." + unit.id,
                  .label = unit.label,
                  .detail = unit.status,
                  .on = n == chosen(view, draft),
                  .enabled = !view.current || n == *view.current,
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

/// Two rows of two quiet buttons: the meeting, and what else may be taken up.
std::optional<Intent> draw_beside(Canvas& canvas, const R& r, const SittingView& view) {
    std::optional<Intent> intent;
    const auto offer = [&](int n, std::string_view id, const std::string& label, Intent asked) {
        if (!label.empty() && button(canvas, grid_cell(r, 2, 2, n, 12), {.id = id, .label = label}))
            intent = std::move(asked);
    };
    offer(0, "sitting.suspend", view.suspend, SuspendMeeting{});
    offer(0, "sitting.chair", view.take_chair, TakeChair{});
    offer(1, "sitting.close", view.close_meeting, CloseMeeting{});
    offer(2, "sitting.other", view.other_question, OpenScreen{Screen::question});
    offer(3, "sitting.delegations", view.delegations, OpenScreen{Screen::delegations});
    return intent;
}

std::optional<Intent> draw_item(Canvas& canvas, const R& r, const SittingView& view,
                                const SittingDraft& draft) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    const auto& unit = view.units[chosen(view, draft)];
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding);
    chip(canvas, inner.x, inner.y, view.status,
         view.item_is_current ? theme.success : theme.warning, true);
    float y = inner.y + size::chip + 36;
    canvas.text({inner.x, y, inner.w, 36}, unit.heading, type::reference, theme.ink2);
    y += 48;
    y += canvas.text_block({inner.x, y, inner.w, 3 * type::title_line}, unit.title, type::title,
                           type::title_line, theme.ink);

    constexpr float step_height = 104;
    const R step{inner.x, inner.bottom() - step_height, inner.w, step_height};
    const float words = canvas.block_height(unit.explanation, type::reference, 36, inner.w);
    const float words_from = step.y - 24 - words;
    const float facts_end = words_from - 84 - beside_height;

    // The most important come first; what has no room is read in the record.
    y += 34;
    for (const auto& fact : unit.facts) {
        const float needed = canvas.block_height(fact, type::body, type::body_line, inner.w);
        if (y + needed > facts_end) break;
        y += 10 + canvas.text_block({inner.x, y, inner.w, needed}, fact, type::body,
                                    type::body_line, theme.ink2);
    }

    canvas.text_block({inner.x, words_from, inner.w, words}, unit.explanation, type::reference, 36,
                      theme.ink);
    canvas.text({inner.x, words_from - 44, inner.w, 40}, view.step_caption, type::caption,
                theme.ink2);
    divider(canvas, {inner.x, words_from - 68, inner.w, 2});
    if (button(canvas, step,
               {.id = "sitting.next", .label = unit.step_label, .kind = ButtonKind::primary}))
        intent = intent_of(unit.step, unit.id);
    if (auto asked = draw_beside(canvas, {inner.x, facts_end, inner.w, beside_height}, view))
        intent = std::move(asked);
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

SittingView view_sitting(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    SittingView view{.convention = phrases("Draft convention"),
                     .step_caption = phrases("Next step"),
                     .back = phrases("Back"),
                     .more = phrases("More")};
    view_units(view, state, phrases);
    view_attendance(view, conference, phrases);
    view_officers(view, state, phrases);
    view.item_is_current = view.current.has_value();
    view.status = conference.vote_under_way() ? phrases("A vote is under way")
                  : conference.consensus      ? phrases("Proposed for adoption without a vote")
                  : conference.question       ? phrases("The question is before the meeting")
                                              : phrases("No question is before the meeting");
    view_beside(view, state, phrases);
    return view;
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
