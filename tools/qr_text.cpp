#include "tools/qr_text.h"

#include <qrencode.h>
#include <memory>

namespace placet::tools {
namespace {

constexpr int quiet_zone = 4;  // modules (ISO/IEC 18004, 6.3.8)
constexpr std::string_view black_on_white = "\x1b[38;5;16;48;5;231m";
constexpr std::string_view reset = "\x1b[0m";

bool is_dark(const QRcode& code, int x, int y) {
    if (x < 0 || y < 0 || x >= code.width || y >= code.width) return false;
    return (code.data[y * code.width + x] & 1U) != 0;
}

std::string_view glyph(bool upper, bool lower) {
    if (upper) return lower ? "█" : "▀";
    return lower ? "▄" : " ";
}

}  // namespace

Result<std::string> qr_text(std::string_view bytes) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()),
                          reinterpret_cast<const unsigned char*>(bytes.data()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return Error{Fault::malformed,
                     "This does not fit into a QR code. Nothing was changed. Print it as text."};
    std::string text;
    for (int y = -quiet_zone; y < code->width + quiet_zone; y += 2) {
        text += black_on_white;
        for (int x = -quiet_zone; x < code->width + quiet_zone; ++x)
            text += glyph(is_dark(*code, x, y), is_dark(*code, x, y + 1));
        text.append(reset).append("\n");
    }
    return text;
}

}  // namespace placet::tools
