#include "tests/support/monkey.h"

#include "terminal/text/code_points.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

const std::vector<std::string> delegations{"aaa", "bbb", "ccc"};
constexpr std::size_t acts_remembered = 30;
constexpr int steps_back_at_most = 6;

/// Only memory: no disk is waited for.
std::filesystem::path memory() {
    const std::filesystem::path shared = "/dev/shm";
    return std::filesystem::is_directory(shared) ? shared : std::filesystem::temp_directory_path();
}

/// How much more often than others an item is pressed, so that meetings come to their decisions.
unsigned weight_of(const std::string& id) {
    constexpr std::pair<std::string_view, unsigned> weights[] = {
        {"notice.dismiss", 60},
        {"sitting.next", 40},
        {"vote.confirm", 30},
        {"review.", 30},
        {"presence.record", 16},
        {"question.put", 40},
        {"question.method.", 8},
        {"question.motion.", 8},
        {"question.home", 1},
        {"sitting.other", 30},
        {"officer.", 1},
        {"consensus.confirm", 30},
        {"consensus.gavel", 20},
        {"presence.mark", 8},
        {"delegation.withdraw", 40},
        {"delegation.attach", 20},
        {"delegation.flag.", 12},
        {"delegation.paragraph.", 1},
        {"lot.commit", 20},
        {"lot.", 8},
        {"hands.again", 30},
        {"sitting.close", 1},
        {"sitting.suspend", 1},
        {"sitting.chair", 8},
        {"sitting.floor", 10},
        {"sitting.elections", 12},
        {"floor.start", 30},
        {"floor.put", 20},
        {"floor.by.", 30},
        {"floor.next", 30},
        {"floor.motion.", 8},
        {"floor.back", 1},
        {"floor.raise.", 2},
        {"ruling.give", 20},
        {"ruling.by.", 20},
        {"ruling.back", 1},
        {"articles.confirm", 30},
        {"articles.suggestion.", 20},
        {"articles.state.", 12},
        {"articles.circulate", 20},
        {"articles.introduce", 20},
        {"articles.write_in", 20},
        {"articles.propose", 12},
        {"articles.notify", 20},
        {"articles.put", 8},
        {"articles.cancel", 1},
        {"registration.cancel", 1},
        {"placement.record", 20},
        {"placement.cancel", 1},
        {"election.acclaim", 40},
        {"election.withdraw", 20},
        {"election.candidate.", 20},
        {"election.next", 20},
        {"election.stop", 8},
        {"election.home", 1},
        {"go.articles", 6},
        {"vote.annul", 1},
        {"go.sticks", 2},
        {"sticks.copy", 4},
        {"go.", 1},
        {"chair.close", 2},
    };
    for (const auto& [prefix, weight] : weights)
        if (id.starts_with(prefix)) return weight;
    return 4;
}

/// Each conference has one of these: what the rules make possible, and what they ask first.
RuleProfile rules_of(std::uint32_t seed) {
    switch (seed % 4) {
        case 0:
            return {};
        case 1:
            return {.deferment_by_chair = true, .deferment_states = 1, .last_call_seconds = 1};
        case 2:
            return {.exhaustion = Exhaustion::chair_declares, .notice_working_days = 1};
        default:
            return {.deferment_by_motion = true,
                    .exhaustion = Exhaustion::body_determines,
                    .last_call_seconds = 3};
    }
}

/// Of what leads from any screen back to the sitting, in the order in which it is tried.
constexpr std::string_view ways_back[] = {"notice.dismiss",  "vote.back",     "vote.leave",
                                          "receipt.done",    "rollcall.keep", "identify.cancel",
                                          "delegation.done", "annul.back",    "go.sitting"};

/// The first line that is another, as it was and as it is.
std::string first_difference(const std::string& before, const std::string& after) {
    std::istringstream was(before), is(after);
    std::string line, now;
    for (;;) {
        line.clear();
        now.clear();
        const bool more = static_cast<bool>(std::getline(was, line));
        const bool other = static_cast<bool>(std::getline(is, now));
        if (line != now) return '"' + line + "\" became \"" + now + '"';
        if (!more && !other) return "an entry was recorded";
    }
}

std::optional<Choice> choice_shown(const Items& items) {
    constexpr std::pair<const char*, Choice> tiles[] = {
        {"vote.yes", Choice::yes}, {"vote.no", Choice::no}, {"vote.abstain", Choice::abstain}};
    for (const auto& [id, choice] : tiles)
        if (const auto* tile = items.find(id); tile != nullptr && tile->on) return choice;
    return Choice::not_participating;  // has no tile
}

}  // namespace

Monkey::Monkey(std::uint32_t seed, MonkeyTally& tally)
    : random_(seed),
      tally_(tally),
      room_(delegations, memory(), open_at_no_cost, rules_of(seed)),
      aside_(memory()) {
    for (int n = 1; n <= 4; ++n)
        write_file(room_.kiosk().texts() / fmt::format("A_CONF.1_L.{}.en.txt", n),
                   fmt::format("Text {}.", n));
    write_file(room_.kiosk().texts() / "ballot 1.pdf", "A scanned sheet.");
    room_.kiosk().accredit("vice", Role::presiding_officer);
    room_.ui().frame();
}

void Monkey::note(const std::string& what) {
    acts_.push_back(what);
    if (acts_.size() > acts_remembered) acts_.pop_front();
}

std::string Monkey::last_acts() const {
    std::string lines;
    for (const auto& line : acts_) lines += "  " + line + "\n";
    return lines;
}

void Monkey::wrong(const std::string& what) {
    if (wrong_.empty()) wrong_ = what;
}

void Monkey::seen() {
    ++tally_.inputs;
    check_texts();
}

void Monkey::check_texts() {
    if (room_.ui().ellipsized() != 0) wrong("a text does not fit and is cut short");
}

void Monkey::rest() {
    room_.kiosk().settle_copy();
    room_.kiosk().rest();
    room_.ui().frame();
    check_texts();
}

// ---- what a person can do

void Monkey::press(const std::string& id) {
    const bool enabled = room_.ui().item(id).enabled;
    if (enabled) done_.pressed = true;
    if (enabled && id == "vote.confirm") done_.confirmed = choice_shown(room_.items());
    if (one_in(3))
        room_.ui().touch(id);
    else
        room_.ui().press(id);
    seen();
}

void Monkey::key(Key key) {
    done_.pressed = true;
    const auto* confirm = room_.items().find("vote.confirm");
    const bool presses = key == Key::enter || key == Key::space;
    if (presses && confirm != nullptr && confirm->enabled && confirm->focused)
        done_.confirmed = choice_shown(room_.items());
    room_.ui().key(key);
    seen();
}

void Monkey::type(std::string_view text) {
    for (const char32_t character : decode_utf8(text)) {
        room_.ui().type(encode_utf8({&character, 1}));
        seen();
    }
}

/// As a scanner: all of it behind one slow frame.
void Monkey::scan(const std::string& person) {
    note("scan " + person);
    room_.ui().send_all({TextTyped{Kiosk::badge(person)}});
    key(Key::enter);
    done_.badge = person;
}

void Monkey::enter_pin(bool right) {
    note(right ? "right PIN" : "wrong PIN");
    if (room_.state().pin && room_.state().pin->wait_s > 0) room_.wait_for_pin();
    const auto digits = right ? Kiosk::pin : Kiosk::wrong_pin;
    if (one_in(2)) {
        type(digits);
        key(Key::enter);
    } else {
        for (const char digit : digits) press(std::string("pin.") + digit);
        press("pin.enter");
    }
    done_.right_pin = right;
}

const Item* Monkey::any_item(bool enabled) {
    std::vector<const Item*> found;
    for (const auto& item : room_.items().seen())
        if (item.enabled == enabled) found.push_back(&item);
    if (found.empty()) return nullptr;
    return found[roll(static_cast<unsigned>(found.size()))];
}

std::string Monkey::weighted_item() {
    unsigned sum = 0;
    for (const auto& item : room_.items().seen())
        if (item.enabled) sum += weight_of(item.id);
    if (sum == 0) return {};
    unsigned left = roll(sum);
    for (const auto& item : room_.items().seen()) {
        if (!item.enabled) continue;
        const unsigned weight = weight_of(item.id);
        if (left < weight) return item.id;
        left -= weight;
    }
    return {};
}

void Monkey::press_something() {
    const auto id = weighted_item();
    if (id.empty()) return key(Key::escape);
    note("press " + id);
    press(id);
}

void Monkey::press_disabled() {
    const auto* item = any_item(false);
    if (item == nullptr) return;
    for (const auto& other : room_.items().seen())  // as a message lies over the screen
        if (other.enabled && other.box.overlaps(item->box)) return;
    const auto id = item->id;
    note("press the disabled " + id);
    const auto before = look();
    press(id);
    rest();
    if (const auto after = look(); after.items != before.items || after.entries != before.entries)
        wrong("a press on the disabled " + id +
              " changed something: " + first_difference(before.items, after.items));
}

/// Before what was pressed first is recorded.
void Monkey::press_in_haste() {
    const auto times = 2 + roll(3);
    const auto first = weighted_item();
    for (unsigned n = 0; n < times; ++n) {
        const auto id = one_in(2) && room_.shows(first) ? first : weighted_item();
        if (id.empty()) return;
        note("press in haste " + id);
        press(id);
    }
}

void Monkey::drag_somewhere() {
    const auto* from = any_item(true);
    const auto* to = any_item(one_in(2));
    if (from == nullptr || to == nullptr || from->id == to->id || from->box.overlaps(to->box))
        return;
    const auto before = look();
    note("drag from " + from->id + " to " + to->id);
    if (one_in(2))
        room_.ui().drag(std::string(from->id), std::string(to->id));
    else
        room_.ui().slide(std::string(from->id), std::string(to->id));
    seen();
    rest();
    if (look().entries != before.entries) wrong("a press that was let go elsewhere was recorded");
}

void Monkey::let_time_pass() {
    constexpr std::int64_t spans_ms[] = {100, 500, 4'000, 16'000, 31'000, 50'000};
    const auto span = spans_ms[roll(std::size(spans_ms))];
    note(fmt::format("{} ms pass", span));
    room_.kiosk().advance(span);
}

void Monkey::restart() {
    note("restart");
    const auto before = look();
    room_.restart();
    ++tally_.restarts;
    if (look().entries < before.entries) wrong("an entry was lost by a restart");
}

/// Put in, pulled out, or soon to be pulled out in the middle of a copy.
void Monkey::change_sticks() {
    auto& sticks = room_.kiosk().sticks();
    const auto in = sticks.in();
    sticks.releases_as(one_in(2) ? Released::flushed : Released::unmounted);
    sticks.pull_out_at_look(one_in(3) ? 1 + static_cast<int>(roll(8)) : 0);
    if (in.size() > 2 || (!in.empty() && one_in(3))) {
        note("pull a stick out");
        return sticks.pull_out(in[roll(static_cast<unsigned>(in.size()))].id);
    }
    note("put a stick in");
    const auto root = aside_ / fmt::format("stick-{}", ++sticks_ % 4);
    std::filesystem::create_directories(root);
    sticks.put_in(root, one_in(8));
}

void Monkey::leave_for_the_sitting() {
    note("back to the sitting");
    for (int steps = 0; route_of(room_.state()) != Route::sitting; ++steps) {
        const auto* way = std::ranges::find_if(ways_back, [&](std::string_view id) {
            const auto* item = room_.items().find(std::string(id));
            return item != nullptr && item->enabled;
        });
        if (way == std::end(ways_back) || steps == steps_back_at_most)
            return wrong("no way leads from this screen to the sitting");
        press(std::string(*way));
        rest();
    }
}

std::string Monkey::any_person() {
    const auto n = roll(static_cast<unsigned>(delegations.size()) * 4 + 1);
    if (n / 4 < delegations.size()) return delegations[n / 4] + "-1";
    constexpr const char* officers[] = {"chair", "clerk", "usher", "vice"};
    return officers[roll(std::size(officers))];
}

/// Mostly who presides: another only signs in to take the chair.
std::string Monkey::any_chair() {
    const auto& meeting = room_.conference().meeting;
    const bool vice = meeting && meeting->presiding == "vice";
    return vice != one_in(5) ? "vice" : "chair";
}

void Monkey::identify() {
    const auto& state = room_.state();
    if (state.pin) return one_in(8) ? enter_pin(false) : enter_pin(true);
    switch (*state.signing_in) {
        case Role::presiding_officer:
            return scan(any_chair());
        case Role::secretary:
            return scan("clerk");
        default:
            return scan("usher");
    }
}

void Monkey::count_hands() {
    const auto* item = room_.items().find("hands.confirm");
    const bool secretary = one_in(2);
    const std::string teller = secretary ? "hands.teller.secretary" : "hands.teller.attendant";
    const auto* name = room_.items().find(teller);
    if (item == nullptr || name == nullptr || !name->enabled) return press_something();
    note("count hands: " + teller);
    press(teller);
    for (const char* field : {"hands.yes", "hands.no", "hands.abstain"}) {
        const auto* shown = room_.items().find(field);
        if (shown == nullptr || !shown->enabled) return;  // signs in first
        press(field);
        type(std::to_string(roll(3)));  // totals that can be, too
    }
    if (room_.ui().item("hands.confirm").enabled) press("hands.confirm");
}

/// Chair and secretary are asked for whenever one is not signed in.
void Monkey::sign_in(const std::string& id) {
    leave_for_the_sitting();
    if (!room_.shows(id)) return;
    note("press " + id);
    press(id);
}

void Monkey::do_what_the_screen_asks() {
    constexpr Key answers[] = {Key::f1, Key::f2, Key::f3, Key::f4, Key::f5, Key::f6};
    const auto& state = room_.state();
    if (state.notice || one_in(3)) return press_something();
    if (route_of(state) != Route::identify && one_in(4)) {
        const bool chair = state.officers.contains(Role::presiding_officer);
        if (!chair) return sign_in("officer.chair");
        if (!state.officers.contains(Role::secretary)) return sign_in("officer.secretary");
    }
    switch (route_of(state)) {
        case Route::identify:
            return identify();
        case Route::vote:
            return one_in(2) ? scan(any_person()) : press_something();
        case Route::consensus:
            if (one_in(2)) return let_time_pass();
            return one_in(6) ? scan(any_person()) : press_something();
        case Route::roll_call: {
            const auto n = roll(std::size(answers));
            note(fmt::format("F{}", n + 1));
            key(answers[n]);
            rest();
            return room_.kiosk().advance(Session::answer_shown_ms);
        }
        case Route::hands:
            return count_hands();
        case Route::question:
        case Route::annul:
            if (!one_in(4)) return press_something();
            note("words");
            return type("A/C.6/1");
        case Route::articles:
            return note_in_words("articles.words", "articles.confirm");
        case Route::registration:
            return one_in(2) ? register_text() : press_something();
        case Route::placement:
            return note_in_words("placement.number", "placement.record");
        case Route::floor:
            return note_in_words("floor.words", "floor.next");
        case Route::ruling:
            return one_in(6) ? type("as the rules say") : press_something();
        case Route::election:
            return one_in(3) ? press_something() : hold_election();
        default:
            return press_something();
    }
}

void Monkey::do_something_odd() {
    constexpr Key keys[] = {Key::tab,   Key::back_tab, Key::left,  Key::right,  Key::up,
                            Key::down,  Key::space,    Key::enter, Key::escape, Key::backspace,
                            Key::enter, Key::tab,      Key::f1,    Key::f6};
    constexpr const char* texts[] = {"1", "2", "3", "0123456789", "x;'\\ ", "\xd9\x84\xd8\xa7"};
    switch (roll(10)) {
        case 0:
        case 1:
            return press_disabled();
        case 2:
            return drag_somewhere();
        case 3:
            return let_time_pass();
        case 4:
            return press_in_haste();
        case 5:
            return one_in(8) ? restart() : leave_for_the_sitting();
        case 6:
            return one_in(2) ? scan(any_person()) : type(texts[roll(std::size(texts))]);
        case 7:
            if (one_in(3)) return change_sticks();
            break;
        default:
            break;
    }
    for (unsigned n = 0; n < 4; ++n) {
        const auto which = roll(std::size(keys));
        note(fmt::format("key {}", static_cast<int>(keys[which])));
        key(keys[which]);
    }
}

std::string Monkey::act() {
    const auto before = look();
    done_ = {};
    if (one_in(4))
        do_something_odd();
    else
        do_what_the_screen_asks();
    rest();
    ++tally_.acts;
    check(before);
    return wrong_;
}

}  // namespace placet::tests
