// https: a server is believed only with a certificate for its name that this machine trusts.
#include "ledger/exchange/http_carrier.h"
#include "tests/support/raw_server.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <openssl/ssl.h>
#include <cstdlib>
#include <memory>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using namespace std::chrono_literals;

namespace {

const HttpLimits quick = {.connecting = 5s, .patience = 400ms};

/// A key and a certificate for a name of this machine, signed by itself.
struct Certificate {
    explicit Certificate(const std::string& name) {
        const auto command = fmt::format(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
            "-keyout '{}' -out '{}' -subj /CN=test -addext subjectAltName={} 2>/dev/null",
            key.string(), certificate.string(), name);
        REQUIRE(std::system(command.c_str()) == 0);
    }

    TempFolder folder = {};
    std::filesystem::path key = folder / "key.pem";
    std::filesystem::path certificate = folder / "certificate.pem";
};

/// This machine trusts that certificate, and no other, until the test ends.
struct Trust {
    explicit Trust(const Certificate& certificate) {
        ::setenv("SSL_CERT_FILE", certificate.certificate.c_str(), 1);
        ::setenv("SSL_CERT_DIR", "/nonexistent", 1);
    }
    ~Trust() {
        ::unsetenv("SSL_CERT_FILE");
        ::unsetenv("SSL_CERT_DIR");
    }
};

/// What a server does once TLS stands.
using Encrypted = std::function<void(SSL*)>;

bool say(SSL* ssl, const std::string& text) {
    return SSL_write(ssl, text.data(), static_cast<int>(text.size())) > 0;
}

RawServer::Talk through_tls(const Certificate& certificate, Encrypted talk) {
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    REQUIRE(SSL_CTX_use_PrivateKey_file(context.get(), certificate.key.c_str(), SSL_FILETYPE_PEM) ==
            1);
    REQUIRE(SSL_CTX_use_certificate_file(context.get(), certificate.certificate.c_str(),
                                         SSL_FILETYPE_PEM) == 1);
    return [context, talk](Peer& peer) {
        const std::unique_ptr<SSL, void (*)(SSL*)> ssl(SSL_new(context.get()), SSL_free);
        SSL_set_fd(ssl.get(), peer.socket());
        if (SSL_accept(ssl.get()) == 1) talk(ssl.get());
    };
}

/// Says the same to every request.
RawServer::Talk always(const Certificate& certificate, const std::string& text) {
    return through_tls(certificate, [text](SSL* ssl) {
        char request[4096];
        while (SSL_read(ssl, request, sizeof request) > 0)
            if (!say(ssl, text)) return;
    });
}

/// Says `start`, and then `more` after every pause until nobody listens.
RawServer::Talk for_ever(const Certificate& certificate, const std::string& start,
                         std::chrono::milliseconds pause, const std::string& more) {
    return through_tls(certificate, [=](SSL* ssl) {
        bool listening = say(ssl, start);
        while (listening) {
            std::this_thread::sleep_for(pause);
            listening = say(ssl, more);
        }
    });
}

const std::string good = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\ncheckpoint";

Result<Bytes> read(const RawServer& server) {
    return value_of(open_url(fmt::format("https://127.0.0.1:{}", server.port()), quick))
        ->read("checkpoint", 0, 100);
}

std::string why_not(const RawServer& server) {
    const auto error = error_of(read(server));
    CHECK(error.fault == Fault::storage);
    return error.detail;
}

}  // namespace

TEST_CASE("a directory is read through TLS from a server that proves its name", "[exchange]") {
    const Certificate certificate("IP:127.0.0.1,DNS:localhost");
    const Trust trust(certificate);
    const RawServer server(always(certificate, good));
    for (const char* host : {"127.0.0.1", "localhost"}) {
        const auto url = fmt::format("https://{}:{}", host, server.port());
        const auto carrier = value_of(open_url(url, quick));
        for (int i = 0; i < 3; ++i)
            CHECK(text_of(value_of(carrier->read("checkpoint", 0, 100))) == "checkpoint");
    }
    CHECK(server.connections() == 2);
}

TEST_CASE("a server that does not prove its name is told nothing and not believed", "[exchange]") {
    const Certificate certificate("IP:127.0.0.1");
    const Certificate other_name("IP:127.0.0.2,DNS:localhost");
    SECTION("nobody trusts its certificate") {
        const Trust trust(other_name);
        CHECK_THAT(why_not(RawServer(always(certificate, good))), Catch::Contains("prove"));
    }
    SECTION("it is another's") {
        const Trust trust(other_name);
        CHECK_THAT(why_not(RawServer(always(other_name, good))), Catch::Contains("prove"));
    }
    SECTION("it speaks no TLS") {
        const RawServer server([](Peer& peer) { peer.say(good); });
        CHECK_THAT(why_not(server), Catch::Contains("prove"));
    }
    SECTION("it closes at once") {
        CHECK_THAT(why_not(RawServer([](Peer&) {})), Catch::Contains("prove"));
    }
    SECTION("it stalls before it has proved anything") {
        const RawServer server([](Peer& peer) { peer.hear_all(); });
        CHECK_THAT(why_not(server), Catch::Contains("too little"));
    }
}

TEST_CASE("an endless or dripping answer is cut off through TLS, too", "[exchange]") {
    const Certificate certificate("IP:127.0.0.1");
    const Trust trust(certificate);
    const std::string head = "HTTP/1.1 200 OK\r\n";
    const std::string much(std::size_t{64} << 10U, 'x');
    CHECK(text_of(value_of(read(RawServer(for_ever(certificate, head + "\r\n", 0ms, much))))) ==
          std::string(100, 'x'));
    CHECK_THAT(why_not(RawServer(for_ever(certificate, head + "X: ", 0ms, much))),
               Catch::Contains("never comes to an end"));
    CHECK_THAT(why_not(RawServer(for_ever(certificate, head + "\r\n", 20ms, "x"))),
               Catch::Contains("too little"));
}
