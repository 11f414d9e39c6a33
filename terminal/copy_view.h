// copy_view.h: what is copied to a stick or taken in from one, as the screen of the sticks shows
// it. Plain data.
#pragma once

#include "terminal/notice.h"
#include "terminal/sticks.h"

#include <optional>

namespace placet::terminal {

enum class CopyStage {
    none,  // nothing since this terminal was started
    copying,
    reading_back,
    releasing,
    copied,  // read back, and the stick taken out of use
    taking_in,
    taken_in,
    stopped,  // by a person
    failed,   // `trouble` says why
};

/// The last copy that was read back whole.
struct LastCopy {
    std::uint64_t entries = 0;
    std::int64_t wall_ms = 0;
    std::string label = {};  // of the stick

    friend bool operator==(const LastCopy&, const LastCopy&) = default;
};

struct CopyView {
    CopyStage stage = CopyStage::none;
    std::uint64_t stick = 0;  // its id, though it is not in any more
    std::string label = {};
    std::uint64_t done = 0, of = 0;  // steps of this stage
    std::uint64_t entries = 0;       // copied, or new here
    std::uint64_t signatures = 0;    // of witnesses, new here
    std::uint64_t files = 0, bytes = 0;
    std::optional<Released> released = {};
    std::optional<Notice> trouble = {};
    std::optional<LastCopy> last = {};

    bool busy() const {
        return stage == CopyStage::copying || stage == CopyStage::reading_back ||
               stage == CopyStage::releasing || stage == CopyStage::taking_in;
    }
    friend bool operator==(const CopyView&, const CopyView&) = default;
};

}  // namespace placet::terminal
