// exchange_samples FOLDER: what Placet writes for others to verify, small and under test keys, for
// goverify_test.py: a log of 300 entries as files with its checkpoint cosigned (feed/), an earlier
// checkpoint of it and one of another history, proofs of entries, evidence of a fork.
#include "crypto/tile.h"
#include "crypto/tlog_proof.h"
#include "ledger/exchange/fork_evidence.h"
#include "tests/crypto/stored_tree.h"

#include <filesystem>
#include <fstream>
#include <iostream>

using namespace placet;

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t size = 300, earlier_size = 259, parted_at = 200;

const SigningKey& log_key() {
    static const auto key = SigningKey::from_seed(sha256(bytes_of("exchange samples: log")));
    return key;
}

const SigningKey& witness_key() {
    static const auto key = SigningKey::from_seed(sha256(bytes_of("exchange samples: witness")));
    return key;
}

const VerifierKey log_verifier = {.name = "placet.example/desk", .key = log_key().public_key()};
const VerifierKey witness_verifier = {.name = "witness.example/stick",
                                      .algorithm = algorithm_cosignature_v1,
                                      .key = witness_key().public_key()};

/// Some are longer than one byte of a length can say.
std::string entry(std::uint64_t index, bool other_history = false) {
    if (index % 100 == 56) return "{\"text\":\"" + std::string(700 + index, 'x') + "\"}";
    return "{\"n\":" + std::to_string(index) +
           (other_history && index >= parted_at ? ",\"other\":1}" : "}");
}

tests::StoredTree tree(bool other_history) {
    tests::StoredTree tree;
    for (std::uint64_t i = 0; i < size; ++i)
        tree.append(leaf_hash(bytes_of(entry(i, other_history))));
    return tree;
}

std::string note(const tests::StoredTree& tree, std::uint64_t at) {
    return sign_checkpoint({.origin = log_verifier.name, .size = at, .root = tree.root(at)},
                           log_key());
}

std::string cosigned(const std::string& note) {
    const auto opened = open_note(note, {&log_verifier, 1});
    const auto line = cosign(opened->text(), witness_verifier.name, witness_key(), 1855555200);
    return *append_signature_line(note, line);
}

std::string content_of(const Tile& tile, const tests::StoredTree& tree) {
    Bytes content;
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(tile.width); ++i) {
        const auto at = tile.index * tile_width + i;
        if (tile.kind == TileKind::entries) {
            append_to_bundle(content, bytes_of(entry(at)));
        } else {
            const auto hash = *tree.source(size)(tile.level * tile_height, at);
            content.insert(content.end(), hash.bytes.begin(), hash.bytes.end());
        }
    }
    return text_of(content);
}

void write(const fs::path& path, const std::string& content) {
    fs::create_directories(path.parent_path());
    std::ofstream stream(path, std::ios::binary);
    stream << content;
    if (!stream.flush()) throw fs::filesystem_error("not written", path, {});
}

void write_samples(const fs::path& folder) {
    const auto mine = tree(false), other = tree(true);
    for (const Tile& tile : tiles_between(0, size))
        write(folder / "feed" / tile_path(tile), content_of(tile, mine));
    write(folder / "feed/checkpoint", cosigned(note(mine, size)));
    write(folder / "earlier", note(mine, earlier_size));
    write(folder / "other_history", note(other, earlier_size));
    for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{257}, size - 1}) {
        const auto bytes = entry(index);
        write(folder / (std::to_string(index) + ".tlog-proof"),
              format_tlog_proof({.extra = Bytes(bytes.begin(), bytes.end()),
                                 .index = index,
                                 .proof = *prove_inclusion(index, size, mine.source(size)),
                                 .checkpoint_note = cosigned(note(mine, size))}));
    }
    const auto evidence = [&](std::uint64_t a, std::uint64_t b) {
        return ledger::format_fork_evidence({.key = log_verifier,
                                             .checkpoint_a = note(mine, a),
                                             .checkpoint_b = note(other, b),
                                             .other_root_at_a = other.root(a),
                                             .proof = *prove_consistency(a, b, other.source(b))});
    };
    write(folder / "two_sizes.json", evidence(earlier_size, size));
    write(folder / "one_size.json", evidence(size, size));
    write(folder / "no_fork.json", evidence(parted_at, size));
    write(folder / "log.vkey", format_verifier_key(log_verifier));
    write(folder / "witness.vkey", format_verifier_key(witness_verifier));
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: exchange_samples FOLDER\n";
        return 2;
    }
    write_samples(arguments[1]);
    return 0;
}
