#include "terminal/screens/ledger_screen.h"

#include "crypto/bytes.h"
#include "terminal/panels.h"
#include "terminal/screens/frame.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

namespace placet::terminal {

namespace {

constexpr float facts_width = 1000;

void draw_facts(Canvas& canvas, const R& r, const LedgerView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding);
    canvas.text({inner.x, inner.y, inner.w, 48}, view.facts_title, type::heading, theme.ink);
    float y = inner.y + 68;
    for (const auto& fact : view.facts) {
        canvas.text({inner.x, y, inner.w, 30}, fact.label, type::caption, theme.ink2);
        y += 32;
        y += canvas.text_block({inner.x, y, inner.w, 2 * type::body_line}, fact.value, type::body,
                               type::body_line, theme.ink);
        y += 14;
    }
    const float side = inner.bottom() - y - 8;
    const R code{inner.x, y + 8, side, side};
    canvas.fill(code, rgb(0xFFFFFF), size::control_radius);
    qr_code(canvas, code, view.checkpoint);
    canvas.text_block({code.end() + 32, code.y, inner.end() - code.end() - 32, code.h},
                      view.qr_caption, type::body, type::body_line, theme.ink2);
}

void draw_levels(Canvas& canvas, const R& r, const LedgerView& view) {
    const Theme& theme = canvas.theme();
    for (std::size_t n = 0; n < view.levels.size(); ++n) {
        const auto& level = view.levels[n];
        const R line = row(r, static_cast<int>(view.levels.size()), static_cast<int>(n), 12);
        draw_state(canvas, line.x + 18, line.y + 20, 18, level.state);
        canvas.text({line.x + 56, line.y, line.w - 56, 40}, level.name, type::strong, theme.ink);
        canvas.text_block({line.x + 56, line.y + 40, line.w - 56, line.h - 40}, level.words,
                          type::caption, 30, theme.ink2);
    }
}

std::optional<Intent> draw_audit(Canvas& canvas, const R& r, const LedgerView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding);
    canvas.text({inner.x, inner.y, inner.w, 48}, view.audit_title, type::heading, theme.ink);
    const R run{inner.x, inner.bottom() - size::button, inner.w, size::button};
    const R verdict{inner.x, run.y - 24 - 84, inner.w, 84};
    draw_levels(canvas, {inner.x, inner.y + 72, inner.w, verdict.y - 20 - (inner.y + 72)}, view);
    if (view.running) {
        canvas.text({verdict.x, verdict.y, verdict.w, 40}, view.verdict, type::body, theme.ink2);
        progress_bar(canvas, {verdict.x, verdict.y + 52, verdict.w, 16}, view.progress);
    } else {
        canvas.text_block(verdict, view.verdict, type::strong, 40,
                          view.verdict_state == State::wrong ? theme.danger.ink : theme.ink);
    }
    if (button(canvas, run,
               {.id = "ledger.audit",
                .label = view.run,
                .kind = ButtonKind::primary,
                .enabled = !view.running,
                .reason = view.run_reason}))
        return RunAudit{};
    return std::nullopt;
}

}  // namespace

LedgerView view_ledger(const AppState& state, const Phrases& phrases) {
    LedgerView view{.facts_title = phrases("The record"),
                    .qr_caption = phrases("The signed checkpoint. Compare it with another copy, or "
                                          "photograph it to prove the record up to here."),
                    .audit_title = phrases("Audit"),
                    .running = state.audit.running,
                    .run = phrases("Run the audit")};
    view.facts = {{phrases("Entries"), std::to_string(state.position.size)},
                  {phrases("Origin of this feed"), isolated_code(state.position.origin)},
                  {phrases("Root hash"), isolated_code(base64(state.position.root))},
                  {phrases("Verifier key of this terminal"), isolated_code(state.verifier_key)}};
    if (auto code = encode_qr(state.checkpoint_note)) view.checkpoint = std::move(*code);
    for (const auto& line : state.audit.levels)
        view.levels.push_back({.state = !line.checked ? State::unknown
                                        : line.good   ? State::good
                                                      : State::wrong,
                               .name = phrases(line.level),
                               .words = phrases(line.words)});
    if (view.running) {
        view.run_reason = phrases("One is running.");
        view.verdict = phrases(
            "{done} of {of} entries checked",
            {{"done", std::to_string(state.audit.done)}, {"of", std::to_string(state.audit.of)}});
        if (state.audit.of > 0)
            view.progress =
                static_cast<float>(state.audit.done) / static_cast<float>(state.audit.of);
    } else if (state.audit.verdict.empty()) {
        view.verdict = phrases("Not audited since this kiosk was started.");
    } else {
        view.verdict = phrases(state.audit.verdict);
        view.verdict_state = state.audit.good ? State::good : State::wrong;
    }
    return view;
}

std::optional<Intent> draw_ledger(Canvas& canvas, const LedgerView& view) {
    const R& all = content_area;
    draw_facts(canvas, {all.x, all.y, facts_width, all.h}, view);
    return draw_audit(
        canvas,
        {all.x + facts_width + Layout::gap, all.y, all.w - facts_width - Layout::gap, all.h}, view);
}

}  // namespace placet::terminal
