#include "terminal/screens/why_card.h"

#include "ledger/procedure/question.h"
#include "ledger/procedure/rule_wording.h"
#include "terminal/panels.h"
#include "terminal/screens/wording.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

/// "Rule: Substance in plenary"; empty for a field that there is not.
std::string rule_words(const Phrases& phrases, std::string_view field) {
    for (const auto& group : rule_groups())
        for (const auto& rule : group.rules)
            if (rule.field == field)
                return phrases("Rule: {rule}", {{"rule", phrases(rule.subject)}});
    return {};
}

/// The rule by which the majority was asked. Rules that changed since, or another class of the
/// matter than it has now, are not guessed: then it is not named.
std::string majority_rule(const Conference& conference, const Phrases& phrases,
                          const Decision& decision) {
    const auto* unit = conference.unit(decision.unit);
    if (unit == nullptr || !decision.start) return {};
    const Subject subject{.kind = decision.kind,
                          .proposal = decision.proposal,
                          .part = decision.part,
                          .motion = decision.motion,
                          .ruling = decision.ruling};
    const auto fields = profile_fields(conference.profile);
    const auto likely = matter_of(conference, subject);
    const auto other =
        likely == MatterClass::substance ? MatterClass::procedure : MatterClass::substance;
    for (const auto matter : {likely, other}) {
        const auto field = majority_field(conference, unit->kind, subject, matter);
        const bool named =
            fields.at(field) == decision.start->majority || decision.kind == QuestionKind::appeal;
        if (named) return rule_words(phrases, field);
    }
    return {};
}

std::string arithmetic_of(const Phrases& phrases, const Clause& clause) {
    const auto margin = clause.received - clause.needed;
    const Phrases::Values values{{"needed", std::to_string(clause.needed)},
                                 {"received", std::to_string(clause.received)}};
    if (margin == 0) return phrases("{needed} needed, {received} received: exactly enough", values);
    if (margin > 0)
        return phrases("{needed} needed, {received} received: {n} more",
                       "{needed} needed, {received} received: {n} more", margin, values);
    return phrases("{needed} needed, {received} received: {n} short",
                   "{needed} needed, {received} received: {n} short", -margin, values);
}

std::string rule_of_clause(const Conference& conference, const Phrases& phrases,
                           const Decision& decision, std::string_view name) {
    if (name == "quorum")
        return phrases("Rule: to decide, more than half of the participating States are present");
    if (name == "affirmative_vote")
        return phrases("Rule: nothing is adopted without a vote in favour");
    if (name == "voting_quorum") return rule_words(phrases, "voting_quorum");
    return majority_rule(conference, phrases, decision);
}

std::vector<WhyLine> why_of_consensus(const Conference& conference, const Phrases& phrases,
                                      const Consensus& consensus) {
    const auto kept_ms = consensus.gavel ? consensus.gavel->silence_ms : 0;
    const auto least = conference.profile.silence_seconds;
    std::vector<WhyLine> lines;
    lines.push_back(
        {.name = phrases("Present when it was proposed"),
         .arithmetic = phrases("{n} State", "{n} States",
                               static_cast<std::int64_t>(consensus.proposed.present.size())),
         .rule = phrases("Rule: to decide, more than half of the participating States "
                         "are present"),
         .met = true});
    lines.push_back({.name = phrases("Silence before the gavel"),
                     .arithmetic = phrases("{needed} seconds needed, {received} kept",
                                           {{"needed", std::to_string(least)},
                                            {"received", std::to_string(kept_ms / 1000)}}),
                     .rule = rule_words(phrases, "silence_seconds"),
                     .met = kept_ms >= least * 1000});
    const auto standing = static_cast<std::int64_t>(consensus.standing().size());
    const auto withdrawn = static_cast<std::int64_t>(consensus.objections.size()) - standing;
    std::string words = phrases("none");
    if (consensus.over_objection != 0)
        words = phrases("{n} overruled by ruling {ruling}", "{n} overruled by ruling {ruling}",
                        standing, {{"ruling", std::to_string(consensus.over_objection)}});
    else if (withdrawn > 0)
        words = phrases("{n} withdrawn", "{n} withdrawn", withdrawn);
    lines.push_back({.name = phrases("Objections"),
                     .arithmetic = std::move(words),
                     .rule = rule_words(phrases, "consensus"),
                     .met = standing == 0});
    return lines;
}

}  // namespace

std::vector<WhyLine> why_of(const Conference& conference, const Phrases& phrases,
                            const Decision& decision) {
    if (decision.consensus) return why_of_consensus(conference, phrases, *decision.consensus);
    std::vector<WhyLine> lines;
    if (!decision.result) return lines;
    const auto& clauses = decision.result->clauses;
    const auto reasons = reasons_of(phrases, clauses);
    for (std::size_t n = 0; n < clauses.size(); ++n)
        lines.push_back({.name = reasons[n].name,
                         .arithmetic = arithmetic_of(phrases, clauses[n]),
                         .rule = rule_of_clause(conference, phrases, decision, clauses[n].name),
                         .met = clauses[n].met});
    return lines;
}

void draw_why_card(Canvas& canvas, const R& r, std::string_view title,
                   const std::vector<WhyLine>& lines) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 24);
    canvas.text({inner.x, inner.y, inner.w, 44}, title, type::heading, theme.ink);
    const R rows{inner.x, inner.y + 52, inner.w, inner.h - 52};
    const float height = std::min(84.0F, rows.h / std::max(1.0F, static_cast<float>(lines.size())));
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const R line{rows.x, rows.y + height * static_cast<float>(n), rows.w, height};
        draw_state(canvas, line.x + 14, line.middle_y(), 14,
                   lines[n].met ? State::good : State::watch);
        const R words{line.x + 48, line.y, line.w - 48, line.h};
        const float half = words.w * 0.5F, top = line.middle_y() - 30;
        canvas.text({words.x, top, half - 16, 32}, lines[n].name, type::strong, theme.ink);
        canvas.text({words.x + half, top, words.w - half, 32}, lines[n].arithmetic, type::strong,
                    theme.ink, Align::end);
        canvas.text({words.x, top + 32, words.w, 28}, lines[n].rule, type::caption, theme.ink2);
    }
}

}  // namespace placet::terminal
