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

/// A copy to a stick was not made whole. Never grave: the ledger is as it was. `still_in` is
/// whether the stick is.
Notice notice_of_copy(const Error& error, bool still_in);
/// The ledger could not be put aside to be copied: this machine's disk, not the stick.
Notice notice_of_no_backup(const Error& error);
/// Nothing, or not all, was taken in from a stick.
Notice notice_of_taking_in(const Error& error, bool still_in);
/// A stick proves that the key of this feed signed two histories.
Notice notice_of_fork(const std::string& origin);
/// A person stopped it.
Notice notice_of_stopped_copy();
Notice notice_of_stopped_taking_in();

/// After such a fault only the ledger, opened anew, can say whether the entry is in it.
bool outcome_unknown(Fault fault);

/// The kiosk was started while a vote is under way: up to where it is recorded, and how a delegate
/// learns whether its ballot is. Nothing if no vote is under way.
std::optional<Notice> notice_after_restart(const ledger::Conference& conference);

}  // namespace placet::terminal
