// worked_spine.h: the entries of the worked ledger, FORMAT.md section 8.
#pragma once

#include "tests/fuzz/target.h"

#include <fstream>

namespace placet::fuzz {

inline const std::vector<std::string>& worked_spine() {
    static const auto entries = [] {
        std::vector<std::string> found;
        std::ifstream file(PLACET_SOURCE_DIR "/ledger/FORMAT.md");
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("    {\"content\":{")) found.push_back(line.substr(4));
        require(!found.empty(), "FORMAT.md has a worked ledger");
        return found;
    }();
    return entries;
}

}  // namespace placet::fuzz
