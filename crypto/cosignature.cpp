#include "crypto/cosignature.h"

#include "crypto/note_parts.h"

#include <algorithm>
#include <cstdlib>

namespace placet {
namespace {

constexpr std::size_t time_size = 8;
constexpr std::uint64_t time_limit = std::uint64_t{1} << 63;

std::string signed_message(std::string_view checkpoint_text, std::uint64_t time) {
    std::string message = "cosignature/v1\ntime " + std::to_string(time) + '\n';
    message += checkpoint_text;
    return message;
}

/// The line's payload is a time of eight bytes, big-endian, and a signature over it and the text.
Result<Cosignature> check_line(const VerifierKey& witness, std::string_view text,
                               const SignatureLine& line) {
    const Error wrong{Fault::unverified,
                      "the cosignature of " + witness.name + " is not over this checkpoint"};
    Signature signature;
    if (witness.algorithm != algorithm_cosignature_v1 ||
        line.signature.size() != time_size + signature.size())
        return wrong;
    std::uint64_t time = 0;
    for (std::size_t i = 0; i < time_size; ++i) time = time << 8U | line.signature[i];
    std::copy(line.signature.begin() + time_size, line.signature.end(), signature.begin());
    if (time >= time_limit ||
        !check_signature(witness.key, bytes_of(signed_message(text, time)), signature))
        return wrong;
    return Cosignature{.witness = witness, .time = time, .line = std::string(line.text)};
}

/// Of two lines of one witness the later one counts, and they count once.
void add(Cosignature cosignature, std::vector<Cosignature>& to) {
    const auto same = std::ranges::find(to, cosignature.witness, &Cosignature::witness);
    if (same == to.end())
        to.push_back(std::move(cosignature));
    else if (same->time < cosignature.time)
        *same = std::move(cosignature);
}

}  // namespace

std::string cosign(std::string_view checkpoint_text, std::string_view name, const SigningKey& key,
                   std::uint64_t time) {
    if (time >= time_limit) std::abort();
    const auto signature = key.sign(bytes_of(signed_message(checkpoint_text, time)));
    Bytes payload;
    append_u64(payload, time);
    payload.insert(payload.end(), signature.begin(), signature.end());
    return format_signature_line(name, key_id(name, algorithm_cosignature_v1, key.public_key()),
                                 payload);
}

Result<CosignedCheckpoint> open_cosigned_checkpoint(std::string_view note,
                                                    const VerifierKey& log_key,
                                                    std::span<const VerifierKey> witnesses) {
    auto checkpoint = open_checkpoint(note, log_key);
    if (!checkpoint) return checkpoint.error();
    const auto parts = take_note_apart(note);
    if (!parts) return parts.error();

    CosignedCheckpoint opened{.checkpoint = *std::move(checkpoint),
                              .text = std::string(parts->text)};
    for (const auto& line : parts->lines) {
        const auto witness = std::ranges::find_if(
            witnesses, [&](const VerifierKey& candidate) { return line.is_of(candidate); });
        if (witness == witnesses.end()) continue;
        auto cosignature = check_line(*witness, parts->text, line);
        if (!cosignature) return cosignature.error();
        add(*std::move(cosignature), opened.cosignatures);
    }
    return opened;
}

}  // namespace placet
