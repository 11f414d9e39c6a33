// requested_range.h: which part of a file a request asks for (RFC 9110, 14.1.2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace placet::ledger {

struct RequestedRange {
    std::uint64_t first = 0;
    std::size_t count = 0;
    bool partial = false;
    bool outside = false;  // nothing of the file is in it
};

/// Of a file of this size, by the value of the Range header: the whole file if it is empty, or
/// asks for several parts, or is no range of bytes.
RequestedRange requested_range(std::string_view header, std::uint64_t size);

}  // namespace placet::ledger
