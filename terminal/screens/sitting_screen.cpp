#include "terminal/screens/sitting_screen.h"

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

std::string step_label(const Phrases& phrases, NextStep step, const TextUnit& unit) {
    switch (step) {
        case NextStep::sign_in_presiding_officer:
            return phrases("Sign in the presiding officer");
        case NextStep::sign_in_secretary:
            return phrases("Sign in the secretary");
        case NextStep::open_meeting:
            return phrases("Open the meeting");
        case NextStep::note_presence:
            return phrases("Note who is present");
        case NextStep::put_question:
            return phrases("Put the question: {text}", {{"text", unit.label}});
        case NextStep::start_vote:
            return phrases("Start the vote: {text}", {{"text", unit.label}});
        case NextStep::go_to_vote:
            return phrases("Go to the vote");
    }
    return {};
}

/// What the rules say to the step, or what the step does.
std::string explanation(const AppState& state, const Phrases& phrases, NextStep step,
                        const TextUnit& unit) {
    const auto& conference = *state.conference;
    switch (step) {
        case NextStep::sign_in_presiding_officer:
        case NextStep::sign_in_secretary:
            return phrases("Officers sign in with badge and PIN. Their keys seal what they do.");
        case NextStep::open_meeting:
            return phrases("The meeting is opened in the name of the presiding officer.");
        case NextStep::note_presence: {
            const auto allowed =
                conference.question ? may_start(conference) : may_put(conference, unit.id);
            return allowed ? std::string() : phrases(allowed.error().detail);
        }
        case NextStep::put_question:
            return phrases("Once put, text, method and majority of the question are fixed.");
        case NextStep::start_vote:
            return phrases(conference.question->put.sentence);
        case NextStep::go_to_vote:
            return phrases(conference.run->start.sentence);
    }
    return {};
}

struct Status {
    std::string word = {};
    std::optional<State> sign = {};
};

Status status_of(const Conference& conference, const Phrases& phrases, const TextUnit& unit) {
    if (conference.question && conference.question->put.text_unit == unit.id)
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
        if (conference.question && conference.question->put.text_unit == unit.id) view.current = n;
        if (conference.decision_on(unit.id) == nullptr)
            view.first_open = std::min(view.first_open, n);
        const auto step = next_step(state, unit.id);
        view.units.push_back({.id = unit.id,
                              .label = text_unit_label(phrases, unit),
                              .status = std::move(status.word),
                              .sign = status.sign,
                              .heading = unit.label,
                              .title = unit.title,
                              .facts = facts_of(conference, phrases, unit),
                              .explanation = explanation(state, phrases, step, unit),
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

Intent intent_of(NextStep step, const TextUnitId& unit) {
    switch (step) {
        case NextStep::sign_in_presiding_officer:
            return SignIn{Role::presiding_officer};
        case NextStep::sign_in_secretary:
            return SignIn{Role::secretary};
        case NextStep::open_meeting:
            return OpenMeeting{};
        case NextStep::note_presence:
            return OpenScreen{Screen::presence};
        case NextStep::put_question:
            return PutQuestion{unit};
        case NextStep::start_vote:
            return StartVote{};
        case NextStep::go_to_vote:
            break;
    }
    return OpenScreen{Screen::vote};
}

// ---- drawing

constexpr float heading_height = 48, side_width = 412, map_width = 620;

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

    y += 24;
    for (const auto& fact : unit.facts)
        y += 10 + canvas.text_block({inner.x, y, inner.w, 3 * type::body_line}, fact, type::body,
                                    type::body_line, theme.ink2);

    constexpr float step_height = 104, meeting_width = 300;
    const R step{inner.x, inner.bottom() - step_height, inner.w, step_height};
    const float words = canvas.block_height(unit.explanation, type::reference, 36, inner.w);
    const float words_from = step.y - 24 - words;
    canvas.text_block({inner.x, words_from, inner.w, words}, unit.explanation, type::reference, 36,
                      theme.ink);
    canvas.text({inner.x, words_from - 44, inner.w, 40}, view.step_caption, type::caption,
                theme.ink2);
    divider(canvas, {inner.x, words_from - 68, inner.w, 2});
    if (button(canvas, step,
               {.id = "sitting.next", .label = unit.step_label, .kind = ButtonKind::primary}))
        intent = intent_of(unit.step, unit.id);
    if (!view.next_meeting.empty() &&
        button(canvas,
               {inner.end() - meeting_width, words_from - 84 - size::target, meeting_width,
                size::target},
               {.id = "sitting.meeting", .label = view.next_meeting}))
        intent = OpenMeeting{};
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

NextStep next_step(const AppState& state, const TextUnitId& selected) {
    const auto& conference = *state.conference;
    if (conference.vote_under_way()) return NextStep::go_to_vote;
    if (!state.officers.contains(Role::presiding_officer))
        return NextStep::sign_in_presiding_officer;
    if (!state.officers.contains(Role::secretary)) return NextStep::sign_in_secretary;
    if (!conference.meeting) return NextStep::open_meeting;
    if (conference.question)
        return may_start(conference) ? NextStep::start_vote : NextStep::note_presence;
    return may_put(conference, selected) ? NextStep::put_question : NextStep::note_presence;
}

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
                  : conference.question       ? phrases("The question is before the meeting")
                                              : phrases("No question is before the meeting");
    if (conference.meeting && !conference.question && may_open_meeting(conference))
        view.next_meeting = phrases("Open the next meeting");
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
