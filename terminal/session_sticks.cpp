// What is read beside the entries. Sticks: nothing that is done with them is an entry, and nothing
// pops up for them. The table by State of the decision that is shown.
#include "terminal/screens/announcement_screen.h"
#include "terminal/session.h"

namespace placet::terminal {

void Session::on(const UseStick& intent) {
    if (parts_.copier == nullptr) return;
    switch (intent.act) {
        case StickAct::copy_to:
            return parts_.copier->copy_to(intent.stick);
        case StickAct::take_in:
            return parts_.copier->take_in_from(intent.stick);
        case StickAct::stop:
            return parts_.copier->stop();
    }
}

void Session::watch_sticks() {
    if (parts_.copier == nullptr) return;
    auto sticks = parts_.copier->sticks();
    auto copy = parts_.copier->view();
    if (state_.sticks_watched && sticks == state_.sticks && copy == state_.copy) return;
    state_.sticks_watched = true;
    state_.sticks = std::move(sticks);
    state_.copy = std::move(copy);
    ++state_.revision;
}

void Session::watch_tables() {
    for (auto& read : tables_.take()) {
        ++state_.revision;
        auto& kept = state_.voting_tables[read.hash];
        if (read.bytes)
            kept = *std::move(read.bytes);
        else
            refuse(read.bytes.error());
    }
    const auto* decision = shown_decision(state_);
    if (decision == nullptr || !decision->result) return;
    const auto& table = decision->result->table;
    if (!state_.voting_tables.contains(table)) tables_.want(table);
}

}  // namespace placet::terminal
