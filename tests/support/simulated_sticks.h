// simulated_sticks.h: sticks that are folders, put in and pulled out by a test without any mount.
#pragma once

#include "terminal/sticks.h"

#include <functional>
#include <mutex>
#include <thread>

namespace placet::tests {

class SimulatedSticks : public terminal::Sticks {
public:
    std::vector<terminal::Stick> in() const override;
    Result<terminal::Released> release(std::uint64_t stick) override;

    /// Is called when the sticks change, as by the real ones.
    void wakes(std::function<void()> wake) { wake_ = std::move(wake); }
    /// A stick whose root is this folder. Returns its id.
    std::uint64_t put_in(const std::filesystem::path& folder, bool read_only = false);
    void pull_out(std::uint64_t stick);
    /// It is pulled out when another thread than this one looks at the sticks for the n-th time
    /// from now: the copier looks after each step. 0: never.
    void pull_out_at_look(int n) { looks_left_ = n; }
    /// What a release comes to, if the stick is still in.
    void releases_as(Result<terminal::Released> outcome) { outcome_ = std::move(outcome); }
    int released() const { return released_; }

private:
    mutable std::mutex mutex_;
    mutable std::vector<terminal::Stick> in_;
    mutable int looks_left_ = 0;
    std::uint64_t last_id_ = 0;
    int released_ = 0;
    Result<terminal::Released> outcome_ = terminal::Released::unmounted;
    std::function<void()> wake_ = [] {};
    const std::thread::id owner_ = std::this_thread::get_id();
};

}  // namespace placet::tests
