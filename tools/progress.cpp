#include "tools/progress.h"

#include <fmt/format.h>
#include <ostream>

namespace placet::tools {

Progress::~Progress() {
    if (begun_) err_ << '\n';
}

void Progress::show(std::uint64_t done, std::uint64_t of) {
    if (!shown_) return;
    err_ << fmt::format("\r{} of {} {}", done, of, what_) << std::flush;
    begun_ = true;
}

}  // namespace placet::tools
