#include "terminal/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace placet::terminal {

namespace {
constexpr std::size_t most_bytes = 2331;  // version 40 at level M, ISO/IEC 18004 table 7
}

Result<QrCode> encode_qr(std::string_view payload) {
    if (payload.empty() || payload.size() > most_bytes)
        return Error{Fault::malformed, "a QR code holds between 1 and 2331 bytes"};
    const std::unique_ptr<QRcode, void (*)(QRcode*)> encoded(
        QRcode_encodeData(static_cast<int>(payload.size()),
                          reinterpret_cast<const unsigned char*>(payload.data()), 0, QR_ECLEVEL_M),
        QRcode_free);
    if (!encoded) return Error{Fault::malformed, "the text does not go into a QR code"};
    QrCode code{.side = encoded->width};
    const auto modules = static_cast<std::size_t>(encoded->width * encoded->width);
    code.dark.reserve(modules);
    for (std::size_t n = 0; n < modules; ++n) code.dark.push_back((encoded->data[n] & 1) != 0);
    return code;
}

}  // namespace placet::terminal
