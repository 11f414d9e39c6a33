// listening.h: a socket that waits for connections at an address of this machine.
#pragma once

#include "ledger/exchange/folder_files.h"

#include <cstdint>
#include <string>
#include <vector>

namespace placet::ledger {

/// Fails as DirectoryServer::start does for address and port.
Result<Descriptor> listen_at(const std::string& address, std::uint16_t port);

std::uint16_t port_of(const Descriptor& listening);

/// "http://192.168.1.10:8080": where others reach it, one for each address of this machine if it
/// listens at all of them.
std::vector<std::string> urls_of(const std::string& address, std::uint16_t port);

}  // namespace placet::ledger
