// directory_server.h: a static directory served to the room: read, by GET and HEAD, and only the
// files that static_path.h names.
//
// Whoever asks may lie, stall or come in crowds; none of it reaches another file, takes more time
// or memory than the limits say, or keeps the server from ending.
#pragma once

#include "crypto/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace placet::ledger {

struct ServerLimits {
    std::size_t connections = 64;  // one more is told to come again later
    std::size_t requests_per_connection = 1000;
    /// Between two requests of a connection.
    std::chrono::milliseconds idle = std::chrono::seconds(5);
    /// For a request to come whole, or 64 KiB of an answer to be taken.
    std::chrono::milliseconds patience = std::chrono::seconds(20);
};

class DirectoryServer {
public:
    /// Serves from its own threads. `address` is an IP address of this machine, or 0.0.0.0 or ::
    /// for all of them; port 0 is any that is free. Fails absent (no such folder), malformed (not a
    /// folder, or no checkpoint in it), in_use (the port is taken), refused (no such address here,
    /// or a port that only root may take) or storage.
    static Result<std::unique_ptr<DirectoryServer>> start(const std::filesystem::path& folder,
                                                          const std::string& address,
                                                          std::uint16_t port,
                                                          const ServerLimits& limits = {});

    virtual ~DirectoryServer() = default;  // stops

    virtual std::uint16_t port() const = 0;
    /// Where others reach it, one for each address of this machine.
    virtual std::vector<std::string> urls() const = 0;
    /// False if the network has failed.
    virtual bool is_serving() const = 0;
    /// Returns when every connection has ended: in less than a second, whatever they do.
    virtual void stop() = 0;

protected:
    DirectoryServer() = default;
    DirectoryServer(const DirectoryServer&) = delete;
    DirectoryServer& operator=(const DirectoryServer&) = delete;
};

}  // namespace placet::ledger
