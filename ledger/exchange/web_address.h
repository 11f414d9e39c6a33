// web_address.h: the address of a static directory on a web server.
#pragma once

#include "crypto/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace placet::ledger {

struct WebAddress {
    bool encrypted = false;  // https
    std::string host = {};   // a name, or an IP address without brackets
    std::uint16_t port = 80;
    std::string folder = {};  // as in the address, without a slash at its end: "" or "/cah/desk"

    /// "host:port" for the Host header, without the port where it is the scheme's own.
    std::string host_and_port() const;
    /// The whole address, without a slash at its end.
    std::string text() const;
};

/// "http://192.168.1.10:8080/cah/": scheme, host, port and path. Fails malformed; a name and
/// password, a query or a fragment have no place in it.
Result<WebAddress> parse_web_address(std::string_view text);

}  // namespace placet::ledger
