#include "terminal/stick_copier.h"

#include "ledger/exchange/folder_carrier.h"
#include "terminal/ledger_backup.h"
#include "terminal/notices.h"
#include "terminal/recorded_carrier.h"

#include <algorithm>
#include <future>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::uint64_t taken_in_at_most = 256U << 20U;  // bytes read from one stick

/// The one name that is reached on a stick leads nowhere else.
Result<Done> may_be_written(const Stick& stick) {
    if (stick.read_only)
        return Error{Fault::refused, "it can only be read. Move the lock on its side."};
    std::error_code none;
    const auto status = std::filesystem::symlink_status(directory_on(stick), none);
    if (std::filesystem::exists(status) && !std::filesystem::is_directory(status))
        return Error{Fault::refused, "something else is called “placet” on it."};
    return Done{};
}

const ImportedFeed* fork_in(const ImportReport& report) {
    const auto forked = std::ranges::find_if(report.feeds, [](const ImportedFeed& feed) {
        return feed.arrival == ImportedFeed::Arrival::forked ||
               feed.arrival == ImportedFeed::Arrival::frozen;
    });
    return forked == report.feeds.end() ? nullptr : &*forked;
}

bool brings_something(const ImportReport& report) {
    return report.attachments > 0 ||
           std::ranges::any_of(report.feeds, [](const ImportedFeed& feed) {
               return feed.cosignatures > 0 || feed.arrival == ImportedFeed::Arrival::taken_in ||
                      feed.arrival == ImportedFeed::Arrival::forked;
           });
}

}  // namespace

StickCopier::~StickCopier() {
    stopping_ = true;
    if (thread_.joinable()) thread_.join();
}

CopyView StickCopier::view() const {
    const std::lock_guard lock(mutex_);
    return view_;
}

void StickCopier::change(const std::function<void(CopyView&)>& how) {
    {
        const std::lock_guard lock(mutex_);
        how(view_);
    }
    parts_.wake();
}

bool StickCopier::is_in(const Stick& stick) const {
    const auto in = parts_.sticks.in();
    return std::ranges::find(in, stick.id, &Stick::id) != in.end();
}

void StickCopier::copy_to(std::uint64_t stick) {
    begin(stick, CopyStage::copying, &StickCopier::copy);
}

void StickCopier::take_in_from(std::uint64_t stick) {
    begin(stick, CopyStage::taking_in, &StickCopier::take_in);
}

void StickCopier::begin(std::uint64_t id, CopyStage stage, Work work) {
    if (view().busy()) return;
    if (thread_.joinable()) thread_.join();
    const auto in = sticks();
    const auto stick = std::ranges::find(in, id, &Stick::id);
    if (stick == in.end()) return;  // pulled out under the finger: the screen shows it
    stopping_ = false;
    change([&](CopyView& view) {
        view = {.stage = stage, .stick = id, .label = stick->label, .last = std::move(view.last)};
    });
    thread_ = std::thread([this, work, stick = *stick] {
        auto trouble = (this->*work)(stick);
        if (!trouble) return;
        change([&](CopyView& view) {
            view.stage = stopping_ ? CopyStage::stopped : CopyStage::failed;
            view.trouble = std::move(trouble);
        });
    });
}

StickCopier::Trouble StickCopier::copy(const Stick& stick) {
    if (auto trouble = write_and_read_back(stick)) return trouble;
    change([](CopyView& view) {
        view.stage = CopyStage::releasing;
        view.done = view.of = 0;
    });
    const auto released = parts_.sticks.release(stick.id);
    if (!released) return notice_of_copy(released.error(), is_in(stick));
    change([&](CopyView& view) {
        view.stage = CopyStage::copied;
        view.released = *released;
        view.last = LastCopy{view.entries, parts_.clock(), stick.label};
    });
    return std::nullopt;
}

/// When it returns, no file of the stick is open any more.
StickCopier::Trouble StickCopier::write_and_read_back(const Stick& stick) {
    if (const auto may = may_be_written(stick); !may) return notice_of_copy(may.error(), true);
    const auto backup = LedgerBackup::make(parts_.writer, parts_.backups);
    if (!backup) return notice_of_no_backup(backup.error());
    auto store = Store::open_copy(backup->file());
    if (!store) return notice_of_no_backup(store.error());
    auto exported = Export::begin(*store, directory_on(stick));
    if (!exported) return notice_of_copy(exported.error(), is_in(stick));
    return write(*exported, *store, stick);
}

StickCopier::Trouble StickCopier::write(Export& copy, Store& store, const Stick& stick) {
    for (bool whole = false; !whole;) {
        if (stopping_) return notice_of_stopped_copy();
        const auto step = copy.step(store);
        // What is mounted in its place, or nothing at all, is not the stick.
        if (!is_in(stick)) return notice_of_copy({Fault::absent, {}}, false);
        if (!step) return notice_of_copy(step.error(), true);
        whole = *step;
        change([&](CopyView& view) {
            const auto now = copy.progress();
            view.stage = now.reading_back ? CopyStage::reading_back : CopyStage::copying;
            view.done = now.done;
            view.of = now.of;
            view.files = now.files;
            view.bytes = now.bytes;
            view.entries = now.size;
        });
    }
    return std::nullopt;
}

/// Into a backup of the ledger, so that all of the stick is read and verified before the ledger
/// itself is asked.
Result<ImportReport> StickCopier::rehearse(Carrier& carrier, const Stick& stick) {
    const auto backup = LedgerBackup::make(parts_.writer, parts_.backups);
    if (!backup) return backup.error();
    auto store = Store::open(backup->file());
    if (!store) return store.error();
    auto importer = Importer::open(*store);
    if (!importer) return importer.error();
    return importer->take(carrier, {.progress = [&](std::uint64_t done, std::uint64_t of) {
                              change([&](CopyView& view) {
                                  view.done = done;
                                  view.of = of;
                              });
                              return !stopping_ && is_in(stick);
                          }});
}

Result<ImportReport> StickCopier::take_into_ledger(Carrier& carrier) {
    std::promise<Result<ImportReport>> taken;
    parts_.writer.run([&](Ledger& ledger) {
        taken.set_value([&]() -> Result<ImportReport> {
            // Nothing that takes its time stands between a delegate and its ballot.
            if (ledger.conference().voting_open())
                return Error{Fault::refused,
                             "the voting is open. Take it in when the voting is closed."};
            auto importer = Importer::open(ledger.log().store());
            if (!importer) return importer.error();
            return importer->take(carrier, {});
        }());
    });
    return taken.get_future().get();
}

StickCopier::Trouble StickCopier::take_in(const Stick& stick) {
    const auto carrier = open_folder(directory_on(stick));
    if (!carrier) return notice_of_taking_in(carrier.error(), is_in(stick));
    RecordedCarrier recorded(**carrier, taken_in_at_most);
    auto report = rehearse(recorded, stick);
    if (stopping_) return notice_of_stopped_taking_in();
    if (!report) return notice_of_taking_in(report.error(), is_in(stick));
    recorded.let_go();
    if (brings_something(*report)) {
        report = take_into_ledger(recorded);
        if (!report) return notice_of_taking_in(report.error(), true);
    }
    if (const auto* fork = fork_in(*report)) return notice_of_fork(fork->origin);
    change([&](CopyView& view) {
        view.stage = CopyStage::taken_in;
        for (const auto& feed : report->feeds) {
            if (feed.arrival == ImportedFeed::Arrival::taken_in)
                view.entries += feed.after - feed.before;
            view.signatures += feed.cosignatures;
        }
        view.files = report->attachments;
    });
    return std::nullopt;
}

}  // namespace placet::terminal
