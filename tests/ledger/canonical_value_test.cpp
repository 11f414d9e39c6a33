// Read where it stands, a canonical text says what another JSON library reads in it.
#include "ledger/canonical_value.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <random>

using namespace placet::ledger;
using nlohmann::json;

namespace {

/// The value as that library would hold it.
json as_json(CanonicalValue value) {
    if (value.is_object()) {
        json object = json::object();
        for (const auto& [name, member] : value.members())
            object[std::string(name)] = as_json(CanonicalValue(member));
        return object;
    }
    if (value.is_list()) {
        json list = json::array();
        for (const auto& item : value.items()) list.push_back(as_json(item));
        return list;
    }
    if (value.is_text()) return value.text();
    if (value.is_integer()) return value.integer();
    if (value.is_boolean()) return value.boolean();
    return nullptr;
}

std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> pieces = {"a", "\"", "\\",  "\n",  "{", "}",
                                                    "[", "]",  ",",   ":",   "é", "日",
                                                    "😀", " ",  "\\n", "\"}", "0", "-"};
    std::string text;
    for (auto left = random() % 6; left > 0; --left) text += pieces[random() % pieces.size()];
    return text;
}

json random_value(std::mt19937& random, int depth) {
    switch (random() % (depth < 6 ? 7 : 5)) {
        case 0:
            return random_text(random);
        case 1:
            return static_cast<std::int64_t>(random()) - 2147483648;
        case 2:
            return integer_limit - static_cast<std::int64_t>(random() % 2);
        case 3:
            return random() % 2 == 0;
        case 4:
            return random() % 4 == 0 ? json(nullptr) : json(random_text(random));
        case 5: {
            json list = json::array();
            for (auto left = random() % 4; left > 0; --left)
                list.push_back(random_value(random, depth + 1));
            return list;
        }
        default: {
            json object = json::object();
            for (auto left = random() % 4; left > 0; --left)
                object["m" + std::to_string(random() % 20)] = random_value(random, depth + 1);
            return object;
        }
    }
}

}  // namespace

TEST_CASE("a canonical text read where it stands says what another library reads", "[ledger]") {
    std::mt19937 random(20261125);
    int nested = 0;
    for (int i = 0; i < 20'000; ++i) {
        json object = json::object();
        for (auto left = random() % 5; left > 0; --left)
            object["n" + std::to_string(random() % 9)] = random_value(random, 2);
        const auto text = object.dump();
        INFO(text);
        REQUIRE(scan_object(text));
        REQUIRE(as_json(CanonicalValue(text)) == json::parse(text));
        nested += text.find("[{") != std::string::npos;
    }
    CHECK(nested > 100);  // or this would say nothing about lists of objects
}

TEST_CASE("escapes stand for what they escape, and for nothing else", "[ledger]") {
    CHECK(CanonicalValue(R"("a\"b")").text() == "a\"b");
    CHECK(CanonicalValue(R"("a\\n")").text() == "a\\n");
    CHECK(CanonicalValue(R"("a\n")").text() == "a\n");
    CHECK(CanonicalValue(R"("")").text().empty());
    CHECK(CanonicalValue(R"(["]","}",","])").items().size() == 3);
    CHECK(CanonicalValue("[]").items().empty());
    CHECK(CanonicalValue("{}").members().empty());
}

TEST_CASE("what ends too early is not read beyond its end", "[ledger]") {
    const std::string text = R"({"a":["b\\",{"c":-1}],"d":"\""})";
    for (std::size_t length = 0; length < text.size(); ++length) {
        const std::string cut = text.substr(0, length);  // its own memory, which a sanitizer knows
        const CanonicalValue value(cut);
        for (const auto& [name, member] : value.members())
            for (const auto& item : CanonicalValue(member).items()) CHECK(item.text().size() < 40);
    }
}
