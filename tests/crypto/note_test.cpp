// Source: C2SP signed-note 1.0.0. The worked note is by the makers of tests/data/vectors.
#include "crypto/note.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <type_traits>

using namespace placet;

namespace {

constexpr std::string_view name = "ledger.example/conf-2026/k07-1";

SigningKey worked_key() {
    return SigningKey::from_seed(
        *from_hex("d8eb9d8c96772df44a23018db9b62e1b5d11a4342ae8dfdb1fdc24627342f588"));
}

VerifierKey known(const SigningKey& key, std::string_view key_name = name) {
    return {.name = std::string(key_name), .key = key.public_key()};
}

std::string signature_line(std::string_view note) {
    return std::string(note.substr(note.rfind("\n\n") + 2));
}

bool fails(std::string_view note, std::span<const VerifierKey> keys, Fault fault) {
    const auto opened = open_note(note, keys);
    return !opened && opened.error().fault == fault;
}

}  // namespace

TEST_CASE("the worked note is signed byte for byte, and opens", "[crypto]") {
    const std::string text = "Session record 4\nAdopted without a vote.\n";
    const std::string expected =
        text +
        "\n\xE2\x80\x94 ledger.example/conf-2026/k07-1 Rarg+ShkrK1gXaJFEX0IOwBS1IoG9bKbqXx6NkJs0+"
        "MUc/4GG2HE02pm/CBq7lEBQwFfHoWHJ0oJF8UfAL/eJa4yYwQ=\n";
    const auto key = worked_key();
    CHECK(sign_note(text, name, key) == expected);
    const auto opened = open_note(expected, std::vector{known(key)});
    REQUIRE(opened);
    CHECK(opened->text() == text);
    CHECK(opened->signers() == std::vector{known(key)});
}

TEST_CASE("no byte of a note can be changed, added or taken away", "[crypto]") {
    const auto key = worked_key();
    const std::vector keys = {known(key)};
    const auto note = sign_note("Session record 4\n\nAdopted.\n", name, key);
    REQUIRE(open_note(note, keys));
    for (std::size_t i = 0; i < note.size(); ++i) {
        INFO("byte " << i);
        for (int c = 0; c < 256; ++c) {
            auto wrong = note;
            wrong[i] = static_cast<char>(c);
            if (wrong != note) REQUIRE_FALSE(open_note(wrong, keys));
        }
        auto shorter = note;
        shorter.erase(i, 1);
        CHECK_FALSE(open_note(shorter, keys));
        auto longer = note;
        longer.insert(i, 1, 'x');
        CHECK_FALSE(open_note(longer, keys));
        CHECK_FALSE(open_note(std::string_view(note).substr(0, i), keys));
        CHECK_FALSE(open_note(std::string_view(note).substr(i + 1), keys));
    }
    CHECK_FALSE(open_note(note + "\n", keys));
    CHECK_FALSE(open_note(note + note, keys));
}

TEST_CASE("lines of unknown keys change nothing; a wrong line of a known key rejects", "[crypto]") {
    const auto key = worked_key();
    const auto other = SigningKey::from_seed(Bytes(32, 9));
    const std::string text = "Record\n";
    const auto note = sign_note(text, name, key);
    const auto other_line = signature_line(sign_note(text, "other.example/a", other));
    const auto wrong_line = signature_line(sign_note("Other record\n", "other.example/a", other));
    const std::vector one = {known(key)};
    const std::vector both = {known(key), known(other, "other.example/a")};

    CHECK(open_note(note + other_line, one)->signers().size() == 1);
    CHECK(open_note(note + wrong_line, one)->signers().size() == 1);
    CHECK(open_note(note + other_line, both)->signers().size() == 2);
    CHECK(open_note(note, both)->signers() == one);
    CHECK(fails(note + wrong_line, both, Fault::unverified));
    CHECK(fails(note, std::vector{both[1]}, Fault::unverified));
    CHECK(fails(note, {}, Fault::unverified));

    // A known name with another key's ID is another key, and unknown.
    CHECK(fails(note, std::vector{known(other)}, Fault::unverified));
    // Said twice is said once.
    CHECK(open_note(note + signature_line(note), one)->signers() == one);

    // A line of a kind that comes later (2,420 bytes) is in nobody's way.
    const auto later = "\xE2\x80\x94 other.example/b " + base64(Bytes(2428, 5)) + "\n";
    CHECK(open_note(note + later, one));
    // The same under the known name and ID is not a valid signature.
    const auto id = one[0].id();
    Bytes payload(id.begin(), id.end());
    payload.resize(2428, 5);
    CHECK(fails(note + "\xE2\x80\x94 " + std::string(name) + ' ' + base64(payload) + "\n", one,
                Fault::unverified));
}

TEST_CASE("a cosignature key is no key of notes", "[crypto]") {
    const auto key = worked_key();
    auto witness = known(key);
    witness.algorithm = algorithm_cosignature_v1;
    const auto id = witness.id();
    Bytes payload(id.begin(), id.end());
    const auto signature = key.sign(bytes_of("Record\n"));
    payload.insert(payload.end(), signature.begin(), signature.end());
    const auto note = "Record\n\n\xE2\x80\x94 " + std::string(name) + ' ' + base64(payload) + "\n";
    CHECK(fails(note, std::vector{witness}, Fault::unverified));
}

TEST_CASE("a note has limits of size and of lines", "[crypto]") {
    const auto key = worked_key();
    const std::vector keys = {known(key)};
    const auto small = sign_note("\n", name, key);
    const std::size_t overhead = small.size() - 1;
    const auto with_text = [&](std::size_t size) {
        return sign_note(std::string(size - 1, 'x') + '\n', name, key);
    };
    CHECK(open_note(with_text((1U << 20U) - overhead), keys));
    CHECK(fails(with_text((1U << 20U) - overhead + 1), keys, Fault::malformed));

    const auto unknown = "\xE2\x80\x94 other.example/b " + base64(Bytes(68, 5)) + "\n";
    auto note = small;
    for (int line = 2; line <= 100; ++line) note += unknown;
    CHECK(open_note(note, keys));
    CHECK(fails(note + unknown, keys, Fault::malformed));
}

TEST_CASE("text that nobody signed has no way out of a note", "[crypto]") {
    STATIC_REQUIRE_FALSE(std::is_aggregate_v<OpenedNote>);
    const auto key = worked_key();
    const auto note = sign_note("A secret sentence\n", name, key);
    const auto opened = open_note(note, {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().detail.find("secret") == std::string::npos);
}

TEST_CASE("a signature line comes below the others, and once", "[crypto]") {
    const auto key = worked_key();
    const auto other = SigningKey::from_seed(Bytes(32, 9));
    const auto note = sign_note("Record\n", name, key);
    const auto line = signature_line(sign_note("Record\n", "other.example/a", other));
    const auto third = signature_line(sign_note("Record\n", "other.example/b", other));

    const auto two = *append_signature_line(note, line);
    CHECK(two == note + line);
    CHECK(*append_signature_line(two, third) == note + line + third);
    for (const auto& there : {signature_line(note), line, third})
        CHECK(*append_signature_line(note + line + third, there) == note + line + third);

    const auto malformed = [](const Result<std::string>& longer) {
        return !longer && longer.error().fault == Fault::malformed;
    };
    CHECK(malformed(append_signature_line("Record\n", line)));
    CHECK(malformed(append_signature_line(note, "")));
    CHECK(malformed(append_signature_line(note, "\n")));
    CHECK(malformed(append_signature_line(note, line + line)));
    CHECK(malformed(append_signature_line(note, line + "\n")));
    CHECK(malformed(append_signature_line(note, line.substr(0, line.size() - 1))));
    CHECK(malformed(append_signature_line(note, line.substr(1))));
    // Neither a new text, nor one line too many.
    CHECK(malformed(append_signature_line(note, "\n\xE2\x80\x94 a AAAAAAA=\n")));
    auto full = note;
    for (int i = 1; i < 100; ++i) full += "\xE2\x80\x94 a" + std::to_string(i) + " AAAAAAA=\n";
    CHECK(open_note(full, std::vector{known(key)}));
    CHECK(*append_signature_line(full, signature_line(note)) == full);
    CHECK(malformed(append_signature_line(full, line)));
}
