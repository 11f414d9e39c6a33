// officers.h: who has signed in at this desk, and what still wants their seals.
#pragma once

#include "ledger/authority.h"
#include "ledger/badge.h"
#include "terminal/app_state.h"
#include "terminal/phrases.h"

namespace placet::terminal {

/// Signed in: the key seals what wants no PIN of its own.
struct Officer {
    ledger::Person person;
    ledger::Badge badge;
    SigningKey key;
};

/// A draft that still wants officers' seals, each after a PIN.
struct PendingSeals {
    PinPurpose purpose = PinPurpose::lock;
    ledger::Draft draft = {};
    std::string table = {};         // to be attached
    std::vector<Bytes> texts = {};  // likewise
    Phrases::Values values = {};    // of what is sealed, for the person who is asked
    std::vector<ledger::Role> wanted = {};
};

}  // namespace placet::terminal
