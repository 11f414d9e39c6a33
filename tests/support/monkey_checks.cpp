// What must hold, whatever was pressed.
#include "ledger/record_text.h"
#include "ledger/verify/audit.h"
#include "ledger/verify/head.h"
#include "tests/support/monkey.h"
#include "tests/support/results.h"

#include <fmt/format.h>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

/// A conference whose one article is decided can still meet, vote and close its meetings.
constexpr int idle_acts_at_most = 500;

VerifierKey desk_key() {
    return {.name = ConferenceBuilder::origin(), .key = key_from_label("desk").public_key()};
}

}  // namespace

Monkey::Look Monkey::look() const {
    const auto& state = room_.state();
    Look now{.route = route_of(state), .entries = state.position.size};
    if (state.pin) now.pin = state.pin->person;
    if (state.ballot) now.ballot = state.ballot->person;
    if (state.delegation) now.delegation = state.delegation->person;
    if (const auto& run = state.conference->run; run && run->start.method == Method::recorded) {
        now.run = run->start_entry.seq;
        now.ballots = run->ballots;
    }
    for (const auto& item : room_.items().seen())
        now.items += fmt::format("{}|{}|{}|{}\n", item.id, item.label, item.enabled, item.on);
    return now;
}

void Monkey::check(const Look& before) {
    const auto& state = room_.state();
    tally_.routes.insert(route_of(state));
    if (state.notice) last_notice_ = state.notice->what;
    if (state.notice && state.notice->grave) wrong("writing has stopped: " + state.notice->what);
    if (any_item(true) == nullptr) wrong("the screen has nothing that can be pressed");
    if (state.position.size > before.entries)
        idle_acts_ = 0;
    else if (++idle_acts_ > idle_acts_at_most)
        wrong("nothing that was pressed is recorded any more; the last notice: " + last_notice_);
    if (state.position.size > before.entries && !done_.pressed)
        wrong("something was recorded and nothing was pressed");
    check_identity(before);
    check_ballots(before);
    check_receipt();
    check_copy();
    if (state.position.size > before.entries && one_in(16)) check_file(state.position.size);
}

void Monkey::check_identity(const Look& before) {
    const auto now = look();
    const auto& pin = room_.state().pin;
    if (pin && pin->role == Role::delegate && now.pin != before.pin && now.pin != done_.badge)
        wrong("a PIN is asked of " + now.pin + ", whose badge nobody presented");
    for (const auto& [person, earlier] :
         {std::pair(now.ballot, before.ballot), std::pair(now.delegation, before.delegation)})
        if (!person.empty() && person != earlier && !(done_.right_pin && person == before.pin))
            wrong(person + " stands at the kiosk without its PIN");
}

void Monkey::check_ballots(const Look& before) {
    const auto now = look();
    for (const auto& [delegation, cast] : now.ballots) {
        const auto earlier = before.ballots.find(delegation);
        const bool same = now.run == before.run && earlier != before.ballots.end();
        const auto more = cast.size() - (same ? earlier->second.size() : 0);
        if (more == 0) continue;
        ++tally_.ballots;
        if (more > 1 || done_.confirmed != cast.back().ballot.choice ||
            before.ballot != delegation + "-1")
            wrong("a ballot of " + delegation + " was cast that its delegate did not confirm");
    }
}

/// What a delegate reads as recorded is in the file.
void Monkey::check_receipt() {
    const auto& state = room_.state();
    if (state.delegation && state.delegation->recorded) {
        if (*state.delegation->recorded >= state.position.size)
            wrong("an act of a delegation is shown as recorded and is not");
    }
    if (!state.ballot || state.ballot->stage != BallotStage::recorded) return;
    const auto& recorded = *state.ballot->recorded;
    const Receipt receipt{state.ballot->delegation, recorded.choice};
    if (receipts_.emplace(recorded.entry, receipt).second) check_file(recorded.entry + 1);
}

/// What is said to be on a stick is there.
void Monkey::check_copy() {
    const auto& copy = room_.state().copy;
    if (copy.stage == CopyStage::copied && copy.trouble)
        wrong("a copy that failed is called whole");
    if (!copy.last || copy.last == last_copy_) return;
    last_copy_ = copy.last;
    ++tally_.copies;
    std::uint64_t most = 0;
    for (int n = 0; n < 4; ++n) {
        const auto note = content_of(aside_ / fmt::format("stick-{}", n) / "placet/checkpoint");
        if (!note.empty()) most = std::max(most, value_of(open_checkpoint(note, desk_key())).size);
    }
    if (most < copy.last->entries) wrong("a copy is called whole and is not on the stick");
}

void Monkey::check_file(std::uint64_t least) {
    const auto copy = aside_ / "copy.ledger";
    std::filesystem::copy_file(room_.kiosk().file(), copy,
                               std::filesystem::copy_options::overwrite_existing);
    const auto head = value_of(read_head(copy));
    if (value_of(open_checkpoint(head.checkpoint_note, head.key)).size < least)
        wrong(fmt::format("entry {} is shown as recorded and is not in the file", least - 1));
}

std::string Monkey::finish() {
    const auto shown = room_.state().position;
    const auto decisions = room_.conference().decisions.size();
    const auto badges = badge_beginning(room_.conference().charter->nonce);
    room_.kiosk().stop();
    std::size_t found = 0;
    const auto folded = [&](const Entry& entry, const Conference& conference) {
        ++tally_.kinds[std::string(type_of(entry.record))];
        const auto receipt = receipts_.find(entry.seq);
        if (receipt == receipts_.end()) return;
        const auto& [delegation, choice] = receipt->second;
        const auto& ballot = conference.run->ballots.at(delegation).back();
        if (ballot.entry.seq == entry.seq && ballot.ballot.choice == choice) ++found;
    };
    const auto report =
        value_of(audit(room_.kiosk().file(), {.key = desk_key(), .folded = folded}));
    if (content_of(room_.kiosk().file()).find(badges) != std::string::npos)
        wrong("a badge stands in the ledger");
    if (!report.all_good()) wrong("the audit says: " + report.verdict());
    if (found != receipts_.size()) wrong("a receipt names what the ledger does not have");
    if (report.entries < shown.size || report.conference->decisions.size() != decisions)
        wrong("what was shown and what the ledger amounts to differ");
    tally_.entries += static_cast<long>(report.entries);
    tally_.decisions += static_cast<long>(decisions);
    return wrong_;
}

}  // namespace placet::tests
