#include "ledger/exchange/fork_evidence.h"

#include <fmt/format.h>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace placet::ledger {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t size_limit = 1U << 20U;
constexpr std::array members = {"vkey", "checkpoint_a", "checkpoint_b", "other_root_at_a_b64",
                                "proof_b64"};

Error malformed(std::string_view why) {
    return {Fault::malformed, fmt::format("not fork evidence: {}", why)};
}

Error unproven(std::string_view why) {
    return {Fault::unverified, fmt::format("this proves no fork: {}", why)};
}

/// An object that names each member once, and nothing else, at any depth.
std::optional<json> parse_object(std::string_view file) {
    // nlohmann's reader skips a byte order mark and takes a NUL for the end.
    if (!file.starts_with('{') || file.find('\0') != std::string_view::npos) return std::nullopt;
    std::size_t names = 0;
    const auto count = [&](int, json::parse_event_t event, json&) {
        names += event == json::parse_event_t::key ? 1 : 0;
        return true;
    };
    auto object = json::parse(file, count, false);  // no exceptions: discarded
    if (object.is_discarded() || names != members.size()) return std::nullopt;
    for (const auto* member : members)
        if (!object.contains(member)) return std::nullopt;
    return object;
}

std::optional<Hash> hash_of(const json& value) {
    if (!value.is_string()) return std::nullopt;
    const auto hash = hash_from_base64(value.get_ref<const std::string&>());
    return hash ? std::optional(*hash) : std::nullopt;
}

}  // namespace

std::string format_fork_evidence(const ForkEvidence& evidence) {
    auto proof = ordered_json::array();
    for (const Hash& hash : evidence.proof) proof.push_back(base64(hash));
    const ordered_json object = {{"vkey", format_verifier_key(evidence.key)},
                                 {"checkpoint_a", evidence.checkpoint_a},
                                 {"checkpoint_b", evidence.checkpoint_b},
                                 {"other_root_at_a_b64", base64(evidence.other_root_at_a)},
                                 {"proof_b64", std::move(proof)}};
    return object.dump(2) + '\n';
}

Result<ForkEvidence> parse_fork_evidence(std::string_view file) {
    if (file.size() > size_limit) return malformed("more than 1 MiB");
    const auto object = parse_object(file);
    if (!object) return malformed("not an object of its five members");
    ForkEvidence evidence;
    for (const auto* name : {"vkey", "checkpoint_a", "checkpoint_b"})
        if (!object->at(name).is_string()) return malformed(fmt::format("{} is no text", name));
    auto key = parse_verifier_key(object->at("vkey").get_ref<const std::string&>());
    if (!key) return malformed(key.error().detail);
    evidence.key = *std::move(key);
    evidence.checkpoint_a = object->at("checkpoint_a").get_ref<const std::string&>();
    evidence.checkpoint_b = object->at("checkpoint_b").get_ref<const std::string&>();
    const auto other_root = hash_of(object->at("other_root_at_a_b64"));
    if (!other_root) return malformed("other_root_at_a_b64 is no hash");
    evidence.other_root_at_a = *other_root;
    if (!object->at("proof_b64").is_array()) return malformed("proof_b64 is no list");
    for (const auto& value : object->at("proof_b64")) {
        const auto hash = hash_of(value);
        if (!hash) return malformed("proof_b64 holds what is no hash");
        evidence.proof.push_back(*hash);
    }
    return evidence;
}

Result<ProvenFork> check_fork_evidence(const ForkEvidence& evidence) {
    const auto a = open_checkpoint(evidence.checkpoint_a, evidence.key);
    if (!a) return unproven(fmt::format("checkpoint_a: {}", a.error().detail));
    const auto b = open_checkpoint(evidence.checkpoint_b, evidence.key);
    if (!b) return unproven(fmt::format("checkpoint_b: {}", b.error().detail));
    if (a->size > b->size) return unproven("checkpoint_a is of the larger tree");
    if (evidence.other_root_at_a == a->root) return unproven("the two histories agree");
    // Where the sizes are equal: an empty proof, and b's own root.
    const auto prefix =
        check_consistency(a->size, b->size, evidence.proof, evidence.other_root_at_a, b->root);
    if (!prefix) return unproven(prefix.error().detail);
    return ProvenFork{.key = evidence.key, .size_a = a->size, .size_b = b->size};
}

std::string to_sentence(const ProvenFork& fork) {
    const auto id = hex(BytesView{fork.key.id()});
    if (fork.size_a == fork.size_b)
        return fmt::format(
            "The key {}+{} signed two histories of its log: two of {} entries that are not the "
            "same.",
            fork.key.name, id, fork.size_a);
    return fmt::format(
        "The key {}+{} signed two histories of its log: one of {} entries, and one of {} that does "
        "not begin with them.",
        fork.key.name, id, fork.size_a, fork.size_b);
}

}  // namespace placet::ledger
