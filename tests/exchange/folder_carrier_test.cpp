// A static directory in a folder: what somebody may have laid in it beside files.
#include "ledger/exchange/folder_carrier.h"
#include "ledger/exchange/folder_files.h"
#include "tests/support/child.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;

namespace {

/// A folder that holds tile/0/000 with the bytes 0 to 199, beside a secret that it does not hold.
struct Stick {
    Stick() {
        fs::create_directories(root / "tile" / "0");
        for (int i = 0; i < 200; ++i) tile.push_back(static_cast<char>(i));
        write_file(root / "tile" / "0" / "000", tile);
        write_file(folder / "secret", "secret");
    }
    Result<Bytes> read(std::string_view path) const {
        return value_of(open_folder(root))->read(path, 0, 1000);
    }

    TempFolder folder = {};
    fs::path root = folder / "stick";
    std::string tile = {};
};

std::string text(const Result<Bytes>& bytes) { return text_of(value_of(bytes)); }

}  // namespace

TEST_CASE("a file of a folder is read from where it is asked, as far as it goes", "[exchange]") {
    const Stick stick;
    const auto carrier = value_of(open_folder(stick.root));
    CHECK(text(carrier->read("tile/0/000", 0, 1000)) == stick.tile);
    CHECK(text(carrier->read("tile/0/000", 0, 200)) == stick.tile);
    CHECK(text(carrier->read("tile/0/000", 64, 32)) == stick.tile.substr(64, 32));
    CHECK(text(carrier->read("tile/0/000", 190, 32)) == stick.tile.substr(190));
    CHECK(text(carrier->read("tile/0/000", 200, 32)).empty());
    CHECK(text(carrier->read("tile/0/000", UINT64_MAX, SIZE_MAX)).empty());
    CHECK(text(carrier->read("tile/0/000", 1, SIZE_MAX)) == stick.tile.substr(1));
    CHECK(text(carrier->read("tile/0/000", 7, 0)).empty());
    CHECK(carrier->bytes_read() == 200 + 200 + 32 + 10 + 199);
    CHECK(carrier->name() == stick.root.string());
}

TEST_CASE("a file that is not there is absent, and the folder still good", "[exchange]") {
    const Stick stick;
    CHECK(fault_of(stick.read("tile/0/001")) == Fault::absent);
    CHECK(fault_of(stick.read("tile/7/000")) == Fault::absent);
    CHECK(text(stick.read("tile/0/000")) == stick.tile);
}

TEST_CASE("a folder that is not there, or no folder, is said at once", "[exchange]") {
    const Stick stick;
    CHECK(fault_of(open_folder(stick.folder / "no_such")) == Fault::absent);
    CHECK(fault_of(open_folder(stick.folder / "secret")) == Fault::malformed);
    CHECK(open_folder(stick.root));
}

TEST_CASE("a link in a folder is not followed, wherever it points", "[exchange]") {
    const Stick stick;
    const auto& root = stick.root;
    fs::create_symlink(stick.folder / "secret", root / "checkpoint");
    fs::create_symlink("tile/0/000", root / "inside");
    fs::create_directory_symlink(stick.folder.path(), root / "out");
    fs::create_directory_symlink("tile", root / "tiles");
    fs::create_symlink("/proc/self/fd/0", root / "magic");
    fs::create_symlink("loop", root / "loop");
    for (const char* path :
         {"checkpoint", "inside", "out/secret", "tiles/0/000", "magic", "loop"}) {
        INFO(path);
        CHECK(fault_of(stick.read(path)) == Fault::malformed);
    }
    fs::remove(root / "checkpoint");
    write_file(root / "checkpoint", "a file");
    CHECK(text(stick.read("checkpoint")) == "a file");
}

TEST_CASE("what is no file is not read, and nobody waits for it", "[exchange]") {
    const Stick stick;
    REQUIRE(::mkfifo((stick.root / "pipe").c_str(), 0600) == 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    struct sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const auto path = (stick.root / "socket").string();
    REQUIRE(path.size() < sizeof address.sun_path);
    path.copy(address.sun_path, path.size());
    REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    for (const char* name : {"pipe", "socket", "tile", "tile/0", "tile/0/000/0"}) {
        INFO(name);
        CHECK(fault_of(stick.read(name)) == Fault::malformed);
    }
    ::close(socket);
    // /dev/zero never ends; only root can make one here.
    if (::mknod((stick.root / "zero").c_str(), S_IFCHR | 0600, makedev(1, 5)) == 0)
        CHECK(fault_of(stick.read("zero")) == Fault::malformed);
    CHECK(text(stick.read("tile/0/000")) == stick.tile);
}

TEST_CASE("no path leads out of the folder", "[exchange]") {
    const Stick stick;
    const auto deep = std::string(5000, 'x');
    std::string many;
    for (int i = 0; i < 2000; ++i) many += "tile/../";
    for (const std::string& path :
         {std::string("../secret"), std::string("tile/../../secret"), std::string(".."),
          std::string("/etc/passwd"), (stick.folder / "secret").string(), std::string(), deep,
          many + "tile/0/000", std::string("tile/0/000\0/x", 13)}) {
        INFO(path.substr(0, 100));
        CHECK(fault_of(stick.read(path)) == Fault::malformed);
    }
    CHECK(text(stick.read("tile/0/000")) == stick.tile);
}

TEST_CASE("without openat2 the same is opened and the same is not", "[exchange]") {
    const Stick stick;
    fs::create_symlink(stick.folder / "secret", stick.root / "checkpoint");
    fs::create_directory_symlink(stick.folder.path(), stick.root / "out");
    fs::create_directory_symlink("tile", stick.root / "tiles");
    const Descriptor folder(::open(stick.root.c_str(), O_RDONLY | O_DIRECTORY));
    REQUIRE(folder);
    for (const auto open : {open_beneath, open_by_steps}) {
        CHECK(open(folder.number(), "tile/0/000"));
        for (const char* path : {"checkpoint", "out/secret", "tiles/0/000", "../secret",
                                 "tile/../../secret", "/etc/passwd", "tile/0/001", "no/such"}) {
            INFO(path);
            CHECK_FALSE(open(folder.number(), path));
        }
    }
    // Stricter than openat2: what goes up and comes down again is not followed either.
    CHECK_FALSE(open_by_steps(folder.number(), "tile/../tile/0/000"));
    CHECK_FALSE(open_by_steps(folder.number(), "tile//0/000"));
}

TEST_CASE("a folder that goes while it is read is storage, not a missing file", "[exchange]") {
    const Stick stick;
    const auto carrier = value_of(open_folder(stick.root));
    CHECK(fault_of(carrier->read("checkpoint", 0, 10)) == Fault::absent);
    fs::remove_all(stick.root);
    const auto gone = error_of(carrier->read("checkpoint", 0, 10));
    CHECK(gone.fault == Fault::storage);
    CHECK(gone.detail.find("safe") != std::string::npos);
    CHECK(gone.detail.find("again") != std::string::npos);
    // Another folder under the same name is not the stick that was opened.
    fs::create_directories(stick.root);
    CHECK(fault_of(carrier->read("checkpoint", 0, 10)) == Fault::storage);
    CHECK(fault_of(value_of(open_folder(stick.root))->read("checkpoint", 0, 10)) == Fault::absent);
}

TEST_CASE("a file that may not be read is storage", "[exchange]") {
    const Stick stick;
    fs::permissions(stick.root / "tile" / "0" / "000", fs::perms::none);
    fs::permissions(stick.folder.path(), fs::perms::all);
    const auto said = as_ordinary_user([&]() -> std::string {
        const auto carrier = open_folder(stick.root);
        if (!carrier) return carrier.error().detail;
        const auto bytes = (*carrier)->read("tile/0/000", 0, 10);
        return !bytes && bytes.error().fault == Fault::storage ? "storage" : "something else";
    });
    CHECK(said == "storage");
}
