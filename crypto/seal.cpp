#include "crypto/seal.h"

#include <cstdlib>
#include <limits>

namespace placet {
namespace {

constexpr std::string_view seal_label{"placet/seal/v1\0", 15};

void append_part(Bytes& message, BytesView part) {
    // A length that does not fit would let two lists of parts give the same message.
    if (part.size() > std::numeric_limits<std::uint32_t>::max()) std::abort();
    append_u32(message, static_cast<std::uint32_t>(part.size()));
    message.insert(message.end(), part.begin(), part.end());
}

}  // namespace

Bytes seal_message(const Sealed& sealed) {
    const auto label = bytes_of(seal_label);
    Bytes message;
    message.reserve(256 + sealed.content.size());
    message.assign(label.begin(), label.end());
    append_part(message, sealed.charter);
    for (const auto part : {sealed.type, sealed.unit, sealed.role, sealed.person, sealed.content})
        append_part(message, bytes_of(part));
    return message;
}

Signature sign_seal(const SigningKey& key, const Sealed& sealed) {
    return key.sign(seal_message(sealed));
}

Result<Done> check_seal(const PublicKey& key, const Sealed& sealed, const Signature& signature) {
    if (!check_signature(key, seal_message(sealed), signature))
        return Error{Fault::unverified, "the seal is not of this key over these words"};
    return Done{};
}

}  // namespace placet
