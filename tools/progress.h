// progress.h: a line that counts, where a person waits.
#pragma once

#include "tools/command.h"

#include <string>

namespace placet::tools {

class Progress {
public:
    /// Counts in `what`: "entries". Shown only to a person at a terminal.
    Progress(Streams& streams, std::string what, bool wanted)
        : err_(streams.err), what_(std::move(what)), shown_(wanted && streams.at_terminal) {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    void show(std::uint64_t done, std::uint64_t of);

private:
    std::ostream& err_;
    std::string what_;
    bool shown_;
    bool begun_ = false;
};

}  // namespace placet::tools
