#include "crypto/note_parts.h"

#include "crypto/text_rules.h"

#include <algorithm>

namespace placet {
namespace {

constexpr std::string_view signature_prefix = "\xE2\x80\x94 ";  // em dash, space
constexpr std::size_t note_size_limit = 1U << 20U;
constexpr std::size_t signature_limit = 100;

Error malformed(const char* why) {
    return {Fault::malformed, std::string("not a signed note: ") + why};
}

Result<std::vector<SignatureLine>> parse_lines(std::string_view block) {
    std::vector<SignatureLine> lines;
    while (!block.empty()) {
        const auto end = block.find('\n');
        if (end == std::string_view::npos) return malformed("the last line does not end");
        if (lines.size() == signature_limit) return malformed("more than 100 signature lines");
        auto line = parse_signature_line(block.substr(0, end + 1));
        if (!line) return line.error();
        lines.push_back(std::move(*line));
        block.remove_prefix(end + 1);
    }
    if (lines.empty()) return malformed("no signature line");
    return lines;
}

}  // namespace

Result<SignatureLine> parse_signature_line(std::string_view line) {
    SignatureLine parsed{.name = {}, .text = line};
    if (line.empty() || line.find('\n') != line.size() - 1) return malformed("not one line");
    line.remove_suffix(1);
    if (!line.starts_with(signature_prefix)) return malformed("a signature line without its dash");
    line.remove_prefix(signature_prefix.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos) return malformed("a signature line without a signature");
    parsed.name = line.substr(0, space);
    const auto payload = from_base64(line.substr(space + 1));
    if (!is_key_name(parsed.name) || !payload || payload->size() <= parsed.id.size())
        return malformed("a signature line of another form");
    std::copy_n(payload->begin(), parsed.id.size(), parsed.id.begin());
    parsed.signature.assign(payload->begin() + static_cast<std::ptrdiff_t>(parsed.id.size()),
                            payload->end());
    return parsed;
}

std::string format_signature_line(std::string_view name, const KeyId& id, BytesView signature) {
    Bytes payload(id.begin(), id.end());
    payload.insert(payload.end(), signature.begin(), signature.end());
    std::string line(signature_prefix);
    line.append(name).append(" ").append(base64(payload)).append("\n");
    return line;
}

Result<NoteParts> take_note_apart(std::string_view note) {
    if (note.size() > note_size_limit) return malformed("more than 1 MiB");
    if (!is_well_formed_utf8(note)) return malformed("not UTF-8");
    if (std::ranges::any_of(note, [](char c) { return c >= 0 && c < 0x20 && c != '\n'; }))
        return malformed("a control character");
    const auto blank = note.rfind("\n\n");
    if (blank == std::string_view::npos) return malformed("no blank line before the signatures");
    auto lines = parse_lines(note.substr(blank + 2));
    if (!lines) return lines.error();
    return NoteParts{.text = note.substr(0, blank + 1), .lines = *std::move(lines)};
}

}  // namespace placet
