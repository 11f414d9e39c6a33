// witness_key.h: the key with which a follower cosigns, in a folder of its own.
#pragma once

#include "ledger/exchange/cosigning.h"
#include "ledger/key_folder.h"

#include <filesystem>
#include <string>

namespace placet::tools {

struct NewWitness {
    ledger::KeyFolder folder;  // emptied again unless kept
    std::string vkey;          // to be given to whoever checks cosignatures
};

/// Makes witness.key, witness.passphrase and witness.vkey. Fails malformed (no key name), or as
/// KeyFolder does.
Result<NewWitness> make_witness(const std::string& name, const std::filesystem::path& folder);

/// Opens them. Fails as open_key does, or malformed: the name is not that of the key.
Result<ledger::Witness> open_witness(const std::filesystem::path& folder);

}  // namespace placet::tools
