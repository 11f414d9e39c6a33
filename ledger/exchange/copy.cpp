#include "ledger/exchange/copy.h"

#include "ledger/store.h"

namespace placet::ledger {

Result<Done> follow(const std::filesystem::path& copy, const VerifierKey& spine) {
    const auto made = Store::create(copy, spine, {}, false);
    return made ? Result<Done>(Done{}) : made.error();
}

}  // namespace placet::ledger
