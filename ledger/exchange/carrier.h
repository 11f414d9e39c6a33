// carrier.h: where a static directory is read from: a folder (on a stick, say) or a web server.
//
// Trusts nothing and verifies nothing: whoever reads verifies what it read.
#pragma once

#include "crypto/bytes.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace placet::ledger {

class Carrier {
public:
    Carrier() = default;
    Carrier(const Carrier&) = delete;
    Carrier& operator=(const Carrier&) = delete;
    virtual ~Carrier() = default;

    /// Bytes [from, from + limit) of the file at this path below the directory, fewer at its end,
    /// none beyond it. `path` is one that Placet made itself ("tile/0/000"), never one that the
    /// carrier named. Fails absent (no such file), malformed (a link, a folder, a pipe: anything
    /// but a file) or storage (pulled out, not readable, or a server that breaks off or
    /// misbehaves).
    virtual Result<Bytes> read(std::string_view path, std::uint64_t from, std::size_t limit) = 0;

    /// For sentences: the path of the folder, or the address.
    virtual std::string name() const = 0;

    /// Bytes that came over so far; of HTTP, headers too.
    virtual std::uint64_t bytes_read() const = 0;
};

/// A folder, or a web server if the text begins with "http://" or "https://". Fails as open_folder
/// or open_url; malformed at any other scheme.
Result<std::unique_ptr<Carrier>> open_carrier(const std::string& folder_or_url);

}  // namespace placet::ledger
