// interruption.h: SIGINT, SIGTERM and SIGHUP ask a command to stop where it can, so that it takes
// its private files away and says how far it came.
#pragma once

namespace placet::tools {

/// While one lives, the signals only ask. One at a time.
class Interruption {
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    bool asked() const;
};

}  // namespace placet::tools
