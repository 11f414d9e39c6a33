#include "ledger/writer.h"

namespace placet::ledger {

Writer::Writer(Ledger ledger, std::function<void()> wake)
    : ledger_(std::move(ledger)), wake_(std::move(wake)), thread_([this] { serve(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        work_.clear();
    }
    changed_.notify_all();
    thread_.join();
}

Ticket Writer::append(Draft draft, std::vector<Bytes> attachments) {
    const std::lock_guard lock(mutex_);
    const Ticket ticket = ++last_ticket_;
    work_.push_back([this, ticket, draft = std::move(draft), attachments = std::move(attachments)] {
        write(ticket, draft, attachments);
    });
    changed_.notify_all();
    return ticket;
}

void Writer::run(std::function<void(Ledger&)> work) {
    const std::lock_guard lock(mutex_);
    work_.push_back([this, work = std::move(work)] { work(ledger_); });
    changed_.notify_all();
}

std::vector<Written> Writer::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(results_, {});
}

void Writer::serve() {
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopping_ || !work_.empty(); });
            if (work_.empty()) return;
            job = std::move(work_.front());
            work_.pop_front();
        }
        job();
    }
}

void Writer::write(Ticket ticket, const Draft& draft, const std::vector<Bytes>& attachments) {
    auto result = [&]() -> Result<Receipt> {
        for (const auto& attachment : attachments)
            if (const auto stored = ledger_.attach(attachment); !stored) return stored.error();
        return ledger_.append(draft);
    }();
    Written written{.ticket = ticket,
                    .result = std::move(result),
                    .conference = ledger_.snapshot(),
                    .position = ledger_.position(),
                    .checkpoint_note = ledger_.checkpoint_note(),
                    .marked = ledger_.log().has_mark()};
    {
        const std::lock_guard lock(mutex_);
        results_.push_back(std::move(written));
    }
    wake_();
}

}  // namespace placet::ledger
