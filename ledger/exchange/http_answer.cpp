#include "ledger/exchange/http_answer.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <limits>

namespace placet::ledger {
namespace {

constexpr int ok = 200;
constexpr int partial_content = 206;
constexpr int not_found = 404;
constexpr int gone = 410;
constexpr int beyond_the_end = 416;

// More than the longest entry bundle: a server that cannot send parts is read so far and no
// further.
constexpr std::uint64_t most_skipped = std::uint64_t{32} << 20U;
constexpr std::uint64_t short_answer = 4096;

std::uint64_t last_of(std::uint64_t from, std::size_t limit) {
    const auto most = std::numeric_limits<std::uint64_t>::max();
    return limit - 1 > most - from ? most : from + limit - 1;
}

/// Digits alone, and not too many.
std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc{} || stopped != end) return {};
    return number;
}

struct Part {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// "bytes 64-95/200", or "bytes 64-95/*" (RFC 9110, 14.4).
std::optional<Part> parse_content_range(std::string_view text) {
    if (!text.starts_with("bytes ")) return {};
    text.remove_prefix(6);
    const auto dash = text.find('-');
    const auto slash = text.find('/');
    if (dash == std::string_view::npos || slash == std::string_view::npos || slash < dash)
        return {};
    const auto first = whole_number(text.substr(0, dash));
    const auto last = whole_number(text.substr(dash + 1, slash - dash - 1));
    const auto size = text.substr(slash + 1);
    if (!first || !last || *first > *last) return {};
    if (const auto whole = whole_number(size); size != "*" && (!whole || *whole <= *last))
        return {};
    return Part{.first = *first, .last = *last};
}

Error unusable(const std::string& where, const std::string& what) {
    return {Fault::storage,
            fmt::format("{} was not read: {}. Nothing of it was used, and what was recorded before "
                        "is safe. Try again later, tell whoever runs the server, or take another "
                        "copy.",
                        where, what)};
}

}  // namespace

std::string format_range(std::uint64_t from, std::size_t limit) {
    return fmt::format("bytes={}-{}", from, last_of(from, limit));
}

bool HttpAnswer::misbehaves(std::string_view how) {
    wrong_ = how;
    return false;
}

bool HttpAnswer::begin_part(const Header& headers) {
    const auto header = headers.find("content-range");
    if (header == headers.end())
        return misbehaves("the server sends a part and does not say which");
    const auto part = parse_content_range(header->second);
    if (!part || part->first != from_ || part->last > last_of(from_, limit_))
        return misbehaves("the server sends another part than was asked for");
    promised_ = static_cast<std::size_t>(part->last - part->first) + 1;
    return true;
}

bool HttpAnswer::begin(int status, const Header& headers) {
    status_ = status;
    const auto encoding = headers.find("content-encoding");
    if (encoding != headers.end() && encoding->second != "identity")
        return misbehaves("the server sends it compressed, which was not asked for");
    const auto length = headers.find("content-length");
    const bool has_length = length != headers.end();
    const auto number = has_length ? whole_number(length->second) : 0;
    if (!number) return misbehaves("the server says no sensible length of its answer");
    if (status == partial_content) {
        if (!begin_part(headers)) return false;
        return !has_length || *number == *promised_ ||
               misbehaves("the server says two lengths of its answer");
    }
    // The rest of a short "not found" is read, so that the connection can be kept.
    if (status != ok) return has_length && *number <= short_answer;
    if (from_ > most_skipped) return misbehaves("the server cannot send a part of a large file");
    to_skip_ = from_;
    goes_on_ = !has_length || *number > body_limit();
    return true;
}

std::uint64_t HttpAnswer::body_limit() const {
    const auto most = std::numeric_limits<std::uint64_t>::max() / 2;
    return to_skip_ + std::min<std::uint64_t>(limit_, most);
}

bool HttpAnswer::is_usable() const {
    return (status_ == ok || status_ == partial_content) && wrong_.empty();
}

bool HttpAnswer::is_judged() const { return begun() && (!is_usable() || bytes_.size() == limit_); }

bool HttpAnswer::take(std::string_view bytes) {
    if (!is_usable()) return true;
    const auto skipped = std::min<std::uint64_t>(to_skip_, bytes.size());
    to_skip_ -= skipped;
    bytes.remove_prefix(static_cast<std::size_t>(skipped));
    if (promised_ && bytes.size() > *promised_ - bytes_.size())
        return misbehaves("the server sends more than it said");
    bytes = bytes.substr(0, limit_ - bytes_.size());
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return bytes_.size() < limit_ || !goes_on_;
}

Result<Bytes> HttpAnswer::result(const std::string& where) {
    if (!wrong_.empty()) return unusable(where, std::string(wrong_));
    if (status_ == not_found || status_ == gone)
        return Error{Fault::absent, fmt::format("{}: there is no such file.", where)};
    if (status_ == beyond_the_end) return Bytes{};
    if (status_ >= 300 && status_ < 400)
        return unusable(where, fmt::format("the server points to another address (status {}), and "
                                           "no other is gone to than the one given",
                                           status_));
    if (status_ != ok && status_ != partial_content)
        return unusable(where, fmt::format("the server answers with status {}", status_));
    if (promised_ && bytes_.size() != *promised_)
        return unusable(where, "the server sends less than it said");
    return std::move(bytes_);
}

}  // namespace placet::ledger
