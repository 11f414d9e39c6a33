#include "tests/support/drawn_states.h"

#include "tests/support/drawn_articles.h"
#include "tests/support/drawn_consensus.h"
#include "tests/support/drawn_elections.h"
#include "tests/support/drawn_floor.h"
#include "tests/support/drawn_sticks.h"
#include "tests/support/drawn_unrecorded.h"

#include "ledger/acts.h"
#include "ledger/conference_package.h"
#include "ledger/lot.h"
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/state_order.h"
#include "ledger/procedure/tally.h"

#include <fmt/format.h>
#include <cstdio>
#include <cstdlib>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

/// Not for tests alone: pictures are made of these states too.
template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().detail.c_str());
        std::abort();
    }
    return *std::move(result);
}

constexpr std::int64_t wall_ms = 1'764'000'127'000;
constexpr std::string_view nonce =
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
constexpr std::size_t present_count = 160, ballot_count = 60;

const ConferencePackage& package() {
    static const auto read =
        must(read_conference_package(PLACET_SOURCE_DIR "/assets/conferences/cah"));
    return read;
}

std::vector<ParticipantId> roll(const Conference& conference) {
    std::map<std::string, ParticipantId> ordered;
    for (const auto& [id, participant] : conference.participants)
        ordered.emplace(collation_key(participant.name), id);
    std::vector<ParticipantId> ids;
    for (const auto& [key, id] : ordered) ids.push_back(id);
    return ids;
}

Conference founded() {
    Conference conference;
    conference.charter =
        std::make_shared<const Charter>(Charter{.conference = package().id,
                                                .title = package().title,
                                                .nonce = "00112233445566778899aabbccddeeff",
                                                .units = package().units});
    conference.profile = must(profile_from_fields(package().profile));
    for (const auto& state : package().states)
        conference.participants.emplace(state.id,
                                        Participant{.id = state.id,
                                                    .name = state.names.at("en"),
                                                    .board = state.board,
                                                    .credentials = Credentials::accepted});
    for (const auto& state : package().states) conference.registered_for.emplace(state.id, 1);
    conference.text_units = package().texts;
    for (auto& unit : conference.text_units.change())
        for (const auto language : official_languages)
            unit.texts.emplace(language, sha256(bytes_of(text_to_be_imported)));
    for (const auto& unit : conference.text_units)
        conference.proposals.emplace(unit.id, Proposal{.registered = {.proposal = unit.id,
                                                                      .text_unit = unit.id,
                                                                      .title = unit.label,
                                                                      .texts = unit.texts},
                                                       .basic = true,
                                                       .state = QuestionState::tabled,
                                                       .texts = unit.texts});
    for (const auto& [id, name, role] :
         {std::tuple{"chair", "Presiding officer of the rehearsal", Role::presiding_officer},
          std::tuple{"clerk", "Secretary of the rehearsal", Role::secretary},
          std::tuple{"usher", "Attendant of the rehearsal", Role::attendant}})
        conference.persons.emplace(id, Person{.id = id, .name = name, .role = role});
    conference.persons.emplace("bol-1", Person{.id = "bol-1",
                                               .name = "Delegate 1 of Bolivia",
                                               .role = Role::delegate,
                                               .participant = "BOL"});
    conference.size = 5;
    return conference;
}

void put_article_2(Conference& conference, Method method = Method::recorded) {
    conference.question =
        Question{.put = must(question_of_adopting(conference, "article-2", method)),
                 .unit = "plenary",
                 .entry = {.seq = conference.size++}};
}

void cast(Conference& conference, const ParticipantId& id, Choice choice) {
    ledger::CastBallot ballot{.ballot = must(ballot_of(conference, id, choice)),
                              .entry = {.seq = conference.size++, .wall_ms = wall_ms}};
    conference.run->ballots[id].push_back(std::move(ballot));
}

Conference voting() {
    Conference conference = founded();
    conference.meeting = Meeting{.number = 1, .unit = "plenary", .presiding = "chair"};
    const auto order = roll(conference);
    conference.present.insert(order.begin(), order.begin() + present_count);
    put_article_2(conference);
    conference.run = Run{.start = must(start_of_vote(conference, "test")), .unit = "plenary"};
    constexpr Choice in_turn[] = {Choice::yes, Choice::yes, Choice::no, Choice::abstain};
    for (std::size_t n = 0; n < ballot_count; ++n) cast(conference, order[n], in_turn[n % 4]);
    return conference;
}

/// A vote without ballots that has just begun.
Conference begun(Method method) {
    Conference conference = founded();
    conference.meeting = Meeting{.number = 1, .unit = "plenary", .presiding = "chair"};
    const auto order = roll(conference);
    conference.present.insert(order.begin(), order.begin() + present_count);
    put_article_2(conference, method);
    conference.run = Run{.start = must(start_of_vote(conference, "test")), .unit = "plenary"};
    return conference;
}

/// Appended by the secretary, or by the attendant who counted hands.
void append(Conference& conference, const Record& record, const PersonId& person = "clerk") {
    Entry entry{.seq = conference.size, .unit = "plenary", .wall_ms = wall_ms};
    entry.record = record;
    entry.seals = {{.role = conference.persons.at(person).role, .person = person}};
    apply(conference, entry);
}

Conference lot_committed() {
    auto conference = begun(Method::roll_call);
    append(conference, LotCommitted{.run = 1, .commitment = lot_commitment(nonce)});
    return conference;
}

/// By the number 42 and the terminal's.
Conference lot_drawn() {
    auto conference = lot_committed();
    const auto among = may_be_called(conference);
    append(conference, LotDrawn{.run = 1,
                                .way = LotWay::electronic,
                                .first = among[drawn_place(nonce, 42, among.size())],
                                .number = 42,
                                .nonce = std::string(nonce)});
    return conference;
}

/// From the State whose name is longest, with so many answers.
Conference called(std::size_t answers) {
    auto conference = begun(Method::roll_call);
    append(conference, LotDrawn{.run = 1, .first = "GBR"});
    constexpr Answer in_turn[] = {Answer::yes, Answer::none, Answer::no, Answer::abstain};
    for (std::size_t n = 0; n < answers; ++n) {
        const auto calls = calls_to_come(conference);
        if (calls.empty()) break;
        append(conference, must(answer_of(conference, calls.front().delegation, in_turn[n % 4])));
    }
    return conference;
}

Conference counted(std::int64_t second_yes) {
    auto conference = begun(Method::hands);
    append(conference, must(hands_of(conference, 84, 40, 20)));
    append(conference, must(hands_of(conference, second_yes, 40, 20)), "usher");
    return conference;
}

Conference annulled() {
    auto conference = voting();
    append(conference, must(annulment_of_vote(conference, "The equipment failed.")));
    return conference;
}

/// A motion whose vote was taken back twice.
Conference motion_annulled() {
    auto conference = founded();
    conference.meeting = Meeting{.number = 1, .unit = "plenary", .presiding = "chair"};
    const auto order = roll(conference);
    conference.present.insert(order.begin(), order.begin() + present_count);
    append(conference,
           must(question_of_own_motion(conference, "to suspend the meeting", Method::hands)),
           "chair");
    for (const auto* reason : {"The equipment failed.", "There was an error in the procedure."}) {
        append(conference, must(start_of_vote(conference, "test")), "chair");
        append(conference, must(annulment_of_vote(conference, reason)));
    }
    return conference;
}

Conference closed() {
    Conference conference = voting();
    conference.run->phase = RunPhase::closed;
    conference.run->close_entry = EntryRef{.seq = conference.size++};
    conference.run->present_at_close = conference.present;
    return conference;
}

Conference locked() {
    Conference conference = closed();
    conference.run->phase = RunPhase::locked;
    conference.run->lock_entry = EntryRef{.seq = conference.size++};
    return conference;
}

Conference announced() {
    Conference conference = locked();
    apply(conference, {.seq = conference.size,
                       .unit = "plenary",
                       .record = must(announcement_of(conference)).record});
    return conference;
}

AppState state_of(Conference conference) {
    AppState state;
    state.position = {.origin = "placet.example/cah/00112233445566778899aabbccddeeff/desk",
                      .size = conference.size,
                      .root = sha256(bytes_of("a root"))};
    state.verifier_key =
        state.position.origin + "+c74f20a3+AW4ZbKtXKtXUWrJqD9HbjPCzjS9a4vD2+Kc6wM6Iw3qK";
    state.checkpoint_note =
        fmt::format("{}\n{}\n{}\n\n\u2014 {} {}\n", state.position.origin, state.position.size,
                    base64(state.position.root), state.position.origin, std::string(92, 'A'));
    state.health = {.mark_wanted = true, .mark_kept = true};
    if (conference.meeting)
        for (const auto* id : {"chair", "clerk", "usher"})
            state.officers.emplace(conference.persons.at(id).role, conference.persons.at(id));
    state.conference = std::make_shared<const Conference>(std::move(conference));
    return state;
}

AppState on_screen(Conference conference, Screen screen) {
    auto state = state_of(std::move(conference));
    state.screen = screen;
    return state;
}

AppState at_stage(BallotStage stage) {
    auto state = ballot_state();
    state.ballot->stage = stage;
    state.ballot->asked = Choice::no;
    if (stage == BallotStage::recorded || stage == BallotStage::closed)
        state.ballot->recorded =
            RecordedChoice{.choice = Choice::no, .entry = 71, .wall_ms = wall_ms};
    return state;
}

AppState asking_pin(PinPurpose purpose) {
    auto state = voting_state();
    const bool votes = purpose == PinPurpose::cast;
    const auto& person = state.conference->persons.at(votes ? "bol-1" : "chair");
    state.pin =
        PinEntry{.person = person.id,
                 .name = votes ? state.conference->participants.at("BOL").name : person.name,
                 .role = person.role,
                 .purpose = purpose};
    return state;
}

AppState audited() {
    auto state = on_screen(announced(), Screen::ledger);
    // As the audit says it; the longest sentences it has for a good ledger.
    state.audit.levels = {
        {"Storage",
         "The file is a ledger of this format and nothing else, whole by SQLite's own check; its "
         "indexes say what the entries say; 8 attachments are what their hashes say.",
         true, true},
        {"Log",
         "All 69 entries are there, in order and unchanged, under 69 checkpoints signed by this "
         "terminal that extend one another.",
         true, true},
        {"Authority", "All 93 seals are by persons who were entitled to them.", true, true},
        {"Procedure",
         "Every act was allowed by the rules when it was taken. Results counted again from the "
         "ballots, with the same outcome: 1. Voting tables whose text is absent: 1.",
         true, true}};
    state.audit.verdict = "All 69 entries are good.";
    state.audit.good = true;
    return state;
}

/// Roll-call, hands and what was taken back.
template <class Add>
void add_without_ballots(const Add& add) {
    add("lot", on_screen(begun(Method::roll_call), Screen::vote));
    add("lot_committed", on_screen(lot_committed(), Screen::vote)).lot_number_held = true;
    add("lot_lost", on_screen(lot_committed(), Screen::vote));
    auto& pin = add("pin_lot", on_screen(lot_committed(), Screen::vote));
    pin.pin = PinEntry{.person = "clerk",
                       .name = "Secretary of the rehearsal",
                       .role = Role::secretary,
                       .purpose = PinPurpose::lot_by_number,
                       .values = {{"state", "Bolivia (Plurinational State of)"}, {"number", "42"}}};
    add("roll_call_first", on_screen(lot_drawn(), Screen::vote));
    add("roll_call", on_screen(called(0), Screen::vote));
    add("roll_call_given", roll_call_state());
    auto open = called(12);
    open.profile.live_positions_visible = true;
    add("roll_call_figures", on_screen(std::move(open), Screen::vote));
    auto& saving = add("roll_call_saving", roll_call_state());
    const auto calls = calls_to_come(*saving.conference);
    saving.pressed_answer =
        PressedAnswer{.delegation = calls.front().delegation, .answer = Answer::no};
    saving.saving = true;
    add("roll_call_second", on_screen(called(200), Screen::vote));
    add("roll_call_complete", on_screen(called(1000), Screen::vote));
    add("hands", hands_state());
    add("hands_differ", on_screen(counted(85), Screen::vote));
    add("hands_equal", on_screen(counted(84), Screen::vote));
    auto hands = counted(84);
    append(hands, must(close_of_vote(hands)), "chair");
    add("review_hands", on_screen(std::move(hands), Screen::vote));
    add("annul", on_screen(voting(), Screen::annul));
    add("sitting_annulled", state_of(annulled()));
    add("sitting_motion", state_of(motion_annulled()));
    add("vote_annulled", on_screen(annulled(), Screen::vote));
}

}  // namespace

AppState last_called(AppState state, std::int64_t kept_ms) {
    auto conference = std::make_shared<Conference>(*state.conference);
    conference->run->last_call = EntryRef{.seq = conference->size++};
    state.last_call = Silence{.kept_ms = kept_ms, .least_ms = 10'000};
    state.conference = std::move(conference);
    ++state.revision;
    return state;
}

AppState roll_call_state() { return on_screen(called(7), Screen::vote); }

AppState hands_state() {
    auto conference = begun(Method::hands);
    append(conference, must(hands_of(conference, 84, 40, 20)), "usher");
    return on_screen(std::move(conference), Screen::vote);
}

AppState founded_state() { return state_of(founded()); }

AppState voting_state() { return on_screen(voting(), Screen::vote); }

AppState ballot_state() {
    auto state = voting_state();
    state.ballot = BallotDesk{.person = "bol-1", .delegation = "BOL"};
    return state;
}

namespace {

std::vector<DrawnState> make_drawn_states() {
    std::vector<DrawnState> all;
    const auto add = [&](std::string name, AppState state) -> AppState& {
        return all.emplace_back(DrawnState{std::move(name), std::move(state)}).state;
    };
    add("sitting_founded", founded_state());
    {
        Conference conference = voting();
        conference.run.reset();
        add("sitting_question_put", state_of(conference));
        conference.question.reset();
        add("sitting_open", state_of(conference));
        add("presence", on_screen(conference, Screen::presence));
        add("vote_none", on_screen(std::move(conference), Screen::vote));
    }
    add("sitting_announced", state_of(announced()));
    add("sign_in", founded_state()).signing_in = Role::presiding_officer;
    add("pin_cast", asking_pin(PinPurpose::cast));
    add("pin_close", asking_pin(PinPurpose::close));
    auto& wrong = add("pin_wrong", asking_pin(PinPurpose::cast));
    wrong.pin->wrong = true;
    wrong.pin->wait_s = 2;
    wrong.pin->refused = 2;
    wrong.seconds_left = 12;
    add("vote", voting_state());
    add("vote_last_call", last_called(voting_state(), 2'600));
    add("vote_last_called", last_called(voting_state(), 10'000));
    add("ballot", ballot_state());
    auto& change = add("ballot_change", ballot_state());
    change.ballot->recorded =
        RecordedChoice{.choice = Choice::yes, .entry = 71, .wall_ms = wall_ms};
    change.seconds_left = 15;
    add_without_ballots(add);
    add("saving", at_stage(BallotStage::saving));
    add("recorded", at_stage(BallotStage::recorded)).seconds_left = 14;
    add("not_recorded", at_stage(BallotStage::not_recorded));
    add("unknown", at_stage(BallotStage::unknown));
    add("closed", at_stage(BallotStage::closed));
    add("review_closed", on_screen(closed(), Screen::vote));
    add("review_locked", on_screen(locked(), Screen::vote));
    auto& result = add("announcement", on_screen(announced(), Screen::vote));
    result.voting_tables.emplace(result.conference->last_decision()->result->table,
                                 voting_table(locked()));
    add("ledger", audited());
    auto& running = add("ledger_running", on_screen(announced(), Screen::ledger));
    running.audit = {.running = true, .done = 40, .of = 69};
    for (auto& drawn : drawn_consensus_states()) all.push_back(std::move(drawn));
    for (auto& drawn : drawn_article_states()) all.push_back(std::move(drawn));
    for (auto& drawn : drawn_floor_states()) all.push_back(std::move(drawn));
    for (auto& drawn : drawn_election_states()) all.push_back(std::move(drawn));
    for (auto& drawn : drawn_stick_states()) all.push_back(std::move(drawn));
    for (auto& drawn : drawn_unrecorded_states()) all.push_back(std::move(drawn));
    auto& notice = add("notice_grave", voting_state());
    notice.notice = Notice{
        .what = "The record could not be saved, and nobody can say yet whether it was ({detail}).",
        .safe = "Everything that was shown as recorded is safe.",
        .now =
            "Stop the voting. Start this kiosk again: it then says what was recorded. If this "
            "repeats, call the secretariat.",
        .grave = true,
        .values = {{"detail", "disk I/O error"}}};
    notice.health = {.mark_wanted = true, .writing_stopped = true};
    return all;
}

}  // namespace

/// Made once: a roll-call of every State takes its time.
std::vector<DrawnState> all_drawn_states() {
    static const auto made = make_drawn_states();
    return made;
}

}  // namespace placet::tests
