#include "terminal/sheet_printer.h"

#include "crypto/whole_file.h"
#include "ledger/publish/result_sheet.h"

#include <fmt/format.h>

namespace placet::terminal {

SheetPrinter::SheetPrinter(std::filesystem::path folder, std::function<void()> wake)
    : folder_(std::move(folder)), wake_(std::move(wake)), thread_([this] { serve(); }) {}

SheetPrinter::~SheetPrinter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void SheetPrinter::print(std::shared_ptr<const ledger::Conference> then,
                         std::string checkpoint_note) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back({std::move(then), std::move(checkpoint_note)});
    }
    changed_.notify_all();
}

std::optional<Error> SheetPrinter::take_trouble() {
    const std::lock_guard lock(mutex_);
    return std::exchange(trouble_, std::nullopt);
}

Result<Done> SheetPrinter::write(const Job& job) const {
    auto sheet = ledger::result_sheet(*job.then);
    sheet.checkpoint_note = job.checkpoint_note;
    const auto pdf = ledger::result_pdf(sheet);
    if (!pdf) return pdf.error();
    return write_public_file(folder_ / fmt::format("decision-{:06}.pdf", sheet.entry.seq), *pdf);
}

void SheetPrinter::serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        const auto written = write(job);
        lock.lock();
        if (written) continue;
        trouble_ = written.error();
        wake_();
    }
}

}  // namespace placet::terminal
