// channel.h: bytes over a connected socket, plain or through TLS, without ever waiting: how long is
// for its user to say (bounded_stream.h).
#pragma once

#include <sys/types.h>
#include <memory>
#include <string>

namespace placet::ledger {

/// What one attempt to move bytes came to.
struct Moved {
    ssize_t bytes = -1;  // 0 when reading: the other side has closed
    short wait_for = 0;  // POLLIN or POLLOUT: try again then; 0 with bytes < 0: broken
};

class Channel {
public:
    Channel() = default;
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;
    virtual ~Channel() = default;

    virtual Moved read(char* to, std::size_t size) = 0;
    virtual Moved write(const char* from, std::size_t size) = 0;
    /// Whatever comes before the first byte; bytes 1 once it is done.
    virtual Moved shake_hands() = 0;
};

/// The socket stays its owner's, here and below.
std::unique_ptr<Channel> plain_channel(int socket);

/// TLS 1.2 or newer to a server whose certificate is for this host, by the machine's certificate
/// authorities (or those that SSL_CERT_FILE names). Nothing if this machine cannot set it up.
std::unique_ptr<Channel> tls_channel(int socket, const std::string& host);

}  // namespace placet::ledger
