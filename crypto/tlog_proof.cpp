#include "crypto/tlog_proof.h"

#include "crypto/text_rules.h"

namespace placet {
namespace {

constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1";
constexpr std::string_view extra_word = "extra ", index_word = "index ";
constexpr std::size_t size_limit = 1U << 20U;
constexpr std::size_t proof_limit = 63;  // hashes from a leaf to the root of the largest tree

Error malformed(const char* why) {
    return {Fault::malformed, std::string("not a proof of inclusion: ") + why};
}

/// Takes the first line of a text in which every line ends with LF; empty if there is none.
std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

}  // namespace

std::string format_tlog_proof(const TlogProof& proof) {
    std::string file(first_line);
    file += '\n';
    if (proof.extra) file.append(extra_word).append(base64(*proof.extra)).append("\n");
    file.append(index_word).append(std::to_string(proof.index)).append("\n");
    for (const Hash& hash : proof.proof) file.append(base64(hash)).append("\n");
    return file + '\n' + proof.checkpoint_note;
}

Result<TlogProof> parse_tlog_proof(std::string_view file) {
    if (file.size() > size_limit) return malformed("more than 1 MiB");
    const auto blank = file.find("\n\n");
    if (blank == std::string_view::npos) return malformed("no empty line before the checkpoint");
    TlogProof proof{.checkpoint_note = std::string(file.substr(blank + 2))};
    auto head = file.substr(0, blank + 1);
    if (take_line(head) != first_line) return malformed("another first line");
    auto line = take_line(head);
    if (line.starts_with(extra_word)) {
        auto extra = from_base64(line.substr(extra_word.size()));
        if (!extra) return malformed("the extra line is not base64");
        proof.extra = *std::move(extra);
        line = take_line(head);
    }
    if (!line.starts_with(index_word)) return malformed("no index");
    const auto index = parse_decimal(line.substr(index_word.size()));
    if (!index) return malformed("no index below 2^63");
    proof.index = *index;
    while (!head.empty()) {
        const auto hash = hash_from_base64(take_line(head));
        if (!hash) return malformed("a line that is no hash");
        if (proof.proof.size() == proof_limit)
            return malformed("more hashes than a tree has levels");
        proof.proof.push_back(*hash);
    }
    return proof;
}

Result<CosignedCheckpoint> check_tlog_proof(const TlogProof& proof, const Hash& leaf,
                                            const VerifierKey& log_key,
                                            std::span<const VerifierKey> witnesses) {
    auto opened = open_cosigned_checkpoint(proof.checkpoint_note, log_key, witnesses);
    if (!opened) return opened;
    const auto& checkpoint = opened->checkpoint;
    const auto included =
        check_inclusion(proof.index, checkpoint.size, leaf, proof.proof, checkpoint.root);
    if (!included) return included.error();
    return opened;
}

Result<CosignedCheckpoint> check_tlog_proof(const TlogProof& proof, const VerifierKey& log_key,
                                            std::span<const VerifierKey> witnesses) {
    if (!proof.extra) return malformed("it carries no entry");
    return check_tlog_proof(proof, leaf_hash(*proof.extra), log_key, witnesses);
}

}  // namespace placet
