// articles: what became of every unit of the convention. Shows nothing that is not verified.
#include "ledger/procedure/article_map.h"
#include "ledger/record_text.h"
#include "ledger/verify/audit.h"
#include "ledger/words.h"
#include "tools/audit_output.h"
#include "tools/command.h"
#include "tools/interruption.h"

#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

namespace placet::tools {
namespace {

using ledger::ArticleMap, ledger::Decision, ledger::MapProposal, ledger::MapUnit;
using nlohmann::ordered_json;

struct Options {
    std::string ledger = {};
    std::string unit = {};  // the one that is asked for; empty: all
    bool json = false;
};

/// "120-7-21", or how it was decided without a vote.
std::string how(const Decision& decision) {
    if (!decision.result) return std::string(to_text(decision.outcome));
    const auto& f = decision.result->figures;
    return fmt::format("{} {}-{}-{}", to_text(decision.outcome), f.yes, f.no, f.abstaining);
}

std::string where(const Decision& decision) {
    return fmt::format("meeting {}, entry {}, {}", decision.meeting, decision.entry.seq,
                       ledger::date_text(decision.entry.wall_ms));
}

void print(std::ostream& out, const MapProposal& proposal) {
    const auto indent = static_cast<std::size_t>(4 + 2 * proposal.depth);
    const auto what = proposal.decision != nullptr ? how(*proposal.decision)
                                                   : std::string(to_text(proposal.state));
    out << fmt::format("{:{}}{}  {}: {}\n", "", indent, proposal.id, proposal.title, what);
}

void print(std::ostream& out, const MapUnit& unit) {
    const auto title = unit.title.empty() ? "" : ", " + unit.title;
    out << fmt::format("{}{}: {}", unit.label, title, to_text(unit.status));
    if (unit.version > 1) out << fmt::format(" (text version {})", unit.version);
    out << '\n';
    if (unit.decision != nullptr)
        out << fmt::format("    {} [{}]{}\n", unit.decision->sentence, where(*unit.decision),
                           unit.decision->reopened ? " Reopened; it stands so far." : "");
    if (unit.in_committee != nullptr)
        out << fmt::format("    In {}: {} [{}]\n", unit.in_committee->unit,
                           unit.in_committee->sentence, where(*unit.in_committee));
    for (const auto& proposal : unit.proposals) print(out, proposal);
    if (!unit.next.empty()) out << fmt::format("    Left to do: {}\n", unit.next);
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
                        {"decision", decision_json(proposal.decision)}});
    return list;
}

ordered_json unit_json(const MapUnit& unit) {
    return {{"id", unit.id},
            {"number", unit.number},
            {"label", unit.label},
            {"title", unit.title},
            {"text_version", unit.version},
            {"status", to_text(unit.status)},
            {"state", to_text(unit.state)},
            {"decision", decision_json(unit.decision)},
            {"in_committee", decision_json(unit.in_committee)},
            {"proposals", proposals_json(unit.proposals)},
            {"left_to_do", unit.next}};
}

void print_all(std::ostream& out, const ArticleMap& map, const Options& options) {
    if (options.json) {
        ordered_json units = ordered_json::array();
        for (const auto& unit : map.units)
            if (options.unit.empty() || unit.id == options.unit) units.push_back(unit_json(unit));
        out << ordered_json{{"summary", summary(map)},
                            {"units", units},
                            {"proposals", proposals_json(map.proposals)}}
                   .dump(2)
            << '\n';
        return;
    }
    for (const auto& unit : map.units)
        if (options.unit.empty() || unit.id == options.unit) print(out, unit);
    if (!options.unit.empty()) return;
    if (!map.proposals.empty()) out << "Other proposals:\n";
    for (const auto& proposal : map.proposals) print(out, proposal);
    out << summary(map) << ".\n";
}

Error no_such_unit(const std::string& id) {
    return {Fault::refused, fmt::format("The conference has no unit of text \"{}\". Nothing was "
                                        "changed. Name one as it is listed without --unit.",
                                        id)};
}

int articles(const Options& options, Streams& streams) {
    const Interruption interruption;
    const ledger::AuditOptions audit{
        .progress = [&](std::uint64_t, std::uint64_t) { return !interruption.asked(); }};
    const auto audited = ledger::audit(options.ledger, audit);
    if (!audited) return report(streams, "articles", audited.error());
    const auto& conference = *audited->conference;
    if (!options.unit.empty() && conference.text_unit(options.unit) == nullptr)
        return report(streams, "articles", no_such_unit(options.unit));
    print_all(streams.out, article_map(conference), options);
    if (audited->all_good() && audited->undone == 0) return exit_code::good;
    streams.err << fmt::format("placet articles: {} Only what good entries say was shown.\n",
                               audited->verdict());
    return interruption.asked() ? exit_code::interrupted : exit_code_of(*audited);
}

}  // namespace

Command articles_command(CLI::App& program) {
    auto* app =
        program.add_subcommand("articles", "Show what became of every article, and what is left");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    app->add_option("--unit", options->unit, "This unit of text alone")->type_name("ID");
    app->add_flag("--json", options->json, "As JSON");
    return {.options = app,
            .run = [options](Streams& streams) { return articles(*options, streams); }};
}

}  // namespace placet::tools
