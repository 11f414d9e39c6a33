#include "tests/support/simulated_sticks.h"

#include <algorithm>

namespace placet::tests {

using namespace terminal;

std::vector<Stick> SimulatedSticks::in() const {
    const std::lock_guard lock(mutex_);
    if (std::this_thread::get_id() != owner_ && looks_left_ > 0 && --looks_left_ == 0) in_.clear();
    return in_;
}

std::uint64_t SimulatedSticks::put_in(const std::filesystem::path& folder, bool read_only) {
    {
        const std::lock_guard lock(mutex_);
        in_.push_back({.id = ++last_id_,
                       .label = folder.filename(),
                       .folder = folder,
                       .room = 1'000'000,
                       .read_only = read_only,
                       .file_system = "vfat"});
    }
    wake_();
    return last_id_;
}

void SimulatedSticks::pull_out(std::uint64_t stick) {
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(in_, [&](const Stick& one) { return one.id == stick; });
    }
    wake_();
}

Result<Released> SimulatedSticks::release(std::uint64_t stick) {
    const std::lock_guard lock(mutex_);
    ++released_;
    if (std::ranges::find(in_, stick, &Stick::id) == in_.end())
        return Error{Fault::absent, "the stick is not in any more"};
    if (outcome_ && *outcome_ == Released::unmounted)
        std::erase_if(in_, [&](const Stick& one) { return one.id == stick; });
    return outcome_;
}

}  // namespace placet::tests
