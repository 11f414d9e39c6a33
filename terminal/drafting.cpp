#include "terminal/drafting.h"

#include "ledger/badge.h"

namespace placet::terminal {

using namespace placet::ledger;

Result<Draft> drafted(const Conference& conference, const Record& record, std::string_view unit) {
    auto draft = draft_of(record, unit);
    if (!draft || !conference.charter) return draft;
    if (draft->content.find(badge_beginning(conference.charter->nonce)) == std::string::npos)
        return draft;
    return Error{Fault::refused,
                 "A badge was scanned into these words; its secret must not stand in the ledger. "
                 "Nothing was recorded. Take it out of them, and present a badge only where one is "
                 "asked for."};
}

}  // namespace placet::terminal
