#include "crypto/note.h"

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

struct SignatureLine {
    std::string_view name;
    KeyId id = {};
    Bytes signature = {};
};

Result<SignatureLine> parse_line(std::string_view line) {
    if (!line.starts_with(signature_prefix)) return malformed("a signature line without its dash");
    line.remove_prefix(signature_prefix.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos) return malformed("a signature line without a signature");
    SignatureLine parsed{.name = line.substr(0, space)};
    const auto payload = from_base64(line.substr(space + 1));
    if (!is_key_name(parsed.name) || !payload || payload->size() <= parsed.id.size())
        return malformed("a signature line of another form");
    std::copy_n(payload->begin(), parsed.id.size(), parsed.id.begin());
    parsed.signature.assign(payload->begin() + static_cast<std::ptrdiff_t>(parsed.id.size()),
                            payload->end());
    return parsed;
}

Result<std::vector<SignatureLine>> parse_lines(std::string_view block) {
    std::vector<SignatureLine> lines;
    while (!block.empty()) {
        const auto end = block.find('\n');
        if (end == std::string_view::npos) return malformed("the last line does not end");
        if (lines.size() == signature_limit) return malformed("more than 100 signature lines");
        auto line = parse_line(block.substr(0, end));
        if (!line) return line.error();
        lines.push_back(std::move(*line));
        block.remove_prefix(end + 1);
    }
    if (lines.empty()) return malformed("no signature line");
    return lines;
}

/// Only Ed25519 lines: a cosignature has another payload and is checked where it is understood.
Result<Done> check_line(const VerifierKey& key, std::string_view text, const SignatureLine& line) {
    Signature signature;
    if (key.algorithm != algorithm_ed25519 || line.signature.size() != signature.size())
        return Error{Fault::unverified, "a signature of another length or kind"};
    std::ranges::copy(line.signature, signature.begin());
    return check_signature(key.key, bytes_of(text), signature);
}

}  // namespace

std::string sign_note(std::string_view text, std::string_view name, const SigningKey& key) {
    const auto id = key_id(name, algorithm_ed25519, key.public_key());
    const auto signature = key.sign(bytes_of(text));
    Bytes payload(id.begin(), id.end());
    payload.insert(payload.end(), signature.begin(), signature.end());
    std::string note(text);
    note += '\n';
    note += signature_prefix;
    note += name;
    note += ' ';
    note += base64(payload);
    note += '\n';
    return note;
}

Result<OpenedNote> open_note(std::string_view note, std::span<const VerifierKey> known) {
    if (note.size() > note_size_limit) return malformed("more than 1 MiB");
    if (!is_well_formed_utf8(note)) return malformed("not UTF-8");
    if (std::ranges::any_of(note, [](char c) { return c >= 0 && c < 0x20 && c != '\n'; }))
        return malformed("a control character");
    const auto blank = note.rfind("\n\n");
    if (blank == std::string_view::npos) return malformed("no blank line before the signatures");
    const auto text = note.substr(0, blank + 1);
    const auto lines = parse_lines(note.substr(blank + 2));
    if (!lines) return lines.error();

    OpenedNote opened;
    for (const auto& line : *lines) {
        const auto key = std::ranges::find_if(known, [&](const VerifierKey& candidate) {
            return candidate.name == line.name && candidate.id() == line.id;
        });
        if (key == known.end()) continue;
        if (const auto valid = check_line(*key, text, line); !valid)
            return Error{Fault::unverified,
                         "the signature of " + key->name + " is not over this note"};
        if (std::ranges::find(opened.signers_, *key) == opened.signers_.end())
            opened.signers_.push_back(*key);
    }
    if (opened.signers_.empty())
        return Error{Fault::unverified, "no signature by a key that is known"};
    opened.text_ = text;
    return opened;
}

}  // namespace placet
