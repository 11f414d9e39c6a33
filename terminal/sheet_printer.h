// sheet_printer.h: writes the result sheet of every decision as PDF into a folder, on a thread of
// its own, so that it is there seconds after the announcement and holds up nobody.
#pragma once

#include "terminal/printer.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

namespace placet::terminal {

class SheetPrinter : public Printer {
public:
    /// Into this folder, which must be there, as decision-<entry>.pdf; a file that is there stays
    /// as it is. `wake` is called from another thread when something went wrong.
    SheetPrinter(std::filesystem::path folder, std::function<void()> wake);
    ~SheetPrinter() override;  // finishes what it was asked for
    SheetPrinter(const SheetPrinter&) = delete;
    SheetPrinter& operator=(const SheetPrinter&) = delete;

    void print(std::shared_ptr<const ledger::Conference> then,
               std::string checkpoint_note) override;
    std::optional<Error> take_trouble() override;

private:
    struct Job {
        std::shared_ptr<const ledger::Conference> then = {};
        std::string checkpoint_note = {};
    };

    void serve();
    Result<Done> write(const Job& job) const;

    std::filesystem::path folder_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    std::optional<Error> trouble_;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace placet::terminal
