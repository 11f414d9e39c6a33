#include "terminal/session.h"

#include "ledger/acts.h"
#include "ledger/procedure/permission.h"
#include "terminal/drafting.h"
#include "terminal/notices.h"
#include "terminal/text_records.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

static_assert(pin_length == pin_digits);

namespace {

constexpr std::int64_t second_ms = 1'000, silence_step_ms = 100;

/// As a person counts them down: begun seconds are whole.
std::int64_t seconds_of(std::int64_t left_ms) { return (left_ms + second_ms - 1) / second_ms; }

/// Until that count is another.
std::int64_t to_next_second(std::int64_t left_ms) {
    return std::max<std::int64_t>(1, (left_ms - 1) % second_ms + 1);
}

template <class T>
constexpr bool records = false;
template <>
constexpr bool records<OpenMeeting> = true;
template <>
constexpr bool records<SuspendMeeting> = true;
template <>
constexpr bool records<ResumeMeeting> = true;
template <>
constexpr bool records<CloseMeeting> = true;
template <>
constexpr bool records<TakeChair> = true;
template <>
constexpr bool records<ProposeAdoption> = true;
template <>
constexpr bool records<Gavel> = true;
template <>
constexpr bool records<ConfirmConsensus> = true;
template <>
constexpr bool records<SetProposalAside> = true;
template <>
constexpr bool records<Object> = true;
template <>
constexpr bool records<WithdrawObjection> = true;
template <>
constexpr bool records<AttachStatement> = true;
template <>
constexpr bool records<NoteCorrection> = true;
template <>
constexpr bool records<RuleLateFlag> = true;
template <>
constexpr bool records<NotePresence> = true;
template <>
constexpr bool records<PutQuestion> = true;
template <>
constexpr bool records<StartVote> = true;
template <>
constexpr bool records<terminal::CastBallot> = true;
template <>
constexpr bool records<CloseVote> = true;
template <>
constexpr bool records<LockVote> = true;
template <>
constexpr bool records<AnnounceResult> = true;
template <>
constexpr bool records<CommitLot> = true;
template <>
constexpr bool records<DrawLotByHand> = true;
template <>
constexpr bool records<DrawLotByNumber> = true;
template <>
constexpr bool records<NoteAnswer> = true;
template <>
constexpr bool records<EnterHands> = true;
template <>
constexpr bool records<AnnulVote> = true;
template <>
constexpr bool records<NoteRecord> = true;

OpenKey way_to_open(const Session::Parts& parts) {
    if (parts.open_key) return parts.open_key;
    return [&keys = parts.keys](const Badge& badge, std::string_view pin) {
        return keys.open(badge, pin);
    };
}

}  // namespace

Session::Session(Parts parts, AppState initial)
    : parts_(std::move(parts)),
      state_(std::move(initial)),
      tables_(parts_.writer, parts_.wake),
      opening_(way_to_open(parts_), parts_.wake) {
    watch_pauses({});
    watch_sticks();
    watch_texts();
    touched();
    count_pauses();
}

Session::~Session() = default;

void Session::handle(const Intent& intent) {
    touched();
    ++state_.revision;
    std::visit(
        [this]<class T>(const T& what) {
            if (records<T> && (awaited_ || state_.health.writing_stopped)) return;
            on(what);
        },
        intent);
}

void Session::touched() {
    last_touch_ms_ = parts_.now_ms();
    count_down();
}

// ---- moving about

void Session::on(const OpenScreen& intent) {
    leave();
    state_.screen = intent.screen;
    state_.about = intent.about;
    if (from_the_folder(state_.screen) && parts_.texts != nullptr && state_.conference->charter)
        parts_.texts->read(state_.conference->charter->languages);
    watch_texts();
    watch_tables();
}

void Session::on(const Cancel&) { leave(); }
void Session::on(const LeaveBallot&) { leave(); }

/// Forgets keys, badge and everything not confirmed. What is being opened or saved is waited for.
void Session::leave() {
    if (state_.pin && state_.pin->checking) return;
    if (state_.ballot && state_.ballot->stage == BallotStage::saving) return;
    state_.signing_in.reset();
    state_.pin.reset();
    state_.ballot.reset();
    state_.delegation.reset();
    pending_.reset();
    badge_.reset();
    delegate_key_.reset();
}

void Session::on(const DismissNotice&) {
    if (state_.notice && !state_.notice->grave) state_.notice.reset();
}

void Session::on(const RunAudit&) { parts_.auditor.start(); }

// ---- the ledger's answers

void Session::append(Draft draft, std::string table, std::vector<Bytes> texts) {
    auto attachments = std::move(texts);
    if (!table.empty()) attachments.emplace_back(table.begin(), table.end());
    awaited_ = parts_.writer.append(std::move(draft), std::move(attachments));
    if (state_.delegation) state_.delegation->awaited = awaited_;
    table_ = std::move(table);
    state_.saving = true;
}

/// Wrong PINs are the terminal's own entries: beside the person's acts, and never between the close
/// of a vote and its announcement, where nothing else may stand.
void Session::record_wrong_pins() {
    const bool closed = state_.conference->vote_under_way() && !state_.conference->voting_open();
    if (awaited_ || closed || state_.health.writing_stopped) return;
    for (auto& person : std::exchange(wrong_pins_, {})) {
        auto draft = draft_of(PinRefused{.person = person}, conference_unit);
        if (!draft) return refuse(draft.error());
        wrong_pins_sent_.emplace(parts_.writer.append(std::move(*draft)), std::move(person));
    }
}

void Session::take(const Written& written) {
    const auto before = std::exchange(state_.conference, written.conference);
    watch_pauses(*before);
    // The floor starts the vote on what was put from there.
    const bool on_the_floor = state_.screen == Screen::floor || state_.screen == Screen::ruling;
    if (!before->question && state_.conference->question && !on_the_floor)
        state_.screen = Screen::sitting;
    else if (before->consensus.has_value() != state_.conference->consensus.has_value())
        state_.screen = Screen::vote;
    state_.position = written.position;
    state_.checkpoint_note = written.checkpoint_note;
    state_.health.mark_kept = written.marked;
    print(written);
    const auto& run = state_.conference->run;
    const bool moved = run && (!before->run || before->run->start.run != run->start.run ||
                               before->run->phase != run->phase);
    if (moved) follow(run->phase);
    watch_lot();
    watch_positions(*before);

    if (const auto sent = wrong_pins_sent_.extract(written.ticket)) {
        if (written.result) return;
        wrong_pins_.push_back(sent.mapped());  // the voting was closed before it: it waits
        if (outcome_unknown(written.result.error().fault)) refuse(written.result.error());
        return;
    }
    if (!awaited_ || *awaited_ != written.ticket) return;
    awaited_.reset();
    state_.saving = false;
    if (written.result && !table_.empty())
        state_.voting_tables.insert_or_assign(sha256(bytes_of(table_)), std::move(table_));
    if (state_.ballot && state_.ballot->stage == BallotStage::saving)
        return ballot_written(written.result);
    if (state_.pressed_answer) return answer_written(written.result);
    const bool closing = std::exchange(closing_, false);
    if (!written.result) return refuse(written.result.error());
    if (closing) return on(CloseVote{});
    show_recorded_text(state_, written.result->entry.leaf);
    if (state_.delegation && state_.delegation->awaited == written.ticket)
        state_.delegation->recorded = written.result->entry.seq;
}

/// The screen goes with the vote.
void Session::follow(RunPhase phase) {
    if (phase == RunPhase::annulled) {
        leave();
        state_.screen = Screen::sitting;
        return;
    }
    if (phase == RunPhase::voting || state_.screen == Screen::sitting) state_.screen = Screen::vote;
    if (phase != RunPhase::voting) end_ballot();
}

void Session::refuse(const Error& error) {
    if (state_.notice && state_.notice->grave) return;
    state_.notice = notice_of(error);
    state_.health.writing_stopped = state_.notice->grave;
}

/// Of a decision there is paper, if somebody prints.
void Session::print(const Written& written) const {
    if (parts_.printer == nullptr || !written.result) return;
    if (written.conference->decision_of_entry(written.result->entry.leaf) != nullptr)
        parts_.printer->print(written.conference, written.checkpoint_note);
}

void Session::tell_of_paper() {
    if (parts_.printer == nullptr) return;
    const auto trouble = parts_.printer->take_trouble();
    if (!trouble || (state_.notice && state_.notice->grave)) return;
    state_.notice = notice_of_paper(*trouble);
    ++state_.revision;
}

// ---- time

void Session::poll() {
    for (const auto& written : parts_.writer.take()) {
        take(written);
        ++state_.revision;
    }
    if (state_.pin && state_.pin->checking)
        if (auto key = opening_.take()) {
            pin_opened(std::move(*key));
            ++state_.revision;
        }
    next_name();
    record_wrong_pins();
    tell_of_paper();
    watch_sticks();
    watch_texts();
    watch_tables();
    if (auto audit = parts_.auditor.view(); audit != state_.audit) {
        state_.audit = std::move(audit);
        ++state_.revision;
    }
    count_down();
    count_pauses();
}

/// Before the kiosk resets itself; nothing while nobody is expected to act.
std::optional<std::int64_t> Session::time_left_ms() const {
    const auto left = [this](std::int64_t limit) {
        return limit - (parts_.now_ms() - last_touch_ms_);
    };
    if (state_.pin) {
        if (state_.pin->checking) return std::nullopt;
        return left(idle_limit_ms + warning_ms);
    }
    if (state_.signing_in) return left(idle_limit_ms + warning_ms);
    if (state_.delegation && !state_.delegation->person.empty())
        return left(idle_limit_ms + warning_ms);
    if (!state_.ballot || state_.ballot->stage == BallotStage::saving) return std::nullopt;
    const bool choosing = state_.ballot->stage == BallotStage::choosing;
    return left(choosing ? idle_limit_ms + warning_ms : recorded_limit_ms);
}

/// Until the PIN that is asked for is taken.
std::int64_t Session::pin_wait_ms() const {
    return state_.pin ? pin_waits_.left_ms(state_.pin->person, parts_.now_ms()) : 0;
}

void Session::count_down() {
    if (const auto wait = seconds_of(pin_wait_ms()); state_.pin && wait != state_.pin->wait_s) {
        state_.pin->wait_s = wait;
        ++state_.revision;
    }
    const auto left = time_left_ms();
    if (left && *left <= 0) {
        leave();
        ++state_.revision;
    }
    std::optional<std::int64_t> shown;
    if (left && *left > 0 && *left <= warning_ms) shown = seconds_of(*left);
    if (shown == state_.seconds_left) return;
    state_.seconds_left = shown;
    ++state_.revision;
}

std::optional<std::int64_t> Session::due_in_ms() const {
    // The silence, and the time after the last call, are seen to pass.
    const bool silent = (state_.silence && !state_.silence->over()) ||
                        (state_.last_call && !state_.last_call->over());
    const auto silence_due = silent ? std::optional(silence_step_ms) : std::nullopt;
    const auto left = time_left_ms();
    if (!left) return silent ? silence_due : name_due_in_ms();
    auto due = *left > warning_ms ? *left - warning_ms : to_next_second(*left);
    if (const auto wait = pin_wait_ms(); wait > 0) due = std::min(due, to_next_second(wait));
    return std::min(due, silence_due.value_or(due));
}

}  // namespace placet::terminal
