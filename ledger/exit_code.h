// exit_code.h: what every program of Placet leaves with; stated in the manual pages, never changed.
#pragma once

#include "crypto/result.h"

namespace placet::ledger {

namespace exit_code {
inline constexpr int good = 0;
inline constexpr int failure = 1;
inline constexpr int usage = 2;
inline constexpr int not_verified = 3;    // tampered with or inconsistent
inline constexpr int unreadable = 4;      // cannot be read, or is not a ledger
inline constexpr int incomplete = 5;      // not everything could be checked
inline constexpr int not_configured = 6;  // a key or a package is missing
inline constexpr int in_use = 7;
inline constexpr int full = 8;
inline constexpr int interrupted = 130;
}  // namespace exit_code

/// Of a program that this fault ended.
constexpr int exit_code_of(Fault fault) {
    switch (fault) {
        case Fault::unverified:
        case Fault::forked:
        case Fault::corrupt:
            return exit_code::not_verified;
        case Fault::malformed:
        case Fault::storage:
        case Fault::absent:
            return exit_code::unreadable;
        case Fault::in_use:
            return exit_code::in_use;
        case Fault::full:
            return exit_code::full;
        case Fault::refused:
            break;
    }
    return exit_code::failure;
}

}  // namespace placet::ledger
