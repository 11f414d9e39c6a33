// The mark on the second medium: what it says was signed and stands in one of its slots, opening
// changes nothing, and a checkpoint written to it is found again.
#include "ledger/mark.h"
#include "tests/fuzz/scratch.h"
#include "tests/fuzz/test_key.h"

namespace placet::fuzz {

using namespace placet::ledger;

namespace {

constexpr std::size_t slot_size = 512;

}  // namespace

bool hold(std::string_view input) {
    const auto key = test_verifier_key();
    const auto path = scratch().file("mark", input);
    auto mark = Mark::open(path, key);
    require(content_of(path) == input, "opening changes nothing");
    if (!mark) return false;
    require(mark->latest().has_value() != input.empty(), "an accepted mark says something");
    if (!mark->latest()) return false;
    auto latest = *mark->latest();
    const auto note = sign_checkpoint(latest, test_key());
    require(input.find(format_checkpoint(latest)) != std::string_view::npos, "it stands there");
    if (note.size() > slot_size - 65 || latest.size >> 62U != 0) return false;
    latest.size += 1;
    require(static_cast<bool>(mark->write(latest, sign_checkpoint(latest, test_key()))),
            "a mark can be written");
    const auto again = Mark::open(path, key);
    require(again && again->latest() == latest, "what was written is found again");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    std::vector<std::string> slots;
    for (std::size_t at = 0; at < input.size(); at += slot_size)
        slots.push_back(input.substr(at, slot_size));
    if (slots.empty()) return other.empty() ? mutated_bytes(input) : other;
    auto& slot = dice.pick(slots);
    const auto text = slot.substr(0, slot.find('\0'));
    const auto end = text.find('\n');
    if (end == std::string::npos || dice.one_in(4)) {
        slot = dice.one_in(2) ? dice.pick(slots) : mutated_bytes(slot);
        return joined(slots, '\0');
    }
    const auto from = text.substr(end + 1);
    const auto note = mutated_note(from, from, dice);
    slot = hex(sha256(bytes_of(note))) + '\n' + note;
    slot.resize(slot_size, '\0');
    std::string bytes;
    for (const auto& each : slots) bytes += each;
    return bytes;
}

}  // namespace placet::fuzz
