// plugged_stick.h: a stick that is put in, fills up, refuses and is pulled out by a test
// (fuse_stick.cpp).
#pragma once

#include "tests/support/program.h"
#include "tests/support/stick_content.h"

#include <optional>

namespace placet::tests {

/// Whether this machine lets us mount one (FUSE). Says so in one line if not: the test that asks
/// has nothing to test then.
bool sticks_can_be_put_in();

class PluggedStick {
public:
    /// Holds what the folder `image` holds, and is mounted at `at`; both must be there.
    PluggedStick(const std::filesystem::path& at, const std::filesystem::path& image,
                 const StickContent::Faults& faults = {}, int slow_ms = 0);
    /// Unmounted, unless it was pulled out.
    ~PluggedStick();
    PluggedStick(const PluggedStick&) = delete;
    PluggedStick& operator=(const PluggedStick&) = delete;

    const std::filesystem::path& folder() const { return at_; }
    /// At its next change.
    void pull();
    /// Takes it out in good order, or what is left of it: the image is then what it holds.
    void take_out();

private:
    std::filesystem::path at_;
    std::optional<Program> program_;
};

}  // namespace placet::tests
