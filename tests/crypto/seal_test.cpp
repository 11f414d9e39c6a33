// Source: architecture, "The record, exactly": what a seal binds, and with what framing.
#include "crypto/seal.h"

#include "crypto/note.h"

#include <catch2/catch.hpp>

using namespace placet;

namespace {

const Hash charter = sha256(bytes_of("charter"));

Sealed ballot() {
    return {.charter = charter,
            .type = "ballot/1",
            .unit = "plenary",
            .role = "delegate",
            .person = "qat-1",
            .content = R"({"choice":"no"})"};
}

const SigningKey& delegate() {
    static const SigningKey key = SigningKey::from_seed(Bytes(32, 7));
    return key;
}

bool refused(const Sealed& sealed, const Signature& signature) {
    const auto checked = check_seal(delegate().public_key(), sealed, signature);
    return !checked && checked.error().fault == Fault::unverified;
}

}  // namespace

TEST_CASE("a sealed message is label, NUL, and every part with its length", "[crypto]") {
    CHECK(hex(seal_message({.charter = {},
                            .type = "a/1",
                            .unit = "u",
                            .role = "",
                            .person = "pp",
                            .content = "{}"})) ==
          "706c616365742f7365616c2f763100"  // placet/seal/v1 NUL
          "00000000"                        // no charter
          "00000003612f31"                  // a/1
          "0000000175"                      // u
          "00000000"                        // no role
          "000000027070"                    // pp
          "000000027b7d");                  // {}
    CHECK(hex(seal_message(ballot()))
              .starts_with("706c616365742f7365616c2f763100"
                           "00000020" +
                           hex(charter)));
}

TEST_CASE("a seal serves one charter, type, unit, role, person and content", "[crypto]") {
    const auto signature = sign_seal(delegate(), ballot());
    REQUIRE(check_seal(delegate().public_key(), ballot(), signature));
    CHECK(sign_seal(delegate(), ballot()) == signature);

    const Hash other_charter = sha256(bytes_of("rehearsal"));
    auto other = ballot();
    other.charter = other_charter;
    CHECK(refused(other, signature));
    other.charter = {};
    CHECK(refused(other, signature));
    for (auto part :
         {&Sealed::type, &Sealed::unit, &Sealed::role, &Sealed::person, &Sealed::content}) {
        const auto right = ballot();
        for (std::size_t i = 0; i <= (right.*part).size(); ++i) {
            std::string wrong(right.*part);
            wrong.insert(i, 1, 'x');
            other = right;
            other.*part = wrong;
            CHECK(refused(other, signature));
            if (i == (right.*part).size()) break;
            wrong = right.*part;
            wrong[i] = static_cast<char>(wrong[i] ^ 1);
            other.*part = wrong;
            CHECK(refused(other, signature));
            wrong.erase(i, 1);
            other.*part = wrong;
            CHECK(refused(other, signature));
        }
        other = right;
        other.*part = "";
        CHECK(refused(other, signature));
    }
}

TEST_CASE("no byte moves from one part of a seal to its neighbour", "[crypto]") {
    const auto signature = sign_seal(delegate(), ballot());
    std::string_view Sealed::*const parts[] = {&Sealed::type, &Sealed::unit, &Sealed::role,
                                               &Sealed::person, &Sealed::content};
    for (std::size_t i = 0; i + 1 < std::size(parts); ++i) {
        const auto right = ballot();
        const std::string both = std::string(right.*parts[i]) + std::string(right.*parts[i + 1]);
        const auto boundary = (right.*parts[i]).size();
        for (std::size_t at = 0; at <= both.size(); ++at) {
            auto moved = right;
            moved.*parts[i] = std::string_view(both).substr(0, at);
            moved.*parts[i + 1] = std::string_view(both).substr(at);
            INFO("parts " << i << " and " << i + 1 << ", cut at " << at);
            CHECK(refused(moved, signature) == (at != boundary));
        }
    }
    // From the charter, which is bytes, to the type.
    auto moved = ballot();
    const auto type = text_of(BytesView{charter.bytes}.last(1)) + "ballot/1";
    moved.charter = BytesView{charter.bytes}.first(31);
    moved.type = type;
    CHECK(refused(moved, signature));
    // Two parts exchanged.
    moved = ballot();
    std::swap(moved.unit, moved.role);
    CHECK(refused(moved, signature));
}

TEST_CASE("a seal by another key is not this person's", "[crypto]") {
    const auto other = SigningKey::from_seed(Bytes(32, 8));
    CHECK(refused(ballot(), sign_seal(other, ballot())));
    auto signature = sign_seal(delegate(), ballot());
    for (std::size_t bit = 0; bit < 8 * signature.size(); bit += 5) {
        auto wrong = signature;
        wrong[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
        CHECK(refused(ballot(), wrong));
    }
}

TEST_CASE("a key's seal is no note of that key, and its note no seal", "[crypto]") {
    const std::string text = "ledger.example/a\n1\n";
    const VerifierKey verifier{.name = "ledger.example/a", .key = delegate().public_key()};

    // Even with the signed bytes as they are: a note holds no NUL, and a seal begins with a label
    // that ends in one.
    const auto id = verifier.id();
    Bytes payload(id.begin(), id.end());
    const auto signature = sign_seal(delegate(), ballot());
    payload.insert(payload.end(), signature.begin(), signature.end());
    const auto line = "\n\xE2\x80\x94 ledger.example/a " + base64(payload) + "\n";
    CHECK_FALSE(open_note(text_of(seal_message(ballot())) + line, std::vector{verifier}));
    CHECK_FALSE(open_note(text_of(seal_message(ballot())) + "\n" + line, std::vector{verifier}));

    auto sealed = ballot();
    sealed.content = text;
    CHECK(refused(sealed, delegate().sign(bytes_of(text))));
}
