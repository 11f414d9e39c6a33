#include "tools/trust.h"

#include "ledger/exchange/witnessed.h"
#include "tools/text_file.h"

#include <fmt/format.h>

namespace placet::tools {
namespace {

/// Empty if the text is such a key; otherwise why not, as the command line wants it.
std::string key_trouble(const std::string& text) {
    return parse_verifier_key(text) ? "" : "this is no verifier key as placet vkey prints it";
}

std::string witness_trouble(const std::string& text) {
    return parse_witness_key(text) ? "" : "this is no witness's key as placet follow prints it";
}

}  // namespace

void add_key_option(CLI::App& app, Trust& trust, const std::string& what) {
    app.add_option("--vkey", trust.vkey, what)->type_name("KEY")->check(key_trouble);
}

CLI::Option* add_witness_option(CLI::App& app, Trust& trust, const std::string& what) {
    return app.add_option("--witness", trust.witnesses, what)
        ->type_name("KEY")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->check(witness_trouble);
}

void add_witness_options(CLI::App& app, Trust& trust) {
    auto* witnesses =
        add_witness_option(app, trust, "A witness that must have cosigned; may be repeated");
    app.add_option("--policy", trust.policy,
                   "Which logs and witnesses are trusted, and how many must have cosigned")
        ->type_name("FILE")
        ->excludes(witnesses);
}

Result<Policy> policy_of(const Trust& trust) {
    if (!trust.policy.empty()) {
        const auto text = read_text_file(trust.policy);
        if (!text) return text.error();
        auto policy = parse_policy(*text);
        if (!policy)
            return Error{policy.error().fault, fmt::format("{}: {} Nothing was checked.",
                                                           trust.policy, policy.error().detail)};
        return policy;
    }
    std::vector<VerifierKey> keys;
    for (const auto& text : trust.witnesses) {
        auto key = parse_witness_key(text);
        if (!key) return key.error();
        keys.push_back(*std::move(key));
    }
    return ledger::policy_of_all(keys);
}

std::optional<VerifierKey> key_of(const Trust& trust, const Policy& policy,
                                  const std::string& name) {
    if (!trust.vkey.empty()) {
        const auto key = parse_verifier_key(trust.vkey);
        return key ? std::optional(*key) : std::nullopt;
    }
    for (const auto& log : policy.logs)
        if (log.key.name == name) return log.key;
    return std::nullopt;
}

std::vector<VerifierKey> witness_keys(const Policy& policy) {
    std::vector<VerifierKey> keys;
    for (const auto& witness : policy.witnesses) keys.push_back(witness.key);
    return keys;
}

}  // namespace placet::tools
