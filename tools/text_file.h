// text_file.h: small files that others made: notes, receipts, policies, evidence, and pictures of
// QR codes.
#pragma once

#include "crypto/result.h"

#include <string>

namespace placet::tools {

/// The file's text, at most 1 MiB. Fails absent, malformed (longer, or not a file) or storage.
Result<std::string> read_text_file(const std::string& path);

/// The same, or of a PNG or JPEG the text of the QR codes in it, which the program zbarimg reads
/// (Debian package zbar-tools). Fails also refused (no such program), or malformed (no code in it,
/// or it took longer than 20 seconds).
Result<std::string> read_text_or_picture(const std::string& path);

}  // namespace placet::tools
