#include "ledger/badge.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

constexpr std::string_view badge_prefix = "placet-";
constexpr std::size_t nonce_digits = 8;
constexpr std::size_t secret_digits = 32;
constexpr std::string_view store_title = "placet key store 1 ";
constexpr std::size_t store_size_limit = 64UL << 20U;

Error no_badge() {
    return {Fault::malformed,
            "This is not a badge of Placet. Nothing was recorded. Present the badge again, or ask "
            "the secretariat for a new one."};
}

Error bad_line(std::size_t line) {
    return {Fault::malformed,
            fmt::format("the key store is damaged in line {}; no key was used: put back the file "
                        "that was made with the conference",
                        line)};
}

}  // namespace

std::string badge_beginning(std::string_view nonce) {
    return fmt::format("{}{}-", badge_prefix, nonce.substr(0, nonce_digits));
}

std::string format_badge(std::string_view nonce, const PersonId& person, const Secret& secret) {
    return fmt::format("{}{}-{}", badge_beginning(nonce), person, hex(secret.bytes()));
}

Result<Badge> parse_badge(std::string_view text, std::string_view nonce) {
    const auto shortest = badge_prefix.size() + nonce_digits + 1 + 1 + 1 + secret_digits;
    if (text.size() < shortest || !text.starts_with(badge_prefix)) return no_badge();
    text.remove_prefix(badge_prefix.size());
    const auto mark = text.substr(0, nonce_digits);
    const auto person =
        text.substr(nonce_digits + 1, text.size() - nonce_digits - 2 - secret_digits);
    auto secret = from_hex(text.substr(text.size() - secret_digits));
    if (text[nonce_digits] != '-' || text[text.size() - secret_digits - 1] != '-' ||
        !is_person_id(person) || !secret)
        return no_badge();
    if (mark != nonce.substr(0, nonce_digits))
        return Error{Fault::refused,
                     "This badge is for another conference. Nothing was recorded. Present the "
                     "badge of this conference."};
    Badge badge{.person = std::string(person), .secret = Secret(*secret)};
    std::fill(secret->begin(), secret->end(), Byte{0});
    return badge;
}

bool is_person_id(std::string_view id) {
    return !id.empty() && id.size() <= 40 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool is_pin(std::string_view text) {
    return text.size() == pin_digits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Secret passphrase_of(const Secret& secret, std::string_view pin) {
    Secret passphrase(secret.bytes().size() + pin.size());
    auto rest = std::ranges::copy(secret.bytes(), passphrase.bytes().begin()).out;
    std::ranges::copy(pin, rest);
    return passphrase;
}

Result<KeyStore> KeyStore::load(const std::filesystem::path& path, std::string_view nonce) {
    const auto text = read_private_file(path, store_size_limit);
    if (!text) return text.error();
    KeyStore store{std::string(nonce)};
    std::string_view rest = *text;
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos) return bad_line(line);
        const auto row = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (line == 1) {
            if (!row.starts_with(store_title)) return bad_line(line);
            if (row.substr(store_title.size()) != nonce)
                return Error{Fault::refused,
                             "these keys belong to another conference; none was used: give the "
                             "key store that was made with this ledger"};
            continue;
        }
        const auto tab = row.find('\t');
        if (tab == std::string_view::npos || !is_person_id(row.substr(0, tab)) ||
            !public_half(row.substr(tab + 1)) || store.holds(std::string(row.substr(0, tab))))
            return bad_line(line);
        store.add(std::string(row.substr(0, tab)), std::string(row.substr(tab + 1)));
    }
    if (text->empty()) return bad_line(1);
    return store;
}

Result<Done> KeyStore::write_new(const std::filesystem::path& path) const {
    std::string text = fmt::format("{}{}\n", store_title, nonce_);
    for (const auto& [person, encrypted] : keys_) text += person + '\t' + encrypted + '\n';
    return write_private_file(path, text);
}

void KeyStore::add(const PersonId& person, const SigningKey& key, const Secret& secret,
                   std::string_view pin) {
    add(person, encrypt_key(key, passphrase_of(secret, pin).bytes(), KeyCost::interactive));
}

void KeyStore::add(const PersonId& person, std::string encrypted) {
    keys_.emplace(person, std::move(encrypted));
}

Result<SigningKey> KeyStore::open(const Badge& badge, std::string_view pin) const {
    const auto found = keys_.find(badge.person);
    if (found == keys_.end())
        return Error{Fault::absent,
                     "This kiosk does not serve this badge. Nothing was recorded. Vote at the "
                     "desk, or ask the secretariat."};
    return decrypt_key(found->second, passphrase_of(badge.secret, pin).bytes());
}

}  // namespace placet::ledger
