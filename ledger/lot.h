// lot.h: an electronic draw by lot that anyone can repeat.
//
// The terminal commits to a secret number, then the presiding officer says a number aloud; neither
// alone decides. With the nonce in hexadecimal, the number and the count of States:
//     printf 'placet/lot/v1\n%s\n%s\n' NONCE NUMBER | sha256sum
// and the first 15 hex digits of that, as a number, modulo the count, is the drawn place (from 0).
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// A new nonce: 64 random hex digits.
std::string random_nonce();

/// SHA-256 of the nonce's 32 bytes. Requires 64 hex digits.
Hash lot_commitment(std::string_view nonce);

/// The place of the State drawn, from 0. Requires 64 hex digits, number >= 0 and count >= 1.
std::size_t drawn_place(std::string_view nonce, std::int64_t number, std::size_t count);

/// Does the draw follow from the nonce that was committed to and the number said aloud? True of a
/// draw by hand. Requires a draw that the rules of procedure allow.
bool lot_follows(const Conference& conference, const LotDrawn& drawn);

}  // namespace placet::ledger
