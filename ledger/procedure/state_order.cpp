#include "ledger/procedure/state_order.h"

#include <utf8proc.h>
#include <cstdlib>
#include <memory>

namespace placet::ledger {

std::string collation_key(std::string_view name) {
    utf8proc_uint8_t* decomposed = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                     static_cast<utf8proc_ssize_t>(name.size()), &decomposed,
                     static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                    UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(decomposed, &std::free);
    if (length < 0) return std::string(name);
    std::string key;
    for (utf8proc_ssize_t i = 0; i < length; ++i) {
        const char c = static_cast<char>(decomposed[i]);
        const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (counts)
            key += c;
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    if (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

}  // namespace placet::ledger
