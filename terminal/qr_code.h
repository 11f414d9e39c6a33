// qr_code.h: a QR code of bytes, as modules. Pure; drawn by panels.h.
#pragma once

#include "crypto/result.h"

#include <string_view>
#include <vector>

namespace placet::terminal {

/// A square of dark and light modules, without its quiet zone.
struct QrCode {
    int side = 0;  // modules; 0 is no code
    std::vector<bool> dark = {};

    bool at(int column, int row) const {
        return dark[static_cast<std::size_t>(row * side + column)];
    }
};

/// Correction level M: 15 % of the picture may be lost. Fails with `malformed` if the payload is
/// empty or longer than 2331 bytes.
Result<QrCode> encode_qr(std::string_view payload);

}  // namespace placet::terminal
