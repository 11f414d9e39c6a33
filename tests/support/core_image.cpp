#include "tests/support/core_image.h"

#include <fcntl.h>
#include <fmt/ranges.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cinttypes>
#include <cstring>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>

namespace placet::tests {

using namespace placet::ledger;

namespace {

struct Region {
    std::uintptr_t from = 0, to = 0;
    std::string name;
};

/// proc(5): the flags of a mapping that is not dumped hold "dd", of a device's "io".
std::vector<Region> dumped_regions() {
    std::vector<Region> regions;
    std::ifstream maps("/proc/self/smaps");
    Region region;
    bool writable = false;
    for (std::string line; std::getline(maps, line);) {
        Region named;
        char access[5] = {};
        int name_at = 0;
        if (std::sscanf(line.c_str(), "%" SCNxPTR "-%" SCNxPTR " %4s %*s %*s %*s %n", &named.from,
                        &named.to, access, &name_at) == 3) {
            region = named;
            region.name = line.substr(static_cast<std::size_t>(name_at));
            writable = access[0] == 'r' && access[1] == 'w';
            continue;
        }
        if (!line.starts_with("VmFlags:") || !writable) continue;
        std::istringstream flags(line.substr(sizeof "VmFlags:" - 1));
        bool dumped = true;
        for (std::string flag; flags >> flag;) dumped = dumped && flag != "dd" && flag != "io";
        if (dumped) regions.push_back(region);
    }
    REQUIRE_FALSE(regions.empty());
    return regions;
}

constexpr std::size_t reach = 160, choices = 3;
constexpr std::array<std::size_t, 11> distances = {1, 2, 4, 8, 16, 24, 32, 48, 64, 96, 128};

/// How often each byte stands at one distance from the name of a delegation.
using Counts = std::array<std::uint32_t, 256>;

std::vector<Counts> beside(BytesView bytes, const std::string& name) {
    std::vector<Counts> found(2 * reach);
    std::size_t from = 0;
    while (const void* hit =
               ::memmem(bytes.data() + from, bytes.size() - from, name.data(), name.size())) {
        const auto at = static_cast<std::size_t>(static_cast<const Byte*>(hit) - bytes.data());
        for (std::size_t n = 0; n < 2 * reach; ++n)
            if (at + n >= reach && at + n - reach < bytes.size()) ++found[n][bytes[at + n - reach]];
        from = at + 1;
    }
    return found;
}

}  // namespace

void for_each_dumped_region(
    const std::function<void(BytesView bytes, const std::string& name)>& look) {
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    REQUIRE(memory >= 0);
    for (const auto& region : dumped_regions()) {
        Secret copy(region.to - region.from);  // or it would be in the next region itself
        const auto got = ::pread(memory, copy.bytes().data(), copy.bytes().size(),
                                 static_cast<off_t>(region.from));
        if (got > 0) look(copy.bytes().first(static_cast<std::size_t>(got)), region.name);
    }
    ::close(memory);
}

KnownPositions::KnownPositions(std::vector<ParticipantId> delegations)
    : delegations_(std::move(delegations)), positions_(delegations_.size()) {}

Choice KnownPositions::of(std::size_t place) const {
    return static_cast<Choice>(positions_.bytes()[place]);
}

void KnownPositions::set(std::size_t place, Choice choice) {
    positions_.bytes()[place] = static_cast<Byte>(choice);
}

/// Equal bytes for equal positions, others for others.
bool KnownPositions::row_at(BytesView bytes, std::size_t from, std::size_t distance) const {
    std::array<int, choices> meaning = {-1, -1, -1};
    for (std::size_t n = 0; n < delegations_.size(); ++n) {
        auto& means = meaning[positions_.bytes()[n]];
        const int byte = bytes[from + n * distance];
        if (means >= 0 && means != byte) return false;
        means = byte;
    }
    return meaning[0] != meaning[1] && meaning[1] != meaning[2] && meaning[0] != meaning[2];
}

std::optional<std::string> KnownPositions::stand_in_a_row(BytesView bytes) const {
    std::size_t like_first = 1, unlike_first = 1;  // one of each tells most places apart at once
    while (of(like_first) != of(0)) ++like_first;
    while (of(unlike_first) == of(0)) ++unlike_first;
    for (const auto distance : distances) {
        const auto last = (delegations_.size() - 1) * distance;
        const auto like = like_first * distance, unlike = unlike_first * distance;
        for (std::size_t from = 0; from + last < bytes.size(); ++from)
            if (bytes[from] == bytes[from + like] && bytes[from] != bytes[from + unlike] &&
                row_at(bytes, from, distance))
                return fmt::format("every {} bytes from {} on: {:02x}", distance, from,
                                   fmt::join(bytes.subspan(from, last + 1), " "));
    }
    return std::nullopt;
}

/// A table adds one to the count of a byte beside those of one position; what else stands beside
/// names stands beside all of them.
std::optional<std::string> KnownPositions::stand_beside_names(BytesView bytes) const {
    std::vector<std::vector<Counts>> counts;
    for (const auto& name : delegations_) {
        if (::memmem(bytes.data(), bytes.size(), name.data(), name.size()) == nullptr)
            return std::nullopt;
        counts.push_back(beside(bytes, name));
    }
    const auto meant = [&](Choice choice, std::size_t at, std::size_t byte) {
        std::uint32_t least = std::numeric_limits<std::uint32_t>::max(), most_of_others = 0;
        for (std::size_t n = 0; n < delegations_.size(); ++n) {
            const auto count = counts[n][at][byte];
            if (of(n) == choice)
                least = std::min(least, count);
            else
                most_of_others = std::max(most_of_others, count);
        }
        return least > most_of_others;
    };
    for (std::size_t at = 0; at < 2 * reach; ++at) {
        std::map<std::size_t, std::size_t> told;  // the byte for a choice
        for (std::size_t byte = 0; byte < 256; ++byte)
            for (std::size_t choice = 0; choice < choices; ++choice)
                if (meant(static_cast<Choice>(choice), at, byte)) told[choice] = byte;
        if (told.size() > 1)  // and so the third
            return fmt::format("beside the names, {} bytes before: {}", int(reach) - int(at),
                               fmt::join(told, ", "));
    }
    return std::nullopt;
}

}  // namespace placet::tests
