// copier.h: copies the record to a stick and takes in from one, beside the meeting; the session
// passes on what a person asked for and shows what is known so far.
#pragma once

#include "terminal/copy_view.h"

namespace placet::terminal {

class Copier {
public:
    virtual ~Copier() = default;
    /// Those that are in, the one that was put in first first.
    virtual std::vector<Stick> sticks() const = 0;
    /// These two have no effect while something is copied or taken in.
    virtual void copy_to(std::uint64_t stick) = 0;
    virtual void take_in_from(std::uint64_t stick) = 0;
    /// What is under way ends after its next step; what is on the stick stays readable.
    virtual void stop() = 0;
    virtual CopyView view() const = 0;
};

}  // namespace placet::terminal
