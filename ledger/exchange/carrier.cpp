#include "ledger/exchange/carrier.h"

#include "ledger/exchange/folder_carrier.h"
#include "ledger/exchange/http_carrier.h"

namespace placet::ledger {

Result<std::unique_ptr<Carrier>> open_carrier(const std::string& folder_or_url) {
    // Any scheme at all is an address; the folder "a://b" can be given as "./a://b".
    const auto scheme = folder_or_url.find("://");
    const bool address =
        scheme != std::string::npos && folder_or_url.find('/') == scheme + 1 && scheme > 0;
    return address ? open_url(folder_or_url) : open_folder(folder_or_url);
}

}  // namespace placet::ledger
