#include "ledger/exchange/requested_range.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace placet::ledger {
namespace {

/// Digits alone; a number that is too large for 64 bits is beyond every file's end all the same.
std::optional<std::uint64_t> position(std::string_view text) {
    std::uint64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || stopped != end) return {};
    if (error == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
    return number;
}

RequestedRange part(std::uint64_t first, std::uint64_t count) {
    return {.first = first, .count = static_cast<std::size_t>(count), .partial = true};
}

}  // namespace

RequestedRange requested_range(std::string_view header, std::uint64_t size) {
    const RequestedRange whole = {.first = 0, .count = static_cast<std::size_t>(size)};
    const RequestedRange outside = {.outside = true};
    constexpr std::string_view unit = "bytes=";
    if (!header.starts_with(unit)) return whole;
    header.remove_prefix(unit.size());
    const auto dash = header.find('-');
    if (dash == std::string_view::npos) return whole;
    const auto from = header.substr(0, dash);
    const auto to = header.substr(dash + 1);
    const auto first = position(from);
    const auto last = position(to);
    if (from.empty()) {  // the last bytes of the file
        if (!last) return whole;
        const auto count = std::min(*last, size);
        return count == 0 ? outside : part(size - count, count);
    }
    if (!first || (!to.empty() && (!last || *last < *first))) return whole;
    if (*first >= size) return outside;
    return part(*first, (last ? std::min(*last, size - 1) : size - 1) - *first + 1);
}

}  // namespace placet::ledger
