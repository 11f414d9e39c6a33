// pasted_note.h: a note as it comes out of a mail, a photograph or a clipboard.
#pragma once

#include <string>
#include <string_view>

namespace placet::ledger {

/// The note of the log of this name within a text: from the line that is the name to the last
/// signature line below it. Line ends are made LF, and the dash before a signature is made the one
/// that notes have, whatever mail programs and scanners made of it. A text without such a line
/// comes back as it is. Whether it is right, its signature decides.
std::string note_within(std::string_view text, std::string_view name);

/// The same dashes and line ends, nothing else: of any file that ends with a note.
std::string with_signature_dashes(std::string_view text, std::string_view name);

}  // namespace placet::ledger
