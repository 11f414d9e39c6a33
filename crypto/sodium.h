// sodium.h: initialises libsodium, and is the source of random bytes.
#pragma once

#include "crypto/bytes.h"

namespace placet {

/// Ends the program if libsodium cannot start: without it nothing here is safe. Called by every
/// function of crypto/ that needs it; cheap after the first time.
void require_sodium();

/// "1.0.18": of the library that is loaded.
std::string_view sodium_version();

/// From the system's generator.
void fill_random(std::span<Byte> bytes);

/// Overwrites in a way that the compiler does not remove.
void wipe(std::span<Byte> bytes);

}  // namespace placet
