// announcement_screen.h: the last decision, or one that was chosen. Of a vote: the sentence, the
// figures with their labels, the reasons, the table by State, and the checkpoint that proves the
// record, as a QR code. One press shows why it came out so, rule by rule.
//
// Ids: announcement.{why,delegations,home}, announcement.page.more, badge.
#pragma once

#include "terminal/app_state.h"
#include "terminal/phrases.h"
#include "terminal/qr_code.h"
#include "terminal/screens/identify_screen.h"
#include "terminal/screens/review_screen.h"
#include "terminal/screens/why_card.h"

namespace placet::terminal {

struct AnnouncementView {
    std::string outcome = {};
    bool carried = false;
    std::string reference = {};
    std::string sentence = {};
    std::vector<Figure> figures = {};
    std::string figures_note = {};  // of a vote that was not recorded
    std::vector<Reason> reasons = {};
    std::vector<WhyLine> why = {};
    std::string why_title = {}, why_button = {}, why_back = {};
    NameBoard table = {};       // in the order of the roll
    std::string no_table = {};  // of a vote, in words: why none is shown
    std::string attached_title = {};
    std::vector<std::string> attached = {};  // statements and corrections
    std::string delegations = {};            // empty: none can be attached now
    std::string badge_prompt = {};           // empty: no badge is taken
    QrCode checkpoint = {};
    std::string qr_caption = {}, qr_detail = {};
    std::string home = {};
    OpenScreen home_screen = {};
};

struct AnnouncementDraft {
    bool why = false;  // in place of the table, or of what is attached
    std::size_t page = 0;
    IdentifyDraft identify = {};
};

/// The decision that Screen::decision was opened for, if there is one.
const ledger::Decision* chosen_decision(const AppState& state);

/// What the screen shows: the chosen decision, or while votes are shown the last one; nothing on
/// another screen, or if there is none.
const ledger::Decision* shown_decision(const AppState& state);

/// Of the chosen decision, else of the last that stands. Requires that there is one.
AnnouncementView view_announcement(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_announcement(Canvas& canvas, const AnnouncementView& view,
                                                      AnnouncementDraft& draft);

}  // namespace placet::terminal
