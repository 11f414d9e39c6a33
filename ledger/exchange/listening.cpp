#include "ledger/exchange/listening.h"

#include "ledger/exchange/web_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <sys/socket.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace placet::ledger {
namespace {

constexpr int waiting_connections = 128;

Error not_listening(const std::string& address, std::uint16_t port, int number) {
    const auto where = fmt::format("Nothing is served at {}, port {}", address, port);
    if (number == EADDRINUSE)
        return {Fault::in_use,
                fmt::format("{}: another program has this port. Nothing was changed. Give another "
                            "with --port, or 0 for any that is free.",
                            where)};
    if (number == EADDRNOTAVAIL || number == EINVAL)
        return {Fault::refused,
                fmt::format("{}: this is no IP address of this machine. Give one of its own with "
                            "--listen, or 0.0.0.0 for all of them.",
                            where)};
    if (number == EACCES)
        return {Fault::refused,
                fmt::format("{}: only root may take a port below 1024. Give another with --port.",
                            where)};
    return {Fault::storage, fmt::format("{}: {}. Check the network of this machine, and try again.",
                                        where, std::strerror(number))};
}

bool is_ip_address(const std::string& text) {
    in6_addr address = {};
    return ::inet_pton(AF_INET, text.c_str(), &address) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

/// The address as the kernel takes it; nothing unless it is an IP address.
struct NumericAddress {
    explicit NumericAddress(const std::string& address, std::uint16_t port) {
        addrinfo hints = {};
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* first = nullptr;
        // The library would also take "127" for an address.
        if (!is_ip_address(address)) return;
        if (::getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &first) == 0)
            found = std::unique_ptr<addrinfo, void (*)(addrinfo*)>(first, ::freeaddrinfo);
    }
    std::unique_ptr<addrinfo, void (*)(addrinfo*)> found = {nullptr, ::freeaddrinfo};
};

std::string numeric_text(const sockaddr* address) {
    const bool six = address->sa_family == AF_INET6;
    std::array<char, NI_MAXHOST> text = {};
    const socklen_t size = six ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    if (::getnameinfo(address, size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0)
        return {};
    return text.data();
}

/// Of all network interfaces that are up, without loopback and addresses that need an interface's
/// name.
std::vector<std::string> addresses_of_this_machine() {
    std::vector<std::string> addresses;
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) return addresses;
    for (const ifaddrs* at = first; at != nullptr; at = at->ifa_next) {
        if (at->ifa_addr == nullptr || (at->ifa_flags & IFF_UP) == 0 ||
            (at->ifa_flags & IFF_LOOPBACK) != 0 || at->ifa_addr->sa_family != AF_INET)
            continue;
        if (auto text = numeric_text(at->ifa_addr); !text.empty())
            addresses.push_back(std::move(text));
    }
    ::freeifaddrs(first);
    return addresses;
}

}  // namespace

Result<Descriptor> listen_at(const std::string& address, std::uint16_t port) {
    const NumericAddress numeric(address, port);
    if (!numeric.found) return not_listening(address, port, EINVAL);
    const auto& to = *numeric.found;
    Descriptor listening(::socket(to.ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!listening) return not_listening(address, port, errno);
    // A port that was just served is free again at once; one that is served now stays taken.
    const int yes = 1;
    ::setsockopt(listening.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(listening.number(), to.ai_addr, to.ai_addrlen) != 0 ||
        ::listen(listening.number(), waiting_connections) != 0)
        return not_listening(address, port, errno);
    return listening;
}

std::uint16_t port_of(const Descriptor& listening) {
    sockaddr_storage address = {};
    socklen_t size = sizeof address;
    if (::getsockname(listening.number(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return 0;
    return ntohs(address.ss_family == AF_INET6
                     ? reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port
                     : reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
}

std::vector<std::string> urls_of(const std::string& address, std::uint16_t port) {
    const bool all = address == "0.0.0.0" || address == "::";
    auto addresses = all ? addresses_of_this_machine() : std::vector<std::string>{address};
    if (addresses.empty()) addresses.emplace_back("127.0.0.1");
    std::vector<std::string> urls;
    for (auto& host : addresses)
        urls.push_back(WebAddress{.host = std::move(host), .port = port}.text());
    return urls;
}

}  // namespace placet::ledger
