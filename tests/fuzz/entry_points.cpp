// What libFuzzer calls for every input.
#include "tests/fuzz/target.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace placet::fuzz {
namespace {

constexpr std::size_t most_kept = 64;
std::vector<std::string> kept;
std::size_t oldest = 0;

void keep(std::string_view input) {
    if (kept.size() < most_kept)
        kept.emplace_back(input);
    else
        kept[oldest++ % most_kept] = input;
}

}  // namespace

const std::vector<std::string>& accepted() { return kept; }

void require(bool holds, std::string_view what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

}  // namespace placet::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(bytes), size};
    if (placet::fuzz::hold(input)) placet::fuzz::keep(input);
    return 0;
}
