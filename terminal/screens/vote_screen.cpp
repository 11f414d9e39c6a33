#include "terminal/screens/vote_screen.h"

#include "terminal/screens/annul_screen.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int columns = 3, rows = 9;
constexpr float ring_width = 412, list_width = 720;

std::optional<Intent> draw_invitation(Canvas& canvas, const R& r, const VoteView& view,
                                      VoteDraft& draft) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    card(canvas, r);
    constexpr float field_height = 112, spacing = 28;
    const R inner = r.inset(72, 24);
    const float title =
        canvas.block_height(view.invitation, type::title, type::title_line, inner.w);
    const float detail =
        canvas.block_height(view.invitation_detail, type::body, type::body_line, inner.w);
    float y = inner.middle_y() - (title + field_height + detail + 2 * spacing) / 2;
    canvas.text_block({inner.x, y, inner.w, title}, view.invitation, type::title, type::title_line,
                      theme.ink, Align::center);
    y += title + spacing;
    if (!view.badge_prompt.empty()) {
        if (badge_field(canvas, {inner.x, y, inner.w, field_height}, {.prompt = view.badge_prompt},
                        draft.identify.typed))
            intent = PresentBadge{take_secret(draft.identify.typed)};
        y += field_height + spacing;
    }
    canvas.text_block({inner.x, y, inner.w, detail}, view.invitation_detail, type::body,
                      type::body_line, theme.ink2, Align::center);
    return intent;
}

std::optional<Intent> draw_missing(Canvas& canvas, const R& r, const VoteView& view,
                                   VoteDraft& draft) {
    std::optional<Intent> intent;
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.missing_title, type::heading,
                canvas.theme().ink);
    constexpr float annul_width = 248;
    const R close{inner.x + annul_width + 16, inner.bottom() - size::button,
                  inner.w - annul_width - 16, size::button};
    const R names{inner.x, inner.y + 60, inner.w, close.y - 20 - (inner.y + 60)};
    canvas.text_block(names, view.no_names, type::reference, 38, canvas.theme().ink2);
    draw_name_board(canvas, names, view.missing, "vote.page", draft.page);
    if (auto asked =
            draw_annul_button(canvas, {inner.x, close.y, annul_width, close.h}, view.annul))
        intent = std::move(asked);
    if (auto asked = draw_close(canvas, close, view.last_call,
                                {.id = "chair.close",
                                 .label = view.close,
                                 .kind = ButtonKind::primary,
                                 .enabled = view.may_close,
                                 .reason = view.close_reason}))
        intent = std::move(asked);
    return intent;
}

std::optional<Intent> draw_nothing_open(Canvas& canvas, const VoteView& view) {
    const R all = content_area;
    const R r{all.middle_x() - 520, all.middle_y() - 180, 1040, 360};
    card(canvas, r);
    canvas.text_block(r.inset(64, 80), view.nothing_open, type::title, type::title_line,
                      canvas.theme().ink, Align::center);
    if (button(canvas, {r.middle_x() - 240, r.bottom() - 48 - size::button, 480, size::button},
               {.id = "vote.home", .label = view.home, .kind = ButtonKind::primary}))
        return OpenScreen{Screen::sitting};
    return std::nullopt;
}

/// Who has voted, and who has not.
void view_recorded(VoteView& view, const Conference& conference, const Phrases& phrases) {
    const auto& run = *conference.run;
    std::set<ParticipantId> taking_part = conference.present;
    for (const auto& [id, ballots] : run.ballots) taking_part.insert(id);
    view.voted = static_cast<std::int64_t>(run.ballots.size());
    view.of = static_cast<std::int64_t>(taking_part.size());
    view.voted_caption =
        phrases("of {n} delegation has voted", "of {n} delegations have voted", view.of);
    std::vector<NameBoard::Cell> missing;
    for (const auto& id : in_order_of_roll(conference))
        if (taking_part.contains(id) && !run.ballots.contains(id))
            missing.push_back({.name = board_name(conference, id)});
    const auto count = static_cast<std::int64_t>(missing.size());
    view.missing_title = count == 0 ? phrases("All have voted")
                                    : phrases("{n} has not voted", "{n} have not voted", count);
    view.missing = name_board(std::move(missing), columns, rows, phrases);
}

/// How many have voted: neither who, nor how.
void view_unrecorded(VoteView& view, const AppState& state, const Phrases& phrases) {
    const auto& run = *state.conference->run;
    view.of = static_cast<std::int64_t>(state.conference->present.size());
    view.voted = run.totals ? run.totals->yes + run.totals->no + run.totals->abstaining
                            : state.positions_taken.value_or(0);
    view.voted_caption =
        phrases("of {n} delegation has voted", "of {n} delegations have voted", view.of);
    view.missing_title = phrases("A vote that is not recorded");
    view.no_names = phrases(
        "Positions are held in this kiosk's memory until the vote is closed, then forgotten. "
        "Only the totals are recorded: neither who voted, nor how.");
    if (state.positions_taken) return;
    view.badge_prompt.clear();
    if (run.totals) {
        view.invitation = phrases("The totals are recorded");
        view.invitation_detail = phrases("No further position is taken. Close the vote.");
        return;
    }
    view.last_call = {};
    view.invitation = phrases("This vote has to be taken again");
    view.invitation_detail = phrases(
        "This kiosk was started again. The positions taken before were held in its memory "
        "alone and are gone. Annul the vote, and take it again.");
}

/// Why the totals of a vote that is not recorded cannot be sealed now; empty if they can.
std::string no_totals(const AppState& state, const Phrases& phrases) {
    const auto& run = *state.conference->run;
    if (run.start.method != Method::non_recorded || run.totals) return {};
    if (!state.positions_taken) return phrases("Its positions are gone: annul the vote.");
    if (state.officers.contains(Role::secretary) || state.officers.contains(Role::attendant))
        return {};
    return phrases("An attendant or the secretary signs in first.");
}

}  // namespace

VoteView view_vote(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    VoteView view{.open = conference.voting_open(), .home = phrases("Back to the sitting")};
    if (!view.open) {
        const bool annulled = conference.run && conference.run->phase == RunPhase::annulled;
        view.nothing_open = annulled ? annulment_words(phrases, conference.annulled.back())
                                     : phrases("No vote is open.");
        return view;
    }
    const auto& run = *conference.run;
    view.question = view_question(state, phrases);
    view.script = view_chair_script(conference, phrases);

    view.invitation = phrases("Delegates: present your badge to vote");
    view.invitation_detail =
        phrases("You may change your vote until the presiding officer closes the vote.");
    view.badge_prompt = phrases("Scan the badge, or type it and press Enter");
    view.annul = phrases("Annul this vote");
    view.close = phrases("Close the vote");
    const bool signed_in = state.officers.contains(Role::presiding_officer);
    view.last_call = view_last_call(state, phrases);
    if (run.start.method == Method::non_recorded)
        view_unrecorded(view, state, phrases);
    else
        view_recorded(view, conference, phrases);
    view.close_reason = signed_in ? last_call_wait(state, phrases)
                                  : phrases("The presiding officer signs in first.");
    if (view.close_reason.empty()) view.close_reason = no_totals(state, phrases);
    view.may_close = view.close_reason.empty() && !view.last_call.due() && !state.saving;
    return view;
}

std::optional<Intent> draw_vote(Canvas& canvas, const VoteView& view, VoteDraft& draft) {
    if (!view.open) return draw_nothing_open(canvas, view);
    const R& all = content_area;
    const float gap = Layout::gap;
    draw_question(canvas, {all.x, all.y, all.w - ring_width - gap, question_card_height},
                  view.question);
    const R ring{all.end() - ring_width, all.y, ring_width, question_card_height};
    card(canvas, ring);
    const float part =
        view.of == 0 ? 0 : static_cast<float>(view.voted) / static_cast<float>(view.of);
    timer_ring(canvas, ring.inset(16, 20), part, std::to_string(view.voted), view.voted_caption);

    const R lower{all.x, all.y + question_card_height + gap, all.w,
                  all.h - question_card_height - gap};
    constexpr float script_height = 156;
    const R side{lower.x, lower.y, lower.w - list_width - gap, lower.h};
    draw_chair_script(canvas, {side.x, side.y, side.w, script_height}, view.script);
    const float from = script_height + gap;
    auto intent =
        draw_invitation(canvas, {side.x, side.y + from, side.w, side.h - from}, view, draft);
    if (auto asked = draw_missing(canvas, {lower.end() - list_width, lower.y, list_width, lower.h},
                                  view, draft))
        intent = std::move(asked);
    return intent;
}

}  // namespace placet::terminal
