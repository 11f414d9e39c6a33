#include "ledger/publish/result_sheet.h"

#include "ledger/procedure/clause_words.h"
#include "ledger/procedure/correction_note.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/quorum.h"
#include "ledger/procedure/tally.h"
#include "ledger/version.h"
#include "ledger/words.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

/// The States of a voting table in this position, in its order.
std::vector<std::string> in_position(std::string_view table, std::string_view position) {
    std::vector<std::string> names;
    while (!table.empty()) {
        const auto line = table.substr(0, table.find('\n'));
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        if (line.substr(first + 1, second - first - 1) == position)
            names.emplace_back(line.substr(second + 1));
        table.remove_prefix(line.size() + 1);
    }
    return names;
}

std::vector<NameList> lists_of(const std::string& table) {
    std::vector<NameList> lists = {{"In favour", in_position(table, "yes")},
                                   {"Against", in_position(table, "no")},
                                   {"Abstaining", in_position(table, "abstain")}};
    // Custom prints no other State; but who sees a ballot that counts nowhere must know why.
    if (auto contested = in_position(table, "contested"); !contested.empty())
        lists.push_back({"Contested and not counted", std::move(contested)});
    return lists;
}

std::vector<std::string> method_of(const Conference& then) {
    const auto& run = *then.run;
    if (run.start.method == Method::recorded) return {"A recorded vote was taken."};
    if (run.start.method == Method::non_recorded)
        return {"A vote was taken that was not recorded.",
                "Totals only: no position of any State was kept."};
    if (run.start.method == Method::hands)
        return {"A vote was taken by show of hands.",
                "Two tellers counted apart from each other. No positions by State are recorded."};
    std::vector<std::string> lines = {"A vote was taken by roll-call."};
    if (run.lot)
        lines.push_back(
            fmt::format("{}, having been drawn by lot by the presiding officer, was "
                        "called upon to vote first.",
                        participant_name(then, run.lot->first)));
    lines.emplace_back(
        "The answers were noted under the seal of those who took the roll-call; no delegation "
        "sealed its own.");
    return lines;
}

void add_vote(ResultSheet& sheet, const Conference& then, const Decision& decision) {
    const auto& start = *decision.start;
    const auto& figures = decision.result->figures;
    sheet.run = start.run;
    sheet.question = start.sentence;
    if (const auto text = start.texts.find("en"); text != start.texts.end())
        sheet.text_hash = hex(text->second);
    sheet.method = method_of(then);
    if (!totals_only(start.method)) sheet.lists = lists_of(voting_table(then));
    sheet.figures = {
        {"In favour", figures.yes},         {"Against", figures.no},
        {"Abstaining", figures.abstaining}, {"Present, no position", figures.not_voting},
        {"Present", figures.present},       {"Participating", figures.participating}};
    if (const auto majority = majority_from_text(start.majority))
        sheet.majority = majority_words(*majority);
    for (const auto& clause : decision.result->clauses)
        sheet.clauses.push_back(
            {std::string(clause_words(clause.name)), clause.needed, clause.received, clause.met});
    sheet.build = start.build;
}

void add_consensus(ResultSheet& sheet, const Conference& then, const Decision& decision) {
    const auto& consensus = *decision.consensus;
    const auto present = static_cast<std::int64_t>(consensus.proposed.present.size());
    sheet.question = consensus.proposed.sentence;
    if (const auto text = consensus.proposed.texts.find("en");
        text != consensus.proposed.texts.end())
        sheet.text_hash = hex(text->second);
    sheet.method = {consensus.gavel->label == ConsensusLabel::by_consensus
                        ? "The decision was taken by consensus, without a vote."
                        : "The decision was taken without a vote.",
                    decision.over_objection
                        ? "The presiding officer ruled so over an objection."
                        : fmt::format("No delegation objected in the {:.1f} seconds before the "
                                      "gavel.",
                                      static_cast<double>(consensus.gavel->silence_ms) / 1000)};
    sheet.figures = {{"Present", present}, {"Participating", consensus.proposed.participating}};
    if (!then.meeting || !quorum_is_asked(then)) return;
    const auto needed =
        quorum_to_decide(then.profile, *then.unit(decision.unit), consensus.proposed.participating);
    sheet.clauses = {{std::string(clause_words("quorum")), needed, present, present >= needed}};
}

std::vector<std::string> earlier_votes(const Conference& then, const Decision& decision) {
    std::vector<std::string> lines;
    for (const auto& annulled : then.annulled)
        if (annulled.question == decision.question)
            lines.push_back(
                fmt::format("Vote {} on this question was annulled before its "
                            "announcement (entry {}): {}.",
                            annulled.run, annulled.entry.seq, annulled.reason));
    for (const auto& before : then.decisions)
        if (before.question == decision.question && before.entry.seq != decision.entry.seq &&
            before.result)
            lines.push_back(fmt::format("Vote {} on this question (entry {}): {}",
                                        before.result->run, before.entry.seq, before.sentence));
    return lines;
}

}  // namespace

ResultSheet result_sheet(const Conference& then) {
    const auto& decision = *then.last_decision();
    const auto& last = then.decisions.back();
    const auto* text = then.text_unit(decision.text_unit);
    const auto* unit = then.unit(decision.unit);
    ResultSheet sheet{
        .rehearsal = then.charter->mode == Mode::rehearsal,
        .conference = then.charter->title,
        .heading = fmt::format("{}, {} meeting", unit->title, ordinal(decision.meeting)),
        .when = date_text(decision.entry.wall_ms),
        .presiding = person_name(then, then.meeting->presiding),
        .subject = decision.subject,
        .title = text != nullptr ? text->title : "",
        .sentence = last.follows() ? decision.sentence + " " + last.sentence : decision.sentence,
        .earlier = earlier_votes(then, decision),
        .question_number = decision.question,
        .meeting = decision.meeting,
        .entry = decision.entry};
    if (decision.result)
        add_vote(sheet, then, decision);
    else
        add_consensus(sheet, then, decision);
    add_what_followed(sheet, then);
    return sheet;
}

void add_what_followed(ResultSheet& sheet, const Conference& now) {
    const auto* decision = now.decision_of_entry(sheet.entry.leaf);
    if (decision == nullptr) return;
    sheet.rescinded = decision->rescinded;
    sheet.correction = correction_note(now, *decision);
    sheet.statements.clear();
    for (const auto& statement : decision->statements)
        sheet.statements.push_back(in_words({.record = statement.attached}, now, Length::whole));
}

}  // namespace placet::ledger
