// Rules of procedure from a file or a preset, for a person who works on them.
#include "ledger/package_files.h"
#include "ledger/rule_presets.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

constexpr std::size_t file_limit = 1UL << 20U;  // bytes

Result<RuleProfile> parse_rules(std::string_view toml, const std::string& name) {
    Complaints complaints;
    const auto fields = parse_profile(toml, name, complaints);
    if (!complaints.none()) return complaints.error();
    return profile_from_fields(fields);
}

Error no_such_rules(const std::string& name) {
    std::vector<std::string> names;
    for (const auto& preset : rule_presets()) names.emplace_back(preset.name);
    return {Fault::absent,
            fmt::format("{}: there is no such file and no such preset{}. The presets are {}.", name,
                        did_you_mean(name, names), fmt::join(names, ", "))};
}

}  // namespace

Result<RuleProfile> read_rules(const std::string& path_or_preset) {
    const auto text = read_whole_file(path_or_preset, file_limit);
    if (text) return parse_rules(*text, path_or_preset);
    if (text.error().fault != Fault::absent) return text.error();
    const auto presets = rule_presets();
    const auto preset = std::ranges::find(presets, path_or_preset, &RulePreset::name);
    if (preset == presets.end()) return no_such_rules(path_or_preset);
    return parse_rules(preset->toml, path_or_preset);
}

}  // namespace placet::ledger
