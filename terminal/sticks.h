// sticks.h: the memory sticks that are in this machine, and how one is taken out of use. The real
// ones are mounted_sticks.h; tests put sticks in and pull them out without any.
//
// What a stick calls itself is shown and is never a path that is opened.
#pragma once

#include "crypto/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace placet::terminal {

struct Stick {
    std::uint64_t id = 0;               // another one each time that a stick is put in; never 0
    std::string label = {};             // what can be shown of its name; empty: nothing can
    std::filesystem::path folder = {};  // where it is mounted
    std::uint64_t room = 0;             // bytes that are free
    bool read_only = false;
    std::string file_system = {};  // as the kernel calls it: "vfat"

    friend bool operator==(const Stick&, const Stick&) = default;
};

/// What is exchanged on a stick always lies in this folder in its root.
inline std::filesystem::path directory_on(const Stick& stick) { return stick.folder / "placet"; }

/// How a stick was taken out of use.
enum class Released {
    unmounted,
    flushed,  // all is written; the system keeps it mounted, for we may not unmount it
};

class Sticks {
public:
    virtual ~Sticks() = default;
    /// The one that was put in first comes first.
    virtual std::vector<Stick> in() const = 0;
    /// Everything written is on the stick when this returns. Requires that no file of it is open.
    /// Fails absent (it is not in any more) or storage.
    virtual Result<Released> release(std::uint64_t stick) = 0;
};

}  // namespace placet::terminal
