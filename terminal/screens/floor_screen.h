// floor_screen.h: what is raised from the floor: what waits and what must be done with it now, what
// may be raised, and by which delegation.
//
// What is raised is noted with two presses: what, and by whom. A motion that needs more has a
// sensible default, and a third press changes it.
//
// Ids: floor.raise.{point_of_order,appeal,close_debate,...}, floor.rule,
// floor.appeal.{put,withdrawn}, floor.motion.{for,against,granted,withdrawn,out_of_order,put},
// floor.start, floor.method.{recorded,roll_call,hands}, floor.by.BRA, floor.by.letter.B,
// floor.by.page.more, floor.subject, floor.subject.N, floor.part.N, floor.words, floor.next,
// floor.back.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/name_choice.h"

namespace placet::terminal {

struct FloorView {
    static constexpr std::size_t subjects_per_page = 20;

    /// What else is asked before it is noted.
    enum class Asks { nothing, parts, words };
    /// The record that it makes, without the delegation.
    struct Subject {
        std::string label = {};
        ledger::Record record = {};
        std::string about = {};   // "About: Article 2"
        std::string within = {};  // "draft article 2", as the record has it
    };
    struct Raise {
        std::string id = {};
        std::string label = {};
        std::string question = {};  // above the names: "Which delegation moves it?"
        std::string refusal = {};   // why the rules do not allow it now; empty if they do
        Asks asks = Asks::nothing;
        std::vector<Subject> subjects = {};  // those that the rules allow, the likeliest first
        /// What is before the meeting is not among them: about what it is must be said.
        bool asks_subject = false;
        std::vector<std::string> pages = {};  // of the subjects: "Page 1 of 2"
    };
    /// Something that is done with what waits.
    using Asked = std::variant<OpenScreen, StartVote, NoteRecord>;
    struct Act {
        std::string id = {};
        std::string label = {};
        std::string refusal = {};
        std::optional<Asked> asked = {};
        std::string raise = {};  // or the id of what is raised by a press on it
    };
    /// The one thing that must be done first.
    struct Waiting {
        std::string heading = {};
        std::vector<std::string> lines = {};
        std::vector<Act> acts = {};
        std::string put_label = {}, put_refusal = {};  // empty: nothing is put from here
        PutQuestion put = {};
        std::optional<Act> next = {};  // the one next step, where it is not a put
    };
    Waiting waiting = {};
    std::vector<std::string> others = {};  // motions behind it, in their order
    std::string waits_title = {}, others_title = {}, raise_title = {};
    std::vector<Raise> raises = {};    // on the tiles
    std::vector<Raise> speakers = {};  // on the motion that waits: in favour, against
    NameChoice names = {};
    std::string method_caption = {}, subject_caption = {}, part_caption = {}, no_part = {};
    std::string words_caption = {}, no_words = {}, next = {}, cancel = {}, back = {}, more = {};
    std::vector<std::string> methods = {};
    std::size_t first_method = 0;         // chosen until another is pressed
    std::vector<std::string> parts = {};  // "paragraph 1", as recorded
    std::vector<std::string> part_labels = {};
    bool may_press = false;  // nothing is being saved
};

struct FloorDraft {
    enum class Step { raise, words, subject, delegation };
    Step step = Step::raise;
    std::string raise = {};  // id
    std::size_t subject = 0, page = 0;
    std::vector<std::size_t> parts = {};
    std::string words = {};
    std::optional<std::size_t> method = {};
    NameFilter filter = {};
};

/// Puts what must be done first into the view, and what waits behind it.
void view_waiting(FloorView& view, const AppState& state, const Phrases& phrases);
FloorView view_floor(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_floor(Canvas& canvas, const FloorView& view,
                                               FloorDraft& draft);

}  // namespace placet::terminal
