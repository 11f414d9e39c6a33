#include "crypto/checkpoint.h"

#include "crypto/text_rules.h"

#include <algorithm>
#include <array>

namespace placet {
namespace {

Error malformed(const char* why) {
    return {Fault::malformed, std::string("not a checkpoint: ") + why};
}

}  // namespace

std::string format_checkpoint(const Checkpoint& checkpoint) {
    return checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' +
           base64(checkpoint.root) + '\n';
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
    std::array<std::string_view, 3> lines;
    for (auto& line : lines) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return malformed("fewer than three lines");
        line = text.substr(0, end);
        text.remove_prefix(end + 1);
    }
    if (lines[0].empty()) return malformed("no origin");
    const auto size = parse_decimal(lines[1]);
    if (!size) return malformed("no tree size below 2^63");
    const auto root = hash_from_base64(lines[2]);
    if (!root) return malformed("no root hash");
    if (*size == 0 && *root != empty_root()) return malformed("a wrong root of the empty tree");
    while (!text.empty()) {  // extension lines
        const auto end = text.find('\n');
        if (end == std::string_view::npos || end == 0) return malformed("an empty extension line");
        text.remove_prefix(end + 1);
    }
    return Checkpoint{.origin = std::string(lines[0]), .size = *size, .root = *root};
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
    return sign_note(format_checkpoint(checkpoint), checkpoint.origin, key);
}

Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& key) {
    const auto opened = open_note(note, {&key, 1});
    if (!opened) return opened.error();
    auto checkpoint = parse_checkpoint(opened->text());
    if (!checkpoint) return checkpoint.error();
    if (checkpoint->origin != key.name)
        return Error{Fault::unverified, "the checkpoint is of another origin than its key"};
    return checkpoint;
}

}  // namespace placet
