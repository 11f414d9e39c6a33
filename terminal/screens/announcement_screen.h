// announcement_screen.h: the result as announced: the sentence, the figures with their labels, the
// reasons, the table by State, and the checkpoint that proves the record, as a QR code.
#pragma once

#include "terminal/app_state.h"
#include "terminal/phrases.h"
#include "terminal/qr_code.h"
#include "terminal/screens/review_screen.h"

namespace placet::terminal {

struct AnnouncementView {
    std::string outcome = {};
    bool carried = false;
    std::string reference = {};
    std::string sentence = {};
    std::vector<Figure> figures = {};
    std::vector<Reason> reasons = {};
    NameBoard table = {};  // in the order of the roll
    QrCode checkpoint = {};
    std::string qr_caption = {}, qr_detail = {};
    std::string home = {};
};

struct AnnouncementDraft {
    std::size_t page = 0;
};

/// Requires that a result was announced.
AnnouncementView view_announcement(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_announcement(Canvas& canvas, const AnnouncementView& view,
                                                      AnnouncementDraft& draft);

}  // namespace placet::terminal
