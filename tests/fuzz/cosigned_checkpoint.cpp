// Cosigned checkpoints: every cosignature that counts is one that its witness made, of this text,
// and the line of each witness is kept when one more is appended.
#include "crypto/cosignature.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/witness_key.h"

namespace placet::fuzz {

bool hold(std::string_view input) {
    const auto key = test_verifier_key();
    const std::vector witnesses = {test_witness(0), test_witness(1)};
    const auto opened = open_cosigned_checkpoint(input, key, witnesses);
    if (!opened) return false;
    const auto plain = open_checkpoint(input, key);
    require(plain && *plain == opened->checkpoint, "the checkpoint is the one that its log signed");
    require(input.starts_with(opened->text + '\n'), "the text is the note's");
    require(opened->cosignatures.size() <= witnesses.size(), "a witness counts once");
    for (const auto& [witness, time, line] : opened->cosignatures) {
        const auto number = witness == witnesses[0] ? 0U : 1U;
        require(witness == witnesses[number], "a known witness");
        require(cosign(opened->text, witness.name, witness_key(number), time) == line,
                "a time has one cosignature by a key");
        require(input.find(line) != std::string_view::npos, "the line stands in the note");
    }
    const auto longer =
        append_signature_line(input, cosign(opened->text, witnesses[0].name, witness_key(0), 1));
    if (!longer) return true;
    const auto again = open_cosigned_checkpoint(*longer, key, witnesses);
    require(longer->starts_with(input) && again && !again->cosignatures.empty() &&
                again->cosignatures.size() >= opened->cosignatures.size(),
            "a line more takes none away");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    return mutated_cosigned_note(input, other, dice);
}

}  // namespace placet::fuzz
