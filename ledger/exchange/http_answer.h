// http_answer.h: what a server answers to a request for a part of a file, judged as it comes in.
#pragma once

#include "crypto/bytes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace placet::ledger {

/// "bytes=64-95": `limit` bytes from `from` on. Requires limit > 0.
std::string format_range(std::uint64_t from, std::size_t limit);

class HttpAnswer {
public:
    HttpAnswer(std::uint64_t from, std::size_t limit) : from_(from), limit_(limit) {}

    /// By their names in lower case.
    using Header = std::map<std::string, std::string>;

    /// Judges status and headers. False: the body is not worth reading.
    bool begin(int status, const Header& headers);

    /// Takes what was asked for from the next bytes of the body. False: no more is needed.
    bool take(std::string_view bytes);

    /// How many bytes of a body may be needed.
    std::uint64_t body_limit() const;

    bool begun() const { return status_ != 0; }
    /// Nothing that may still come matters, nor what becomes of the connection.
    bool is_judged() const;

    /// What was asked for, or why there is none; `where` is the whole address. Requires that the
    /// answer has ended or is judged.
    Result<Bytes> result(const std::string& where);

private:
    bool begin_part(const Header& headers);
    bool misbehaves(std::string_view how);
    bool is_usable() const;

    std::uint64_t from_;
    std::size_t limit_;
    int status_ = 0;
    std::string_view wrong_ = {};          // what the server does that no server may
    std::uint64_t to_skip_ = 0;            // bytes before those that were asked for
    bool goes_on_ = false;                 // more may come than was asked for
    std::optional<std::size_t> promised_;  // bytes of a part, by its Content-Range
    Bytes bytes_ = {};
};

}  // namespace placet::ledger
