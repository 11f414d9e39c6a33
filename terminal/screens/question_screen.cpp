#include "terminal/screens/question_screen.h"

#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "terminal/panels.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/method_wording.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/text_acts.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>
#include <array>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::array kinds = {QuestionKind::proposal, QuestionKind::amendment,
                              QuestionKind::motion};
constexpr std::array methods = {Method::recorded, Method::non_recorded, Method::roll_call,
                                Method::hands};
constexpr std::size_t texts_per_page = 20;

QuestionKind kind_chosen(const QuestionChoiceView& view, const QuestionChoiceDraft& draft) {
    return kinds[draft.kind.value_or(view.first_kind)];
}

bool is_motion(const QuestionChoiceView& view, const QuestionChoiceDraft& draft) {
    return kind_chosen(view, draft) == QuestionKind::motion;
}

bool is_amendment(const QuestionChoiceView& view, const QuestionChoiceDraft& draft) {
    return kind_chosen(view, draft) == QuestionKind::amendment;
}

/// Units of the convention, or the amendments that are open.
const std::vector<QuestionChoiceView::Text>& texts_of(const QuestionChoiceView& view,
                                                      const QuestionChoiceDraft& draft) {
    return is_amendment(view, draft) ? view.amendments : view.units;
}

/// Requires that there are some.
std::size_t chosen_text(const QuestionChoiceView& view, const QuestionChoiceDraft& draft) {
    if (is_amendment(view, draft))
        return std::min(draft.amendment.value_or(view.first_amendment), view.amendments.size() - 1);
    return std::min(draft.unit.value_or(view.first_open), view.units.size() - 1);
}

/// Why it cannot be put; empty if it can.
std::string trouble(const QuestionChoiceView& view, const QuestionChoiceDraft& draft) {
    if (!view.may_put) return view.sign_in_first;
    if (is_motion(view, draft)) {
        if (!view.motion_refusal.empty() || draft.motion) return view.motion_refusal;
        return view.choose_motion;
    }
    const auto& texts = texts_of(view, draft);
    if (texts.empty()) return is_amendment(view, draft) ? view.no_amendments : view.no_texts;
    return texts[chosen_text(view, draft)].refusal;
}

void draw_texts(Canvas& canvas, const R& r, const QuestionChoiceView& view,
                QuestionChoiceDraft& draft) {
    const auto& texts = texts_of(view, draft);
    const auto from = draft.page * texts_per_page;
    for (std::size_t n = from; n < std::min(from + texts_per_page, texts.size()); ++n) {
        const auto id = "question.unit." + texts[n].id;
        if (tile(canvas, column_cell(r, 4, 5, static_cast<int>(n - from), 12, 8),
                 {.id = id, .label = texts[n].label, .on = n == chosen_text(view, draft)}))
            (is_amendment(view, draft) ? draft.amendment : draft.unit) = n;
    }
}

void draw_motions(Canvas& canvas, const R& r, const QuestionChoiceView& view,
                  QuestionChoiceDraft& draft) {
    for (std::size_t n = 0; n < view.motions.size(); ++n) {
        const auto id = "question.motion." + std::to_string(n + 1);
        if (tile(canvas, grid_cell(r, 2, 4, static_cast<int>(n), 16),
                 {.id = id, .label = view.motions[n].second, .on = draft.motion == n}))
            draft.motion = n;
    }
}

Intent put_intent(const QuestionChoiceView& view, const QuestionChoiceDraft& draft) {
    PutQuestion put{.method = methods[draft.method.value_or(view.first_method)]};
    if (is_motion(view, draft))
        put.words = view.motions[*draft.motion].first;
    else
        put.proposal = texts_of(view, draft)[chosen_text(view, draft)].id;
    return put;
}

std::optional<std::size_t> draw_segments(Canvas& canvas, const R& r, std::string_view caption,
                                         std::span<const std::string_view> ids,
                                         std::span<const std::string> labels, std::size_t on) {
    canvas.text({r.x, r.y, r.w, 34}, caption, type::caption, canvas.theme().ink2);
    std::vector<Segment> segments;
    for (std::size_t n = 0; n < ids.size(); ++n) segments.push_back({ids[n], labels[n]});
    return segmented(canvas, {r.x, r.y + 40, r.w, size::button}, segments, on);
}

}  // namespace

namespace {

QuestionChoiceView::Text text_of(const AppState& state, const Phrases& phrases,
                                 const ProposalId& id) {
    const auto allowed = may_put(*state.conference, subject_of(*state.conference, id));
    return {.id = id,
            .label = short_name(state, phrases, id),
            .refusal = allowed ? "" : phrases(allowed.error().detail)};
}

/// The text that the screen was opened for stands chosen.
void choose_first(QuestionChoiceView& view, const ProposalId& about) {
    const auto unit = std::ranges::find(view.units, about, &QuestionChoiceView::Text::id);
    if (unit != view.units.end())
        view.first_open = static_cast<std::size_t>(unit - view.units.begin());
    const auto amendment = std::ranges::find(view.amendments, about, &QuestionChoiceView::Text::id);
    if (amendment == view.amendments.end()) return;
    view.first_amendment = static_cast<std::size_t>(amendment - view.amendments.begin());
    view.first_kind = 1;
}

}  // namespace

QuestionChoiceView view_question_choice(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    QuestionChoiceView view{
        .motions = {{"to suspend the meeting", phrases("To suspend the meeting")},
                    {"to adjourn the meeting", phrases("To adjourn the meeting")},
                    {"to adjourn the debate", phrases("To adjourn the debate")},
                    {"to close the debate", phrases("To close the debate")}},
        .kinds = {phrases("The text"), phrases("An amendment"), phrases("A procedural motion")},
        .methods = {phrases("Recorded vote"), phrases("Not recorded"), phrases("Roll-call"),
                    phrases("Show of hands")},
        .kind_caption = phrases("What is put to the vote"),
        .method_caption = phrases("How the vote is taken"),
        .put = phrases("Put the question"),
        .home = phrases("Cancel"),
        .may_put = state.officers.contains(Role::presiding_officer) && !state.saving,
        .sign_in_first = phrases("The presiding officer signs in first."),
        .choose_motion = phrases("Choose a motion first."),
        .no_texts = phrases("The conference has no texts."),
        .no_amendments = phrases("No amendment is before the meeting."),
        .back = phrases("Back"),
        .more = phrases("More")};
    if (const auto allowed = may_put(conference, subject_of(conference, "")); !allowed)
        view.motion_refusal = phrases(allowed.error().detail);
    view.first_open = conference.text_units.size();
    for (const auto& unit : conference.text_units) {
        if (conference.decision_on(unit.id) == nullptr)
            view.first_open = std::min(view.first_open, view.units.size());
        view.units.push_back(text_of(state, phrases, unit.id));
    }
    if (view.first_open == view.units.size()) view.first_open = 0;
    for (const auto& [id, proposal] : conference.proposals)
        if (!proposal.basic && !settled(conference.state_here(proposal)))
            (proposal.is_amendment() ? view.amendments : view.units)
                .push_back(text_of(state, phrases, id));
    choose_first(view, state.about);
    view.first_method = first_method(conference.profile, methods);
    view.unit_pages = page_positions(phrases, view.units.size(), texts_per_page);
    view.amendment_pages = page_positions(phrases, view.amendments.size(), texts_per_page);
    return view;
}

std::optional<Intent> draw_question_choice(Canvas& canvas, const QuestionChoiceView& view,
                                           QuestionChoiceDraft& draft) {
    constexpr std::array<std::string_view, 3> kind_ids = {
        "question.kind.proposal", "question.kind.amendment", "question.kind.motion"};
    constexpr std::array<std::string_view, methods.size()> method_ids = {
        "question.method.recorded", "question.method.non_recorded", "question.method.roll_call",
        "question.method.hands"};
    const R& all = content_area;
    card(canvas, all);
    const R inner = all.inset(Layout::card_padding, 32);
    const R upper{inner.x, inner.y, inner.w, 112};
    if (const auto kind = draw_segments(canvas, column(upper, 2, 0), view.kind_caption, kind_ids,
                                        view.kinds, draft.kind.value_or(view.first_kind)))
        draft.kind = *kind, draft.page = 0;
    if (const auto method =
            draw_segments(canvas, column(upper, 2, 1), view.method_caption, method_ids,
                          view.methods, draft.method.value_or(view.first_method)))
        draft.method = *method;
    const R buttons{inner.x, inner.bottom() - 96, inner.w, 96};
    const R middle{inner.x, upper.bottom() + 28, inner.w, buttons.y - upper.bottom() - 52};
    if (is_motion(view, draft))
        draw_motions(canvas, middle, view, draft);
    else if (!texts_of(view, draft).empty())
        draw_texts(canvas, middle, view, draft);
    const auto why = trouble(view, draft);
    std::optional<Intent> intent;
    if (button(canvas, {buttons.x, buttons.y, 300, buttons.h},
               {.id = "question.home", .label = view.home, .shortcut = escape_key}))
        intent = OpenScreen{Screen::sitting};
    const auto& pages = is_amendment(view, draft) ? view.amendment_pages : view.unit_pages;
    const bool paged = pages.size() > 1 && !is_motion(view, draft);
    const float before = paged ? 324 + 524 : 324;
    if (paged)
        pager(canvas, {buttons.x + 324, buttons.y + 20, 500, pager_height},
              {.id = "question.page",
               .back = view.back,
               .more = view.more,
               .position = pages[draft.page]},
              pages.size(), draft.page);
    const R put{buttons.x + before, buttons.y, buttons.w - before, buttons.h};
    if (button(canvas, put,
               {.id = "question.put",
                .label = view.put,
                .kind = ButtonKind::primary,
                .enabled = why.empty(),
                .reason = why}))
        intent = put_intent(view, draft);
    return intent;
}

}  // namespace placet::terminal
