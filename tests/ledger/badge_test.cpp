// Source: architecture, "The people and their keys".
#include "ledger/badge.h"

#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view nonce = "00112233445566778899aabbccddeeff";
constexpr std::string_view pin = "271828";
constexpr std::string_view spelled = "placet-00112233-bra-1-0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

Secret secret() { return Secret(Bytes(16, 0x0F)); }

SigningKey key() { return SigningKey::from_seed(Bytes(32, 9)); }

/// A store with one person; made once, because Argon2id takes its time.
const KeyStore& store() {
    static const KeyStore made = [] {
        KeyStore keys{std::string(nonce)};
        keys.add("bra-1", key(), secret(), pin);
        return keys;
    }();
    return made;
}

Badge badge() { return value_of(parse_badge(spelled, nonce)); }

fs::path private_file(const fs::path& path, std::string_view content) {
    write_file(path, content);
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    return path;
}

}  // namespace

TEST_CASE("a badge says which conference, whose it is, and its secret", "[ledger]") {
    CHECK(format_badge(nonce, "bra-1", secret()) == spelled);
    const auto parsed = badge();
    CHECK(parsed.person == "bra-1");
    CHECK(hex(parsed.secret.bytes()) == "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f");
}

TEST_CASE("what is no badge is refused before a PIN is asked", "[ledger]") {
    const std::string whole(spelled);
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK(fault_of(parse_badge(whole.substr(0, size), nonce)) == Fault::malformed);
    for (const char* text :
         {"placet-00112233-BRA-1-0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
          "placet-00112233-bra 1-0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
          "placet-00112233-bra-1-0F0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
          "placet-00112233-bra-1-0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f ",
          "placet-00112233--0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
          "placet 00112233-bra-1-0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
          "https://example.org/00112233-bra-1-0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"}) {
        INFO(text);
        CHECK(fault_of(parse_badge(text, nonce)) == Fault::malformed);
    }
    const auto other = error_of(parse_badge(spelled, "ff112233445566778899aabbccddeeff"));
    CHECK(other.fault == Fault::refused);
    CHECK(other.detail.find("another conference") != std::string::npos);
}

TEST_CASE("a PIN is six digits", "[ledger]") {
    CHECK(is_pin("000000"));
    CHECK(is_pin(pin));
    for (const char* text : {"", "12345", "1234567", "12345a", "12 456", "-12345", "١٢٣٤٥٦"})
        CHECK_FALSE(is_pin(text));
}

TEST_CASE("badge and PIN together open the key, and neither alone", "[ledger]") {
    CHECK(value_of(store().open(badge(), pin)).public_key() == key().public_key());
    CHECK(fault_of(store().open(badge(), "271829")) == Fault::unverified);
    const Badge copied{.person = "bra-1", .secret = Secret(Bytes(16, 0x1F))};
    CHECK(fault_of(store().open(copied, pin)) == Fault::unverified);
    const Badge stranger{.person = "bra-2", .secret = secret()};
    CHECK(fault_of(store().open(stranger, pin)) == Fault::absent);
}

TEST_CASE("a key that is cheaper to guess is in no store and opens at no kiosk", "[ledger]") {
    const TempFolder folder;
    value_of(store().write_new(folder / "keys"));
    const auto whole = content_of(folder / "keys");
    const std::string cost = "\"cost\":\"interactive\"";
    const auto at = whole.find(cost);
    REQUIRE(at != std::string::npos);
    // 8 KiB and one pass are the least that Argon2id takes; a number is no cost either.
    for (const char* cheaper : {"\"cost\":\"minimal\"", "\"cost\":\"min\"", "\"cost\":\"\"",
                                "\"cost\":1", "\"cost\":\"8192,1\""}) {
        INFO(cheaper);
        auto text = whole;
        text.replace(at, cost.size(), cheaper);
        CHECK(fault_of(KeyStore::load(private_file(folder / "cheap", text), nonce)) ==
              Fault::malformed);
        const auto row = text.find('\t') + 1;
        KeyStore keys{std::string(nonce)};
        keys.add("bra-1", text.substr(row, text.size() - row - 1));
        CHECK(fault_of(keys.open(badge(), pin)) == Fault::malformed);
    }
}

TEST_CASE("a key store is written once and read back whole", "[ledger]") {
    const TempFolder folder;
    value_of(store().write_new(folder / "keys"));
    CHECK(fault_of(store().write_new(folder / "keys")) == Fault::refused);
    const auto loaded = value_of(KeyStore::load(folder / "keys", nonce));
    CHECK(loaded.size() == 1);
    CHECK(loaded.holds("bra-1"));
    CHECK_FALSE(loaded.holds("bra-2"));
    CHECK(value_of(loaded.open(badge(), pin)).public_key() == key().public_key());
    CHECK(content_of(folder / "keys").find("271828") == std::string::npos);
}

TEST_CASE("keys of another conference are not used", "[ledger]") {
    const TempFolder folder;
    value_of(store().write_new(folder / "keys"));
    CHECK(fault_of(KeyStore::load(folder / "keys", "ff112233445566778899aabbccddeeff")) ==
          Fault::refused);
    CHECK(fault_of(KeyStore::load(folder / "no keys", nonce)) == Fault::absent);
}

TEST_CASE("a key store that is damaged names the line", "[ledger]") {
    const TempFolder folder;
    value_of(store().write_new(folder / "keys"));
    const auto whole = content_of(folder / "keys");
    const auto title = whole.substr(0, whole.find('\n') + 1);
    const auto row = whole.substr(title.size());
    const auto refusal = [&](const std::string& content) {
        return error_of(KeyStore::load(private_file(folder / "broken", content), nonce)).detail;
    };
    CHECK(refusal("").find("line 1") != std::string::npos);
    CHECK(refusal("something else\n").find("line 1") != std::string::npos);
    CHECK(refusal(whole.substr(0, whole.size() - 1)).find("line 2") != std::string::npos);
    CHECK(refusal(title + row + row).find("line 3") != std::string::npos);
    CHECK(refusal(title + "bra-1 " + row.substr(6)).find("line 2") != std::string::npos);
    CHECK(refusal(title + "BRA" + row.substr(3)).find("line 2") != std::string::npos);
    CHECK(refusal(title + "bra-1\t{}\n").find("line 2") != std::string::npos);
    // The twin: what was written is read.
    CHECK(KeyStore::load(private_file(folder / "broken", whole), nonce));
    fs::permissions(folder / "broken", fs::perms{0644});
    CHECK(fault_of(KeyStore::load(folder / "broken", nonce)) == Fault::refused);
}
