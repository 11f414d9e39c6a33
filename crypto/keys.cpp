#include "crypto/keys.h"

#include "crypto/sodium.h"
#include "crypto/text_rules.h"

#include <sodium.h>
#include <algorithm>
#include <cstdlib>

namespace placet {
namespace {

/// A verifier key of this one algorithm.
Result<VerifierKey> parse_key(std::string_view text, Byte algorithm, const char* other_kind) {
    const Error malformed{Fault::malformed, "not a verifier key: name+key ID+base64 was expected"};
    const auto first = text.find('+');
    if (first == std::string_view::npos) return malformed;
    const auto second = text.find('+', first + 1);
    if (second == std::string_view::npos) return malformed;
    const auto encoded = from_base64(text.substr(second + 1));
    VerifierKey key{.name = std::string(text.substr(0, first)), .algorithm = algorithm};
    if (!is_key_name(key.name) || !encoded || encoded->size() != 1 + key.key.size())
        return malformed;
    if (encoded->front() != algorithm) return Error{Fault::malformed, other_kind};
    std::copy(encoded->begin() + 1, encoded->end(), key.key.begin());
    if (text.substr(first + 1, second - first - 1) != hex(BytesView{key.id()}))
        return Error{Fault::malformed, "the key ID is not that of this name and key"};
    return key;
}

}  // namespace

Secret::Secret(std::size_t size) : size_(size) {
    require_sodium();
    data_ = static_cast<Byte*>(sodium_malloc(size == 0 ? 1 : size));
    if (data_ == nullptr) std::abort();  // no guarded memory: nothing here is safe
    wipe({data_, size_});
}

Secret::Secret(BytesView bytes) : Secret(bytes.size()) { std::ranges::copy(bytes, data_); }

Secret::Secret(Secret&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

Secret::~Secret() { sodium_free(data_); }  // wipes

SigningKey::SigningKey(Secret secret, const PublicKey& public_key)
    : secret_(std::move(secret)), public_key_(public_key) {}

Secret take_secret(std::string& typed) {
    Secret secret(bytes_of(typed));
    wipe({reinterpret_cast<Byte*>(typed.data()), typed.size()});
    typed.clear();
    return secret;
}

SigningKey SigningKey::generate() {
    Secret seed(crypto_sign_SEEDBYTES);
    fill_random(seed.bytes());
    return from_seed(std::as_const(seed).bytes());
}

SigningKey SigningKey::from_seed(BytesView seed) {
    require_sodium();
    if (seed.size() != crypto_sign_SEEDBYTES) std::abort();
    Secret secret(crypto_sign_SECRETKEYBYTES);
    PublicKey public_key;
    crypto_sign_seed_keypair(public_key.data(), secret.bytes().data(), seed.data());
    return SigningKey(std::move(secret), public_key);
}

Secret SigningKey::seed() const {
    Secret seed(crypto_sign_SEEDBYTES);
    crypto_sign_ed25519_sk_to_seed(seed.bytes().data(), secret_.bytes().data());
    return seed;
}

Signature SigningKey::sign(BytesView message) const {
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                         secret_.bytes().data());
    return signature;
}

Result<Done> check_signature(const PublicKey& key, BytesView message, const Signature& signature) {
    if (crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) !=
        0)
        return Error{Fault::unverified, "the signature is not of this key over this message"};
    return Done{};
}

KeyId key_id(std::string_view name, Byte algorithm, BytesView key) {
    Bytes message(bytes_of(name).begin(), bytes_of(name).end());
    message.push_back('\n');
    message.push_back(algorithm);
    message.insert(message.end(), key.begin(), key.end());
    const Hash hash = sha256(message);
    KeyId id;
    std::copy_n(hash.bytes.begin(), id.size(), id.begin());
    return id;
}

bool is_key_name(std::string_view name) {
    return !name.empty() && is_well_formed_utf8(name) && !has_white_space(name) &&
           !has_control_character(name) && name.find('+') == std::string_view::npos;
}

std::string format_verifier_key(const VerifierKey& key) {
    Bytes encoded = {key.algorithm};
    encoded.insert(encoded.end(), key.key.begin(), key.key.end());
    return key.name + '+' + hex(BytesView{key.id()}) + '+' + base64(encoded);
}

Result<VerifierKey> parse_verifier_key(std::string_view text) {
    return parse_key(text, algorithm_ed25519, "not the key of a log, but of another kind");
}

Result<VerifierKey> parse_witness_key(std::string_view text) {
    return parse_key(text, algorithm_cosignature_v1,
                     "not the key of a witness, but of another kind");
}

}  // namespace placet
