// What wants more than one press to be recorded: texts, words, elections.
#include "tests/support/monkey.h"

#include <fmt/format.h>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

/// False if it cannot be pressed here.
bool Monkey::press_shown(const std::string& id) {
    const auto* item = room_.items().find(id);
    if (item == nullptr || !item->enabled) return false;
    press(id);
    return true;
}

bool Monkey::press_any(std::string_view prefix) {
    std::vector<std::string> found;
    for (const auto& item : room_.items().seen())
        if (item.enabled && item.id.starts_with(prefix)) found.push_back(item.id);
    return !found.empty() && press_shown(found[roll(static_cast<unsigned>(found.size()))]);
}

/// Whatever stood in the field.
void Monkey::type_anew(const std::string& field, const std::string& words) {
    if (!press_shown(field)) return;
    for (int n = 0; n < 4; ++n) key(Key::backspace);
    type(words);
}

/// From the folder, or in words; mostly with a sponsor.
void Monkey::register_text() {
    note("register a text");
    press_shown("registration.tab.text");
    if (one_in(3) || !press_any("registration.text."))
        type(fmt::format("Delete “paragraphe {}”.", 1 + roll(9)));
    press_shown("registration.tab.sponsors");
    press_any("registration.state.");
    press_shown("registration.record");
}

/// Where the screen waits for words; else anything is pressed.
void Monkey::note_in_words(const char* field, const char* then) {
    if (!room_.shows(field) || one_in(4)) return press_something();
    note(fmt::format("words for {}", field));
    type(fmt::format("{} bis", 1 + roll(9)));
    press_shown(then);
}

void Monkey::hold_election() {
    if (room_.shows("election.figure.0")) return enter_protocol();
    if (room_.shows("election.way.0")) return draw_election_lots();
    if (room_.shows("election.part.0")) return open_election();
    if (room_.shows("election.words")) {
        note("words of an election");
        type("The candidates withdraw");
        press_shown("election.next");
        return;
    }
    press_something();
}

void Monkey::open_election() {
    note("open an election");
    press_shown("election.part.0");
    press_shown(fmt::format("election.office.{}", roll(5)));
    press_shown("election.part.1");
    if (one_in(2)) press_shown("election.others");
    press_any("election.majority.");
    for (int n = 0; n < 4; ++n) key(Key::backspace);
    type(std::to_string(1 + roll(2)));
    press_shown("election.part.2");
    press_shown("election.kind.0");
    for (const auto* state : {"aaa", "bbb", "ccc"})
        if (!one_in(4)) press_shown(std::string("election.state.") + state);
    if (one_in(3) && press_shown("election.kind.1")) {
        type("Ms Zoë Muñoz");
        press_shown("election.add");
    }
    press_shown("election.next");
}

/// Every valid paper bears one name; mostly the first two names are tied.
void Monkey::enter_protocol() {
    note("enter a protocol");
    if (one_in(3) && press_shown("election.name")) {
        type("Mr Ng");
        press_shown("election.add");
    }
    unsigned names = 0;
    while (room_.shows(fmt::format("election.figure.{}", 4 + names))) ++names;
    if (names == 0) return;
    const bool tie = names > 1 && !one_in(3);
    const unsigned blank = tie ? 1 : roll(2), valid = 3 - blank;
    std::vector<unsigned> figures{3, 3, 0, blank};
    figures.resize(4 + names);
    for (unsigned n = 0; n < valid; ++n) ++figures[4 + (tie ? n : roll(names))];
    for (std::size_t n = 0; n < figures.size(); ++n)
        type_anew(fmt::format("election.figure.{}", n), std::to_string(figures[n]));
    type_anew("election.tellers", "Ms Zoë Muñoz");
    if (one_in(2) && press_shown("election.sheet")) press_shown("election.sheet.0");
    press_shown("election.next");
}

void Monkey::draw_election_lots() {
    note("draw lots");
    press_any("election.drawn.");
    press_any("election.way.");
    type("the tellers");
    press_shown("election.next");
}

}  // namespace placet::tests
