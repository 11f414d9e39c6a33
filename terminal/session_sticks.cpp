// Sticks: nothing that is done with them is an entry, and nothing pops up for them.
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

}  // namespace placet::terminal
