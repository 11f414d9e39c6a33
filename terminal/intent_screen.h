// intent_screen.h: the screens, and going to one. Part of intent.h.
#pragma once

#include "ledger/record.h"

namespace placet::terminal {

enum class Screen {
    sitting,
    presence,
    vote,
    ledger,
    annul,
    question,
    delegations,
    sticks,
    articles,
    decision,
    registration,
    revision,
    writing_in,
    placement,
    floor,
    ruling,
    election,
};

/// Goes to a screen; nothing is recorded by going.
struct OpenScreen {
    Screen screen = Screen::sitting;
    /// The text that it is opened for, or of Screen::decision the leaf of its entry in hex digits;
    /// empty if for none.
    ledger::ProposalId about = {};
};

}  // namespace placet::terminal
