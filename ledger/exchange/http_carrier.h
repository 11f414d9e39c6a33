// http_carrier.h: a static directory on a web server, over one connection that is kept.
//
// A server may lie, stall, break off or never end; none of it takes more time or memory than the
// limits say. No redirection is followed: a person gives the address.
#pragma once

#include "ledger/exchange/carrier.h"

#include <chrono>

namespace placet::ledger {

struct HttpLimits {
    std::chrono::milliseconds connecting = std::chrono::seconds(10);
    /// Without an answer, or with less than 64 KiB of one that is longer than this.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
};

/// Connects when something is read first. `read` also fails malformed at a path that can stand in
/// no request. Fails malformed (no address).
Result<std::unique_ptr<Carrier>> open_url(const std::string& url, const HttpLimits& limits = {});

}  // namespace placet::ledger
