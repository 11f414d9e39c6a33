// What is said when a stick failed: the record itself is never in danger, and every sentence says
// so.
#include "terminal/notices.h"
#include "terminal/phrases.h"

namespace placet::terminal {

namespace {

constexpr auto copy_is_safe =
    "The ledger is whole, and so is what the stick held before: what is unfinished on it is "
    "ignored by readers.";
constexpr auto nothing_changed = "Nothing was changed, neither here nor on the stick.";

/// What is reported below says what is safe and what to do, too; here that is said once.
Phrases::Values detail_of(const Error& error) {
    return {{"detail", error.detail.substr(0, error.detail.find(". "))}};
}

Notice pulled_out_while_copying() {
    return {.what = "The stick was pulled out before the copy was whole.",
            .safe = copy_is_safe,
            .now =
                "Put the stick in again and press “Copy to stick”: it goes on from where it "
                "stopped."};
}

Notice history_differs(const Error& error) {
    return {.what = "The stick holds another history than this ledger ({detail}).",
            .safe = nothing_changed,
            .now = "Do not write to this stick. Keep it apart and call the secretariat.",
            .values = detail_of(error)};
}

}  // namespace

Notice notice_of_copy(const Error& error, bool still_in) {
    if (!still_in) return pulled_out_while_copying();
    switch (error.fault) {
        case Fault::full:
            return {.what = "The stick is full: the copy is not whole ({detail}).",
                    .safe = copy_is_safe,
                    .now = "Make room on it or take another stick, and copy again.",
                    .values = detail_of(error)};
        case Fault::refused:
        case Fault::malformed:
        case Fault::unverified:
            return {.what = "Nothing was copied to this stick: {detail}",
                    .safe = nothing_changed,
                    .now = "Take another stick.",
                    .values = detail_of(error)};
        case Fault::forked:
            return history_differs(error);
        case Fault::corrupt:
            return {.what = "The ledger does not agree with itself ({detail}).",
                    .safe = "The copy was stopped. What the stick held before is whole.",
                    .now = "Run the audit on the screen of the ledger, and call the secretariat.",
                    .values = detail_of(error)};
        case Fault::storage:
        case Fault::in_use:
        case Fault::absent:
            break;
    }
    return {.what = "The stick was pulled out, or it failed, before the copy was whole ({detail}).",
            .safe = copy_is_safe,
            .now =
                "Put the stick in again and press “Copy to stick”. If this repeats, take another "
                "stick.",
            .values = detail_of(error)};
}

Notice notice_of_no_backup(const Error& error) {
    return {.what = "The copy was not begun: this machine has no room for it ({detail}).",
            .safe = nothing_changed,
            .now = "Have room made on the disk of this machine, and copy again.",
            .values = detail_of(error)};
}

Notice notice_of_taking_in(const Error& error, bool still_in) {
    if (!still_in)
        return {.what = "The stick was pulled out before all of it was read.",
                .safe = "What was taken in was verified before. Nothing half was kept.",
                .now = "Put the stick in again and press “Take in from stick”."};
    switch (error.fault) {
        case Fault::absent:
            return {.what = "There is nothing of Placet on this stick ({detail}).",
                    .safe = nothing_changed,
                    .now = "Take the stick on which another terminal made its copy.",
                    .values = detail_of(error)};
        case Fault::malformed:
        case Fault::unverified:
        case Fault::refused:
            return {.what = "What is on the stick was not taken in: {detail}",
                    .safe = "Nothing that is not verified is kept, and the stick was only read.",
                    .now = "Have the copy made again on the terminal it comes from.",
                    .values = detail_of(error)};
        case Fault::forked:
            return history_differs(error);
        case Fault::storage:
        case Fault::in_use:
        case Fault::full:
        case Fault::corrupt:
            break;
    }
    return {.what = "The stick was pulled out, or it failed, before all of it was read ({detail}).",
            .safe = "What was taken in was verified before. Nothing half was kept.",
            .now =
                "Put the stick in again and press “Take in from stick”. If this repeats, have the "
                "copy made on another stick.",
            .values = detail_of(error)};
}

Notice notice_of_fork(const std::string& origin) {
    return {.what = "Two histories of one feed were signed with its key: {origin}.",
            .safe = "Both are kept, with the evidence. Nothing more of that feed is taken in.",
            .now = "Keep the stick apart and call the secretariat.",
            .values = {{"origin", origin}}};
}

Notice notice_of_stopped_copy() {
    return {.what = "The copy was stopped.",
            .safe = copy_is_safe,
            .now = "Press “Copy to stick” to go on from where it stopped."};
}

Notice notice_of_stopped_taking_in() {
    return {.what = "Taking in was stopped.",
            .safe = "What was taken in was verified before. Nothing half was kept.",
            .now = "Press “Take in from stick” to go on."};
}

}  // namespace placet::terminal
