// raw_server.h: a server on loopback that says whatever a test lets it say, byte by byte.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace placet::tests {

/// A connected socket of a test, closed when it goes.
class Peer {
public:
    explicit Peer(int socket) : socket_(socket) {}
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    ~Peer();

    /// Connects to this port of loopback; the test fails if it cannot.
    static int connect(int port);

    /// False once the other side is gone.
    bool say(std::string_view bytes);
    /// Everything up to and with `end`; what came so far if the other side closes first.
    std::string hear(std::string_view end = "\r\n\r\n");
    /// Everything until the other side closes.
    std::string hear_all() { return hear({}); }
    /// No more will be said.
    void hang_up();
    /// Ends with a reset: what is under way is lost.
    void break_off();
    int socket() const { return socket_; }

private:
    int socket_;
    std::string heard_ = {};  // after `end`
};

class RawServer {
public:
    /// Has every connection in turn until it returns.
    using Talk = std::function<void(Peer&)>;

    explicit RawServer(Talk talk);
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;
    ~RawServer();

    int port() const { return port_; }
    std::string url() const;
    int connections() const { return connections_; }

private:
    void serve();

    Talk talk_;
    int port_ = 0;
    int listening_ = -1;
    std::atomic<int> connections_ = 0;
    std::atomic<int> talking_ = -1;
    std::thread thread_;
};

/// A listening socket on a port of loopback that nobody else has; the port is written to `port`.
int listen_on_loopback(int& port);

}  // namespace placet::tests
