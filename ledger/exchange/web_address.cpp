#include "ledger/exchange/web_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <optional>

namespace placet::ledger {
namespace {

constexpr std::uint16_t http_port = 80;
constexpr std::uint16_t https_port = 443;

bool one_of(char c, std::string_view more) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           more.find(c) != std::string_view::npos;
}

bool all_of(std::string_view text, std::string_view more) {
    return std::ranges::all_of(text, [&](char c) { return one_of(c, more); });
}

Error no_address(std::string_view why) {
    return {Fault::malformed,
            fmt::format("This is no address of a directory: {}. Nothing was read. Write it as "
                        "http://HOST:PORT/FOLDER.",
                        why)};
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, port);
    if (text.empty() || error != std::errc{} || stopped != end || port == 0) return {};
    return port;
}

bool is_ip_address(const std::string& text) {
    in6_addr address = {};
    return ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

/// Host and port from "host:port" or "[2001:db8::1]:port"; empty if it is right.
std::string_view take_authority(std::string_view text, WebAddress& address) {
    auto port = std::string_view{};
    bool has_port = false;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) return "its [ is never closed";
        address.host = text.substr(1, end - 1);
        if (!is_ip_address(address.host)) return "what stands in [ ] is no IPv6 address";
        text.remove_prefix(end + 1);
        has_port = text.starts_with(':');
        if (!has_port && !text.empty()) return "something stands between ] and the path";
        if (has_port) port = text.substr(1);
    } else {
        const auto colon = text.find(':');
        has_port = colon != std::string_view::npos;
        address.host = text.substr(0, colon);
        if (!all_of(address.host, ".-_")) return "its host is no name of a machine";
        if (has_port) port = text.substr(colon + 1);
    }
    if (address.host.empty()) return "it names no host";
    if (!has_port) return {};
    const auto number = parse_port(port);
    if (!number) return "its port is no number from 1 to 65535";
    address.port = *number;
    return {};
}

}  // namespace

std::string WebAddress::host_and_port() const {
    const auto shown = host.find(':') == std::string::npos ? host : fmt::format("[{}]", host);
    return port == (encrypted ? https_port : http_port) ? shown : fmt::format("{}:{}", shown, port);
}

std::string WebAddress::text() const {
    return fmt::format("{}://{}{}", encrypted ? "https" : "http", host_and_port(), folder);
}

Result<WebAddress> parse_web_address(std::string_view text) {
    WebAddress address;
    address.encrypted = text.starts_with("https://");
    if (!address.encrypted && !text.starts_with("http://"))
        return no_address("it does not begin with http:// or https://");
    address.port = address.encrypted ? https_port : http_port;
    text.remove_prefix(text.find("//") + 2);
    const auto slash = text.find('/');
    if (const auto wrong = take_authority(text.substr(0, slash), address); !wrong.empty())
        return no_address(wrong);
    if (slash != std::string_view::npos) address.folder = text.substr(slash);
    while (address.folder.ends_with('/')) address.folder.pop_back();
    if (address.folder.size() > 1000) return no_address("it is too long");
    if (!all_of(address.folder, "/-._~%!$&'()*+,;=:@"))
        return no_address("its path holds a character that no path of an address has");
    return address;
}

}  // namespace placet::ledger
