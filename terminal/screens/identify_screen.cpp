#include "terminal/screens/identify_screen.h"

#include "ledger/procedure/tally.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

Phrases::Values consensus_values(const Conference& conference, const Phrases& phrases,
                                 const std::string& role) {
    return {
        {"role", role},
        {"subject", conference.consensus ? phrases(conference.consensus->proposed.subject) : ""}};
}

std::string reason_of(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto role = role_label(phrases, state.pin->role);
    Phrases::Values values = state.pin->values;
    for (auto& [name, value] : values)
        if (name == "reason") value = phrases(value);
    values.emplace_back("role", role);
    values.emplace_back("subject",
                        conference.question ? phrases(conference.question->put.subject) : "");
    switch (state.pin->purpose) {
        case PinPurpose::sign_in:
            return phrases("{role}: enter your PIN to sign in.", values);
        case PinPurpose::cast:
            return phrases("Enter the PIN of this delegation to vote.");
        case PinPurpose::speak:
            return phrases("Enter the PIN of this delegation to speak for it.");
        case PinPurpose::confirm:
            return phrases("{role}: enter your PIN to confirm the decision. {subject}",
                           consensus_values(conference, phrases, role));
        case PinPurpose::take_chair:
            return phrases("{role}: enter your PIN for the change of the presiding officer.",
                           values);
        case PinPurpose::close:
            return phrases("{role}: enter your PIN to close the vote. {subject}", values);
        case PinPurpose::lock:
            return phrases("{role}: enter your PIN to lock the vote. {subject}", values);
        case PinPurpose::announce:
            return phrases("{role}: enter your PIN to announce the result. {subject}", values);
        case PinPurpose::lot_by_hand:
            return phrases(
                "{role}: enter your PIN to record the lot, drawn by hand. Called first: {state}",
                values);
        case PinPurpose::lot_by_number:
            return phrases(
                "{role}: enter your PIN to record the lot. The number said aloud: {number}. "
                "Called first: {state}",
                values);
        case PinPurpose::annul:
            return phrases("{role}: enter your PIN to annul the vote. {reason}", values);
        case PinPurpose::note:
            return phrases("{role}: enter your PIN to seal what is noted. {entry}", values);
    }
    return {};
}

std::string warning_of(const AppState& state, const Phrases& phrases) {
    const PinEntry& pin = *state.pin;
    if (pin.wrong)
        return phrases("Not correct. {n} wrong PIN of this badge so far; each is recorded.",
                       "Not correct. {n} wrong PINs of this badge so far; each is recorded.",
                       pin.refused);
    const auto& conference = *state.conference;
    // Of a show of hands, and of a vote that is not recorded, nobody knows who.
    if (pin.purpose != PinPurpose::close || totals_only(conference.run->start.method)) return {};
    const auto missing = std::ranges::count_if(
        conference.present, [&](const auto& id) { return !conference.run->ballots.contains(id); });
    if (missing == 0) return {};
    return phrases("{n} delegation that is present has not voted.",
                   "{n} delegations that are present have not voted.", missing);
}

constexpr float padding = 56;

void draw_words(Canvas& canvas, const R& r, const IdentifyView& view) {
    const Theme& theme = canvas.theme();
    float y = r.y;
    y += canvas.text_block({r.x, y, r.w, 3 * type::title_line}, view.title, type::title,
                           type::title_line, theme.ink);
    y += 20;
    y += canvas.text_block({r.x, y, r.w, 4 * 38.0F}, view.reason, type::reference, 38, theme.ink2);
    if (view.warning.empty()) return;
    const float height = canvas.block_height(view.warning, type::strong, 34, r.w - 48);
    const R box{r.x, y + 28, r.w, height + 40};
    canvas.fill(box, theme.warning.tint, size::control_radius);
    canvas.outline(box, theme.warning.line, 2, size::control_radius);
    canvas.text_block(box.inset(24, 20), view.warning, type::strong, 34, theme.warning.ink);
}

}  // namespace

IdentifyView view_identify(const AppState& state, const Phrases& phrases) {
    IdentifyView view{.pin = state.pin.has_value(),
                      .pad_label = phrases("PIN of {n} digit", "PIN of {n} digits",
                                           static_cast<std::int64_t>(pin_length)),
                      .erase = phrases("Erase"),
                      .enter = phrases("Enter"),
                      .badge_prompt = phrases("Scan the badge, or type it and press Enter"),
                      .cancel = phrases("Cancel")};
    if (state.pin) {
        view.title = state.pin->name;
        view.reason = reason_of(state, phrases);
        view.warning = warning_of(state, phrases);
        view.checking = state.pin->checking;
        view.waiting = state.pin->wait_s > 0;
        if (view.checking) view.pad_label = phrases("Checking the PIN…");
        if (view.waiting)
            view.pad_label = phrases("The next PIN is taken in {n} second",
                                     "The next PIN is taken in {n} seconds", state.pin->wait_s);
    } else {
        view.title = role_label(phrases, *state.signing_in);
        view.reason = phrases("Present your badge to sign in.");
    }
    if (state.seconds_left)
        view.time_left = phrases("This closes in {n} second.", "This closes in {n} seconds.",
                                 *state.seconds_left);
    return view;
}

std::optional<Intent> draw_identify(Canvas& canvas, const IdentifyView& view,
                                    IdentifyDraft& draft) {
    std::optional<Intent> intent;
    const R all = delegate_area;
    const float width = 1240, height = view.pin ? 720 : 480;
    const R r{all.middle_x() - width / 2, all.middle_y() - height / 2, width, height};
    card(canvas, r);
    const R inner = r.inset(padding);
    const float words_width = inner.w - pin_pad_width - 72;
    if (view.pin) {
        draw_words(canvas, {inner.x, inner.y, words_width, inner.h}, view);
        if (pin_pad(canvas,
                    {inner.end() - pin_pad_width, inner.middle_y() - pin_pad_height / 2,
                     pin_pad_width, pin_pad_height},
                    {.label = view.pad_label,
                     .erase = view.erase,
                     .enter = view.enter,
                     .enabled = !view.checking && !view.waiting,
                     .least = pin_length,
                     .most = pin_length},
                    draft.typed))
            intent = EnterPin{take_secret(draft.typed)};
    } else {
        draw_words(canvas, inner, view);
        if (badge_field(canvas, {inner.x, inner.y + 132, inner.w, 112},
                        {.prompt = view.badge_prompt}, draft.typed))
            intent = PresentBadge{take_secret(draft.typed)};
    }
    if (button(canvas, {inner.x, inner.bottom() - size::button, 260, size::button},
               {.id = "identify.cancel",
                .label = view.cancel,
                .enabled = !view.checking,
                .shortcut = escape_key}))
        intent = Cancel{};
    canvas.text({inner.x + 284, inner.bottom() - size::button, words_width - 284, size::button},
                view.time_left, type::body, canvas.theme().ink2);
    return intent;
}

}  // namespace placet::terminal
