// TLS as the client of a web server: OpenSSL over a socket that never blocks.
#include "ledger/exchange/channel.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <algorithm>
#include <climits>
#include <csignal>

namespace placet::ledger {
namespace {

struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};

bool is_ip_address(const std::string& host) {
    unsigned char address[16];
    return ::inet_pton(AF_INET, host.c_str(), address) == 1 ||
           ::inet_pton(AF_INET6, host.c_str(), address) == 1;
}

/// The certificate must be for this host, which is also told to the server.
bool expect_host(SSL* ssl, const std::string& host) {
    if (is_ip_address(host))
        return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str()) == 1;
    return SSL_set1_host(ssl, host.c_str()) == 1 &&
           SSL_set_tlsext_host_name(ssl, host.c_str()) == 1;
}

int at_most_int(std::size_t size) { return static_cast<int>(std::min<std::size_t>(size, INT_MAX)); }

class TlsChannel : public Channel {
public:
    TlsChannel(std::unique_ptr<SSL_CTX, Free> context, std::unique_ptr<SSL, Free> ssl)
        : context_(std::move(context)), ssl_(std::move(ssl)) {}

    Moved read(char* to, std::size_t size) override {
        return moved(SSL_read(ssl_.get(), to, at_most_int(size)));
    }
    Moved write(const char* from, std::size_t size) override {
        return moved(SSL_write(ssl_.get(), from, at_most_int(size)));
    }
    Moved shake_hands() override { return moved(SSL_connect(ssl_.get())); }

private:
    Moved moved(int result) {
        if (result > 0) return {.bytes = result};
        switch (SSL_get_error(ssl_.get(), result)) {
            case SSL_ERROR_WANT_READ:
                return {.bytes = -1, .wait_for = POLLIN};
            case SSL_ERROR_WANT_WRITE:
                return {.bytes = -1, .wait_for = POLLOUT};
            case SSL_ERROR_ZERO_RETURN:
                return {.bytes = 0};
            default:
                return {};
        }
    }

    std::unique_ptr<SSL_CTX, Free> context_;
    std::unique_ptr<SSL, Free> ssl_;
};

}  // namespace

std::unique_ptr<Channel> tls_channel(int socket, const std::string& host) {
    // OpenSSL writes to a socket that the other side may have closed.
    std::signal(SIGPIPE, SIG_IGN);
    const int flags = ::fcntl(socket, F_GETFL);
    std::unique_ptr<SSL_CTX, Free> context(SSL_CTX_new(TLS_client_method()));
    std::unique_ptr<SSL, Free> ssl;
    bool ready = flags >= 0 && ::fcntl(socket, F_SETFL, flags | O_NONBLOCK) == 0 && context &&
                 SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1 &&
                 SSL_CTX_set_default_verify_paths(context.get()) == 1;
    if (ready) {
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_mode(context.get(),
                         SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
        ssl.reset(SSL_new(context.get()));
        ready = ssl && SSL_set_fd(ssl.get(), socket) == 1 && expect_host(ssl.get(), host);
    }
    if (!ready) return nullptr;
    return std::make_unique<TlsChannel>(std::move(context), std::move(ssl));
}

}  // namespace placet::ledger
