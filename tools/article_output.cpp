#include "tools/article_output.h"

#include "ledger/procedure/article_words.h"
#include "ledger/record_text.h"
#include "ledger/verify/audit.h"
#include "ledger/words.h"
#include "tools/audit_output.h"
#include "tools/interruption.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace placet::tools {
namespace {

using ledger::ArticleMap, ledger::Conference, ledger::Decision, ledger::MapProposal,
    ledger::MapUnit, ledger::QuestionState;
using nlohmann::ordered_json;

/// As the screens say it, with the figures of a vote: "Adopted by vote, 120-7-21".
std::string how(std::string_view words, const Decision* decision, QuestionState state) {
    if (!ledger::is_decided(decision, state) || !decision->result) return std::string(words);
    const auto& f = decision->result->figures;
    return fmt::format("{}, {}-{}-{}", words, f.yes, f.no, f.abstaining);
}

std::string where(const Decision& decision) {
    return fmt::format("meeting {}, entry {}, {}", decision.meeting, decision.entry.seq,
                       ledger::date_text(decision.entry.wall_ms));
}

void print(std::ostream& out, const MapProposal& proposal) {
    const auto indent = static_cast<std::size_t>(4 + 2 * proposal.depth);
    out << fmt::format("{:{}}{}  {}: {}\n", "", indent, proposal.id, proposal.title,
                       how(status_words(proposal), proposal.decision, proposal.state));
}

void print(std::ostream& out, const MapUnit& unit) {
    const auto title = unit.title.empty() ? "" : ", " + unit.title;
    out << fmt::format("{}{}: {}", unit.label, title,
                       how(status_words(unit), unit.decision, unit.state));
    if (unit.version > 1) out << fmt::format(" (text version {})", unit.version);
    out << '\n';
    if (unit.decision != nullptr)
        out << fmt::format("    {} [{}]{}\n", unit.decision->sentence, where(*unit.decision),
                           unit.decision->reopened ? " Reopened; it stands so far." : "");
    if (unit.in_committee != nullptr)
        out << fmt::format("    In {}: {} [{}]\n", unit.in_committee->unit,
                           unit.in_committee->sentence, where(*unit.in_committee));
    for (const auto& proposal : unit.proposals) print(out, proposal);
}

/// Every decision that concerns the unit, in the order in which they were taken.
std::vector<const Decision*> decisions_on(const Conference& conference, const MapUnit& unit) {
    std::vector<const Decision*> all;
    for (const auto& decision : conference.decisions)
        if (decision.text_unit == unit.id || decision.proposal == unit.id) all.push_back(&decision);
    return all;
}

void print_decisions(std::ostream& out, const Conference& conference, const MapUnit& unit) {
    for (const auto* decision : decisions_on(conference, unit))
        out << fmt::format("    Decided: {} [{}]{}\n", decision->sentence, where(*decision),
                           decision->rescinded ? " Rescinded." : "");
}

ordered_json decision_json(const Decision* decision) {
    if (decision == nullptr) return nullptr;
    ordered_json object = {{"outcome", to_text(decision->outcome)},
                           {"sentence", decision->sentence},
                           {"organ", decision->unit},
                           {"meeting", decision->meeting},
                           {"entry", decision->entry.seq},
                           {"wall_ms", decision->entry.wall_ms},
                           {"without_a_vote", decision->consensus.has_value()},
                           {"over_objection", decision->over_objection},
                           {"rescinded", decision->rescinded},
                           {"reopened", decision->reopened}};
    if (!decision->result) return object;
    const auto& f = decision->result->figures;
    object["run"] = decision->result->run;
    object["figures"] = {{"yes", f.yes},
                         {"no", f.no},
                         {"abstaining", f.abstaining},
                         {"not_voting", f.not_voting},
                         {"present", f.present},
                         {"participating", f.participating}};
    return object;
}

ordered_json proposals_json(const std::vector<MapProposal>& proposals) {
    ordered_json list = ordered_json::array();
    for (const auto& proposal : proposals)
        list.push_back({{"id", proposal.id},
                        {"title", proposal.title},
                        {"symbol", proposal.symbol},
                        {"depth", proposal.depth},
                        {"state", to_text(proposal.state)},
                        {"words", status_words(proposal)},
                        {"decision", decision_json(proposal.decision)}});
    return list;
}

ordered_json unit_json(const Conference& conference, const MapUnit& unit) {
    ordered_json decisions = ordered_json::array();
    for (const auto* decision : decisions_on(conference, unit))
        decisions.push_back(decision_json(decision));
    return {{"id", unit.id},
            {"number", unit.number},
            {"label", unit.label},
            {"title", unit.title},
            {"text_version", unit.version},
            {"status", to_text(unit.status)},
            {"state", to_text(unit.state)},
            {"words", status_words(unit)},
            {"decision", decision_json(unit.decision)},
            {"in_committee", decision_json(unit.in_committee)},
            {"decisions", decisions},
            {"proposals", proposals_json(unit.proposals)},
            {"left_to_do", unit.next},
            {"not_later_ms",
             unit.not_later ? nlohmann::json(*unit.not_later) : nlohmann::json(nullptr)}};
}

void print_json(std::ostream& out, const Conference& conference, const ArticleMap& map,
                const std::string& wanted) {
    ordered_json units = ordered_json::array();
    for (const auto& unit : map.units)
        if (wanted.empty() || unit.id == wanted) units.push_back(unit_json(conference, unit));
    out << ordered_json{{"summary", summary(map)},
                        {"units", units},
                        {"proposals", proposals_json(map.proposals)}}
               .dump(2)
        << '\n';
}

void print_words(std::ostream& out, const Conference& conference, const ArticleMap& map,
                 const std::string& wanted) {
    for (const auto& unit : map.units) {
        if (!wanted.empty() && unit.id != wanted) continue;
        print(out, unit);
        if (!wanted.empty()) print_decisions(out, conference, unit);
        if (!unit.next.empty()) out << fmt::format("    Left to do: {}\n", unit.next);
        if (unit.not_later)
            out << fmt::format("    Not later than: {}\n", ledger::date_text(*unit.not_later));
    }
    if (!wanted.empty()) return;
    if (!map.proposals.empty()) out << "Other proposals:\n";
    for (const auto& proposal : map.proposals) print(out, proposal);
    out << summary(map) << ".\n";
}

Error no_such_unit(const std::string& id) {
    return {Fault::refused, fmt::format("The conference has no unit of text \"{}\". Nothing was "
                                        "changed. Name one by its id, as --json lists them.",
                                        id)};
}

}  // namespace

Result<Done> print_articles(std::ostream& out, const Conference& conference,
                            const ArticleOptions& options) {
    if (!options.unit.empty() && conference.text_unit(options.unit) == nullptr)
        return no_such_unit(options.unit);
    const auto map = article_map(conference);
    if (options.json)
        print_json(out, conference, map, options.unit);
    else
        print_words(out, conference, map, options.unit);
    return Done{};
}

int show_articles(std::string_view command, const std::string& ledger,
                  const ArticleOptions& options, Streams& streams) {
    const Interruption interruption;
    const ledger::AuditOptions audit{
        .progress = [&](std::uint64_t, std::uint64_t) { return !interruption.asked(); }};
    const auto audited = ledger::audit(ledger, audit);
    if (!audited) return report(streams, command, audited.error());
    if (const auto printed = print_articles(streams.out, *audited->conference, options); !printed)
        return report(streams, command, printed.error());
    if (audited->all_good() && audited->undone == 0) return exit_code::good;
    streams.err << fmt::format("placet {}: {} Only what good entries say was shown.\n", command,
                               audited->verdict());
    return interruption.asked() ? exit_code::interrupted : exit_code_of(*audited);
}

}  // namespace placet::tools
