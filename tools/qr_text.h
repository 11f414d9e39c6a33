// qr_text.h: a QR code as lines of text for a terminal.
#pragma once

#include "crypto/result.h"

#include <string>
#include <string_view>

namespace placet::tools {

/// Two modules one above the other per character (Unicode half blocks), with a quiet zone of four
/// modules; dark on light whatever the terminal's colours are. Byte mode, error correction M.
/// Fails (malformed) if the bytes do not fit into a QR code.
Result<std::string> qr_text(std::string_view bytes);

}  // namespace placet::tools
