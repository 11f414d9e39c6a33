// What libFuzzer calls to change an input: field by field, and now and then byte by byte.
#include "tests/fuzz/target.h"

#include <algorithm>
#include <cstdint>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t limit);

namespace {

std::string text_of(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

std::size_t give(const std::string& text, std::uint8_t* to, std::size_t limit) {
    const auto kept = std::min(text.size(), limit);
    std::copy_n(text.begin(), kept, to);
    return kept;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size,
                                               std::size_t limit, unsigned seed) {
    placet::fuzz::Dice dice(seed);
    if (dice.one_in(12)) return LLVMFuzzerMutate(bytes, size, limit);
    auto text = text_of(bytes, size);
    if (!placet::fuzz::accepted().empty() && dice.one_in(2))
        text = dice.pick(placet::fuzz::accepted());
    do {
        text = placet::fuzz::mutated(text, text, dice);
    } while (dice.one_in(4));
    return give(text, bytes, limit);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* bytes, std::size_t size,
                                                 const std::uint8_t* others, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t limit,
                                                 unsigned seed) {
    placet::fuzz::Dice dice(seed);
    return give(placet::fuzz::mutated(text_of(bytes, size), text_of(others, other_size), dice), out,
                limit);
}
