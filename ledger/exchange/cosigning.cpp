#include "ledger/exchange/cosigning.h"

#include "crypto/note_parts.h"

#include <algorithm>

namespace placet::ledger {
namespace {

constexpr std::size_t cosignature_size = 72;  // bytes: time and signature

}  // namespace

Result<std::string> log_note(std::string_view note, const VerifierKey& log) {
    const auto parts = take_note_apart(note);
    if (!parts) return parts.error();
    auto own = std::string(parts->text) + "\n";
    for (const auto& line : parts->lines)
        if (line.is_of(log)) own += line.text;
    return own;
}

Result<std::vector<std::string>> cosignature_lines(std::string_view note, const VerifierKey& log) {
    const auto parts = take_note_apart(note);
    if (!parts) return parts.error();
    std::vector<std::string> lines;
    for (const auto& line : parts->lines)
        if (!line.is_of(log) && line.signature.size() == cosignature_size &&
            lines.size() < cosignature_limit)
            lines.emplace_back(line.text);
    return lines;
}

Result<std::string> with_lines(std::string note, const std::vector<std::string>& lines) {
    const auto parts = take_note_apart(note);
    if (!parts) return parts.error();
    std::vector<std::string> there;
    for (const auto& line : parts->lines) there.emplace_back(line.text);
    for (const auto& line : lines) {
        if (std::ranges::find(there, line) != there.end()) continue;
        note += line;
        there.push_back(line);
    }
    return note;
}

Result<std::string> cosigned_note(Store& store, const FeedTree& feed) {
    const auto lines = store.cosignatures(feed.size(), feed.feed().number);
    if (!lines) return lines.error();
    return with_lines(feed.note(), *lines);
}

Result<bool> cosign_held(Store& store, const FeedTree& feed, const Witness& witness,
                         std::uint64_t time) {
    const auto number = feed.feed().number;
    const auto known = store.cosignatures(feed.size(), number);
    if (!known) return known.error();
    const VerifierKey key{.name = witness.name,
                          .algorithm = algorithm_cosignature_v1,
                          .key = witness.key.public_key()};
    for (const auto& text : *known) {
        const auto line = parse_signature_line(text);
        if (line && line->is_of(key)) return false;
    }
    const auto line = cosign(format_checkpoint(feed.checkpoint()), witness.name, witness.key, time);
    if (const auto begun = store.begin(); !begun) return begun.error();
    if (const auto done = store.insert_cosignature(feed.size(), line, number); !done) {
        store.roll_back();
        return done.error();
    }
    if (const auto committed = store.commit(); !committed) return committed.error();
    return true;
}

}  // namespace placet::ledger
