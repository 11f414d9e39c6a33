// A static directory served to a room in which anybody may ask for anything, in any way.
#include "ledger/exchange/directory_server.h"
#include "ledger/exchange/http_carrier.h"
#include "ledger/exchange/requested_range.h"
#include "tests/support/raw_server.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <map>
#include <memory>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using namespace std::chrono_literals;

namespace fs = std::filesystem;

namespace {

const std::string hash_a(64, 'a');
const std::string hash_b(64, 'b');
const std::string hash_c(64, 'c');

/// A static directory of one feed with another beside it, and a secret outside.
struct Directory {
    Directory() {
        for (int i = 0; i < 8192; ++i) tile.push_back(static_cast<char>(i * 7));
        add("checkpoint", "a note\n");
        add("tile/0/000", tile);
        add("tile/0/001.p/5", tile.substr(0, 160));
        add("tile/entries/000", "entries");
        add("blob/" + hash_a, "an attachment");
        add("blob/" + hash_c, "");
        add("evidence/" + hash_a + ".json", "{}");
        add(hash_b + "/checkpoint", "another note\n");
        add("notes.txt", "not to be served");
        write_file(folder / "secret", "secret");
    }
    void add(const std::string& name, std::string_view content) const {
        fs::create_directories((root / name).parent_path());
        write_file(root / name, content);
    }

    TempFolder folder = {};
    fs::path root = folder / "served";
    std::string tile = {};
};

std::unique_ptr<DirectoryServer> serve(const Directory& directory,
                                       const ServerLimits& limits = {}) {
    return value_of(DirectoryServer::start(directory.root, "127.0.0.1", 0, limits));
}

struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers = {};
    std::string body = {};
};

Answer parsed(const std::string& text) {
    Answer answer;
    const auto end = text.find("\r\n\r\n");
    if (end == std::string::npos) return answer;
    std::istringstream head(text.substr(0, end + 2));
    std::string line;
    std::getline(head, line);
    answer.status = std::stoi(line.substr(9, 3));
    while (std::getline(head, line)) {
        const auto colon = line.find(": ");
        answer.headers[line.substr(0, colon)] = line.substr(colon + 2, line.size() - colon - 3);
    }
    answer.body = text.substr(end + 4);
    return answer;
}

/// Whatever comes back until the server closes.
std::string talk(const DirectoryServer& server, const std::string& said) {
    Peer peer(Peer::connect(server.port()));
    peer.say(said);
    peer.hang_up();
    return peer.hear_all();
}

Answer ask(const DirectoryServer& server, const std::string& target,
           const std::string& headers = {}, const std::string& method = "GET") {
    return parsed(talk(server, method + " " + target + " HTTP/1.1\r\nHost: x\r\n" +
                                   "Connection: close\r\n" + headers + "\r\n"));
}

/// Who comes again as often as told to is served in the end.
bool comes_through(const DirectoryServer& server) {
    for (int tries = 0; tries < 200; ++tries) {
        if (ask(server, "/checkpoint").status == 200) return true;
        std::this_thread::sleep_for(50ms);
    }
    return false;
}

void check_still_serves(const DirectoryServer& server) {
    CHECK(server.is_serving());
    const auto answer = ask(server, "/checkpoint");
    CHECK(answer.status == 200);
    CHECK(answer.body == "a note\n");
}

}  // namespace

TEST_CASE("every file that has a name is served as what it is", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory);
    struct Served {
        std::string name = {};
        std::string type = {};
        bool immutable = true;
    };
    for (const auto& [name, type, immutable] :
         std::vector<Served>{{"checkpoint", "text/plain; charset=utf-8", false},
                             {hash_b + "/checkpoint", "text/plain; charset=utf-8", false},
                             {"evidence/" + hash_a + ".json", "application/json", false},
                             {"tile/0/000", "application/octet-stream"},
                             {"tile/0/001.p/5", "application/octet-stream"},
                             {"tile/entries/000", "application/octet-stream"},
                             {"blob/" + hash_a, "application/octet-stream"},
                             {"blob/" + hash_c, "application/octet-stream"}}) {
        INFO(name);
        const auto content = content_of(directory.root / name);
        for (const char* method : {"GET", "HEAD"}) {
            auto answer = ask(*server, "/" + name, "Accept-Encoding: gzip, br\r\n", method);
            CHECK(answer.status == 200);
            CHECK(answer.body == (method == std::string("GET") ? content : ""));
            CHECK(answer.headers["Content-Length"] == std::to_string(content.size()));
            CHECK(answer.headers["Content-Type"] == type);
            CHECK(answer.headers["Cache-Control"] ==
                  (immutable ? "public, max-age=31536000, immutable" : "no-cache"));
            CHECK(answer.headers["Access-Control-Allow-Origin"] == "*");
            CHECK(answer.headers["X-Content-Type-Options"] == "nosniff");
            CHECK_FALSE(answer.headers.contains("Content-Encoding"));
        }
    }
}

TEST_CASE("what has no name in a static directory is not there for anybody", "[exchange]") {
    const Directory directory;
    fs::create_symlink(directory.folder / "secret", directory.root / "blob" / hash_b);
    fs::create_directory_symlink(directory.root / hash_b, directory.root / hash_c);
    fs::create_directories(directory.root / "tile" / "0" / "002");
    REQUIRE(::mkfifo((directory.root / "tile" / "0" / "003").c_str(), 0600) == 0);
    const auto server = serve(directory);
    for (const std::string& target :
         std::vector<std::string>{"/",
                                  "/notes.txt",
                                  "/tile",
                                  "/tile/",
                                  "/tile/0",
                                  "/tile/0/",
                                  "/tile/0/009",
                                  "/../secret",
                                  "/tile/../../secret",
                                  "/tile/0/../../../secret",
                                  "/..",
                                  "/%2e%2e/secret",
                                  "/%2e%2e%2fsecret",
                                  "/..%2fsecret",
                                  "/%63heckpoint",
                                  "/checkpoint%00",
                                  "/checkpoint%2f..",
                                  "//checkpoint",
                                  "/./checkpoint",
                                  "/checkpoint/",
                                  "/checkpoint?x=1",
                                  "/\\..\\secret",
                                  "/tile\\0\\000",
                                  "/%5c..%5csecret",
                                  "/%c0%ae%c0%ae/secret",
                                  "/%u002e%u002e/secret",
                                  "/etc/passwd",
                                  "checkpoint",
                                  "*",
                                  "http://x/checkpoint",
                                  "file:///etc/passwd",
                                  (directory.folder / "secret").string(),
                                  "/blob/" + hash_b,
                                  "/" + hash_c + "/checkpoint",
                                  "/tile/0/002",
                                  "/tile/0/003",
                                  "/blob/",
                                  "/blob/../checkpoint",
                                  "/" + hash_b + "/../checkpoint"}) {
        INFO(target);
        for (const char* method : {"GET", "HEAD"}) {
            const auto answer = ask(*server, target, {}, method);
            CHECK(answer.status == 404);
            CHECK(answer.body.empty());
        }
    }
    for (const std::string& target : {std::string("/checkpoint\0", 12), std::string("/a\0/b", 5)})
        CHECK(ask(*server, target).status == 400);
    check_still_serves(*server);
}

TEST_CASE("nothing but GET and HEAD is done for anybody", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory);
    for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"}) {
        INFO(method);
        CHECK(ask(*server, "/checkpoint", "Content-Length: 0\r\n", method).status == 405);
    }
    for (const char* method : {"get", "MOVE", "", "G"})
        CHECK(ask(*server, "/checkpoint", {}, method).status == 400);
    // A body is not read, nor taken for the next request.
    for (const char* method : {"GET", "POST"}) {
        const std::string hidden = "GET /checkpoint HTTP/1.1\r\n\r\n";
        const auto heard = talk(
            *server, fmt::format("{} /tile/entries/000 HTTP/1.1\r\nContent-Length: {}\r\n\r\n{}",
                                 method, hidden.size(), hidden));
        CHECK(heard.find("a note") == std::string::npos);
        CHECK_FALSE(heard.empty());
    }
    check_still_serves(*server);
}

TEST_CASE("parts of a file are served by their first and last byte", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory);
    const auto part = [&](const std::string& range) {
        return ask(*server, "/tile/0/000", "Range: " + range + "\r\n");
    };
    struct Expected {
        std::string range = {};
        std::size_t first = 0;
        std::size_t count = 0;
    };
    for (const auto& [range, first, count] :
         std::vector<Expected>{{"bytes=0-31", 0, 32},
                               {"bytes=64-64", 64, 1},
                               {"bytes=8000-", 8000, 192},
                               {"bytes=8000-9999999", 8000, 192},
                               {"bytes=0-9223372036854775807", 0, 8192},
                               {"bytes=-32", 8160, 32},
                               {"bytes=-99999", 0, 8192}}) {
        INFO(range);
        auto answer = part(range);
        CHECK(answer.status == 206);
        CHECK(answer.body == directory.tile.substr(first, count));
        CHECK(answer.headers["Content-Range"] ==
              fmt::format("bytes {}-{}/8192", first, first + count - 1));
        CHECK(answer.headers["Content-Length"] == std::to_string(count));
    }
    for (const char* range : {"bytes=8192-", "bytes=8192-9000", "bytes=99999-", "bytes=-0"}) {
        INFO(range);
        auto answer = part(range);
        CHECK(answer.status == 416);
        CHECK(answer.headers["Content-Range"] == "bytes */8192");
        CHECK(answer.body.empty());
    }
    // Many parts at once would multiply what is sent.
    auto many = std::string("bytes=0-");
    for (int i = 0; i < 1000; ++i) many += ",0-";
    const auto answer = part(many);
    CHECK(answer.status == 200);
    CHECK(answer.body == directory.tile);
    for (const char* wrong : {"bytes=", "bytes=5-2", "bytes=a-b", "lines=1-2", "bytes 0-1",
                              "bytes=0-99999999999999999999999999"})
        CHECK(part(wrong).status != 206);
    check_still_serves(*server);
}

TEST_CASE("a range of a file is found by arithmetic", "[exchange]") {
    const auto is = [](std::string_view header, std::uint64_t size, std::uint64_t first,
                       std::size_t count) {
        const auto range = requested_range(header, size);
        return range.partial && !range.outside && range.first == first && range.count == count;
    };
    CHECK(is("bytes=0-0", 1, 0, 1));
    CHECK(is("bytes=-1", 1, 0, 1));
    CHECK(is("bytes=18446744073709551613-18446744073709551615", UINT64_MAX, UINT64_MAX - 2, 2));
    CHECK(is("bytes=5-99999999999999999999999", 10, 5, 5));
    for (const char* header : {"bytes=0-", "bytes=-1", "bytes=0-0"})
        CHECK(requested_range(header, 0).outside);
    CHECK(requested_range("bytes=99999999999999999999999-", 10).outside);
    for (const char* header :
         {"", "bytes", "bytes=", "bytes=-", "bytes=+1-2", "bytes=1-2,4-5", "bytes=2-1",
          "bytes= 1-2", "Bytes=1-2", "bytes=1--2", "bytes=0x1-2"}) {
        INFO(header);
        const auto range = requested_range(header, 10);
        CHECK_FALSE(range.partial);
        CHECK_FALSE(range.outside);
        CHECK(range.count == 10);
    }
}

TEST_CASE("one connection asks often, and no more often than is sensible", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory, {.requests_per_connection = 3});
    Peer peer(Peer::connect(server->port()));
    std::string heard;
    for (int i = 0; i < 3; ++i) {
        peer.say("GET /checkpoint HTTP/1.1\r\nHost: x\r\n\r\n");
        heard = peer.hear("a note\n");
        CHECK_THAT(heard, Catch::EndsWith("a note\n"));
    }
    CHECK_THAT(heard, Catch::Contains("Connection: close"));
    CHECK(peer.hear_all().empty());
    // Two at once are answered one after the other.
    const auto both = talk(*server,
                           "GET /checkpoint HTTP/1.1\r\n\r\n"
                           "GET /tile/entries/000 HTTP/1.1\r\nConnection: close\r\n\r\n");
    CHECK_THAT(both, Catch::Contains("a note\n"));
    CHECK_THAT(both, Catch::EndsWith("entries"));
    CHECK_THAT(talk(*server, "GET /checkpoint HTTP/1.0\r\n\r\n"), Catch::EndsWith("a note\n"));
}

TEST_CASE("a request that is too long or none at all ends its connection alone", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory);
    const std::string line = "GET /checkpoint HTTP/1.1\r\n";
    const std::string much(std::size_t{1} << 20U, 'x');
    CHECK(ask(*server, "/checkpoint", "X: " + std::string(4000, 'x') + "\r\n").status == 200);
    for (const auto& said :
         {line + "X: " + std::string(5000, 'x') + "\r\n\r\n", line + "X: " + much,
          "GET /" + much + " HTTP/1.1\r\n\r\n", much, "GET /" + std::string(1000, 'a')}) {
        Peer peer(Peer::connect(server->port()));
        peer.say(said);  // the server may have had enough before it is said
        peer.hang_up();
        CHECK_THAT(peer.hear_all(), !Catch::Contains("a note"));
    }
    std::string many = line;
    for (int i = 0; i < 100000; ++i) many += "X: y\r\n";
    CHECK_THAT(talk(*server, many + "\r\n"), !Catch::Contains("a note"));
    for (const char* nonsense :
         {"\r\n\r\n", "GET\r\n\r\n", "GET /checkpoint\r\n\r\n", "GET /checkpoint HTTP/3.0\r\n\r\n",
          "\x16\x03\x01\x02\r\n\r\n", "GET /checkpoint HTTP/1.1\n\n"})
        CHECK_THAT(talk(*server, nonsense), !Catch::Contains("a note"));
    check_still_serves(*server);
}

TEST_CASE("a range that is long is no way to stop the server", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory);
    for (const auto& range :
         {"bytes=" + std::string(4000, '1') + "-", "bytes=" + std::string(4000, ','),
          "bytes=0-" + std::string(4000, '9'), std::string(4000, '-')})
        CHECK(ask(*server, "/tile/0/000", "Range: " + range + "\r\n").status != 206);
    check_still_serves(*server);
}

TEST_CASE("who asks slowly or takes slowly holds nobody up for ever", "[exchange]") {
    const Directory directory;
    directory.add("blob/" + hash_b, std::string(std::size_t{64} << 20U, 'x'));
    // One connection at a time: each must be let go before the next is served.
    const auto server = serve(directory, {.connections = 1, .idle = 300ms, .patience = 300ms});
    const auto end_of = [](Peer& peer) { return peer.hear_all().empty(); };
    SECTION("says nothing") {
        Peer peer(Peer::connect(server->port()));
        CHECK(end_of(peer));
    }
    SECTION("says half a request") {
        Peer peer(Peer::connect(server->port()));
        peer.say("GET /checkpoint HT");
        CHECK(end_of(peer));
    }
    SECTION("says a request byte by byte") {
        Peer peer(Peer::connect(server->port()));
        bool listening = peer.say("GET /checkpoint HTTP/1.1\r\nX: ");
        while (listening) {
            std::this_thread::sleep_for(20ms);
            listening = peer.say("x");
        }
    }
    SECTION("says a request and does not take the answer") {
        Peer peer(Peer::connect(server->port()));
        peer.say("GET /blob/" + hash_b + " HTTP/1.1\r\n\r\n");
        CHECK(comes_through(*server));
    }
    CHECK(comes_through(*server));
}

TEST_CASE("more connections than are served are told to come again", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory, {.connections = 3, .idle = 60s, .patience = 60s});
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < 3; ++i) {
        peers.push_back(std::make_unique<Peer>(Peer::connect(server->port())));
        peers.back()->say("GET /checkpoint HTTP/1.1\r\n\r\n");
        CHECK_THAT(peers.back()->hear("a note\n"), Catch::EndsWith("a note\n"));
    }
    for (int i = 0; i < 100; ++i) {
        Peer peer(Peer::connect(server->port()));
        CHECK_THAT(peer.hear_all(), Catch::StartsWith("HTTP/1.1 503 "));
    }
    // Those that are served still are.
    peers.back()->say("GET /checkpoint HTTP/1.1\r\n\r\n");
    CHECK_THAT(peers.back()->hear("a note\n"), Catch::EndsWith("a note\n"));
    peers.pop_back();
    CHECK(comes_through(*server));
}

TEST_CASE("the server ends whatever its connections do", "[exchange]") {
    const Directory directory;
    directory.add("blob/" + hash_b, std::string(std::size_t{64} << 20U, 'x'));
    const auto server = serve(directory, {.idle = 1h, .patience = 1h});
    Peer silent(Peer::connect(server->port()));
    Peer half(Peer::connect(server->port()));
    half.say("GET /checkpoint HT");
    Peer not_taking(Peer::connect(server->port()));
    not_taking.say("GET /blob/" + hash_b + " HTTP/1.1\r\n\r\n");
    check_still_serves(*server);
    server->stop();
    CHECK_FALSE(server->is_serving());
    server->stop();  // again does nothing
    CHECK(silent.hear_all().empty());
}

TEST_CASE("a directory that changes or goes while it is served is served as it is", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory);
    CHECK(ask(*server, "/tile/0/002").status == 404);
    directory.add("tile/0/002", "new");
    directory.add("next", "a newer note\n");
    fs::rename(directory.root / "next", directory.root / "checkpoint");
    CHECK(ask(*server, "/tile/0/002").body == "new");
    CHECK(ask(*server, "/checkpoint").body == "a newer note\n");
    fs::remove_all(directory.root);
    CHECK(ask(*server, "/checkpoint").status == 503);
    CHECK(server->is_serving());
}

TEST_CASE("what cannot be served is said before anything is", "[exchange]") {
    const Directory directory;
    const auto start = [&](const fs::path& folder, const std::string& address, std::uint16_t port) {
        return DirectoryServer::start(folder, address, port);
    };
    const auto server = value_of(start(directory.root, "127.0.0.1", 0));
    CHECK(server->port() != 0);
    CHECK(server->urls() == std::vector{fmt::format("http://127.0.0.1:{}", server->port())});
    CHECK(fault_of(start(directory.root, "127.0.0.1", server->port())) == Fault::in_use);
    CHECK(fault_of(start(directory.folder / "no_such", "127.0.0.1", 0)) == Fault::absent);
    CHECK(fault_of(start(directory.folder / "secret", "127.0.0.1", 0)) == Fault::malformed);
    CHECK(fault_of(start(directory.folder.path(), "127.0.0.1", 0)) == Fault::malformed);
    for (const char* address : {"", "localhost", "127.0.0", "192.0.2.1", "x", "300.0.0.1"}) {
        INFO(address);
        CHECK(fault_of(start(directory.root, address, 0)) == Fault::refused);
    }
    const auto everywhere = value_of(start(directory.root, "0.0.0.0", 0));
    CHECK_FALSE(everywhere->urls().empty());
    for (const auto& url : everywhere->urls()) CHECK(url.find("0.0.0.0") == std::string::npos);
    // The port is free again as soon as the server has ended.
    const auto port = server->port();
    server->stop();
    CHECK(start(directory.root, "127.0.0.1", port));
}

TEST_CASE("what is served is read again by the carrier of the other side", "[exchange]") {
    const Directory directory;
    const auto server = serve(directory);
    const auto carrier = value_of(open_url(server->urls().front()));
    for (int i = 0; i < 20; ++i) {
        CHECK(text_of(value_of(carrier->read("tile/0/000", 64, 32))) ==
              directory.tile.substr(64, 32));
        CHECK(text_of(value_of(carrier->read("tile/0/000", 0, 100000))) == directory.tile);
        CHECK(value_of(carrier->read("tile/0/000", 8192, 32)).empty());
        CHECK(value_of(carrier->read("blob/" + hash_c, 0, 32)).empty());
        CHECK(fault_of(carrier->read("tile/0/099", 0, 32)) == Fault::absent);
    }
    CHECK(text_of(value_of(carrier->read(hash_b + "/checkpoint", 0, 4096))) == "another note\n");
}
