// note_parts.h: a signed note taken apart, NOTHING OF IT VERIFIED: for the files that verify it
// (note.cpp, cosignature.cpp), and for no other. See note.h.
#pragma once

#include "crypto/keys.h"

#include <vector>

namespace placet {

/// One signature line; valid as long as the note is.
struct SignatureLine {
    std::string_view name;
    KeyId id = {};
    Bytes signature = {};        // what follows the key ID: of another length for each kind of key
    std::string_view text = {};  // with its LF

    bool is_of(const VerifierKey& key) const { return key.name == name && key.id() == id; }
};

struct NoteParts {
    std::string_view text = {};  // ends with LF
    std::vector<SignatureLine> lines = {};
};

/// Fails (malformed) on anything that no signed note is; at most 1 MiB and 100 signature lines.
Result<NoteParts> take_note_apart(std::string_view note);

/// One signature line, as take_note_apart reads it. Fails (malformed) on any other text.
Result<SignatureLine> parse_signature_line(std::string_view line);

/// The line of this key ID under this name. Requires a key name.
std::string format_signature_line(std::string_view name, const KeyId& id, BytesView signature);

}  // namespace placet
