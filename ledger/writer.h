// writer.h: the thread that owns the ledger. A slow disk never freezes a screen.
//
// Others give it work and take up the results when it wakes them; the conference travels as a
// snapshot that nobody changes.
#pragma once

#include "ledger/ledger.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace placet::ledger {

/// The number by which a result is recognised.
using Ticket = std::uint64_t;

/// What became of one draft, with the state of the ledger right after it.
struct Written {
    Ticket ticket = 0;
    Result<Receipt> result;
    std::shared_ptr<const Conference> conference = {};
    FeedPosition position = {};
    std::string checkpoint_note = {};
    bool marked = false;  // the second medium holds the checkpoint too
};

class Writer {
public:
    /// `wake` is called from the writer's thread whenever a result waits.
    Writer(Ledger ledger, std::function<void()> wake);
    ~Writer();  // finishes the work in hand; what still waits is not done
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Appends the draft after what was given before. The attachments are stored first.
    Ticket append(Draft draft, std::vector<Bytes> attachments = {});

    /// Runs something short on the ledger between two appends: reading a block, a backup.
    void run(std::function<void(Ledger&)> work);

    /// Results that wait, oldest first.
    std::vector<Written> take();

private:
    void serve();
    void write(Ticket ticket, const Draft& draft, const std::vector<Bytes>& attachments);

    Ledger ledger_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> work_;
    std::vector<Written> results_;
    Ticket last_ticket_ = 0;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace placet::ledger
