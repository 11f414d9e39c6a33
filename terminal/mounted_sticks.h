// mounted_sticks.h: the sticks that the system has mounted below given folders, /media say. Linux:
// /proc/self/mountinfo, which wakes its readers when something is mounted or unmounted.
#pragma once

#include "terminal/sticks.h"

#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace placet::terminal {

/// The mounts of a table (proc(5), /proc/[pid]/mountinfo) that lie below one of the folders and
/// below no other stick, in its order, each with the kernel's number of the mount as its id. Their
/// room is not asked for. A line that is none is passed over. Pure.
std::vector<Stick> sticks_of_mounts(std::string_view table,
                                    const std::vector<std::filesystem::path>& folders);

class MountedSticks : public Sticks {
public:
    /// `wake` is called from another thread when a stick was put in or pulled out.
    MountedSticks(std::vector<std::filesystem::path> folders, std::function<void()> wake);
    ~MountedSticks() override;
    MountedSticks(const MountedSticks&) = delete;
    MountedSticks& operator=(const MountedSticks&) = delete;

    std::vector<Stick> in() const override;
    Result<Released> release(std::uint64_t stick) override;

private:
    struct Mounted {
        std::uint64_t mount = 0;  // the kernel's number, which it gives again
        Stick stick = {};
    };

    void watch();
    void look();

    const std::vector<std::filesystem::path> folders_;
    const std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::vector<Mounted> mounted_;
    std::uint64_t last_id_ = 0;
    int stop_[2] = {-1, -1};  // a pipe
    std::thread thread_;      // last: it uses all of the above
};

}  // namespace placet::terminal
