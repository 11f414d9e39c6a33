#include "crypto/key_file.h"

#include "crypto/sodium.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace placet {
namespace {

constexpr std::size_t salt_size = crypto_pwhash_SALTBYTES;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t cipher_size = crypto_sign_SEEDBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES;

std::string_view cost_text(KeyCost cost) {
    return cost == KeyCost::interactive ? "interactive" : "moderate";
}

Secret derive(BytesView passphrase, BytesView salt, KeyCost cost) {
    Secret key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const bool interactive = cost == KeyCost::interactive;
    const int failed = crypto_pwhash(
        key.bytes().data(), key.bytes().size(), reinterpret_cast<const char*>(passphrase.data()),
        passphrase.size(), salt.data(),
        interactive ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MODERATE,
        interactive ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MODERATE,
        crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) std::abort();  // no memory: going on with a zero key would be worse
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
        return "\"cost\":\"" + std::string(cost_text(cost)) + "\",\"kdf\":\"argon2id\",\"nonce\":\"" +
               base64(nonce) + "\",\"public\":\"" + base64(public_key) + "\",\"salt\":\"" +
               base64(salt) + "\",\"v\":1}";
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

Error system_error(const std::filesystem::path& path, const char* what) {
    const int number = errno;
    const Fault fault = number == ENOENT                      ? Fault::absent
                        : number == EEXIST || number == ELOOP ? Fault::refused
                        : number == ENOSPC || number == EDQUOT ? Fault::full
                                                               : Fault::storage;
    return {fault, path.string() + ": " + what + ": " + std::strerror(number)};
}

/// Closes the file descriptor when it goes.
class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    explicit operator bool() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

bool write_whole(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

bool sync_folder(const std::filesystem::path& folder) {
    const File file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return file && ::fsync(file.descriptor()) == 0;
}

std::optional<Error> write_temporary(const std::filesystem::path& path, std::string_view text) {
    const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) return system_error(path, "cannot be created");
    if (!write_whole(file.descriptor(), text) || ::fsync(file.descriptor()) != 0)
        return system_error(path, "cannot be written");
    return std::nullopt;
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
    const Secret under = derive(passphrase, envelope.salt, cost);
    const Secret seed = key.seed();
    const std::string bound = envelope.bound();
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        envelope.cipher.data(), nullptr, seed.bytes().data(), seed.bytes().size(),
        bytes_of(bound).data(), bound.size(), nullptr, envelope.nonce.data(), under.bytes().data());
    return envelope.text();
}

Result<SigningKey> decrypt_key(std::string_view text, BytesView passphrase) {
    require_sodium();
    const auto envelope = parse(text);
    if (!envelope) return envelope.error();
    const Secret under = derive(passphrase, envelope->salt, envelope->cost);
    Secret seed(crypto_sign_SEEDBYTES);
    const std::string bound = envelope->bound();
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            seed.bytes().data(), nullptr, nullptr, envelope->cipher.data(),
            envelope->cipher.size(), bytes_of(bound).data(), bound.size(), envelope->nonce.data(),
            under.bytes().data()) != 0)
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

Result<Done> write_private_file(const std::filesystem::path& path, std::string_view text) {
    const auto temporary = path.string() + ".new";
    if (const auto failed = write_temporary(temporary, text)) {
        if (failed->fault != Fault::refused) ::unlink(temporary.c_str());
        return *failed;
    }
    // link fails where rename would silently replace what is there
    const bool linked = ::link(temporary.c_str(), path.c_str()) == 0;
    const Error error = linked ? Error{} : system_error(path, "is not written");
    ::unlink(temporary.c_str());
    if (!linked) return error;
    if (!sync_folder(folder_of(path))) return system_error(path, "may not survive a power cut");
    return Done{};
}

Result<std::string> read_private_file(const std::filesystem::path& path, std::size_t limit) {
    const File file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file) return system_error(path, "cannot be opened");
    struct stat status = {};
    if (::fstat(file.descriptor(), &status) != 0) return system_error(path, "cannot be read");
    if (!S_ISREG(status.st_mode))
        return Error{Fault::refused, path.string() + ": is not a file"};
    if ((status.st_mode & 077U) != 0)
        return Error{Fault::refused, path.string() +
                                         ": others may read this file; no key was used. Make it "
                                         "private: chmod 600"};
    if (static_cast<std::size_t>(status.st_size) > limit)
        return Error{Fault::malformed, path.string() + ": is too large for what it should be"};
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const auto got = ::read(file.descriptor(), text.data() + filled, text.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_error(path, "cannot be read");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    text.resize(filled);
    return text;
}

}  // namespace placet
