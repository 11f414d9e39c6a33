#include "crypto/key_file.h"

#include "crypto/sodium.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

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

Fault fault_of(int number) {
    if (number == ENOENT) return Fault::absent;
    if (number == EEXIST || number == ELOOP) return Fault::refused;
    if (number == ENOSPC || number == EDQUOT) return Fault::full;
    return Fault::storage;
}

Error not_written(const std::filesystem::path& path, int number) {
    const Fault fault = fault_of(number);
    const std::string why = fault == Fault::absent    ? "there is no such folder"
                            : fault == Fault::refused ? "the name is taken"
                            : fault == Fault::full    ? "no space is left"
                                                      : std::strerror(number);
    const char* now = fault == Fault::absent    ? "make the folder first"
                      : fault == Fault::refused ? "what is there stays as it is; give another name"
                      : fault == Fault::full    ? "make space and try again"
                                                : "check the disk and try again";
    return {fault, path.string() + " was not written: " + why + "; " + now};
}

Error not_read(const std::filesystem::path& path, int number) {
    const Fault fault = fault_of(number);
    const std::string why =
        fault == Fault::absent ? "there is no such file"
        : fault == Fault::refused
            ? "it is a link, and a private file is never reached through one; give the file itself"
            : std::strerror(number);
    return {fault, path.string() + " was not read: " + why};
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

// A name of its own for every attempt: what a power cut left behind is in nobody's way.
std::string temporary_name() {
    std::array<Byte, 8> number = {};
    fill_random(number);
    return ".placet-" + hex(BytesView{number}) + ".new";
}

// `path` is for messages only; the file is `name` in the folder.
Result<Done> write_temporary(const File& folder, const std::string& name, std::string_view text,
                             const std::filesystem::path& path) {
    const File file(::openat(folder.descriptor(), name.c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) return not_written(path, errno);
    struct stat status = {};
    if (::fchmod(file.descriptor(), 0600) != 0 || ::fstat(file.descriptor(), &status) != 0 ||
        (status.st_mode & 0777U) != 0600)
        return Error{Fault::refused,
                     path.string() +
                         " was not written: this file system keeps no file private; use a disk of "
                         "this machine"};
    if (!write_whole(file.descriptor(), text) || ::fsync(file.descriptor()) != 0)
        return not_written(path, errno);
    return Done{};
}

// Fails with EEXIST where rename would silently replace what is there.
bool give_name(const File& folder, const std::string& temporary, const std::string& name) {
    const int at = folder.descriptor();
    if (::renameat2(at, temporary.c_str(), at, name.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    // Some file systems know no such rename; a link never replaces anything either.
    if (::linkat(at, temporary.c_str(), at, name.c_str(), 0) != 0) return false;
    ::unlinkat(at, temporary.c_str(), 0);
    return true;
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

Result<Done> write_private_file(const std::filesystem::path& path, std::string_view text) {
    const File folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) return not_written(path, errno);
    const std::string name = path.filename().string();
    const std::string temporary = temporary_name();
    const auto written = write_temporary(folder, temporary, text, path);
    if (!written || !give_name(folder, temporary, name)) {
        const Error error = written ? not_written(path, errno) : written.error();
        ::unlinkat(folder.descriptor(), temporary.c_str(), 0);
        return error;
    }
    if (::fsync(folder.descriptor()) != 0) {
        // A key that may be gone after a power cut is worse than one that is plainly not there.
        const Error error = not_written(path, errno);
        ::unlinkat(folder.descriptor(), name.c_str(), 0);
        return error;
    }
    return Done{};
}

Result<std::string> read_private_file(const std::filesystem::path& path, std::size_t limit) {
    // Without O_NONBLOCK a named pipe would wait for a writer for ever.
    const File file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file) return not_read(path, errno);
    struct stat status = {};
    if (::fstat(file.descriptor(), &status) != 0) return not_read(path, errno);
    if (!S_ISREG(status.st_mode))
        return Error{Fault::refused, path.string() + " was not read: it is not a file"};
    if ((status.st_mode & 077U) != 0)
        return Error{Fault::refused, path.string() +
                                         " was not read: others may read this file, so it may be "
                                         "known to them; make it private (chmod 600) if it is not"};

    // One byte more than there should be, to see that there is no more.
    const auto size = static_cast<std::size_t>(status.st_size);
    std::string text(std::min(size, limit) + 1, '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const auto got = ::read(file.descriptor(), text.data() + filled, text.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return not_read(path, errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled == text.size())
        return Error{Fault::malformed,
                     path.string() + " was not read: it is too large for what it should be"};
    text.resize(filled);
    return text;
}

}  // namespace placet
