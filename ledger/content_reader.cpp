#include "ledger/content_reader.h"

#include <algorithm>

namespace placet::ledger {

ContentReader::ContentReader(CanonicalValue object) {
    if (object.is_object())
        members_ = object.members();
    else
        trouble("not an object");
}

std::string ContentReader::text(std::string_view name) {
    const auto value = member(name);
    if (!value) return {};
    if (!value->is_text()) return trouble(name, "is not a text"), std::string{};
    return value->text();
}

std::int64_t ContentReader::integer(std::string_view name) {
    const auto value = member(name);
    if (!value) return 0;
    if (!value->is_integer()) return trouble(name, "is not an integer"), 0;
    return value->integer();
}

bool ContentReader::boolean(std::string_view name) {
    const auto value = member(name);
    if (!value) return false;
    if (!value->is_boolean()) return trouble(name, "is neither true nor false"), false;
    return value->boolean();
}

Hash ContentReader::hash(std::string_view name) {
    const auto value = hash_from_hex(text(name));
    if (!value) return trouble(name, "is not a SHA-256 in hexadecimal"), Hash{};
    return *value;
}

std::optional<Hash> ContentReader::hash_or_none(std::string_view name) {
    const auto value = text(name);
    if (value.empty()) return std::nullopt;
    const auto hash = hash_from_hex(value);
    if (!hash) return trouble(name, "is neither empty nor a SHA-256 in hexadecimal"), std::nullopt;
    return *hash;
}

std::vector<Hash> ContentReader::hash_list(std::string_view name) {
    std::vector<Hash> result;
    for (const auto& value : texts(name)) {
        const auto hash = hash_from_hex(value);
        if (!hash) return trouble(name, "holds something that is no SHA-256"), result;
        result.push_back(*hash);
    }
    return result;
}

PublicKey ContentReader::key(std::string_view name) {
    const auto bytes = from_base64(text(name));
    PublicKey key = {};
    if (!bytes || bytes->size() != key.size())
        return trouble(name, "is not a public key in base64"), key;
    std::ranges::copy(*bytes, key.begin());
    return key;
}

std::vector<std::string> ContentReader::texts(std::string_view name) {
    std::vector<std::string> result;
    for (const auto& item : items(name)) {
        if (!item.is_text()) return trouble(name, "holds something that is no text"), result;
        result.push_back(item.text());
    }
    return result;
}

std::map<std::string, Hash> ContentReader::hashes(std::string_view name) {
    std::map<std::string, Hash> result;
    for (auto& [key, value] : words(name)) {
        const auto hash = hash_from_hex(value);
        if (!hash) return trouble(name, "holds something that is no SHA-256"), result;
        result.emplace(key, *hash);
    }
    return result;
}

std::map<std::string, std::string> ContentReader::words(std::string_view name) {
    std::map<std::string, std::string> result;
    for (const auto& [key, value] : raw(name).members()) {
        const CanonicalValue word(value);
        if (!word.is_text()) return trouble(name, "holds something that is no text"), result;
        result.emplace(key, word.text());
    }
    return result;
}

CanonicalValue ContentReader::raw(std::string_view name) {
    const auto value = member(name);
    if (value && value->is_object()) return *value;
    if (value) trouble(name, "is not an object");
    return CanonicalValue("{}");
}

Result<Done> ContentReader::finish() const {
    if (!trouble_.empty()) return Error{Fault::malformed, trouble_};
    if (asked_ != members_.size())
        return Error{Fault::malformed, "a member that this type does not have"};
    return Done{};
}

void ContentReader::trouble(std::string_view name, std::string_view what) {
    trouble(fmt::format("member {} {}", name, what));
}

void ContentReader::trouble(std::string what) {
    if (trouble_.empty()) trouble_ = std::move(what);
}

std::optional<CanonicalValue> ContentReader::member(std::string_view name) {
    if (!trouble_.empty()) return std::nullopt;
    const auto found = std::ranges::find(members_, name, &Member::name);
    if (found == members_.end()) return trouble(name, "is missing"), std::nullopt;
    ++asked_;
    return CanonicalValue(found->value);
}

/// Of a list; none where there is trouble.
std::vector<CanonicalValue> ContentReader::items(std::string_view name) {
    const auto value = member(name);
    if (value && value->is_list()) return value->items();
    if (value) trouble(name, "is not a list");
    return {};
}

}  // namespace placet::ledger
