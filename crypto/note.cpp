#include "crypto/note.h"

#include "crypto/note_parts.h"

#include <algorithm>

namespace placet {
namespace {

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
    std::string note(text);
    note += '\n';
    note += format_signature_line(name, id, key.sign(bytes_of(text)));
    return note;
}

Result<std::string> append_signature_line(std::string_view note, std::string_view line) {
    const auto parts = take_note_apart(note);
    if (!parts) return parts.error();
    std::string longer(note);
    if (std::ranges::find(parts->lines, line, &SignatureLine::text) != parts->lines.end())
        return longer;
    if (const auto parsed = parse_signature_line(line); !parsed) return parsed.error();
    longer += line;
    if (const auto still = take_note_apart(longer); !still) return still.error();
    return longer;
}

Result<OpenedNote> open_note(std::string_view note, std::span<const VerifierKey> known) {
    const auto parts = take_note_apart(note);
    if (!parts) return parts.error();

    OpenedNote opened;
    for (const auto& line : parts->lines) {
        const auto key = std::ranges::find_if(
            known, [&](const VerifierKey& candidate) { return line.is_of(candidate); });
        if (key == known.end()) continue;
        if (const auto valid = check_line(*key, parts->text, line); !valid)
            return Error{Fault::unverified,
                         "the signature of " + key->name + " is not over this note"};
        if (std::ranges::find(opened.signers_, *key) == opened.signers_.end())
            opened.signers_.push_back(*key);
    }
    if (opened.signers_.empty())
        return Error{Fault::unverified, "no signature by a key that is known"};
    opened.text_ = parts->text;
    return opened;
}

}  // namespace placet
