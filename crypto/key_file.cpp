#include "crypto/key_file.h"

#include "crypto/sodium.h"

#include <sodium.h>
#include <cstdlib>

namespace placet {
namespace {

constexpr std::size_t salt_size = crypto_pwhash_SALTBYTES;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t cipher_size =
    crypto_sign_SEEDBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES;

std::string_view cost_text(KeyCost cost) {
    return cost == KeyCost::interactive ? "interactive" : "moderate";
}

Result<Secret> derive(BytesView passphrase, BytesView salt, KeyCost cost) {
    Secret key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const bool interactive = cost == KeyCost::interactive;
    // An empty passphrase may have no address, which libsodium does not take.
    const char* words = passphrase.empty() ? "" : reinterpret_cast<const char*>(passphrase.data());
    const int failed = crypto_pwhash(
        key.bytes().data(), key.bytes().size(), words, passphrase.size(), salt.data(),
        interactive ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MODERATE,
        interactive ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MODERATE,
        crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return Error{Fault::full,
                     "not enough memory to open the key; nothing was changed: close other programs "
                     "and try again"};
    return key;
}

/// The members that are not secret; the encryption binds them too. Members in canonical order.
struct Envelope {
    Bytes cipher = {};
    KeyCost cost = KeyCost::interactive;
    Bytes nonce = {};
    PublicKey public_key = {};
    Bytes salt = {};

    std::string bound() const {
        return "\"cost\":\"" + std::string(cost_text(cost)) +
               "\",\"kdf\":\"argon2id\",\"nonce\":\"" + base64(nonce) + "\",\"public\":\"" +
               base64(public_key) + "\",\"salt\":\"" + base64(salt) + "\",\"v\":1}";
    }
    std::string text() const { return "{\"cipher\":\"" + base64(cipher) + "\"," + bound(); }
};

/// The value of `"name":"value"` in the text, whatever stands around it: the caller accepts the
/// text only if printing what was found gives the same text again.
std::string_view find_text(std::string_view text, std::string_view name) {
    const std::string start = '"' + std::string(name) + "\":\"";
    const auto from = text.find(start);
    if (from == std::string_view::npos) return {};
    const auto value = text.substr(from + start.size());
    return value.substr(0, std::min(value.find('"'), value.size()));
}

Result<Envelope> parse(std::string_view text) {
    const Error malformed{Fault::malformed, "this is no key file of Placet"};
    const auto cipher = from_base64(find_text(text, "cipher"));
    const auto nonce = from_base64(find_text(text, "nonce"));
    const auto salt = from_base64(find_text(text, "salt"));
    const auto key = from_base64(find_text(text, "public"));
    if (!cipher || !nonce || !salt || !key || cipher->size() != cipher_size ||
        nonce->size() != nonce_size || salt->size() != salt_size ||
        key->size() != std::tuple_size_v<PublicKey>)
        return malformed;
    Envelope envelope{.cipher = *cipher, .nonce = *nonce, .salt = *salt};
    std::ranges::copy(*key, envelope.public_key.begin());
    if (find_text(text, "cost") == cost_text(KeyCost::moderate)) envelope.cost = KeyCost::moderate;
    if (envelope.text() != text) return malformed;
    return envelope;
}

}  // namespace

std::string encrypt_key(const SigningKey& key, BytesView passphrase, KeyCost cost) {
    require_sodium();
    Envelope envelope{.cipher = Bytes(cipher_size),
                      .cost = cost,
                      .nonce = Bytes(nonce_size),
                      .public_key = key.public_key(),
                      .salt = Bytes(salt_size)};
    fill_random(envelope.nonce);
    fill_random(envelope.salt);
    const auto under = derive(passphrase, envelope.salt, cost);
    if (!under) std::abort();  // going on would write a key that opens without a passphrase
    const Secret seed = key.seed();
    const std::string bound = envelope.bound();
    crypto_aead_xchacha20poly1305_ietf_encrypt(envelope.cipher.data(), nullptr, seed.bytes().data(),
                                               seed.bytes().size(), bytes_of(bound).data(),
                                               bound.size(), nullptr, envelope.nonce.data(),
                                               under->bytes().data());
    return envelope.text();
}

Result<SigningKey> decrypt_key(std::string_view text, BytesView passphrase) {
    require_sodium();
    const auto envelope = parse(text);
    if (!envelope) return envelope.error();
    const auto under = derive(passphrase, envelope->salt, envelope->cost);
    if (!under) return under.error();
    Secret seed(crypto_sign_SEEDBYTES);
    const std::string bound = envelope->bound();
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            seed.bytes().data(), nullptr, nullptr, envelope->cipher.data(), envelope->cipher.size(),
            bytes_of(bound).data(), bound.size(), envelope->nonce.data(),
            under->bytes().data()) != 0)
        return Error{Fault::unverified, "the key does not open: wrong passphrase or changed file"};
    auto key = SigningKey::from_seed(std::as_const(seed).bytes());
    if (key.public_key() != envelope->public_key)
        return Error{Fault::unverified, "the key file names another public key"};
    return key;
}

Result<PublicKey> public_half(std::string_view text) {
    const auto envelope = parse(text);
    if (!envelope) return envelope.error();
    return envelope->public_key;
}

}  // namespace placet
