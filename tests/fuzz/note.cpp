// Signed notes and checkpoints: a note that opens is the one that its key signs, a checkpoint is
// written as it was read.
#include "tests/fuzz/target.h"
#include "tests/fuzz/test_key.h"

#include <algorithm>

namespace placet::fuzz {

namespace {

void hold_checkpoint(std::string_view text) {
    const auto checkpoint = parse_checkpoint(text);
    if (!checkpoint) return;
    const auto written = format_checkpoint(*checkpoint);
    require(text.starts_with(written), "a checkpoint has one spelling");
    require(text.size() == written.size() || std::ranges::count(text, '\n') > 3,
            "nothing but extension lines follows a checkpoint");
}

}  // namespace

bool hold(std::string_view input) {
    const auto key = test_verifier_key();
    hold_checkpoint(input);
    const auto opened = open_note(input, {&key, 1});
    if (!opened) {
        require(!open_checkpoint(input, key), "a checkpoint is in a note that opens");
        return false;
    }
    require(opened->signers() == std::vector{key}, "the signer is the one known key");
    hold_checkpoint(opened->text());
    const auto signed_again = sign_note(opened->text(), key.name, test_key());
    const auto lines = std::ranges::count(input.substr(opened->text().size()), '\n') - 1;
    require(lines > 1 || signed_again == input, "a text has one signature by a key");
    if (const auto checkpoint = open_checkpoint(input, key))
        require(checkpoint->origin == key.name, "a checkpoint is of its key's log");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    return mutated_note(input, other, dice);
}

}  // namespace placet::fuzz
