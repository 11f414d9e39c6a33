// session_parts.h: what a session works with. All of it outlives the session.
#pragma once

#include "ledger/writer.h"
#include "terminal/auditor.h"
#include "terminal/copier.h"
#include "terminal/key_opening.h"
#include "terminal/printer.h"
#include "terminal/texts.h"

namespace placet::terminal {

struct SessionParts {
    ledger::Writer& writer;
    const ledger::KeyStore& keys;
    Auditor& auditor;
    std::function<std::int64_t()> now_ms;  // monotonic
    std::function<void()> wake;            // from any thread: poll is due
    std::string build = {};
    Printer* printer = nullptr;  // nothing is printed without one
    Copier* copier = nullptr;    // no stick is spoken of without one
    OpenKey open_key = {};       // for tests that enter PINs by the thousand; else the store's
    Texts* texts = nullptr;      // none is offered without one
};

}  // namespace placet::terminal
