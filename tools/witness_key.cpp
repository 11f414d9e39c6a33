#include "tools/witness_key.h"

#include "crypto/key_file.h"

#include <fmt/format.h>

namespace placet::tools {
namespace {

constexpr const char* key_name = "witness.key";
constexpr const char* passphrase_name = "witness.passphrase";
constexpr const char* vkey_name = "witness.vkey";
constexpr std::size_t vkey_limit = 1024;  // bytes

VerifierKey witness_vkey(const std::string& name, const SigningKey& key) {
    return {.name = name, .algorithm = algorithm_cosignature_v1, .key = key.public_key()};
}

}  // namespace

Result<NewWitness> make_witness(const std::string& name, const std::filesystem::path& path) {
    if (!is_key_name(name))
        return Error{Fault::malformed,
                     fmt::format("\"{}\" is no name of a witness: it has neither spaces nor '+', "
                                 "as in archive.example/reading-room. Nothing was made.",
                                 name)};
    auto folder = ledger::KeyFolder::make(path);
    if (!folder) return folder.error();
    const auto key = SigningKey::generate();
    const auto passphrase = ledger::random_passphrase();
    auto vkey = format_verifier_key(witness_vkey(name, key));
    const auto line = encrypt_key(key, bytes_of(passphrase), KeyCost::interactive);
    for (const auto& [file, text] :
         {std::pair{key_name, line}, std::pair{passphrase_name, passphrase},
          std::pair{vkey_name, vkey}})
        if (const auto written = folder->write(file, text + '\n'); !written) return written.error();
    return NewWitness{.folder = *std::move(folder), .vkey = std::move(vkey)};
}

Result<ledger::Witness> open_witness(const std::filesystem::path& folder) {
    auto key = ledger::open_key(folder / key_name, folder / passphrase_name);
    if (!key) return key.error();
    const auto text = read_private_file(folder / vkey_name, vkey_limit);
    if (!text) return text.error();
    const auto line = text->substr(0, text->find('\n'));
    const auto vkey = parse_witness_key(line);
    if (!vkey || vkey->key != key->public_key())
        return Error{Fault::malformed,
                     fmt::format("{}: this is not the verifier key of the key beside it. Nothing "
                                 "was signed. Use the folder as placet follow made it.",
                                 (folder / vkey_name).string())};
    return ledger::Witness{.name = vkey->name, .key = *std::move(key)};
}

}  // namespace placet::tools
