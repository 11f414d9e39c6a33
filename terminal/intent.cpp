#include "terminal/intent.h"

namespace placet::terminal {

Intent::Intent() = default;
Intent::Intent(Intent&& other) noexcept = default;
Intent& Intent::operator=(Intent&& other) noexcept = default;
Intent::~Intent() = default;

}  // namespace placet::terminal
