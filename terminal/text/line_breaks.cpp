#include "terminal/text/line_breaks.h"

#include "terminal/text/code_points.h"

#include <algorithm>

namespace placet::terminal {

namespace {

// Ideographs and the full-width marks between them: lines end between any two.
bool is_chinese(char32_t c) {
    return (c >= 0x3000 && c <= 0x303F) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

bool is_one_of(std::u32string_view marks, char32_t c) {
    return marks.find(c) != std::u32string_view::npos;
}

// Marks that must not start, or end, a line (GB/T 15834); an isolate stays with what it encloses.
bool never_starts_a_line(char32_t c) {
    return is_one_of(U"、。，．：；！？…—）」』】〕》〉％’”·\u2069", c);
}
bool never_ends_a_line(char32_t c) { return is_one_of(U"（「『【〔《〈‘“\u2066\u2067\u2068", c); }

bool may_break_between(char32_t before, char32_t after) {
    if (before == '\n') return true;
    if (after == ' ' || after == '\n') return false;
    if (before == ' ') return true;
    if (never_starts_a_line(after) || never_ends_a_line(before)) return false;
    return is_chinese(before) || is_chinese(after);
}

struct Piece {
    std::string text = {};  // without the spaces after it
    float width = 0;
    float width_with_spaces = 0;
    std::string spaces = {};
    bool ends_line = false;
};

// A piece wider than a line, character by character.
void split(const Piece& piece, const Measure& measure, std::vector<Piece>& out) {
    for (const char32_t c : decode_utf8(piece.text)) {
        Piece part{.text = encode_utf8({&c, 1})};
        part.width = part.width_with_spaces = measure(part.text);
        out.push_back(std::move(part));
    }
    out.back().spaces = piece.spaces;
    out.back().width_with_spaces += piece.width_with_spaces - piece.width;
    out.back().ends_line = piece.ends_line;
}

std::vector<Piece> measured_pieces(std::string_view text, float width_px, const Measure& measure) {
    std::vector<Piece> result;
    for (std::string& words : breakable_pieces(text)) {
        Piece piece;
        piece.ends_line = words.ends_with('\n');
        if (piece.ends_line) words.pop_back();
        const auto spaces_from = words.find_last_not_of(' ') + 1;
        piece.text = words.substr(0, spaces_from);
        piece.spaces = words.substr(spaces_from);
        piece.width = measure(piece.text);
        piece.width_with_spaces = piece.spaces.empty() ? piece.width : measure(words);
        if (piece.width > width_px && !piece.text.empty())
            split(piece, measure, result);
        else
            result.push_back(std::move(piece));
    }
    return result;
}

std::vector<std::string> greedy(const std::vector<Piece>& pieces, float width_px) {
    std::vector<std::string> lines;
    const Piece* before = nullptr;  // on the same line
    float used = 0;
    for (const Piece& piece : pieces) {
        if (before != nullptr && used + piece.width <= width_px) {
            lines.back() += before->spaces + piece.text;
        } else {
            lines.push_back(piece.text);
            used = 0;
        }
        used += piece.width_with_spaces;
        before = piece.ends_line ? nullptr : &piece;
    }
    return lines;
}

// Every line is shaped for itself: an isolate (UAX 9) that is open at its end goes on in the next.
void carry_isolates(std::vector<std::string>& lines) {
    std::u32string open;
    for (auto& line : lines) {
        const std::u32string text = open + decode_utf8(line);
        open.clear();
        for (const char32_t c : text) {
            if (c >= 0x2066 && c <= 0x2068) open += c;
            if (c == 0x2069 && !open.empty()) open.pop_back();
        }
        line = encode_utf8(text + std::u32string(open.size(), 0x2069));
    }
}

}  // namespace

std::vector<std::string> breakable_pieces(std::string_view text) {
    const std::u32string all = decode_utf8(text);
    std::vector<std::string> result;
    std::size_t from = 0;
    for (std::size_t at = 1; at <= all.size(); ++at) {
        if (at < all.size() && !may_break_between(all[at - 1], all[at])) continue;
        result.push_back(encode_utf8(std::u32string_view(all).substr(from, at - from)));
        from = at;
    }
    return result;
}

std::vector<std::string> balanced_lines(std::string_view text, float width_px,
                                        const Measure& measure) {
    const auto pieces = measured_pieces(text, width_px, measure);
    auto best = greedy(pieces, width_px);
    if (best.size() < 2) return best;
    // The narrowest width that needs no more lines; a handful of halvings is within a pixel or
    // so of it, which no eye sees.
    float narrow = 0, wide = width_px;
    for (const Piece& piece : pieces) narrow = std::max(narrow, piece.width);
    for (int halving = 0; halving < 9; ++halving) {
        const float middle = (narrow + wide) / 2;
        auto lines = greedy(pieces, middle);
        if (lines.size() == best.size()) {
            best = std::move(lines);
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    carry_isolates(best);
    return best;
}

}  // namespace placet::terminal
