#include "terminal/screens/question_card.h"

#include "terminal/panels.h"
#include "terminal/screens/wording.h"

namespace placet::terminal {

using namespace placet::ledger;

namespace {

std::string phase_words(const Phrases& phrases, RunPhase phase) {
    switch (phase) {
        case RunPhase::voting:
            return phrases("Voting is open");
        case RunPhase::closed:
            return phrases("Voting is closed");
        case RunPhase::locked:
            return phrases("The vote is locked");
        case RunPhase::announced:
            return phrases("The result is announced");
        case RunPhase::annulled:
            return phrases("The vote is annulled");
    }
    return {};
}

}  // namespace

QuestionView view_question(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto& run = *conference.run;
    QuestionView view{.status = phase_words(phrases, run.phase),
                      .open = run.phase == RunPhase::voting,
                      .sentence = phrases(run.start.sentence),
                      .method = method_and_majority(phrases, run.start.method, run.start.majority)};
    const Phrases::Values values{
        {"number", std::to_string(run.start.question)},
        {"subject", conference.question ? phrases(conference.question->put.subject) : ""}};
    view.reference = phrases("Question {number}. {subject}", values);
    return view;
}

void draw_reference(Canvas& canvas, const R& r, std::string_view reference, Align align) {
    const Color color = canvas.theme().ink2;
    if (canvas.text_width(reference, type::reference) <= r.w)
        canvas.text({r.x, r.y, r.w, size::chip}, reference, type::reference, color, align);
    else
        canvas.text_block({r.x, r.y - 2, r.w, 2 * 25.0F}, reference, type::caption, 25, color,
                          align);
}

float draw_question_sentence(Canvas& canvas, const R& r, std::string_view sentence) {
    const R lines{r.x, r.y, r.w, 2 * type::title_line};
    const bool in_two = canvas.block_height(sentence, type::heading, 1, r.w) <= 2;
    return in_two ? canvas.text_block(lines, sentence, type::title, type::title_line,
                                      canvas.theme().ink)
                  : canvas.text_block(lines, sentence, type::heading, type::heading_line,
                                      canvas.theme().ink);
}

void draw_question(Canvas& canvas, const R& r, const QuestionView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 32);
    const Tone& tone = view.open ? theme.success : theme.warning;
    const float width = chip(canvas, inner.x, inner.y, view.status, tone, true);
    draw_reference(canvas, {inner.x + width + 24, inner.y, inner.w - width - 24, size::chip},
                   view.reference);
    float y = inner.y + 66;
    y += draw_question_sentence(canvas, {inner.x, y, inner.w, 0}, view.sentence);
    canvas.text({inner.x, y + 12, inner.w, 30}, view.method, type::body, theme.ink2);
}

void draw_question_lines(Canvas& canvas, const R& r, const QuestionView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 22);
    // A line that shrinks shows a third more than one that does not.
    if (canvas.text_width(view.sentence, type::heading) <= 1.3F * inner.w)
        canvas.text({inner.x, inner.y, inner.w, 48}, view.sentence, type::heading, theme.ink);
    else
        canvas.text_block({inner.x, inner.y - 2, inner.w, 2 * 25.0F}, view.sentence, type::strong,
                          25, theme.ink);
    canvas.text({inner.x, inner.y + 50, inner.w, 34}, view.method, type::body, theme.ink2);
}

}  // namespace placet::terminal
