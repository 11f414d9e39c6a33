#include "terminal/notices.h"

namespace placet::terminal {

Notice notice_of(const Error& error) {
    switch (error.fault) {
        case Fault::storage:
            return {.what =
                        "The record could not be saved, and nobody can say yet whether it was "
                        "({detail}).",
                    .safe = "Everything that was shown as recorded is safe.",
                    .now =
                        "Stop the voting. Start this kiosk again: it then says what was "
                        "recorded. If this repeats, call the secretariat.",
                    .grave = true,
                    .values = {{"detail", error.detail}}};
        case Fault::full:
            return {
                .what =
                    "The disk is full. What was just asked is not shown as recorded ({detail}).",
                .safe = "Everything that was shown as recorded is safe.",
                .now =
                    "Stop the voting. Call the secretariat to make room, then start this "
                    "kiosk again.",
                .grave = true,
                .values = {{"detail", error.detail}}};
        case Fault::corrupt:
        case Fault::forked:
            return {.what = "The ledger does not agree with itself ({detail}).",
                    .safe = "Nothing more is written, so that nothing that stands there changes.",
                    .now = "Stop the voting on this kiosk. Call the secretariat.",
                    .grave = true,
                    .values = {{"detail", error.detail}}};
        case Fault::refused:
        case Fault::malformed:
        case Fault::unverified:
        case Fault::in_use:
        case Fault::absent:
            break;
    }
    return {.what = error.detail, .safe = "All that was recorded before stands."};
}

bool outcome_unknown(Fault fault) {
    return fault == Fault::storage || fault == Fault::full || fault == Fault::corrupt ||
           fault == Fault::forked;
}

Notice notice_of_paper(const Error& error) {
    return {.what = "The sheet of a decision was not written ({detail}).",
            .safe = "The decision is recorded. Paper changes nothing in it.",
            .now = "Go on with the meeting. The sheet can be made later, by placet sheet.",
            .values = {{"detail", error.detail}}};
}

std::optional<Notice> notice_after_restart(const ledger::Conference& conference) {
    if (!conference.vote_under_way()) return std::nullopt;
    const auto method = conference.run->start.method;
    const bool lost = method == ledger::Method::non_recorded && conference.voting_open() &&
                      !conference.run->totals;
    return Notice{
        .what =
            "This kiosk was started again during a vote. The ledger holds {entries} entries; "
            "the last is entry {last}.",
        .safe = "All that was recorded before stands.",
        .now = lost
                   ? "The positions of this vote were held in memory alone and are gone. Annul it, "
                     "and take it again."
               : method == ledger::Method::recorded
                   ? "A delegate who wants to know whether its ballot was recorded presents its "
                     "badge again."
                   : "The officers sign in again. The vote goes on where the ledger has it.",
        .values = {{"entries", std::to_string(conference.size)},
                   {"last", std::to_string(conference.size - 1)}}};
}

}  // namespace placet::terminal
