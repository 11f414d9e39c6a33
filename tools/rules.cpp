// rules: a set of rules of procedure checked, read out in words, or compared with another.
#include "ledger/procedure/rule_wording.h"
#include "ledger/rule_presets.h"
#include "tools/command.h"

#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;
using json = nlohmann::ordered_json;

struct Options {
    std::string action = {};
    std::vector<std::string> names = {};
    bool json = false;
};

std::string heading(const std::string& name, const RuleProfile& rules) {
    return fmt::format("{}: {}, version {}, {}.\n", name, rules.title, rules.version,
                       rules.adopted ? "adopted by the Conference" : "not adopted by anybody");
}

std::string in_words(const RuleProfile& rules) {
    const auto fields = profile_fields(rules);
    std::string text;
    for (const auto& group : rule_groups()) {
        text += fmt::format("\n{}\n", group.title);
        for (const auto& rule : group.rules) {
            const auto& spelled = fields.at(std::string(rule.field));
            text += fmt::format("  {}: {}.\n      {} [{} = {}]\n", rule.subject,
                                value_in_words(rule, spelled), rule.meaning, rule.field, spelled);
        }
    }
    return text;
}

json summary(const std::string& name, const RuleProfile& rules) {
    return {{"name", name},
            {"id", rules.id},
            {"version", rules.version},
            {"title", rules.title},
            {"adopted", rules.adopted}};
}

std::string rules_json(const std::string& name, const RuleProfile& rules) {
    const auto fields = profile_fields(rules);
    auto result = summary(name, rules);
    auto& list = result["rules"] = json::array();
    for (const auto& group : rule_groups())
        for (const auto& rule : group.rules) {
            const auto& spelled = fields.at(std::string(rule.field));
            list.push_back({{"field", rule.field},
                            {"value", spelled},
                            {"group", group.title},
                            {"subject", rule.subject},
                            {"words", value_in_words(rule, spelled)},
                            {"meaning", rule.meaning}});
        }
    return result.dump(2) + '\n';
}

std::string comparison_json(const Options& options, const RuleProfile& first,
                            const RuleProfile& second) {
    json result = {{"a", summary(options.names[0], first)},
                   {"b", summary(options.names[1], second)}};
    auto& list = result["differences"] = json::array();
    for (const auto& difference : compare_rules(first, second))
        list.push_back({{"field", difference.field},
                        {"subject", difference.subject},
                        {"a", difference.first},
                        {"b", difference.second},
                        {"sentence", difference.sentence}});
    return result.dump(2) + '\n';
}

std::string comparison_text(const Options& options, const RuleProfile& first,
                            const RuleProfile& second) {
    auto text = "A is " + heading(options.names[0], first);
    text += "B is " + heading(options.names[1], second) + '\n';
    const auto differences = compare_rules(first, second);
    for (const auto& difference : differences) text += difference.sentence + '\n';
    if (differences.empty()) text += "They are the same in every field.\n";
    return text;
}

Result<int> compare(const Options& options, Streams& streams) {
    const auto first = read_rules(options.names[0]);
    if (!first) return first.error();
    const auto second = read_rules(options.names[1]);
    if (!second) return second.error();
    streams.out << (options.json ? comparison_json(options, *first, *second)
                                 : comparison_text(options, *first, *second));
    return exit_code::good;
}

Result<int> run(const Options& options, Streams& streams) {
    const std::size_t wanted = options.action == "compare" ? 2 : 1;
    if (options.names.size() != wanted) {
        streams.err << fmt::format("placet rules: {} takes {}. Nothing was done.\n", options.action,
                                   wanted == 2 ? "two sets of rules" : "one set of rules");
        return exit_code::usage;
    }
    if (options.action == "compare") return compare(options, streams);
    const auto& name = options.names.front();
    const auto rules = read_rules(name);
    if (!rules) return rules.error();
    if (options.json)
        streams.out << rules_json(name, *rules);
    else if (options.action == "show")
        streams.out << heading(name, *rules) << in_words(*rules);
    else
        streams.out << heading(name, *rules) << "Every field is there and has a possible value.\n";
    return exit_code::good;
}

}  // namespace

Command rules_command(CLI::App& program) {
    auto* app = program.add_subcommand("rules", "Check, read or compare rules of procedure");
    auto options = std::make_shared<Options>();
    app->add_option("ACTION", options->action,
                    "check: all that is wrong, by row; show: every rule in words; compare: what "
                    "differs, in words")
        ->required()
        ->check(CLI::IsMember({"check", "show", "compare"}));
    std::string presets;
    for (const auto& preset : rule_presets()) presets += fmt::format(" {}", preset.name);
    app->add_option("RULES", options->names, "A file such as profile.toml, or a preset:" + presets)
        ->required()
        ->expected(1, 2);
    app->add_flag("--json", options->json, "Print JSON");
    return {.options = app, .run = [options](Streams& streams) {
                const auto code = run(*options, streams);
                return code ? *code : report(streams, "rules", code.error());
            }};
}

}  // namespace placet::tools
