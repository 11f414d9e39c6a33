// notices.h: what a person reads when something was not done: what happened, what is safe, what to
// do now. Pure.
#pragma once

#include "crypto/result.h"
#include "terminal/app_state.h"

namespace placet::terminal {

/// Of a refusal by the rules or of a failure below. A failure after which nothing more may be
/// written is grave.
Notice notice_of(const Error& error);

/// The sheet of a decision was not written. Never grave: the decision stands in the ledger.
Notice notice_of_paper(const Error& error);

/// The kiosk was started while a vote is under way: up to where it is recorded, and how a delegate
/// learns whether its ballot is. Nothing if no vote is under way.
std::optional<Notice> notice_after_restart(const ledger::Conference& conference);

}  // namespace placet::terminal
