// notice.h: what a person reads when something was not done. Plain data.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace placet::terminal {

/// What happened, what is safe, what to do now.
struct Notice {
    std::string what = {};
    std::string safe = {};
    std::string now = {};  // empty where `what` says it: the rules do
    bool grave = false;    // writing has stopped; the notice stays
    std::vector<std::pair<std::string, std::string>> values = {};  // for {names} in the texts

    friend bool operator==(const Notice&, const Notice&) = default;
};

}  // namespace placet::terminal
