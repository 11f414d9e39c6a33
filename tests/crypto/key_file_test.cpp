// Source: architecture, "The people and their keys"; the spelling is that of crypto/key_file.h.
#include "crypto/key_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace placet;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes with the test.
class TempFolder {
public:
    TempFolder() {
        std::string name = (fs::temp_directory_path() / "placet-key-file-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TempFolder() { fs::remove_all(path_); }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    fs::path operator/(std::string_view name) const { return path_ / name; }
    long files() const { return std::distance(fs::directory_iterator(path_), {}); }

private:
    fs::path path_;
};

std::string content(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

const SigningKey& key() {
    static const SigningKey made = SigningKey::from_seed(Bytes(32, 7));
    return made;
}

constexpr std::string_view passphrase = "correct horse";

// Made once: every encryption and every opening costs what Argon2id costs.
const std::string& encrypted() {
    static const std::string text = encrypt_key(key(), bytes_of(passphrase), KeyCost::interactive);
    return text;
}

template <class T>
Fault fault_of(const Result<T>& result) {
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().detail.empty());
    return result.error().fault;
}

Fault fault_of_opening(std::string_view text, std::string_view word = passphrase) {
    return fault_of(decrypt_key(text, bytes_of(word)));
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a key opens under its passphrase and under no other", "[crypto]") {
    const auto opened = decrypt_key(encrypted(), bytes_of(passphrase));
    REQUIRE(opened);
    CHECK_FALSE(decrypt_key(encrypted(), {}));
    CHECK(opened->public_key() == key().public_key());
    CHECK(opened->sign(bytes_of("yes")) == key().sign(bytes_of("yes")));
    for (const char* wrong : {"", "correct hors", "correct horse ", "Correct horse", "wrong"}) {
        INFO(wrong);
        CHECK(fault_of_opening(encrypted(), wrong) == Fault::unverified);
    }
}

TEST_CASE("the public half needs no passphrase, and the text tells nothing else", "[crypto]") {
    CHECK(*public_half(encrypted()) == key().public_key());
    const Secret seed = key().seed();
    CHECK(encrypted().find(base64(seed.bytes())) == std::string::npos);
    CHECK(encrypted().find(passphrase) == std::string::npos);
}

TEST_CASE("an encrypted key is one line of canonical JSON", "[crypto]") {
    const auto& text = encrypted();
    const auto member = [&](std::string_view name) {
        const auto from = text.find("\"" + std::string(name) + "\":\"") + name.size() + 4;
        return text.substr(from, text.find('"', from) - from);
    };
    CHECK(text == "{\"cipher\":\"" + member("cipher") +
                      "\",\"cost\":\"interactive\",\"kdf\":\"argon2id\",\"nonce\":\"" +
                      member("nonce") + "\",\"public\":\"" + base64(BytesView{key().public_key()}) +
                      "\",\"salt\":\"" + member("salt") + "\",\"v\":1}");
    CHECK(from_base64(member("cipher"))->size() == 48);
    CHECK(from_base64(member("nonce"))->size() == 24);
    CHECK(from_base64(member("salt"))->size() == 16);

    const auto again = encrypt_key(key(), bytes_of(passphrase), KeyCost::interactive);
    CHECK(again.substr(again.find("nonce")) != text.substr(text.find("nonce")));
    CHECK(again.substr(again.find("salt")) != text.substr(text.find("salt")));
}

TEST_CASE("the root key's cost is the higher one, and both kinds open", "[crypto]") {
    const auto text = encrypt_key(key(), bytes_of("root"), KeyCost::moderate);
    CHECK(text.find("\"cost\":\"moderate\"") != std::string::npos);
    CHECK(decrypt_key(text, bytes_of("root"))->public_key() == key().public_key());
    // Cheaper guessing is not to be had by asking for it.
    CHECK(fault_of_opening(replaced(text, "moderate", "interactive"), "root") == Fault::unverified);
}

TEST_CASE("no character of an encrypted key can be changed, added or taken away", "[crypto]") {
    const auto& text = encrypted();
    REQUIRE(decrypt_key(text, bytes_of(passphrase)));
    for (std::size_t i = 0; i < text.size(); ++i) {
        INFO("character " << i << ", " << text[i]);
        auto wrong = text;
        // A letter of base64 stays one, so that the encryption has to notice.
        wrong[i] = text[i] == 'A' ? 'B' : 'A';
        const auto fault = fault_of_opening(wrong);
        CHECK((fault == Fault::malformed || fault == Fault::unverified));
        CHECK((fault == Fault::malformed) == !public_half(wrong));

        wrong[i] = '\n';
        CHECK(fault_of_opening(wrong) == Fault::malformed);
        wrong = text;
        wrong.insert(i, 1, ' ');
        CHECK(fault_of_opening(wrong) == Fault::malformed);
        wrong = text;
        wrong.erase(i, 1);
        CHECK(fault_of_opening(wrong) == Fault::malformed);
        CHECK(fault_of_opening(text.substr(0, i)) == Fault::malformed);
    }
}

TEST_CASE("whatever else says the same is no encrypted key", "[crypto]") {
    const auto& text = encrypted();
    const auto inside = text.substr(1, text.size() - 2);
    const auto second = inside.find(",\"cost\"");
    const std::string others[] = {
        text + "\n",
        " " + text,
        text + text,
        "[" + text + "]",
        "{" + inside + ",\"x\":1}",
        "{\"a\":1," + inside + "}",
        "{" + inside + "," + inside + "}",
        "{" + inside.substr(second + 1) + "," + inside.substr(0, second) + "}",
        replaced(text, "argon2id", "argon2i"),
        replaced(text, "\"v\":1", "\"v\":2"),
        replaced(text, "\"v\":1", "\"v\":1.0"),
        replaced(text, "\"v\":1", "\"v\":\"1\""),
        replaced(text, "interactive", "minimal"),
        replaced(text, "interactive", ""),
        replaced(text, "cipher", "\\u0063ipher"),
        "",
        "{}",
        "null",
        text + std::string(1, '\0')};
    for (const auto& other : others) {
        INFO(other);
        CHECK(fault_of_opening(other) == Fault::malformed);
        CHECK(fault_of(public_half(other)) == Fault::malformed);
    }
}

TEST_CASE("two encrypted keys cannot exchange their parts", "[crypto]") {
    const auto other = SigningKey::from_seed(Bytes(32, 8));
    const auto text = encrypt_key(other, bytes_of(passphrase), KeyCost::interactive);
    const auto from = text.find("\"public\"") + 10;
    const auto mixed = replaced(encrypted(), encrypted().substr(from, 44), text.substr(from, 44));
    CHECK(*public_half(mixed) == other.public_key());
    CHECK(fault_of_opening(mixed) == Fault::unverified);
}

TEST_CASE("a private file is new, whole, and for its owner alone", "[crypto]") {
    const TempFolder folder;
    const auto path = folder / "root.key";
    const auto mask = ::umask(0);
    const auto written = write_private_file(path, encrypted());
    ::umask(0277);
    const auto other = write_private_file(folder / "other.key", "x");
    ::umask(mask);
    REQUIRE(written);
    REQUIRE(other);
    for (const char* name : {"root.key", "other.key"}) {
        struct stat status = {};
        REQUIRE(::stat((folder / name).c_str(), &status) == 0);
        CHECK((status.st_mode & 07777U) == 0600);
    }
    CHECK(folder.files() == 2);
    CHECK(content(path) == encrypted());
    CHECK(*read_private_file(path, 4096) == encrypted());
    CHECK(write_private_file(folder / "empty", ""));
    CHECK(read_private_file(folder / "empty", 0)->empty());
}

TEST_CASE("a name that is taken stays what it was", "[crypto]") {
    const TempFolder folder;
    std::ofstream(folder / "file") << "what was there";
    fs::create_directory(folder / "folder");
    fs::create_symlink(folder / "target", folder / "dangling");
    fs::create_symlink(folder / "file", folder / "link");
    const auto files = folder.files();

    for (const char* name : {"file", "folder", "dangling", "link"}) {
        INFO(name);
        CHECK(fault_of(write_private_file(folder / name, "new")) == Fault::refused);
    }
    CHECK(content(folder / "file") == "what was there");
    CHECK(fs::is_directory(folder / "folder"));
    CHECK(fs::is_symlink(folder / "dangling"));
    CHECK_FALSE(fs::exists(folder / "target"));
    CHECK(folder.files() == files);  // and no temporary file stays
}

TEST_CASE("a private file goes only into a folder that is there", "[crypto]") {
    const TempFolder folder;
    CHECK(fault_of(write_private_file(folder / "none/root.key", "new")) == Fault::absent);
    CHECK_FALSE(fs::exists(folder / "none"));
    std::ofstream(folder / "file") << "what was there";
    CHECK(fault_of(write_private_file(folder / "file/root.key", "new")) == Fault::storage);
}

TEST_CASE("what a power cut left behind is in nobody's way", "[crypto]") {
    const TempFolder folder;
    std::ofstream(folder / "root.key.new") << "half";
    std::ofstream(folder / ".root.key.new") << "half";
    REQUIRE(write_private_file(folder / "root.key", "whole"));
    CHECK(content(folder / "root.key") == "whole");
}

TEST_CASE("a file that others may read or that is reached by a link is refused", "[crypto]") {
    const TempFolder folder;
    const auto path = folder / "root.key";
    REQUIRE(write_private_file(path, "a key"));
    for (const mode_t mode : {0604U, 0640U, 0644U, 0666U, 0602U, 0620U, 0601U, 0777U}) {
        INFO(mode);
        REQUIRE(::chmod(path.c_str(), mode) == 0);
        CHECK(fault_of(read_private_file(path, 100)) == Fault::refused);
    }
    for (const mode_t mode : {0600U, 0400U, 0700U}) {
        REQUIRE(::chmod(path.c_str(), mode) == 0);
        CHECK(*read_private_file(path, 100) == "a key");
    }

    fs::create_symlink(path, folder / "link");
    CHECK(fault_of(read_private_file(folder / "link", 100)) == Fault::refused);
    CHECK(fault_of(read_private_file(folder / ".", 100)) == Fault::refused);
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(fault_of(read_private_file(folder / "pipe", 100)) == Fault::refused);
    CHECK(fault_of(read_private_file(folder / "none", 100)) == Fault::absent);
    CHECK(fault_of(read_private_file(folder / "none/root.key", 100)) == Fault::absent);
}

TEST_CASE("a private file is read whole or not at all", "[crypto]") {
    const TempFolder folder;
    const auto path = folder / "root.key";
    REQUIRE(write_private_file(path, std::string(1000, 'x')));
    CHECK(read_private_file(path, 1000)->size() == 1000);
    CHECK(read_private_file(path, 1001)->size() == 1000);
    CHECK(fault_of(read_private_file(path, 999)) == Fault::malformed);
    CHECK(fault_of(read_private_file(path, 0)) == Fault::malformed);
}
