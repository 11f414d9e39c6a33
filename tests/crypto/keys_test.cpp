// Sources: RFC 8032, 5.1.7 and 7.1; C2SP signed-note (spelling of keys). The worked key is by the
// makers of tests/data/vectors. Where libraries may disagree, small-order keys and S >= L are
// refused.
#include "crypto/keys.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <type_traits>

using namespace placet;

namespace {

template <class Array>
Array array_of(std::string_view digits) {
    const auto bytes = from_hex(digits);
    REQUIRE(bytes);
    Array array = {};
    REQUIRE(bytes->size() == array.size());
    std::ranges::copy(*bytes, array.begin());
    return array;
}

const VerifierKey& worked_key() {
    static const VerifierKey key{
        .name = "ledger.example/conf-2026/k07-1",
        .key = array_of<PublicKey>(
            "642528c5c6686be092ed299fe8cfb1c8ce5c4f48364b1aa05c628b2379103e27")};
    return key;
}

// The order of the base point, L, little-endian (RFC 8032, 5.1).
constexpr std::string_view order =
    "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

Signature plus_order(Signature signature) {
    const auto l = *from_hex(order);
    unsigned carry = 0;
    for (std::size_t i = 0; i < l.size(); ++i) {
        carry += unsigned{signature[32 + i]} + l[i];
        signature[32 + i] = static_cast<Byte>(carry);
        carry >>= 8;
    }
    REQUIRE(carry == 0);
    return signature;
}

bool refused(const PublicKey& key, std::string_view message, const Signature& signature) {
    const auto checked = check_signature(key, bytes_of(message), signature);
    return !checked && checked.error().fault == Fault::unverified;
}

}  // namespace

TEST_CASE("what was typed is wiped where it was typed", "[crypto]") {
    std::string typed = "246810";
    const char* const where = typed.data();
    const Secret secret = take_secret(typed);
    CHECK(std::string(secret.bytes().begin(), secret.bytes().end()) == "246810");
    CHECK(typed.empty());
    CHECK(std::string(where, 6) == std::string(6, '\0'));
}

TEST_CASE("a signature is the one that RFC 8032 publishes", "[crypto]") {
    const auto key = SigningKey::from_seed(
        *from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    CHECK(hex(BytesView{key.public_key()}) ==
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    CHECK(
        hex(BytesView{key.sign({})}) ==
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701"
        "cf9b46bd25bf5f0595bbe24655141438e7a100b");
    CHECK(check_signature(key.public_key(), {}, key.sign({})));
}

TEST_CASE("a signature serves one key, one message and no other", "[crypto]") {
    const auto key = SigningKey::from_seed(Bytes(32, 7));
    const auto other = SigningKey::from_seed(Bytes(32, 8));
    const std::string message = "Adopted without a vote.";
    const auto signature = key.sign(bytes_of(message));
    REQUIRE(check_signature(key.public_key(), bytes_of(message), signature));
    CHECK(key.sign(bytes_of(message)) == signature);

    CHECK(refused(other.public_key(), message, signature));
    for (std::size_t bit = 0; bit < 8 * message.size(); ++bit) {
        auto wrong = message;
        wrong[bit / 8] = static_cast<char>(wrong[bit / 8] ^ (1 << (bit % 8)));
        REQUIRE(refused(key.public_key(), wrong, signature));
    }
    for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit) {
        auto wrong = signature;
        wrong[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
        REQUIRE(refused(key.public_key(), message, wrong));
    }
    for (std::size_t bit = 0; bit < 8 * key.public_key().size(); ++bit) {
        auto wrong = key.public_key();
        wrong[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
        REQUIRE(refused(wrong, message, signature));
    }
    CHECK(refused(key.public_key(), message.substr(1), signature));
    CHECK(refused(key.public_key(), message + '\n', signature));
}

TEST_CASE("a signature has no second form", "[crypto]") {
    const auto key = SigningKey::from_seed(Bytes(32, 7));
    const auto signature = key.sign(bytes_of("yes"));
    CHECK(refused(key.public_key(), "yes", plus_order(signature)));
    // And the arithmetic of this test is that of the curve: L taken away again is the signature.
    auto back = plus_order(signature);
    const auto l = *from_hex(order);
    int borrow = 0;
    for (std::size_t i = 0; i < l.size(); ++i) {
        const int difference = int{back[32 + i]} - int{l[i]} - borrow;
        back[32 + i] = static_cast<Byte>(difference & 0xFF);
        borrow = difference < 0 ? 1 : 0;
    }
    CHECK(check_signature(key.public_key(), bytes_of("yes"), back));
}

TEST_CASE("a key of small order signs nothing, although every message would fit", "[crypto]") {
    // The eight points of small order, the two spellings of 0 with a sign, and y = p and p + 1.
    const std::string_view points[] = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};
    const auto honest = SigningKey::from_seed(Bytes(32, 7)).public_key();
    for (const auto key_point : points) {
        for (const auto nonce_point : points) {
            INFO("key " << key_point << ", R " << nonce_point);
            Signature signature = {};  // S = 0
            std::ranges::copy(array_of<PublicKey>(nonce_point), signature.begin());
            for (const char* message : {"yes", "no", "abstain", ""})
                CHECK(refused(array_of<PublicKey>(key_point), message, signature));
            CHECK(refused(honest, "yes", signature));
        }
    }
}

TEST_CASE("a signing key is moved, never copied, and comes back from its seed", "[crypto]") {
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<SigningKey>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<SigningKey>);
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Secret>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<Secret>);
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<SigningKey>);
    STATIC_REQUIRE(std::is_nothrow_move_assignable_v<SigningKey>);

    auto key = SigningKey::generate();
    CHECK(key.public_key() != SigningKey::generate().public_key());
    const Secret seed = key.seed();
    const auto again = SigningKey::from_seed(seed.bytes());
    CHECK(again.public_key() == key.public_key());
    const auto signature = key.sign(bytes_of("yes"));
    CHECK(again.sign(bytes_of("yes")) == signature);
    const auto moved = std::move(key);
    CHECK(moved.sign(bytes_of("yes")) == signature);
}

TEST_CASE("a secret starts as zeros or as a copy, and moves whole", "[crypto]") {
    Secret empty(std::size_t{5});
    CHECK(std::ranges::all_of(empty.bytes(), [](Byte b) { return b == 0; }));
    const Bytes bytes = {1, 2, 3};
    Secret secret{BytesView{bytes}};
    CHECK(std::ranges::equal(secret.bytes(), bytes));
    Secret moved(std::move(secret));
    CHECK(std::ranges::equal(moved.bytes(), bytes));
    empty = std::move(moved);
    CHECK(std::ranges::equal(empty.bytes(), bytes));
    CHECK(Secret(std::size_t{0}).bytes().empty());
}

TEST_CASE("the worked verifier key has the worked key ID", "[crypto]") {
    const std::string spelling =
        "ledger.example/conf-2026/k07-1+45aae0f9+AWQlKMXGaGvgku0pn+jPscjOXE9INksaoFxiiyN5ED4n";
    CHECK(hex(BytesView{worked_key().id()}) == "45aae0f9");
    CHECK(format_verifier_key(worked_key()) == spelling);
    CHECK(*parse_verifier_key(spelling) == worked_key());
    CHECK(SigningKey::from_seed(
              *from_hex("d8eb9d8c96772df44a23018db9b62e1b5d11a4342ae8dfdb1fdc24627342f588"))
              .public_key() == worked_key().key);

    // The same key for another use has another ID.
    auto witness = worked_key();
    witness.algorithm = algorithm_cosignature_v1;
    CHECK(witness.id() != worked_key().id());
    CHECK(*parse_witness_key(format_verifier_key(witness)) == witness);
}

TEST_CASE("neither a log's key nor a witness's is read as the other", "[crypto]") {
    // The keys of tests/data/vectors/cosignature.json: of the log, and of its first witness.
    const std::string log =
        "ledger.example/conf-2026/k07-1+45aae0f9+AWQlKMXGaGvgku0pn+jPscjOXE9INksaoFxiiyN5ED4n";
    const std::string witness =
        "witness.example/k11+d50b319a+BEQgaZ5OKljDn0cclaH6PMdvlK0Su/HW9uNIIaEHnKvG";
    const auto malformed = [](const Result<VerifierKey>& key) {
        return !key && key.error().fault == Fault::malformed;
    };
    CHECK(parse_verifier_key(log)->algorithm == algorithm_ed25519);
    CHECK(parse_witness_key(witness)->algorithm == algorithm_cosignature_v1);
    CHECK(format_verifier_key(*parse_witness_key(witness)) == witness);
    CHECK(malformed(parse_witness_key(log)));
    CHECK(malformed(parse_verifier_key(witness)));
}

TEST_CASE("no other text is read as that verifier key, or as any", "[crypto]") {
    const auto spelling = format_verifier_key(worked_key());
    const auto malformed = [](std::string_view text) {
        const auto key = parse_verifier_key(text);
        return !key && key.error().fault == Fault::malformed;
    };
    for (std::size_t i = 0; i < spelling.size(); ++i) {
        INFO("position " << i);
        CHECK(malformed(spelling.substr(0, i)));
        for (int c = 0; c < 256; ++c) {
            auto wrong = spelling;
            wrong[i] = static_cast<char>(c);
            if (wrong != spelling) REQUIRE(malformed(wrong));
        }
    }
    CHECK(malformed(spelling + "\n"));
    CHECK(malformed(" " + spelling));

    // Right key IDs of what we do not read: other types, other lengths, other names.
    const auto spelled = [](std::string_view name, const Bytes& encoded) {
        const auto key = BytesView(encoded).subspan(1);
        return std::string(name) + '+' + hex(BytesView{key_id(name, encoded[0], key)}) + '+' +
               base64(encoded);
    };
    Bytes encoded(33, 9);
    for (int algorithm = 0; algorithm < 256; ++algorithm) {
        encoded[0] = static_cast<Byte>(algorithm);
        CHECK(malformed(spelled("a", encoded)) == (algorithm != 0x01));
        CHECK(static_cast<bool>(parse_witness_key(spelled("a", encoded))) == (algorithm == 0x04));
    }
    encoded[0] = algorithm_ed25519;
    CHECK(malformed(spelled("", encoded)));
    CHECK(malformed(spelled("a b", encoded)));
    CHECK(malformed(spelled("a+b", encoded)));
    for (const std::size_t size : {1U, 32U, 34U, 65U}) {
        Bytes other(size, 9);
        other[0] = algorithm_ed25519;
        CHECK(malformed(spelled("a", other)));
    }
}

TEST_CASE("a key name is one word without a plus", "[crypto]") {
    for (const char* name : {"a", "ledger.example/conf-2026/k07-1", "\xD8\xA7", "-", "a.b:c#d"}) {
        INFO(name);
        CHECK(is_key_name(name));
    }
    for (const char* name : {"", " ", "a b", "a+b", "+", "a\nb", "a\t", "a\xC2\xA0",
                             "\xE3\x80\x80"
                             "a",
                             "\xFF", "a\x01"}) {
        INFO(hex(bytes_of(name)));
        CHECK_FALSE(is_key_name(name));
    }
    CHECK_FALSE(is_key_name(std::string_view("a\0b", 3)));
}
