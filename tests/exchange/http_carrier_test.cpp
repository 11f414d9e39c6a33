// A static directory on a web server, and servers that lie, stall, break off or never end.
#include "ledger/exchange/http_carrier.h"
#include "tests/support/raw_server.h"
#include "tests/support/results.h"

#include <fmt/format.h>
#include <cstdint>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using namespace std::chrono_literals;

namespace {

const HttpLimits quick = {.connecting = 5s, .patience = 400ms};

// What is asked for in most tests: 100 bytes from 50 on.
constexpr std::uint64_t from = 50;
constexpr std::size_t limit = 100;

std::string file_of(std::size_t size) {
    std::string file;
    for (std::size_t i = 0; i < size; ++i) file.push_back(static_cast<char>('a' + i % 23));
    return file;
}

std::string answer(std::string_view status, std::string_view headers, std::string_view body) {
    return fmt::format("HTTP/1.1 {}\r\n{}\r\n{}", status, headers, body);
}

std::string whole(std::string_view body) {
    return answer("200 OK", fmt::format("Content-Length: {}\r\n", body.size()), body);
}

std::string part(std::string_view range, std::string_view body) {
    return answer(
        "206 Partial Content",
        fmt::format("Content-Range: bytes {}\r\nContent-Length: {}\r\n", range, body.size()), body);
}

/// Says the same to every request.
RawServer::Talk always(std::string text) {
    return [text](Peer& peer) {
        while (peer.hear().ends_with("\r\n\r\n"))
            if (!peer.say(text)) return;
    };
}

/// Says `start` to one request, and then `more` until nobody listens.
RawServer::Talk for_ever(std::string start, std::string more) {
    return [start, more](Peer& peer) {
        peer.hear();
        bool listening = peer.say(start);
        while (listening) listening = peer.say(more);
    };
}

Result<Bytes> read(const RawServer& server) {
    return value_of(open_url(server.url(), quick))->read("tile/0/000", from, limit);
}

std::string text(const Result<Bytes>& bytes) { return text_of(value_of(bytes)); }

/// It failed, and says so as a person needs it.
void check_unusable(const Result<Bytes>& bytes, std::string_view words) {
    const auto error = error_of(bytes);
    CHECK(error.fault == Fault::storage);
    CHECK_THAT(error.detail, Catch::Contains(std::string(words)));
    CHECK_THAT(error.detail, Catch::Contains("safe"));
    CHECK_THAT(error.detail, Catch::Contains("127.0.0.1"));
}

}  // namespace

TEST_CASE("a part of a file is asked for, and taken from a part or from the whole", "[exchange]") {
    const auto file = file_of(200);
    const auto wanted = file.substr(from, limit);
    SECTION("a server that knows parts") {
        std::string request;
        const RawServer server([&](Peer& peer) {
            request = peer.hear();
            peer.say(part("50-149/200", wanted));
        });
        CHECK(text(read(server)) == wanted);
        CHECK_THAT(request, Catch::StartsWith("GET /tile/0/000 HTTP/1.1\r\n"));
        CHECK_THAT(request, Catch::Contains("Range: bytes=50-149\r\n"));
        CHECK_THAT(request, Catch::Contains("Host: 127.0.0.1:"));
    }
    SECTION("one that does not say how long the file is") {
        CHECK(text(read(RawServer(always(part("50-149/*", wanted))))) == wanted);
    }
    SECTION("the file ends in the part") {
        CHECK(text(read(RawServer(always(part("50-99/100", file.substr(50, 50)))))) ==
              file.substr(50, 50));
    }
    SECTION("one that sends the whole file instead") {
        CHECK(text(read(RawServer(always(whole(file))))) == wanted);
    }
    SECTION("the whole file ends in the part, or before it") {
        CHECK(text(read(RawServer(always(whole(file.substr(0, 70)))))) == file.substr(50, 20));
        CHECK(text(read(RawServer(always(whole(file.substr(0, 20)))))).empty());
        CHECK(text(read(RawServer(always(whole(""))))).empty());
    }
    SECTION("one that says that nothing is there") {
        CHECK(text(read(RawServer(
                       always(answer("416 Range Not Satisfiable", "Content-Length: 0\r\n", "")))))
                  .empty());
    }
    SECTION("in chunks, or until it closes") {
        const auto chunks =
            fmt::format("64\r\n{}\r\n64\r\n{}\r\n0\r\n\r\n", file.substr(0, 100), file.substr(100));
        CHECK(text(read(RawServer(
                  always(answer("200 OK", "Transfer-Encoding: chunked\r\n", chunks))))) == wanted);
        CHECK(text(read(RawServer([&](Peer& peer) {
                  peer.hear();
                  peer.say("HTTP/1.0 200 OK\r\n\r\n" + file);
              }))) == wanted);
    }
    SECTION("nothing is asked of anybody for nothing") {
        const RawServer server(always(whole(file)));
        CHECK(text(value_of(open_url(server.url()))->read("checkpoint", 7, 0)).empty());
        CHECK(server.connections() == 0);
    }
}

TEST_CASE("a missing file is absent, an error of the server is not", "[exchange]") {
    for (const char* status : {"404 Not Found", "410 Gone"}) {
        const RawServer server(always(answer(status, "Content-Length: 9\r\n", "not found")));
        CHECK(fault_of(read(server)) == Fault::absent);
    }
    for (const char* status : {"500 Internal Server Error", "503 Service Unavailable",
                               "403 Forbidden", "401 Unauthorized", "299 Odd", "999 Odder"})
        check_unusable(read(RawServer(always(answer(status, "Content-Length: 0\r\n", "")))),
                       fmt::format("status {:.3}", status));
    check_unusable(read(RawServer(always("HTTP/1.1 204 No Content\r\n\r\n"))), "status 204");
}

TEST_CASE("one connection serves many requests, and a closed one is opened again", "[exchange]") {
    const auto file = file_of(200);
    SECTION("kept") {
        const RawServer server([&](Peer& peer) {
            for (int i = 0; peer.hear().ends_with("\r\n\r\n"); ++i)
                peer.say(i == 1 ? answer("404 Not Found", "Content-Length: 4\r\n", "none")
                                : part("50-149/200", file.substr(50, 100)));
        });
        const auto carrier = value_of(open_url(server.url(), quick));
        CHECK(carrier->read("tile/0/000", from, limit));
        CHECK(fault_of(carrier->read("tile/0/001", from, limit)) == Fault::absent);
        for (int i = 0; i < 50; ++i) CHECK(carrier->read("tile/0/000", from, limit));
        CHECK(server.connections() == 1);
        CHECK(carrier->bytes_read() > 51 * limit);
        CHECK(carrier->bytes_read() < 51 * 4 * limit);
        CHECK(carrier->name() == server.url());
    }
    SECTION("closed after every answer, with and without saying so") {
        for (const char* said : {"", "Connection: close\r\n"}) {
            const RawServer server([&](Peer& peer) {
                peer.hear();
                peer.say(answer("200 OK", fmt::format("{}Content-Length: 200\r\n", said), file));
            });
            const auto carrier = value_of(open_url(server.url(), quick));
            for (int i = 0; i < 5; ++i)
                CHECK(text(carrier->read("tile/0/000", from, limit)) == file.substr(50, 100));
            CHECK(server.connections() == 5);
        }
    }
    SECTION("closed just when the next request is under way") {
        const RawServer server([&](Peer& peer) {
            peer.hear();
            peer.say(whole(file));
            peer.hear();
        });
        const auto carrier = value_of(open_url(server.url(), quick));
        for (int i = 0; i < 5; ++i)
            CHECK(text(carrier->read("tile/0/000", from, limit)) == file.substr(50, 100));
    }
}

TEST_CASE("a server that sends another part than was asked for is not believed", "[exchange]") {
    const auto body = file_of(100);
    CHECK(text(read(RawServer(always(part("50-149/200", body))))) == body);
    for (const char* range :
         {"49-148/200", "51-150/200", "0-99/200", "50-150/200", "50-149/149", "50-149", "50-149/",
          "149-50/200", "-149/200", "50-/200", "50-149/abc", "+50-149/200",
          "18446744073709551666-149/200", "50-18446744073709551615/*", "*/200"}) {
        INFO(range);
        check_unusable(read(RawServer(always(part(range, body)))), "another part");
    }
    check_unusable(
        read(RawServer(always(answer("206 Partial Content", "Content-Length: 100\r\n", body)))),
        "does not say which");
    check_unusable(
        read(RawServer(always(answer(
            "206 Partial Content",
            "Content-Type: multipart/byteranges; boundary=x\r\nContent-Length: 100\r\n", body)))),
        "does not say which");
    check_unusable(read(RawServer(always(answer(
                       "206 Partial Content",
                       "Content-Range: bytes 50-149/200\r\nContent-Range: bytes 50-149/200\r\n"
                       "Content-Length: 100\r\n",
                       body)))),
                   "another part");
}

TEST_CASE("a length that is wrong never makes a file", "[exchange]") {
    const auto body = file_of(100);
    const auto with_length = [&](std::string_view status, std::string_view headers) {
        return read(RawServer([&](Peer& peer) {
            peer.hear();
            peer.say(answer(status, headers, body));
            peer.hang_up();
            peer.hear();
        }));
    };
    const std::string range = "Content-Range: bytes 50-149/200\r\n";
    CHECK(text(with_length("206 Partial Content", range + "Content-Length: 100\r\n")) == body);
    CHECK(text(with_length("206 Partial Content", range)) == body);  // none said

    for (const char* length : {"99", "101", "0"}) {
        INFO(length);
        check_unusable(with_length("206 Partial Content",
                                   range + fmt::format("Content-Length: {}\r\n", length)),
                       "two lengths");
    }
    for (const char* length : {"-1", "1e2", "0x64", "99999999999999999999999", "100, 100"})
        check_unusable(with_length("200 OK", fmt::format("Content-Length: {}\r\n", length)),
                       "no sensible length");
    check_unusable(with_length("200 OK", "Content-Length: 120\r\n"), "broke off");
    check_unusable(with_length("200 OK", "Content-Length: 18446744073709551615\r\n"), "broke off");
    // Less than was promised, or more: by the range, as no length is said.
    check_unusable(with_length("206 Partial Content", "Content-Range: bytes 50-148/200\r\n"),
                   "more than it said");
    const RawServer less([&](Peer& peer) {
        peer.hear();
        peer.say(answer("206 Partial Content", range, file_of(99)));
    });
    check_unusable(read(less), "less than it said");
}

TEST_CASE("an endless answer costs no more than what was asked for", "[exchange]") {
    const std::string more(std::size_t{64} << 10U, 'x');
    const auto bytes_of_reading = [&](const RawServer::Talk& talk, auto judge) {
        const RawServer server(talk);
        const auto carrier = value_of(open_url(server.url(), quick));
        judge(carrier->read("tile/0/000", from, limit));
        CHECK(carrier->bytes_read() < std::size_t{256} << 10U);
    };
    const auto cut = [](const Result<Bytes>& bytes) {
        CHECK(text(bytes) == std::string(limit, 'x'));
    };
    const auto fails = [](std::string words) {
        return [words](const Result<Bytes>& bytes) { check_unusable(bytes, words); };
    };
    bytes_of_reading(for_ever("HTTP/1.1 200 OK\r\n\r\n", more), cut);
    bytes_of_reading(for_ever("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n", more),
                     cut);
    bytes_of_reading(for_ever("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                              "10000\r\n" + more + "\r\n"),
                     cut);
    bytes_of_reading(for_ever("HTTP/1.1 206 OK\r\nContent-Range: bytes 50-149/200\r\n\r\n", more),
                     fails("more than it said"));
    bytes_of_reading(for_ever("HTTP/1.1 404 Not Found\r\n\r\n", more),
                     [](const auto& bytes) { CHECK(fault_of(bytes) == Fault::absent); });
    bytes_of_reading(for_ever("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", more),
                     fails("another address"));
    // Before the body: a status line, a header, headers, interim answers, a chunk's size.
    bytes_of_reading(for_ever("HTTP/1.1 200 ", more), fails("never comes to an end"));
    bytes_of_reading(for_ever("HTTP/1.1 200 OK\r\nX: ", more), fails("never comes to an end"));
    bytes_of_reading(for_ever("HTTP/1.1 200 OK\r\n", "X: y\r\n"), fails("never comes to an end"));
    bytes_of_reading(for_ever("", "HTTP/1.1 100 Continue\r\n\r\n"), fails("never comes to an end"));
    bytes_of_reading(for_ever("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", more),
                     fails("never comes to an end"));
    bytes_of_reading(for_ever("", more), fails("never comes to an end"));
}

TEST_CASE("long heads of answers that end are read as far as is sensible", "[exchange]") {
    const auto file = file_of(200);
    const auto wanted = file.substr(from, limit);
    const auto with_head = [&](const std::string& reason, const std::string& header, int count) {
        std::string head = "HTTP/1.1 200 " + reason + "\r\nContent-Length: 200\r\n";
        for (int i = 0; i < count; ++i) head += fmt::format("X-{}: {}\r\n", i, header);
        return read(RawServer(always(head + "\r\n" + file)));
    };
    CHECK(text(with_head(std::string(900, 'r'), "", 0)) == wanted);
    CHECK(text(with_head("OK", std::string(8000, 'h'), 1)) == wanted);
    CHECK(text(with_head("OK", "h", 1000)) == wanted);
    check_unusable(with_head(std::string(100000, 'r'), "", 0), "never comes to an end");
    check_unusable(with_head("OK", std::string(9000, 'h'), 1), "never comes to an end");
    check_unusable(with_head("OK", std::string(1000, 'h'), 100), "never comes to an end");
}

TEST_CASE("a server that stalls or drips is left in the end", "[exchange]") {
    const auto file = file_of(200);
    const auto drip = [](std::string start) {
        return [start](Peer& peer) {
            peer.hear();
            bool listening = peer.say(start);
            while (listening) {
                std::this_thread::sleep_for(20ms);
                listening = peer.say("x");
            }
        };
    };
    const auto stall = [](std::string start) {
        return [start](Peer& peer) {
            peer.hear();
            peer.say(start);
            peer.hear();  // until the other side has had enough
        };
    };
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n";
    for (const auto& start : {std::string{}, std::string("HTTP/1.1 200 "),
                              head + "X: ", head + "\r\n", head + "\r\n" + file.substr(0, 100)}) {
        INFO(start);
        check_unusable(read(RawServer(stall(start))), "too little");
    }
    for (const auto& start : {std::string("HTTP/1.1 200 "), head + "X: ", head + "\r\n"}) {
        INFO(start);
        check_unusable(read(RawServer(drip(start))), "too little");
    }
    // In time, though in pieces.
    const RawServer pieces([&](Peer& peer) {
        peer.hear();
        peer.say("HTTP/1.1 200 OK\r\nContent-Le");
        std::this_thread::sleep_for(20ms);
        peer.say("ngth: 200\r\n\r\n" + file.substr(0, 120));
        std::this_thread::sleep_for(20ms);
        peer.say(file.substr(120));
    });
    CHECK(text(read(pieces)) == file.substr(from, limit));
}

TEST_CASE("a large file may take longer than the patience, as long as it comes", "[exchange]") {
    const auto file = file_of(std::size_t{2} << 20U);
    const RawServer server([&](Peer& peer) {
        peer.hear();
        peer.say(answer("200 OK", fmt::format("Content-Length: {}\r\n", file.size()), ""));
        for (std::size_t at = 0; at < file.size(); at += std::size_t{128} << 10U) {
            std::this_thread::sleep_for(50ms);
            peer.say(file.substr(at, std::size_t{128} << 10U));
        }
    });
    const auto carrier = value_of(open_url(server.url(), quick));
    CHECK(text(carrier->read("blob/x", 0, file.size())) == file);
}

TEST_CASE("a connection that breaks is storage, and the next request may do", "[exchange]") {
    const auto file = file_of(200);
    int times = 0;
    const RawServer server([&](Peer& peer) {
        peer.hear();
        switch (times++) {
            case 0:
                return;  // closed before the first byte
            case 1:
                peer.break_off();
                return;
            case 2:
                peer.say("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n" + file.substr(0, 60));
                return;
            case 3:
                peer.say("HTTP/1.1 200 OK\r\nConte");
                return;
            default:
                peer.say(whole(file));
        }
    });
    const auto carrier = value_of(open_url(server.url(), quick));
    for (int i = 0; i < 4; ++i)
        check_unusable(carrier->read("tile/0/000", from, limit), "broke off");
    CHECK(text(carrier->read("tile/0/000", from, limit)) == file.substr(from, limit));
}

TEST_CASE("no redirection is followed, to wherever it leads", "[exchange]") {
    const RawServer elsewhere(always(whole(file_of(200))));
    for (const auto& location : {elsewhere.url() + "/tile/0/000", std::string("/tile/0/000"),
                                 std::string("tile/0/000"), std::string()}) {
        for (const char* status : {"301 Moved", "302 Found", "307 Moved", "308 Moved"}) {
            const RawServer server(always(answer(
                status, fmt::format("Location: {}\r\nContent-Length: 0\r\n", location), "")));
            check_unusable(read(server), "another address");
            CHECK(server.connections() == 1);
        }
    }
    CHECK(elsewhere.connections() == 0);
    CHECK(read(elsewhere));
}

TEST_CASE("what is no answer of a web server is said to be none", "[exchange]") {
    for (const char* said :
         {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n",
          "HTTP/1.1 OK\r\n\r\n", "\r\n\r\n", "\x15\x03\x01\x02\x02\x16\n"}) {
        INFO(said);
        check_unusable(read(RawServer(always(said))), "does not speak HTTP");
    }
    check_unusable(read(RawServer(always(answer(
                       "200 OK", "Content-Encoding: gzip\r\nContent-Length: 4\r\n", "zzzz")))),
                   "compressed");
}

TEST_CASE("a server that is not there is said to be out of reach", "[exchange]") {
    int port = 0;
    { const Peer unused(listen_on_loopback(port)); }
    const auto carrier = value_of(open_url(fmt::format("http://127.0.0.1:{}", port), quick));
    check_unusable(carrier->read("checkpoint", 0, 10), "cannot be reached");
}

TEST_CASE("a path that no request can hold is never sent", "[exchange]") {
    const RawServer server(always(whole(file_of(200))));
    const auto carrier = value_of(open_url(server.url(), quick));
    for (const char* path : {"", "a b", "a\r\nX: y", "a?b", "a#b", "a%2f", "\xc3\xa9"}) {
        INFO(path);
        CHECK(fault_of(carrier->read(path, from, limit)) == Fault::malformed);
    }
    CHECK(server.connections() == 0);
    CHECK(carrier->read("evidence/00ff.json", from, limit));
}

TEST_CASE("a part from beyond what a server without parts can be read to is refused",
          "[exchange]") {
    const auto carrier_reads = [&](const RawServer& server, std::uint64_t at) {
        return value_of(open_url(server.url(), quick))->read("blob/x", at, limit);
    };
    check_unusable(carrier_reads(RawServer(for_ever("HTTP/1.1 200 OK\r\n\r\n", file_of(65536))),
                                 std::uint64_t{1} << 40U),
                   "cannot send a part");
    CHECK(
        text(carrier_reads(RawServer(for_ever("HTTP/1.1 200 OK\r\n\r\n", std::string(65536, 'x'))),
                           std::uint64_t{1} << 20U)) == std::string(limit, 'x'));
    CHECK(text(carrier_reads(
              RawServer(always(part("18446744073709551614-18446744073709551614/*", "x"))),
              UINT64_MAX - 1)) == "x");
}
