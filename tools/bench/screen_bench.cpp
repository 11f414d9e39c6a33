// Screens: a frame without its rendering, and the time from a PIN to the ballot.
#include "terminal/desk.h"
#include "terminal/opening.h"
#include "terminal/stage.h"
#include "tools/bench/bare_sodium.h"
#include "tools/bench/sample_ledger.h"

#include <fmt/format.h>
#include <condition_variable>
#include <mutex>

namespace placet::bench {
namespace {

using namespace placet::ledger;
using namespace placet::terminal;

struct NoAuditor : Auditor {
    void start() override {}
    AuditView view() const override { return {}; }
};

/// Sleeps until another thread has something for the session.
class Alarm {
public:
    void ring() {
        const std::lock_guard lock(mutex_);
        rung_ = true;
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return rung_; });
        rung_ = false;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool rung_ = false;
};

constexpr std::string_view pin = "246810";

/// A kiosk with a vote under way and one delegate whose key it has.
struct Kiosk {
    std::string badge = {};
    KeyStore keys;
    Alarm alarm = {};
    NoAuditor auditor = {};
    Writer writer;
    Session session;

    Kiosk(Ledger ledger, AppState state, const SampleConference& sample)
        : keys(ledger.conference().charter->nonce),
          writer(std::move(ledger), [this] { alarm.ring(); }),
          session({.writer = writer,
                   .keys = keys,
                   .auditor = auditor,
                   .now_ms = [] { return std::int64_t{0}; },
                   .wake = [this] { alarm.ring(); },
                   .build = "bench"},
                  std::move(state)) {
        const auto person = sample.delegate_of(sample.delegations().front());
        Secret secret(16);
        badge = format_badge(session.state().conference->charter->nonce, person, secret);
        keys.add(person, sample.key_of(person), secret, pin);
    }
};

Result<std::unique_ptr<Kiosk>> make_kiosk(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const auto path = settings.folder / "kiosk.ledger";
    std::filesystem::remove(path);
    if (const auto founded = sample->found(path); !founded) return founded.error();
    auto ledger = Ledger::open(path, SampleConference::terminal_key(), {});
    if (!ledger) return ledger.error();
    const auto to = recorder_of(*ledger);
    auto done = open_meeting(*sample, to);
    if (done) done = start_vote(*sample, to);
    if (!done) return done.error();
    auto state = opening_state(*ledger, false);
    if (!state) return state.error();
    return std::make_unique<Kiosk>(*std::move(ledger), *std::move(state), *sample);
}

/// Milliseconds from the PIN to the first frame with the ballot; the delegate then leaves.
Result<double> ballot_ms(Kiosk& kiosk, Stage& stage, Scene& scene) {
    kiosk.session.handle(PresentBadge{Secret(bytes_of(kiosk.badge))});
    if (!kiosk.session.state().pin) return Error{Fault::refused, "the badge was not taken"};
    const Stopwatch watch;
    kiosk.session.handle(EnterPin{Secret(bytes_of(pin))});
    while (!kiosk.session.state().ballot) {
        kiosk.alarm.wait();
        kiosk.session.poll();
        if (kiosk.session.state().notice)
            return Error{Fault::refused, kiosk.session.state().notice->what};
    }
    stage.frame(scene);
    const double ms = 1000 * watch.seconds();
    kiosk.session.handle(LeaveBallot{});
    return ms;
}

double frame_ms(Stage& stage, Scene& scene) {
    constexpr int frames = 50;
    stage.frame(scene);
    const Stopwatch watch;
    for (int i = 0; i < frames; ++i) stage.frame(scene);
    return 1000 * watch.seconds() / frames;
}

/// The state has changed, so that what is shown of every State is made again.
double anew_ms(Kiosk& kiosk, Stage& stage, Scene& scene) {
    constexpr int frames = 50;
    const Stopwatch watch;
    for (int i = 0; i < frames; ++i) {
        kiosk.session.handle(OpenScreen{Screen::presence});
        stage.frame(scene);
    }
    return 1000 * watch.seconds() / frames;
}

Result<Rows> measure_screens(const Settings& settings) {
    auto kiosk = make_kiosk(settings);
    if (!kiosk) return kiosk.error();
    auto stage = Stage::open(1920, 1080);
    if (!stage) return stage.error();
    Desk desk((*kiosk)->session, Phrases());
    Row frame{.name = "a frame of the vote screen without rendering, 1080p",
              .unit = "ms",
              .goal = Goal{Better::lower, 1, 0.4}};
    Row anew{.name = "the presence of every State made anew and drawn without rendering, 1080p",
             .unit = "ms",
             .goal = Goal{Better::lower, 16, 2}};
    Row ballot{.name = "PIN to ballot on screen, beyond Argon2id",
               .unit = "ms",
               .goal = Goal{Better::lower, 200, 50}};
    (*kiosk)->session.handle(OpenScreen{Screen::vote});
    for (int i = 0; i < settings.rounds; ++i) {
        frame.ours.values.push_back(frame_ms(**stage, desk));
        anew.ours.values.push_back(anew_ms(**kiosk, **stage, desk));
        (*kiosk)->session.handle(OpenScreen{Screen::vote});
        const auto ms = ballot_ms(**kiosk, **stage, desk);
        if (!ms) return ms.error();
        const Stopwatch bare;
        derive_keys_bare(1, 1);
        ballot.ours.values.push_back(*ms - 1000 * bare.seconds());
        (*kiosk)->session.handle(OpenScreen{Screen::vote});
    }
    return Rows{frame, anew, ballot};
}

}  // namespace

Benchmark screens_benchmark() {
    return {"screens", "a frame, and from a PIN to the ballot", measure_screens};
}

}  // namespace placet::bench
