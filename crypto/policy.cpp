#include "crypto/policy.h"

#include "crypto/text_rules.h"

#include <algorithm>
#include <optional>
#include <set>

namespace placet {
namespace {

constexpr std::size_t size_limit = 1U << 20U;
constexpr std::string_view none = "none", any = "any", all = "all";

using Words = std::vector<std::string_view>;

/// The words of a line between spaces and tabs; none of a comment.
Words words_of(std::string_view line) {
    constexpr std::string_view blanks = " \t";
    Words words;
    for (auto at = line.find_first_not_of(blanks); at != std::string_view::npos;) {
        const auto end = std::min(line.find_first_of(blanks, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(blanks, end);
    }
    if (!words.empty() && words.front().starts_with('#')) words.clear();
    return words;
}

class Reader {
public:
    /// What is wrong with the line; empty if nothing is.
    std::string read(const Words& words) {
        if (words.empty()) return {};
        if (words[0] == "log") return read_log(words);
        if (words[0] == "witness") return read_witness(words);
        if (words[0] == "group") return read_group(words);
        if (words[0] == "quorum") return read_quorum(words);
        return "log, witness, group or quorum was expected";
    }
    std::optional<Policy> policy() const {
        if (!has_quorum_) return std::nullopt;
        return policy_;
    }

private:
    std::string read_log(const Words& words) {
        if (words.size() < 2 || words.size() > 3) return "log <key> [<url>] was expected";
        auto key = parse_verifier_key(words[1]);
        if (!key) return key.error().detail;
        if (!keys_.insert(key->key).second) return "this key stands above already";
        policy_.logs.push_back({*std::move(key), std::string(words.size() == 3 ? words[2] : "")});
        return {};
    }

    std::string read_witness(const Words& words) {
        if (words.size() < 3 || words.size() > 4)
            return "witness <name> <key> [<url>] was expected";
        auto key = parse_witness_key(words[2]);
        if (!key) return key.error().detail;
        if (!keys_.insert(key->key).second) return "this key stands above already";
        if (!define(words[1])) return "this name is taken";
        policy_.witnesses.push_back({std::string(words[1]), *std::move(key),
                                     std::string(words.size() == 4 ? words[3] : "")});
        return {};
    }

    std::string read_group(const Words& words) {
        if (words.size() < 4) return "group <name> any|all|<number> <name>... was expected";
        const Words members(words.begin() + 3, words.end());
        const auto needed = words[2] == any   ? 1
                            : words[2] == all ? members.size()
                                              : parse_decimal(words[2]).value_or(0);
        if (needed == 0 || needed > members.size())
            return "any, all or a number from 1 to that of the members was expected";
        for (const auto member : members) {
            if (!names_.contains(member)) return unknown(member);
            if (!members_.emplace(member).second)
                return "the name " + std::string(member) + " is a group's member already";
        }
        if (!define(words[1])) return "this name is taken";
        policy_.groups.push_back({std::string(words[1]),
                                  static_cast<std::size_t>(needed),
                                  {members.begin(), members.end()}});
        return {};
    }

    std::string read_quorum(const Words& words) {
        if (words.size() != 2) return "quorum <name> was expected";
        if (has_quorum_) return "the quorum stands above already";
        if (words[1] != none && !names_.contains(words[1])) return unknown(words[1]);
        policy_.quorum = words[1];
        has_quorum_ = true;
        return {};
    }

    bool define(std::string_view name) { return name != none && names_.emplace(name).second; }

    static std::string unknown(std::string_view name) {
        return "the name " + std::string(name) + " is not defined above";
    }

    Policy policy_;
    bool has_quorum_ = false;
    std::set<PublicKey> keys_;
    std::set<std::string, std::less<>> names_;    // defined
    std::set<std::string, std::less<>> members_;  // of any group
};

/// Of ASCII's control characters tab alone; bytes beyond ASCII are nobody's business here.
bool is_policy_line(std::string_view line) {
    return std::ranges::none_of(
        line, [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7F; });
}

std::string with_url(std::string line, const std::string& url) {
    return line + (url.empty() ? "" : ' ' + url) + '\n';
}

std::string needed_word(const Policy::Group& group) {
    if (group.needed == group.members.size()) return std::string(all);
    return group.needed == 1 ? std::string(any) : std::to_string(group.needed);
}

}  // namespace

std::string format_policy(const Policy& policy) {
    std::string file;
    for (const auto& log : policy.logs)
        file += with_url("log " + format_verifier_key(log.key), log.url);
    for (const auto& [name, key, url] : policy.witnesses)
        file += with_url("witness " + name + ' ' + format_verifier_key(key), url);
    for (const auto& group : policy.groups) {
        file += "group " + group.name + ' ' + needed_word(group);
        for (const auto& member : group.members) file += ' ' + member;
        file += '\n';
    }
    return file + "quorum " + policy.quorum + '\n';
}

Result<Policy> parse_policy(std::string_view file) {
    if (file.size() > size_limit) return Error{Fault::malformed, "a policy of more than 1 MiB"};
    Reader reader;
    for (int number = 1; !file.empty(); ++number) {
        const auto end = file.find('\n');
        const auto line = file.substr(0, end);
        const auto wrong = end == std::string_view::npos ? "the line does not end"
                           : !is_policy_line(line)       ? "a control character"
                                                         : reader.read(words_of(line));
        if (!wrong.empty())
            return Error{Fault::malformed, "policy, line " + std::to_string(number) + ": " + wrong};
        file.remove_prefix(end + 1);
    }
    auto policy = reader.policy();
    if (!policy) return Error{Fault::malformed, "policy: no quorum line"};
    return *std::move(policy);
}

bool satisfied(const Policy& policy, std::span<const VerifierKey> cosigners) {
    std::set<std::string, std::less<>> have_seen;
    for (const auto& witness : policy.witnesses)
        if (std::ranges::find(cosigners, witness.key) != cosigners.end())
            have_seen.insert(witness.name);
    for (const auto& group : policy.groups) {  // each after its members
        const auto seen = std::ranges::count_if(
            group.members, [&](const auto& member) { return have_seen.contains(member); });
        if (static_cast<std::size_t>(seen) >= group.needed) have_seen.insert(group.name);
    }
    return policy.quorum == none || have_seen.contains(policy.quorum);
}

}  // namespace placet
