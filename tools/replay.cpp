// replay: takes recorded votes of the past again and compares the totals.
#include "ledger/founding.h"
#include "ledger/reenactment.h"
#include "tools/command.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

struct Options {
    std::string ledger = {};
    std::string votes = {};
    std::string ballots = {};
};

void print(Streams& streams, const PastVote& vote, const Reenacted& ours) {
    const auto& figures = ours.figures;
    streams.out << fmt::format("{}\t{}\tours {}-{}-{}\tpublished {}-{}-{}\t{}\n", vote.id,
                               vote.date, figures.yes, figures.no, figures.abstaining,
                               vote.published_yes, vote.published_no, vote.published_abstaining,
                               agrees(ours, vote) ? "agrees" : "DIFFERS");
}

/// How many agree, or what stopped it.
Result<std::size_t> take_all(const std::vector<PastVote>& votes, const UnnamedLedger& ledger,
                             Streams& streams) {
    auto reenactment = Reenactment::found(ledger.path());
    if (!reenactment) return reenactment.error();
    std::size_t agreeing = 0;
    for (std::size_t i = 0; i < votes.size(); ++i) {
        const auto ours = reenactment->take(votes[i]);
        if (!ours)
            return Error{ours.error().fault, fmt::format("vote \"{}\": {} No ledger was kept.",
                                                         votes[i].id, ours.error().detail)};
        if (agrees(*ours, votes[i])) ++agreeing;
        print(streams, votes[i], *ours);
        if (streams.at_terminal) {
            streams.err << fmt::format("\r{} of {} votes{}", i + 1, votes.size(),
                                       i + 1 == votes.size() ? "\n" : "");
            streams.err.flush();
        }
    }
    return agreeing;
}

Result<int> replay(const Options& options, Streams& streams) {
    const auto votes = read_past_votes(options.votes, options.ballots);
    if (!votes) return votes.error();
    auto ledger = UnnamedLedger::beside(options.ledger);
    if (!ledger) return ledger.error();
    const auto agreeing = take_all(*votes, *ledger, streams);
    if (!agreeing) return agreeing.error();
    if (const auto named = ledger->give_name(options.ledger); !named) return named.error();
    streams.out << fmt::format("{} of {} votes agree\n", *agreeing, votes->size());
    return *agreeing == votes->size() ? exit_code::good : exit_code::failure;
}

}  // namespace

Command replay_command(CLI::App& program) {
    auto* app = program.add_subcommand("replay", "Take recorded votes of the past again");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger to create")
        ->required()
        ->type_name("FILE");
    app->add_option("VOTES", options->votes, "Table of what was voted on")->required();
    app->add_option("BALLOTS", options->ballots, "Table of who voted how")->required();
    return {.options = app, .run = [options](Streams& streams) {
                const auto code = replay(*options, streams);
                return code ? *code : report(streams, "replay", code.error());
            }};
}

}  // namespace placet::tools
