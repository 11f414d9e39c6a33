// monkey.h: somebody who presses anything at any time, over the real session, the real screens and
// a real ledger, and what must hold whatever was pressed.
#pragma once

#include "tests/support/room.h"

#include <array>
#include <deque>
#include <random>
#include <set>

namespace placet::tests {

/// What was tried, over all rounds.
struct MonkeyTally {
    long acts = 0;
    long inputs = 0;  // presses, touches, keys, characters
    long entries = 0;
    long ballots = 0;
    long decisions = 0;
    long restarts = 0;
    long copies = 0;  // to sticks, read back whole
    std::set<terminal::Route> routes = {};
    std::map<std::string, long> kinds = {};  // entries of each
};

/// One conference of three States from its founding. The same seed does the same again.
class Monkey {
public:
    Monkey(std::uint32_t seed, MonkeyTally& tally);

    /// Does something and waits until it is recorded or refused. Says what is wrong then, in one
    /// sentence; empty if all is well.
    std::string act();
    /// Ends the program and audits its ledger from public keys. The same answer; nothing may
    /// follow.
    std::string finish();
    /// The last acts, one a line.
    std::string last_acts() const;

private:
    /// What stands there, before an act and after it.
    struct Look {
        terminal::Route route = terminal::Route::sitting;
        std::uint64_t entries = 0;
        std::string pin = {};         // of whom it is asked
        std::string ballot = {};      // the delegate who stands there to vote
        std::string delegation = {};  // or to speak
        std::uint64_t run = 0;        // the entry of its start; of a vote by badges
        std::map<ledger::ParticipantId, ledger::Shared<std::vector<ledger::CastBallot>>> ballots =
            {};
        std::string items = {};
    };
    struct Receipt {  // was shown to a delegate as recorded
        std::string delegation = {};
        ledger::Choice choice = {};
    };
    /// What an act did that a record needs.
    struct Done {
        bool pressed = false;  // something that can be pressed, or a key
        std::string badge = {};
        bool right_pin = false;
        std::optional<ledger::Choice> confirmed = {};
    };

    unsigned roll(unsigned sides) { return static_cast<unsigned>(random_()) % sides; }
    bool one_in(unsigned sides) { return roll(sides) == 0; }
    Look look() const;
    void note(const std::string& what);
    void wrong(const std::string& what);
    void seen();
    void check_texts();
    void rest();

    void press(const std::string& id);
    void key(terminal::Key key);
    void type(std::string_view text);
    void scan(const std::string& person);
    void enter_pin(bool right);
    const terminal::Item* any_item(bool enabled);
    std::string weighted_item();
    void press_something();
    void press_disabled();
    void press_in_haste();
    void drag_somewhere();
    void let_time_pass();
    void restart();
    void change_sticks();
    void leave_for_the_sitting();
    void do_something_odd();
    void do_what_the_screen_asks();
    void identify();
    void sign_in(const std::string& id);
    void count_hands();
    // monkey_desk.cpp: what wants more than one press
    bool press_shown(const std::string& id);
    bool press_any(std::string_view prefix);
    void type_anew(const std::string& field, const std::string& words);
    void register_text();
    void note_in_words(const char* field, const char* then);
    void hold_election();
    void open_election();
    void enter_protocol();
    void draw_election_lots();
    std::string any_person();
    std::string any_chair();

    void check(const Look& before);
    void check_identity(const Look& before);
    void check_ballots(const Look& before);
    void check_receipt();
    void check_copy();
    void check_file(std::uint64_t least);

    std::mt19937 random_;
    MonkeyTally& tally_;
    Room room_;
    TempFolder aside_;
    std::deque<std::string> acts_ = {};
    std::map<std::uint64_t, Receipt> receipts_ = {};  // by entry
    Done done_ = {};
    std::string wrong_ = {};
    std::string last_notice_ = {};
    std::optional<terminal::LastCopy> last_copy_ = {};
    std::filesystem::path stick_ = {};  // the last that was put in
    int sticks_ = 0;
    int idle_acts_ = 0;  // since an entry was recorded
};

}  // namespace placet::tests
