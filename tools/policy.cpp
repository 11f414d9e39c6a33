// policy: whose checkpoints and which witnesses are trusted, as a file that other verifiers read.
#include "crypto/policy.h"
#include "ledger/exchange/witnessed.h"
#include "ledger/verify/head.h"
#include "tools/command.h"
#include "tools/trust.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

struct Options {
    std::string ledger = {};
    Trust trust = {};
    std::size_t needed = 0;  // 0: all of them
};

Result<std::string> policy_text(const Options& options) {
    const auto head = ledger::read_head(options.ledger);
    if (!head) return head.error();
    auto policy = policy_of(options.trust);
    if (!policy) return policy.error();
    policy->logs.push_back({.key = head->key});
    const auto all = policy->witnesses.size();
    if (options.needed > all)
        return Error{Fault::refused,
                     fmt::format("{} witnesses are to be needed, and {} were named. Nothing was "
                                 "printed. Name more with --witness.",
                                 options.needed, all)};
    if (options.needed > 0) policy->groups.front().needed = options.needed;
    return format_policy(*policy);
}

}  // namespace

Command policy_command(CLI::App& program) {
    auto* app = program.add_subcommand("policy", "Print whom to trust, for other verifiers");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    auto* witness = add_witness_option(*app, options->trust, "A witness; may be repeated");
    app->add_option("--needed", options->needed, "How many of them must cosign; all unless told")
        ->type_name("N")
        ->check(CLI::PositiveNumber)
        ->needs(witness);
    return {.options = app, .run = [options](Streams& streams) {
                const auto text = policy_text(*options);
                if (!text) return report(streams, "policy", text.error());
                streams.out << *text;
                return exit_code::good;
            }};
}

}  // namespace placet::tools
