#include "tests/fuzz/mutation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t limit);

namespace placet::fuzz {
namespace {

using nlohmann::json;

constexpr std::size_t growth = 64;
constexpr std::size_t field_limit = 20000;  // longer than an entry may be

/// Where off-by-one and overflow live: of bytes, of JSON integers, of 32 and 64 bits.
constexpr std::array<std::int64_t, 16> boundaries = {0,
                                                     1,
                                                     2,
                                                     -1,
                                                     255,
                                                     256,
                                                     16384,
                                                     2147483647,
                                                     4294967295,
                                                     9007199254740990,
                                                     9007199254740991,
                                                     9007199254740992,
                                                     -9007199254740991,
                                                     253402300800000,  // 31 December 9999, in ms
                                                     std::numeric_limits<std::int64_t>::max(),
                                                     std::numeric_limits<std::int64_t>::min()};

bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 20 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t mutated_number(std::int64_t number, Dice& dice) {
    // Unsigned: the neighbours of the greatest number are wanted, too.
    const auto near = static_cast<std::uint64_t>(number) + dice.below(5) - 2;
    return dice.one_in(2) ? static_cast<std::int64_t>(near) : dice.pick(boundaries);
}

Bytes flipped(Bytes bytes, Dice& dice) {
    if (!bytes.empty()) bytes[dice.below(bytes.size())] ^= static_cast<Byte>(1U << dice.below(8));
    if (dice.one_in(24)) bytes.resize(dice.below(2) == 0 ? bytes.size() + 1 : bytes.size() / 2);
    return bytes;
}

/// A value and the name of the member that it is, or is in.
struct Named {
    std::string name = {};
    json* value = nullptr;
};

/// This value and every one in it.
std::vector<Named> values_of(json& root) {
    std::vector<Named> all = {{.value = &root}};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto [name, value] = all[i];
        if (value->is_object())
            for (const auto& member : value->items())
                all.push_back({member.key(), &value->at(member.key())});
        if (value->is_array())
            for (auto& item : *value) all.push_back({name, &item});
    }
    return all;
}

/// A value to take over: mostly one of the same name.
json value_like(const Named& value, const std::vector<Named>& from, Dice& dice) {
    std::vector<Named> alike;
    std::ranges::copy_if(from, std::back_inserter(alike),
                         [&](const Named& each) { return each.name == value.name; });
    return *dice.pick(alike.empty() || dice.one_in(8) ? from : alike).value;
}

void mutate_array(json& array, const json& other, Dice& dice) {
    const auto place = [&] {
        return array.begin() + static_cast<std::ptrdiff_t>(dice.below(array.size()));
    };
    switch (array.empty() ? 0 : dice.below(5)) {
        case 0:
            return array.push_back(other);
        case 1:
            return static_cast<void>(array.erase(place()));
        case 2:
            return array.push_back(json(*place()));
        case 3:
            return std::swap(*place(), *place());
        default:
            return static_cast<void>(array.insert(place(), other));
    }
}

void mutate_object(json& object, const json& other, Dice& dice, Words words) {
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items()) names.push_back(name);
    if (names.empty() || dice.one_in(4)) {
        object[words.empty() ? "name" : std::string(dice.pick(words))] = other;
        return;
    }
    const auto& name = dice.pick(names);
    if (dice.one_in(2))
        object.erase(name);
    else
        object[mutated_field(name, dice, words)] = std::exchange(object[name], nullptr);
}

json of_another_kind(Dice& dice) {
    static const std::array<json, 7> kinds = {json(nullptr), json(true),    json(0),       json(""),
                                              json(0.5),     json::array(), json::object()};
    return dice.pick(kinds);
}

/// One part changed by `change`, or one more, fewer, elsewhere or of another text.
template <class Change>
void mutate_parts(std::vector<std::string>& parts, const std::vector<std::string>& others,
                  Dice& dice, Change change) {
    const auto place = [&] {
        return parts.begin() + static_cast<std::ptrdiff_t>(dice.below(parts.size()));
    };
    switch (parts.empty() ? 8 : dice.below(12)) {
        case 8:
            return parts.push_back(dice.pick(others));
        case 9:
            return static_cast<void>(parts.erase(place()));
        case 10:
            *place() = dice.pick(others);
            return;
        case 11:
            return std::swap(*place(), *place());
        default:
            return change(*place());
    }
}

}  // namespace

std::string mutated_bytes(std::string bytes) {
    const auto size = bytes.size();
    bytes.resize(size + growth);
    bytes.resize(
        LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), size, bytes.size()));
    return bytes;
}

std::string mutated_field(const std::string& field, Dice& dice, Words words) {
    if (dice.one_in(16)) return "";
    if (dice.one_in(32)) return std::string(dice.below(field_limit), dice.one_in(2) ? 'a' : '\n');
    if (!words.empty() && dice.one_in(6)) return std::string(dice.pick(words));
    if (is_number(field) && !dice.one_in(4))
        return std::to_string(mutated_number(std::stoll("0" + field.substr(0, 18)), dice));
    if (field.size() >= 8 && !dice.one_in(8)) {
        if (const auto bytes = from_hex(field)) return hex(flipped(*bytes, dice));
        if (const auto bytes = from_base64(field)) return base64(flipped(*bytes, dice));
    }
    return mutated_bytes(field);
}

std::string mutated_json(const std::string& text, const std::string& from, Dice& dice,
                         Words words) {
    json root = json::parse(text, nullptr, false);
    json source = json::parse(from, nullptr, false);
    if (root.is_discarded() || source.is_discarded()) return mutated_bytes(text);
    const auto values = values_of(root), others = values_of(source);
    const auto& chosen = dice.pick(values);
    json& value = *chosen.value;
    const json other = value_like(chosen, others, dice);
    if (dice.one_in(32)) {
        value = of_another_kind(dice);
    } else if (dice.one_in(4)) {
        value = other;
    } else if (value.is_string()) {
        value = mutated_field(value.get<std::string>(), dice, words);
    } else if (value.is_number_integer()) {
        value = mutated_number(value.get<std::int64_t>(), dice);
    } else if (value.is_boolean()) {
        value = !value.get<bool>();
    } else if (value.is_array()) {
        mutate_array(value, other, dice);
    } else if (value.is_object()) {
        mutate_object(value, other, dice, words);
    } else {
        value = other;
    }
    return root.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string mutated_lines(const std::string& text, const std::string& other, char separator,
                          Dice& dice, Words words) {
    auto lines = split(text, '\n');
    const auto others = split(other, '\n');
    mutate_parts(lines, others, dice, [&](std::string& line) {
        auto cells = split(line, separator);
        const auto more = split(dice.pick(others), separator);
        mutate_parts(cells, more, dice,
                     [&](std::string& cell) { cell = mutated_field(cell, dice, words); });
        line = joined(cells, separator);
    });
    return joined(lines, '\n');
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string joined(const std::vector<std::string>& parts, char separator) {
    std::string text;
    for (const auto& part : parts) text += part + separator;
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace placet::fuzz
