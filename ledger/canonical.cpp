#include "ledger/canonical.h"

#include <fmt/format.h>

namespace placet::ledger {
namespace {

/// Length of the well-formed UTF-8 sequence at the start of the text; 0 if there is none
/// (Unicode 15, table 3-7: no overlong forms, no surrogates).
std::size_t utf8_length(std::string_view text) {
    const auto at = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
    const unsigned first = at(0);
    if (first < 0x80) return text.empty() ? 0 : 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!continues(1) || !continues(2)) return 0;
        if (first == 0xE0 && at(1) < 0xA0) return 0;
        if (first == 0xED && at(1) > 0x9F) return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!continues(1) || !continues(2) || !continues(3)) return 0;
        if (first == 0xF0 && at(1) < 0x90) return 0;
        if (first == 0xF4 && at(1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    Result<std::vector<Member>> run() {
        if (text_.size() > entry_size_limit) return fail("more than 16384 bytes");
        if (peek() != '{') return fail("not an object");
        std::vector<Member> members;
        members.reserve(8);  // of an entry
        if (!object(1, &members)) return fail(why_);
        if (at_ != text_.size()) return fail("something follows the object");
        return members;
    }

private:
    Error fail(std::string_view why) const {
        return {Fault::malformed, fmt::format("not a canonical entry: {} at byte {}", why, at_)};
    }
    bool stop(std::string_view why) {
        why_ = why;
        return false;
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool value(int depth) {
        switch (peek()) {
            case '{':
                return object(depth + 1, nullptr);
            case '[':
                return array(depth + 1);
            case '"':
                return string();
            case 't':
                return word("true");
            case 'f':
                return word("false");
            case 'n':
                return word("null");
            default:
                return number();
        }
    }

    bool object(int depth, std::vector<Member>* members) {
        if (depth > nesting_limit) return stop("nested deeper than 8");
        ++at_;
        if (take('}')) return true;
        std::string_view previous;
        do {
            std::string_view name;
            if (!member_name(name)) return false;
            if (!previous.empty() && name <= previous) return stop("members not in order");
            previous = name;
            if (!take(':')) return stop("no colon after a member name");
            const std::size_t from = at_;
            if (!value(depth)) return false;
            if (members != nullptr) members->push_back({name, text_.substr(from, at_ - from)});
        } while (take(','));
        return take('}') || stop("an object does not end");
    }

    bool array(int depth) {
        if (depth > nesting_limit) return stop("nested deeper than 8");
        ++at_;
        if (take(']')) return true;
        do {
            if (!value(depth)) return false;
        } while (take(','));
        return take(']') || stop("an array does not end");
    }

    // [a-z][a-z0-9_]{0,31}
    bool member_name(std::string_view& name) {
        if (!take('"')) return stop("no member name");
        const std::size_t from = at_;
        while (at_ < text_.size() && name_character(text_[at_], at_ == from)) ++at_;
        name = text_.substr(from, at_ - from);
        if (name.empty() || name.size() > 32) return stop("a member name outside the alphabet");
        return take('"') || stop("a member name outside the alphabet");
    }
    static bool name_character(char c, bool first) {
        return (c >= 'a' && c <= 'z') || (!first && ((c >= '0' && c <= '9') || c == '_'));
    }

    bool string() {
        ++at_;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"') {
                ++at_;
                return true;
            }
            if (c == '\\') {
                const char escaped = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
                if (escaped != '"' && escaped != '\\' && escaped != 'n')
                    return stop("an escape other than \\\" \\\\ \\n");
                at_ += 2;
                continue;
            }
            if (static_cast<unsigned char>(c) < 0x20) return stop("a control character");
            if (static_cast<unsigned char>(c) < 0x80) {
                ++at_;
                continue;
            }
            const std::size_t length = utf8_length(text_.substr(at_));
            if (length == 0) return stop("not UTF-8");
            at_ += length;
        }
        return stop("a string does not end");
    }

    bool word(std::string_view expected) {
        if (text_.substr(at_, expected.size()) != expected) return stop("not a value");
        at_ += expected.size();
        return true;
    }

    // 0 or -?[1-9][0-9]*, at most 2^53 - 1 in absolute value
    bool number() {
        const std::size_t from = at_;
        const bool negative = take('-');
        if (take('0')) {
            if (negative) return stop("minus zero");
            return true;
        }
        std::int64_t magnitude = 0;
        const std::size_t digits = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
            magnitude = magnitude * 10 + (text_[at_] - '0');
            if (magnitude > integer_limit) return stop("an integer beyond 2^53-1");
            ++at_;
        }
        if (at_ == digits) {
            at_ = from;
            return stop("not a value");
        }
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string_view why_;
};

}  // namespace

Result<std::vector<Member>> scan_object(std::string_view text) { return Scanner(text).run(); }

bool is_plain_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x20 && c != '\n') return false;
        const std::size_t length = utf8_length(text.substr(at));
        if (length == 0) return false;
        at += length;
    }
    return true;
}

}  // namespace placet::ledger
