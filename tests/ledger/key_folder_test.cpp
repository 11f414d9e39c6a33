#include "ledger/key_folder.h"

#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

/// A file that only its owner may read.
void write_private(const fs::path& path, std::string_view text) {
    write_file(path, text);
    REQUIRE(::chmod(path.c_str(), 0600) == 0);
}

std::string text_of_secret(Result<Secret> secret) {
    return text_of(value_of(std::move(secret)).bytes());
}

}  // namespace

TEST_CASE("a folder of keys is private and holds what was written", "[keys]") {
    const TempFolder folder;
    {
        auto keys = value_of(KeyFolder::make(folder / "keys"));
        REQUIRE(keys.write("a", "text"));
        keys.keep();
    }
    CHECK(fs::status(folder / "keys").permissions() == fs::perms::owner_all);
    CHECK(content_of(folder / "keys" / "a") == "text");
}

TEST_CASE("a folder of keys that is not kept goes away with all that was written", "[keys]") {
    const TempFolder folder;
    REQUIRE(value_of(KeyFolder::make(folder / "keys")).write("a", "text"));
    CHECK_FALSE(fs::exists(folder / "keys"));
    // One that was there before stays, empty.
    fs::create_directory(folder / "mine");
    REQUIRE(::chmod((folder / "mine").c_str(), 0700) == 0);
    REQUIRE(value_of(KeyFolder::make(folder / "mine")).write("a", "text"));
    CHECK(fs::is_empty(folder / "mine"));
}

TEST_CASE("no key goes where something lies already, or where others may look", "[keys]") {
    const TempFolder folder;
    fs::create_directory(folder / "open");
    REQUIRE(::chmod((folder / "open").c_str(), 0755) == 0);
    CHECK(fault_of(KeyFolder::make(folder / "open")) == Fault::refused);
    fs::create_directory(folder / "full");
    write_private(folder / "full" / "root.key", "mine");
    CHECK(fault_of(KeyFolder::make(folder / "full")) == Fault::refused);
    CHECK(content_of(folder / "full" / "root.key") == "mine");
    write_file(folder / "file", "x");
    CHECK(fault_of(KeyFolder::make(folder / "file")) == Fault::refused);
    CHECK(fault_of(KeyFolder::make(folder / "none" / "keys")) == Fault::refused);
}

TEST_CASE("a passphrase is the one line of a private file, or of a descriptor", "[keys]") {
    const TempFolder folder;
    write_private(folder / "p", "correct horse battery\n");
    CHECK(text_of_secret(read_passphrase(folder / "p")) == "correct horse battery");
    write_private(folder / "q", "correct horse battery");
    CHECK(text_of_secret(read_passphrase(folder / "q")) == "correct horse battery");

    std::array<int, 2> pipe = {};
    REQUIRE(::pipe(pipe.data()) == 0);
    REQUIRE(::write(pipe[1], "from a descriptor\n", 18) == 18);
    ::close(pipe[1]);
    CHECK(text_of_secret(read_passphrase("/dev/fd/" + std::to_string(pipe[0]))) ==
          "from a descriptor");
    ::close(pipe[0]);
}

TEST_CASE("a passphrase that others may know, or that is short, is refused", "[keys]") {
    const TempFolder folder;
    write_private(folder / "short", "elevenchars\n");
    CHECK(fault_of(read_passphrase(folder / "short")) == Fault::refused);
    write_private(folder / "two", "correct horse battery\nstaple\n");
    CHECK(fault_of(read_passphrase(folder / "two")) == Fault::malformed);
    write_private(folder / "shared", "correct horse battery\n");
    REQUIRE(::chmod((folder / "shared").c_str(), 0644) == 0);
    CHECK(fault_of(read_passphrase(folder / "shared")) == Fault::refused);
    CHECK(fault_of(read_passphrase(folder / "none")) == Fault::absent);
    CHECK(fault_of(read_passphrase("/dev/fd/987")) == Fault::absent);
}

TEST_CASE("a key of the folder opens with its passphrase and with no other", "[keys]") {
    const TempFolder folder;
    const auto key = SigningKey::generate();
    write_private(folder / "p", "correct horse battery\n");
    write_private(folder / "wrong", "correct horse battert\n");
    write_private(folder / "key",
                  encrypt_key(key, bytes_of("correct horse battery"), KeyCost::interactive) + '\n');
    CHECK(value_of(open_key(folder / "key", folder / "p")).public_key() == key.public_key());
    CHECK(fault_of(open_key(folder / "key", folder / "wrong")) == Fault::unverified);
}
