#include "tests/support/raw_server.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <chrono>

namespace placet::tests {
namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

}  // namespace

Peer::~Peer() { ::close(socket_); }

int Peer::connect(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(port);
    REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    return socket;
}

bool Peer::say(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string Peer::hear(std::string_view end) {
    char buffer[4096];
    for (;;) {
        if (const auto at = heard_.find(end); !end.empty() && at != std::string::npos) {
            auto text = heard_.substr(0, at + end.size());
            heard_.erase(0, at + end.size());
            return text;
        }
        const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return std::exchange(heard_, {});
        heard_.append(buffer, static_cast<std::size_t>(got));
    }
}

void Peer::hang_up() { ::shutdown(socket_, SHUT_WR); }

void Peer::break_off() {
    const linger none = {.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &none, sizeof none);
}

int listen_on_loopback(int& port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket, 64) == 0);
    REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port = ntohs(address.sin_port);
    return socket;
}

RawServer::RawServer(Talk talk)
    : talk_(std::move(talk)), listening_(listen_on_loopback(port_)), thread_([this] { serve(); }) {}

RawServer::~RawServer() {
    // Whoever still talks is cut off; a test that fails does not hang.
    const int listening = listening_;
    ::shutdown(listening, SHUT_RDWR);
    if (const int talking = talking_; talking >= 0) ::shutdown(talking, SHUT_RDWR);
    thread_.join();
    ::close(listening);
}

std::string RawServer::url() const { return "http://127.0.0.1:" + std::to_string(port_); }

void RawServer::serve() {
    for (;;) {
        const int socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        ++connections_;
        talking_ = socket;
        Peer peer(socket);
        talk_(peer);
        talking_ = -1;
    }
}

}  // namespace placet::tests
