// content_reader.h: reads the members of one closed JSON object; used by content.cpp alone.
#pragma once

#include "ledger/record_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace placet::ledger {

/// Reads members by name and remembers the first trouble; after it every value is a default.
/// Members that nobody asked for are trouble too: schemas of a type version are closed.
class ContentReader {
public:
    explicit ContentReader(const nlohmann::json& object) : object_(object) {
        if (!object.is_object()) trouble("not an object");
    }

    std::string text(const char* name) {
        const auto* value = member(name);
        if (value == nullptr) return {};
        if (!value->is_string()) return trouble(name, "is not a text"), std::string{};
        return value->get<std::string>();
    }

    std::int64_t integer(const char* name) {
        const auto* value = member(name);
        if (value == nullptr) return 0;
        if (!value->is_number_integer()) return trouble(name, "is not an integer"), 0;
        return value->get<std::int64_t>();
    }

    bool boolean(const char* name) {
        const auto* value = member(name);
        if (value == nullptr) return false;
        if (!value->is_boolean()) return trouble(name, "is neither true nor false"), false;
        return value->get<bool>();
    }

    template <class Enum>
    Enum choice_of(const char* name) {
        const auto value = from_text<Enum>(text(name));
        if (!value) return trouble(name, "is no word of this format"), Enum{};
        return *value;
    }

    Hash hash(const char* name) {
        const auto value = hash_from_hex(text(name));
        if (!value) return trouble(name, "is not a SHA-256 in hexadecimal"), Hash{};
        return *value;
    }

    PublicKey key(const char* name) {
        const auto bytes = from_base64(text(name));
        PublicKey key = {};
        if (!bytes || bytes->size() != key.size())
            return trouble(name, "is not a public key in base64"), key;
        std::copy(bytes->begin(), bytes->end(), key.begin());
        return key;
    }

    std::vector<std::string> texts(const char* name) {
        std::vector<std::string> result;
        const auto* value = member(name);
        if (value == nullptr) return result;
        if (!value->is_array()) return trouble(name, "is not a list"), result;
        for (const auto& item : *value) {
            if (!item.is_string()) return trouble(name, "holds something that is no text"), result;
            result.push_back(item.get<std::string>());
        }
        return result;
    }

    std::map<std::string, Hash> hashes(const char* name) {
        std::map<std::string, Hash> result;
        for (auto& [key, value] : words(name)) {
            const auto hash = hash_from_hex(value);
            if (!hash) return trouble(name, "holds something that is no SHA-256"), result;
            result.emplace(key, *hash);
        }
        return result;
    }

    std::map<std::string, std::string> words(const char* name) {
        std::map<std::string, std::string> result;
        const auto* value = member(name);
        if (value == nullptr) return result;
        if (!value->is_object()) return trouble(name, "is not an object"), result;
        for (const auto& [key, item] : value->items()) {
            if (!item.is_string()) return trouble(name, "holds something that is no text"), result;
            result.emplace(key, item.get<std::string>());
        }
        return result;
    }

    /// The member as it is, for forms that occur once; an empty object if it is missing.
    const nlohmann::json& raw(const char* name) {
        static const nlohmann::json nothing = nlohmann::json::object();
        const auto* value = member(name);
        if (value == nullptr) return nothing;
        if (!value->is_object()) return trouble(name, "is not an object"), nothing;
        return *value;
    }

    /// A list of objects, each read whole by `read(ContentReader&)`.
    template <class Read>
    auto objects(const char* name, Read read) {
        std::vector<decltype(read(*this))> result;
        const auto* value = member(name);
        if (value == nullptr) return result;
        if (!value->is_array()) return trouble(name, "is not a list"), result;
        for (const auto& item : *value) {
            ContentReader reader(item);
            result.push_back(read(reader));
            if (const auto done = reader.finish(); !done)
                return trouble(name, done.error().detail), result;
        }
        return result;
    }

    Result<Done> finish() const {
        if (!trouble_.empty()) return Error{Fault::malformed, trouble_};
        if (asked_ != object_.size())
            return Error{Fault::malformed, "a member that this type does not have"};
        return Done{};
    }

    void trouble(const char* name, std::string_view what) {
        trouble(fmt::format("member {} {}", name, what));
    }

private:
    void trouble(std::string what) {
        if (trouble_.empty()) trouble_ = std::move(what);
    }
    const nlohmann::json* member(const char* name) {
        if (!trouble_.empty()) return nullptr;
        const auto found = object_.find(name);
        if (found == object_.end()) return trouble(name, "is missing"), nullptr;
        ++asked_;
        return &*found;
    }

    const nlohmann::json& object_;
    std::size_t asked_ = 0;
    std::string trouble_;
};

}  // namespace placet::ledger
