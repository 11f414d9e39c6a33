#include "tests/support/kiosk.h"

#include "ledger/acts.h"
#include "terminal/opening.h"
#include "tests/support/results.h"

#include <algorithm>
#include <chrono>
#include <future>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

constexpr std::string_view nonce = "00112233445566778899aabbccddeeff";  // of ConferenceBuilder
constexpr std::int64_t wall_ms = 1'764'000'127'000;                     // 2025-11-24 16:02:07 UTC

Secret badge_secret(const std::string& person) {
    const auto hash = sha256(bytes_of("badge of " + person));
    return Secret(BytesView{hash}.first(16));
}

Secret secret_of(std::string_view text) { return Secret(bytes_of(text)); }

/// Argon2id is slow on purpose, so every person's key is encrypted once per run.
const std::string& encrypted_key(const std::string& person) {
    static std::map<std::string, std::string> encrypted;
    auto& text = encrypted[person];
    if (text.empty())
        text = encrypt_key(key_from_label(person),
                           passphrase_of(badge_secret(person), Kiosk::pin).bytes(),
                           KeyCost::interactive);
    return text;
}

}  // namespace

Result<SigningKey> open_at_no_cost(const Badge& badge, std::string_view digits) {
    const auto secret = badge_secret(badge.person);
    if (digits != Kiosk::pin || !std::ranges::equal(badge.secret.bytes(), secret.bytes()))
        return Error{Fault::unverified, "wrong PIN or wrong badge"};
    return key_from_label(badge.person);
}

Kiosk::Kiosk(std::vector<std::string> participants, const std::filesystem::path& under,
             OpenKey open_key, RuleProfile rules)
    : folder_(under),
      builder_(std::move(participants), std::move(rules)),
      keys_(std::string(nonce)),
      open_key_(std::move(open_key)) {
    std::vector<std::string> persons = {"chair", "clerk", "usher"};
    for (const auto& id : builder_.participants()) persons.push_back(id + "-1");
    for (const auto& person : persons)
        keys_.add(person, open_key_ ? std::string() : encrypted_key(person));
    std::filesystem::create_directory(texts());
    auto founded =
        value_of(Ledger::found(file(), builder_.charter(), ConferenceBuilder::origin(),
                               builder_.terminal_key(), {.clock = [] { return wall_ms; }}));
    for (const auto& draft : builder_.founding(founded.conference().charter_leaf))
        append(founded, draft);
    open(std::move(founded));
}

void Kiosk::open(Ledger ledger) {
    auto initial = value_of(opening_state(ledger, false));
    const auto wake = [this] {
        const std::lock_guard lock(mutex_);
        ++wakes_;
        woken_.notify_all();
    };
    writer_.emplace(std::move(ledger), wake);
    sticks_.wakes(wake);
    copier_.emplace(StickCopier::Parts{.writer = *writer_,
                                       .sticks = sticks_,
                                       .backups = folder_.path(),
                                       .clock = [] { return wall_ms; },
                                       .wake = wake});
    texts_.emplace(texts(), wake);
    session_.emplace(Session::Parts{.writer = *writer_,
                                    .keys = keys_,
                                    .auditor = auditor_,
                                    .now_ms = [this] { return now_ms_; },
                                    .wake = wake,
                                    .build = "test",
                                    .printer = &printer_,
                                    .copier = &*copier_,
                                    .open_key = open_key_,
                                    .texts = &*texts_},
                     std::move(initial));
}

void Kiosk::stop() {
    session_.reset();
    texts_.reset();
    copier_.reset();
    writer_.reset();
}

void Kiosk::restart() {
    stop();
    open(
        value_of(Ledger::open(file(), builder_.terminal_key(), {.clock = [] { return wall_ms; }})));
}

std::string Kiosk::badge(const std::string& person) {
    return format_badge(nonce, person, badge_secret(person));
}

void Kiosk::present(const std::string& person) { handle(PresentBadge{secret_of(badge(person))}); }

void Kiosk::enter(std::string_view digits) {
    handle(EnterPin{secret_of(digits)});
    settle();
}

void Kiosk::identify(const std::string& person) {
    present(person);
    REQUIRE(state().pin);
    enter(pin);
    REQUIRE_FALSE(state().pin);
}

void Kiosk::sign_in_officers() {
    identify("chair");
    identify("clerk");
}

void Kiosk::accredit(const std::string& person, Role role) {
    keys_.add(person, open_key_ ? std::string() : encrypted_key(person));
    const Accreditation accreditation{
        {{.id = person, .name = person, .role = role, .key = key_from_label(person).public_key()}}};
    writer_->append(builder_.sealed(conference(), accreditation));
    until([&] { return conference().person(person) != nullptr; });
}

void Kiosk::open_meeting() {
    sign_in_officers();
    act(OpenMeeting{});
    act(NotePresence{.arrived = builder_.participants()});
}

void Kiosk::start_vote(Method method) {
    open_meeting();
    writer_->append(builder_.sealed(
        conference(), value_of(question_of_adopting(conference(), "article-2", method))));
    until([this] { return conference().question.has_value(); });
    act(StartVote{});
    REQUIRE(conference().voting_open());
}

void Kiosk::cast(const std::string& delegation, Choice choice) {
    handle(LeaveBallot{});  // of the delegate before
    identify(delegation + "-1");
    handle(terminal::CastBallot{choice});
    settle();
}

void Kiosk::enter_both_pins() {
    enter(pin);
    REQUIRE(state().pin);
    enter(pin);
}

void Kiosk::act(const Intent& intent) {
    handle(intent);
    settle();
    REQUIRE_FALSE(state().notice);
}

void Kiosk::refuses(const Intent& intent, const std::string& words) {
    const auto size = state().position.size;
    handle(intent);
    settle();
    REQUIRE(state().notice);
    CHECK_THAT(state().notice->what, Catch::Matchers::Contains(words));
    CHECK(state().position.size == size);
    CHECK_FALSE(state().pin);
    handle(DismissNotice{});
}

void Kiosk::until(const std::function<bool()>& condition) {
    for (;;) {
        std::size_t seen = 0;
        {
            const std::lock_guard lock(mutex_);
            seen = wakes_;
        }
        session_->poll();
        if (condition()) return;
        std::unique_lock lock(mutex_);
        if (!woken_.wait_for(lock, std::chrono::seconds(20), [&] { return wakes_ != seen; }))
            FAIL("the session was never woken");
    }
}

void Kiosk::settle() {
    until([this] {
        return !state().saving && !(state().pin && state().pin->checking) && !state().texts.reading;
    });
}

void Kiosk::settle_copy() {
    until([this] { return !state().copy.busy(); });
}

void Kiosk::rest() {
    settle();
    std::promise<void> reached;
    writer_->run([&](Ledger&) { reached.set_value(); });
    reached.get_future().wait();
    settle();
}

void Kiosk::advance(std::int64_t ms) {
    now_ms_ += ms;
    session_->poll();
}

}  // namespace placet::tests
