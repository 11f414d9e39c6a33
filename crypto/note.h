// note.h: signed notes (C2SP signed-note 1.0.0): a text and signature lines below it.
#pragma once

#include "crypto/keys.h"

#include <optional>
#include <string>
#include <vector>

namespace placet {

/// A note whose text at least one known key signed. Only open_note makes one, so text that
/// nobody verified reaches no caller.
class OpenedNote {
public:
    const std::string& text() const { return text_; }                     // ends with LF
    const std::vector<VerifierKey>& signers() const { return signers_; }  // known and valid

private:
    friend Result<OpenedNote> open_note(std::string_view, std::span<const VerifierKey>);
    std::string text_;
    std::vector<VerifierKey> signers_;
};

/// The note with one signature line by this key under this name.
/// Requires a text that ends with LF and holds no control character but LF; requires a key name.
std::string sign_note(std::string_view text, std::string_view name, const SigningKey& key);

/// The note with one signature line more, below the others, which stay as they are; unchanged if it
/// has that very line. Nothing is verified. Fails (malformed) if either is malformed, or where 100
/// lines or 1 MiB are passed.
Result<std::string> append_signature_line(std::string_view note, std::string_view line);

/// Opens a note: malformed anywhere, no valid signature by a known key (unverified), or a known
/// name and key ID whose signature is wrong (unverified) rejects it whole; unknown lines are
/// ignored. At most 1 MiB and 100 signature lines. Requires known keys of Ed25519 type: a line of
/// a known cosignature key has another payload, and is not valid here (cosignature.h).
Result<OpenedNote> open_note(std::string_view note, std::span<const VerifierKey> known);

}  // namespace placet
