#include "terminal/session.h"

#include "ledger/acts.h"
#include "ledger/procedure/permission.h"

#include <algorithm>
#include <fmt/format.h>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::int64_t idle_limit_ms = 30'000;      // a delegate who walks away before confirming
constexpr std::int64_t recorded_limit_ms = 12'000;  // long enough to read "Recorded"
constexpr std::int64_t tick_ms = 1'000;

Notice notice_of(const Error& error) {
    switch (error.fault) {
        case Fault::storage:
        case Fault::full:
            return {.what = "The record could not be saved: " + error.detail,
                    .safe = "Everything that was shown as recorded is safe. What was just asked is "
                            "NOT shown as recorded.",
                    .now = "Stop. Do not switch off. Call the secretariat: this kiosk must be "
                           "restarted, and will then say whether it was recorded.",
                    .grave = true};
        case Fault::corrupt:
        case Fault::forked:
            return {.what = "The ledger does not agree with itself: " + error.detail,
                    .safe = "Nothing more is written, so nothing that stands there changes.",
                    .now = "Stop the voting on this kiosk. Call the secretariat.",
                    .grave = true};
        default:
            return {.what = error.detail,
                    .safe = "Nothing was recorded by this press. All that was recorded before stands.",
                    .now = {}};
    }
}

}  // namespace

struct Session::Officer {
    Person person;
    Badge badge;
    SigningKey key;
};

/// A draft that still wants officers' seals, each after a PIN.
struct Session::PendingSeal {
    Draft draft = {};
    Bytes attachment = {};
    std::vector<Role> wanted = {};
    std::string reason = {};
};

Session::Session(Parts parts, AppState initial)
    : parts_(std::move(parts)), state_(std::move(initial)) {
    touch();
}

Session::~Session() = default;

void Session::handle(const Intent& intent) {
    touch();
    std::visit([this](const auto& what) { on(what); }, intent);
}

// ---- moving about ------------------------------------------------------------------------------

void Session::on(const OpenScreen& intent) {
    if (state_.pin && state_.pin->checking) return;
    leave_ballot();
    state_.pin.reset();
    state_.signing_in.reset();
    pending_.reset();
    state_.screen = intent.screen;
}

void Session::on(const Cancel&) {
    if (state_.pin && state_.pin->checking) return;
    state_.signing_in.reset();
    state_.pin.reset();
    pending_.reset();
    badge_.reset();
    if (state_.ballot && state_.ballot->stage == BallotStage::saving) return;
    leave_ballot();
}

void Session::on(const DismissNotice&) {
    if (state_.notice && !state_.notice->grave) state_.notice.reset();
}

void Session::on(const RunAudit&) { parts_.auditor.start(); }

// ---- badges and PINs -----------------------------------------------------------------------------

void Session::on(const SignIn& intent) { state_.signing_in = intent.role; }

void Session::on(const SignOut& intent) {
    officers_.erase(intent.role);
    state_.officers.erase(intent.role);
}

void Session::on(const PresentBadge& intent) {
    if (state_.pin || state_.ballot || !state_.conference->charter) return;
    auto badge = parse_badge(intent.badge, state_.conference->charter->nonce);
    if (!badge) return refuse(badge.error());
    const auto* person = state_.conference->person(badge->person);
    if (person == nullptr)
        return refuse({Fault::refused,
                       "This badge is not accredited at this conference. Ask the secretariat."});
    if (!parts_.keys.holds(person->id))
        return refuse({Fault::absent,
                       "This kiosk does not serve this badge. Vote at the desk, or ask the "
                       "secretariat."});
    if (person->role != Role::delegate) {
        if (state_.signing_in && *state_.signing_in != person->role)
            return refuse({Fault::refused, "This is the badge of another officer."});
        badge_ = std::move(*badge);
        return ask_pin(PinPurpose::sign_in, *person, "to sign in");
    }
    if (const auto allowed = may_cast(*state_.conference, person->participant); !allowed)
        return refuse(allowed.error());
    badge_ = std::move(*badge);
    ask_pin(PinPurpose::cast, *person, "to vote");
}

void Session::ask_pin(PinPurpose purpose, const Person& person, std::string reason) {
    purpose_ = purpose;
    const auto refused = state_.conference->pins_refused.find(person.id);
    const auto* participant =
        person.role == Role::delegate
            ? &state_.conference->participants.find(person.participant)->second
            : nullptr;
    state_.pin = PinEntry{
        .person = person.id,
        .name = participant != nullptr ? participant->name : person.name,
        .role = person.role,
        .refused = refused == state_.conference->pins_refused.end() ? 0 : refused->second,
        .reason = std::move(reason)};
}

void Session::on(const EnterPin& intent) {
    if (!state_.pin || state_.pin->checking || !is_pin(intent.digits)) return;
    const Badge* badge = badge_ ? &*badge_ : nullptr;
    if (purpose_ == PinPurpose::seal) badge = &officers_.at(state_.pin->role)->badge;
    if (badge == nullptr) return;
    state_.pin->checking = true;
    // Argon2id takes a tenth of a second: beside the frame, not in it.
    opening_ = std::async(std::launch::async,
                          [keys = &parts_.keys, wake = parts_.wake,
                           opened = Badge{badge->person, Secret(badge->secret.bytes())},
                           pin = Secret(bytes_of(intent.digits))]() mutable {
                              const auto digits = pin.bytes();
                              auto key = keys->open(
                                  opened, {reinterpret_cast<const char*>(digits.data()),
                                           digits.size()});
                              wake();
                              return key;
                          });
}

void Session::pin_opened(Result<SigningKey> key) {
    const PinEntry pin = *state_.pin;
    if (!key) {
        state_.pin->checking = false;
        if (key.error().fault != Fault::unverified) return refuse(key.error());
        state_.pin->refused += 1;
        auto draft = draft_of(PinRefused{.person = pin.person}, conference_unit);
        if (draft) append(std::move(*draft));
        return;
    }
    state_.pin.reset();
    switch (purpose_) {
        case PinPurpose::sign_in: {
            const auto* person = state_.conference->person(pin.person);
            officers_[person->role] = std::make_unique<Officer>(
                Officer{*person, std::move(*badge_), std::move(*key)});
            state_.officers[person->role] = *person;
            state_.signing_in.reset();
            badge_.reset();
            return;
        }
        case PinPurpose::cast: {
            badge_.reset();
            delegate_key_ = std::move(*key);
            const auto* person = state_.conference->person(pin.person);
            BallotDesk desk{.person = person->id, .delegation = person->participant};
            if (state_.conference->run)
                desk.current = state_.conference->run->position(desk.delegation).counted();
            state_.ballot = desk;
            state_.screen = Screen::vote;
            return touch();
        }
        case PinPurpose::seal:
            seal_draft(pending_->draft, state_.conference->charter_leaf, pin.role, pin.person, *key);
            pending_->wanted.erase(pending_->wanted.begin());
            return next_seal();
    }
}

// ---- the delegate's ballot -----------------------------------------------------------------------

void Session::on(const CastBallot& intent) {
    if (!state_.ballot || state_.ballot->stage != BallotStage::choosing || state_.saving) return;
    auto ballot = ballot_of(*state_.conference, state_.ballot->delegation, intent.choice);
    if (!ballot) return refuse(ballot.error());
    auto draft = draft_of(*ballot, state_.conference->run->unit);
    if (!draft) return refuse(draft.error());
    seal_draft(*draft, state_.conference->charter_leaf, Role::delegate, state_.ballot->person,
               *delegate_key_);
    state_.ballot->choice = intent.choice;
    state_.ballot->stage = BallotStage::saving;
    append(std::move(*draft));
}

void Session::ballot_written(const Written& written) {
    auto& desk = *state_.ballot;
    if (!written.result) {
        desk.stage = BallotStage::not_recorded;
        return refuse(written.result.error());
    }
    desk.stage = BallotStage::recorded;
    desk.entry = written.result->entry.seq;
    desk.recorded_wall_ms = written.result->entry.wall_ms;
}

void Session::on(const LeaveBallot&) { leave_ballot(); }

void Session::leave_ballot() {
    if (state_.ballot && state_.ballot->stage == BallotStage::saving) return;
    state_.ballot.reset();
    delegate_key_.reset();
    badge_.reset();
}

// ---- the officers' acts --------------------------------------------------------------------------

void Session::on(const OpenMeeting&) {
    const auto chair = state_.officers.find(Role::presiding_officer);
    if (chair == state_.officers.end())
        return refuse({Fault::refused, "The presiding officer signs in first, with badge and PIN."});
    append_as(Role::presiding_officer, next_meeting(*state_.conference, chair->second.id));
}

void Session::on(const NotePresence& intent) {
    if (!state_.conference->meeting)
        return refuse({Fault::refused, "No meeting is open. Open the meeting first."});
    PresenceNoted noted{.meeting = state_.conference->meeting->number};
    (intent.present ? noted.arrived : noted.left).push_back(intent.participant);
    for (const Role role : {Role::attendant, Role::secretary, Role::presiding_officer})
        if (officers_.contains(role)) return append_as(role, noted);
    refuse({Fault::refused, "An attendant, the secretary or the presiding officer signs in first."});
}

void Session::on(const PutQuestion& intent) {
    auto question = question_of_adopting(*state_.conference, intent.text_unit);
    if (!question) return refuse(question.error());
    append_as(Role::presiding_officer, *question);
}

void Session::on(const StartVote&) {
    auto start = start_of_vote(*state_.conference, parts_.build);
    if (!start) return refuse(start.error());
    append_as(Role::presiding_officer, *start);
}

void Session::on(const CloseVote&) {
    auto close = close_of_vote(*state_.conference);
    if (!close) return refuse(close.error());
    append_as(Role::presiding_officer, *close);
}

void Session::on(const LockVote&) {
    if (const auto allowed = may_lock(*state_.conference); !allowed) return refuse(allowed.error());
    auto lock = lock_of_vote(*state_.conference, state_.position);
    if (!lock) return refuse(lock.error());
    auto draft = draft_of(*lock, state_.conference->run->unit);
    if (!draft) return refuse(draft.error());
    pending_ = std::make_unique<PendingSeal>(
        PendingSeal{.draft = std::move(*draft),
                    .wanted = {Role::presiding_officer, Role::secretary},
                    .reason = "to lock the vote"});
    next_seal();
}

void Session::on(const AnnounceResult&) {
    if (const auto allowed = may_announce(*state_.conference); !allowed)
        return refuse(allowed.error());
    auto announcement = announcement_of(*state_.conference);
    if (!announcement) return refuse(announcement.error());
    auto draft = draft_of(announcement->record, state_.conference->run->unit);
    if (!draft) return refuse(draft.error());
    const auto table = bytes_of(announcement->table);
    pending_ = std::make_unique<PendingSeal>(
        PendingSeal{.draft = std::move(*draft),
                    .attachment = Bytes(table.begin(), table.end()),
                    .wanted = {Role::presiding_officer, Role::secretary},
                    .reason = "to announce the result"});
    next_seal();
}

void Session::next_seal() {
    if (pending_->wanted.empty()) {
        append(std::move(pending_->draft), std::move(pending_->attachment));
        pending_.reset();
        return;
    }
    const auto officer = officers_.find(pending_->wanted.front());
    if (officer == officers_.end()) {
        const bool chair = pending_->wanted.front() == Role::presiding_officer;
        pending_.reset();
        return refuse({Fault::refused, fmt::format("The {} signs in first, with badge and PIN.",
                                                   chair ? "presiding officer" : "secretary")});
    }
    ask_pin(PinPurpose::seal, officer->second->person, pending_->reason);
}

void Session::append_as(Role role, const Record& record) {
    const auto officer = officers_.find(role);
    if (officer == officers_.end())
        return refuse({Fault::refused, "The presiding officer signs in first, with badge and PIN."});
    const auto& unit = state_.conference->meeting ? state_.conference->meeting->unit
                                                  : state_.conference->charter->units.front().id;
    auto draft = draft_of(record, unit);
    if (!draft) return refuse(draft.error());
    seal_draft(*draft, state_.conference->charter_leaf, role, officer->second->person.id,
               officer->second->key);
    append(std::move(*draft));
}

// ---- the ledger's answers ------------------------------------------------------------------------

void Session::append(Draft draft, Bytes attachment) {
    if (state_.health.writing_stopped || awaited_) return;
    awaited_ = parts_.writer.append(std::move(draft), std::move(attachment));
    state_.saving = true;
}

void Session::take(const Written& written) {
    state_.conference = written.conference;
    state_.position = written.position;
    state_.checkpoint_note = written.checkpoint_note;
    state_.health.entries = written.position.size;
    if (!awaited_ || *awaited_ != written.ticket) return;
    awaited_.reset();
    state_.saving = false;
    if (state_.ballot && state_.ballot->stage == BallotStage::saving) return ballot_written(written);
    if (!written.result) return refuse(written.result.error());
    state_.notice.reset();
    const auto& run = state_.conference->run;
    if (!run) return;
    switch (run->phase) {  // the screen follows the vote
        case RunPhase::voting: state_.screen = Screen::vote; break;
        case RunPhase::closed:
        case RunPhase::locked: state_.screen = Screen::review; break;
        case RunPhase::announced:
            if (state_.screen == Screen::review) state_.screen = Screen::announcement;
            break;
    }
}

void Session::poll() {
    for (const auto& written : parts_.writer.take()) take(written);
    if (opening_.valid() && opening_.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        pin_opened(opening_.get());
    state_.audit = parts_.auditor.view();
    count_down();
}

void Session::count_down() {
    const bool waiting = state_.ballot && state_.ballot->stage != BallotStage::saving;
    const bool asking = state_.pin && state_.pin->role == Role::delegate && !state_.pin->checking;
    if (!waiting && !asking) return;
    const auto limit = waiting && state_.ballot->stage == BallotStage::recorded ? recorded_limit_ms
                                                                                : idle_limit_ms;
    const auto left = limit - (parts_.now_ms() - last_touch_ms_);
    if (left <= 0) {
        state_.pin.reset();
        return leave_ballot();
    }
    if (state_.ballot) state_.ballot->seconds_left = (left + tick_ms - 1) / tick_ms;
}

std::optional<std::int64_t> Session::deadline_ms() const {
    if (!state_.ballot && !(state_.pin && state_.pin->role == Role::delegate)) return std::nullopt;
    const auto now = parts_.now_ms();
    return now + tick_ms - (now - last_touch_ms_) % tick_ms;
}

void Session::refuse(const Error& error) {
    state_.notice = notice_of(error);
    if (state_.notice->grave) state_.health.writing_stopped = true;
}

}  // namespace placet::terminal
