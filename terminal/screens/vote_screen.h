// vote_screen.h: a vote under way, as it stands in the room between two delegates: the question,
// who has voted (never how), the prompt for the next badge, and the close.
#pragma once

#include "terminal/app_state.h"
#include "terminal/phrases.h"
#include "terminal/screens/chair_script.h"
#include "terminal/screens/identify_screen.h"
#include "terminal/screens/last_call.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/question_card.h"

namespace placet::terminal {

struct VoteView {
    bool open = false;
    std::string nothing_open = {};  // if it is not
    QuestionView question = {};
    ChairScript script = {};
    std::int64_t voted = 0, of = 0;
    std::string voted_caption = {};
    std::string invitation = {}, invitation_detail = {}, badge_prompt = {};
    std::string missing_title = {};
    NameBoard missing = {};
    std::string no_names = {};  // in its place, where who has voted is kept nowhere
    std::string annul = {}, close = {}, close_reason = {};
    bool may_close = false;
    LastCallView last_call = {};
    std::string home = {};
};

struct VoteDraft {
    std::size_t page = 0;
    IdentifyDraft identify = {};
};

VoteView view_vote(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_vote(Canvas& canvas, const VoteView& view,
                                              VoteDraft& draft);

}  // namespace placet::terminal
