// Source: the makers of tests/data/vectors; two notes under one key and a consistency proof of
// RFC 6962, 2.1.2.
#include "ledger/exchange/fork_evidence.h"

#include "tests/crypto/stored_tree.h"
#include "tests/crypto/vector_values.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using nlohmann::json;

namespace {

const SigningKey& key() {
    static const auto key = SigningKey::from_seed(Bytes(32, 1));
    return key;
}

const VerifierKey verifier = {.name = "ledger.example/desk", .key = key().public_key()};

std::string note(std::uint64_t size, const Hash& root) {
    return sign_checkpoint({.origin = verifier.name, .size = size, .root = root}, key());
}

/// Two histories that share `common` entries.
struct Fork {
    StoredTree a, b;

    Fork(std::uint64_t common, std::uint64_t size_a, std::uint64_t size_b) {
        const auto entry = [&](const char* branch, std::uint64_t i) {
            return leaf_hash(bytes_of((i < common ? "" : branch) + std::to_string(i)));
        };
        for (std::uint64_t i = 0; i < size_a; ++i) a.append(entry("a", i));
        for (std::uint64_t i = 0; i < size_b; ++i) b.append(entry("b", i));
    }
    ForkEvidence evidence() const {
        const auto size_a = a.range().size(), size_b = b.range().size();
        return {.key = verifier,
                .checkpoint_a = note(size_a, a.range().root()),
                .checkpoint_b = note(size_b, b.range().root()),
                .other_root_at_a = b.root(size_a),
                .proof = *prove_consistency(size_a, size_b, b.source(size_b))};
    }
};

std::string why_not(const ForkEvidence& evidence) {
    const auto error = error_of(check_fork_evidence(evidence));
    CHECK(error.fault == Fault::unverified);
    return error.detail;
}

bool malformed(const std::string& file) {
    const auto evidence = parse_fork_evidence(file);
    return !evidence && evidence.error().fault == Fault::malformed;
}

json worked() { return json::parse(format_fork_evidence(Fork(3, 5, 9).evidence())); }

}  // namespace

TEST_CASE("published evidence of forks is accepted, and every near miss refused",
          "[exchange][vectors]") {
    const auto vectors = load_vectors("fork_evidence.json");
    if (!vectors) return;
    int proven = 0;
    for (const auto& example : cases_of(*vectors, "cases")) {
        INFO(text(example, "desc"));
        const auto evidence = parse_fork_evidence(example.at("evidence").dump());
        const bool proves = evidence && check_fork_evidence(*evidence);
        CHECK(proves == example.at("proves_equivocation").get<bool>());
        proven += proves ? 1 : 0;
        if (evidence) CHECK(json::parse(format_fork_evidence(*evidence)) == example.at("evidence"));
    }
    CHECK(proven > 0);
}

TEST_CASE("two histories of one log are proven wherever they part", "[exchange]") {
    for (std::uint64_t size_a = 1; size_a <= 9; ++size_a)
        for (std::uint64_t size_b = size_a; size_b <= 9; ++size_b)
            for (std::uint64_t common = 0; common <= size_a; ++common) {
                INFO(common << " in common, " << size_a << " and " << size_b);
                const auto evidence = Fork(common, size_a, size_b).evidence();
                CHECK(value_of(parse_fork_evidence(format_fork_evidence(evidence))) == evidence);
                if (common == size_a) {  // b goes on where a stopped: no fork
                    CHECK(why_not(evidence).find("agree") != std::string::npos);
                    continue;
                }
                const auto fork = value_of(check_fork_evidence(evidence));
                CHECK(fork.key == verifier);
                CHECK(fork.size_a == size_a);
                CHECK(fork.size_b == size_b);
            }
}

TEST_CASE("what was changed in evidence proves nothing", "[exchange]") {
    const auto good = Fork(3, 5, 9).evidence();
    REQUIRE(check_fork_evidence(good));
    const auto changed_by = [&](auto change) {
        auto other = good;
        change(other);
        return why_not(other);
    };
    changed_by([](auto& e) { std::swap(e.checkpoint_a, e.checkpoint_b); });
    changed_by([](auto& e) { e.checkpoint_b = e.checkpoint_a; });
    changed_by([](auto& e) { e.other_root_at_a = changed(e.other_root_at_a); });
    changed_by([](auto& e) { e.proof.pop_back(); });
    changed_by([](auto& e) { e.proof.push_back({}); });
    for (std::size_t i = 0; i < good.proof.size(); ++i)
        changed_by([&](auto& e) { e.proof[i] = changed(e.proof[i]); });
    changed_by([](auto& e) { e.key.key[0] ^= 1; });
    changed_by([](auto& e) { e.key.name += 'x'; });
    for (std::size_t i = 0; i < good.checkpoint_a.size(); ++i) {
        INFO("byte " << i);
        changed_by([&](auto& e) { e.checkpoint_a[i] = static_cast<char>(e.checkpoint_a[i] ^ 1); });
    }

    // One size: an empty proof, and the other root itself.
    const auto same = Fork(4, 6, 6).evidence();
    REQUIRE(check_fork_evidence(same));
    auto other = same;
    other.proof.push_back({});
    why_not(other);
    other = same;
    other.other_root_at_a = changed(other.other_root_at_a);
    why_not(other);
    other = same;
    other.checkpoint_b = other.checkpoint_a;
    other.other_root_at_a = Fork(4, 6, 6).a.range().root();
    why_not(other);
}

TEST_CASE("the empty tree contradicts nothing", "[exchange]") {
    auto evidence = Fork(0, 5, 5).evidence();
    evidence.checkpoint_a = note(0, empty_root());
    evidence.proof.clear();
    why_not(evidence);
    evidence.other_root_at_a = empty_root();
    why_not(evidence);
}

TEST_CASE("evidence is told in one sentence", "[exchange]") {
    const auto id = hex(BytesView{verifier.id()});
    CHECK(
        to_sentence(value_of(check_fork_evidence(Fork(3, 5, 9).evidence()))) ==
        "The key ledger.example/desk+" + id +
            " signed two histories of its log: one of 5 entries, and one of 9 that does not begin "
            "with them.");
    CHECK(to_sentence(value_of(check_fork_evidence(Fork(4, 6, 6).evidence()))) ==
          "The key ledger.example/desk+" + id +
              " signed two histories of its log: two of 6 entries that are not the same.");
}

TEST_CASE("evidence is five members, in order, indented, and ends with a line", "[exchange]") {
    auto evidence = Fork(0, 1, 2).evidence();
    evidence.checkpoint_a = "a\n";
    evidence.checkpoint_b = "\xE2\x80\x94\n";
    CHECK(format_fork_evidence(evidence) ==
          "{\n  \"vkey\": \"" + format_verifier_key(verifier) +
              "\",\n  \"checkpoint_a\": \"a\\n\",\n  \"checkpoint_b\": \"\xE2\x80\x94\\n\",\n"
              "  \"other_root_at_a_b64\": \"" +
              base64(evidence.other_root_at_a) + "\",\n  \"proof_b64\": [\n    \"" +
              base64(evidence.proof.at(0)) + "\"\n  ]\n}\n");
}

TEST_CASE("anything but an object of these five members is refused", "[exchange]") {
    const auto good = worked();
    const auto file = good.dump();
    REQUIRE(parse_fork_evidence(file));
    CHECK(parse_fork_evidence(good.dump(4) + "\n \n"));
    for (const auto& [name, value] : good.items()) {
        INFO(name);
        auto other = good;
        other.erase(name);
        CHECK(malformed(other.dump()));
        other["more"] = value;
        CHECK(malformed(other.dump()));
        for (const auto& wrong :
             {json(nullptr), json(true), json(1), json("x"), json(json::object()), json({1}),
              json({"x"}), json({{"vkey", "x"}})}) {
            other = good;
            other[name] = wrong;
            const bool free = name.starts_with("checkpoint") && wrong == json("x");
            CHECK(malformed(other.dump()) == !free);
        }
        // Twice: which of the two counts differs from reader to reader.
        auto twice = file;
        twice.insert(1, json(name).dump() + ":" + value.dump() + ",");
        CHECK(malformed(twice));
    }
    auto more = good;
    more["more"] = 1;
    CHECK(malformed(more.dump()));
    for (const auto& wrong :
         {std::string(), std::string("null"), std::string("[]"), std::string("{}"),
          "[" + file + "]", file + file, file + ",", file + '\0', file + std::string("\0x", 2),
          "\xEF\xBB\xBF" + file, " " + file, "//\n" + file, file + "//"})
        CHECK(malformed(wrong));
    for (std::size_t size = 0; size < file.size(); ++size) CHECK(malformed(file.substr(0, size)));
    auto witness = good;
    auto witness_key = verifier;
    witness_key.algorithm = algorithm_cosignature_v1;
    witness["vkey"] = format_verifier_key(witness_key);
    CHECK(malformed(witness.dump()));
}

TEST_CASE("evidence has a bound, and depth exhausts nothing", "[exchange]") {
    const auto file = worked().dump();
    constexpr std::size_t limit = 1U << 20U;
    CHECK(parse_fork_evidence(file + std::string(limit - file.size(), ' ')));
    CHECK(malformed(file + std::string(limit - file.size() + 1, ' ')));
    const std::string start = "{\"vkey\":";
    CHECK(malformed(start + std::string(limit - start.size(), '[')));
    std::string nested = start;
    while (nested.size() < limit - 8) nested += "{\"a\":";
    CHECK(malformed(nested));
    const auto half = (limit - start.size() - 1) / 2;
    CHECK(malformed(start + std::string(half, '[') + std::string(half, ']') + "}"));
}
