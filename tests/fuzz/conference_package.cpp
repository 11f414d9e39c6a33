// A conference package: its four files in one input, each after a form feed but the first. What is
// accepted has clean names and a rule profile that stands by itself.
#include "ledger/conference_package.h"
#include "ledger/procedure/rule_profile.h"
#include "tests/fuzz/scratch.h"

#include <array>

namespace placet::fuzz {

using namespace placet::ledger;

namespace {

constexpr std::array<std::string_view, 4> names = {"conference.toml", "profile.toml",
                                                   "participants.tsv", "texts.tsv"};

}  // namespace

bool hold(std::string_view input) {
    auto files = split(input, '\f');
    files.resize(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) scratch().file(names[i], files[i]);
    const auto package = read_conference_package(scratch() / "");
    if (!package) return require(!package.error().detail.empty(), "why is said"), false;
    for (std::size_t i = 0; i < names.size(); ++i)
        require(package->files.at(std::string(names[i])) == files[i], "files are kept as read");
    require(text_fault(package->title).empty() && !package->units.empty(), "the title is clean");
    require(!package->states.empty() && !package->texts.empty(), "there are States and texts");
    const auto profile = profile_from_fields(package->profile);
    require(profile && profile_fields(*profile) == package->profile, "one spelling of a profile");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 8> words = {
        "true", "\"en\"", "\"two_thirds\"", "\"simple\"", "\"1/3\"", "[[units]]", "=", "\"\"\""};
    auto files = split(input, '\f');
    const auto others = split(other, '\f');
    const auto chosen = dice.below(files.size());
    const char separator = chosen < 2 ? ' ' : '\t';
    files[chosen] = mutated_lines(files[chosen], others[std::min(chosen, others.size() - 1)],
                                  separator, dice, words);
    return joined(files, '\f');
}

}  // namespace placet::fuzz
