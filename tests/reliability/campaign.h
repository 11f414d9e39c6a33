// campaign.h: how often the campaigns try, and what they report.
//
// PLACET_CAMPAIGN=<factor> multiplies the counts (tools/soak); sanitizers divide them by 20.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace placet::tests {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr int campaign_divisor = 20;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr int campaign_divisor = 20;
#else
inline constexpr int campaign_divisor = 1;
#endif
#else
inline constexpr int campaign_divisor = 1;
#endif

/// This many, scaled; at least 1.
inline int campaign_count(int count) {
    const char* factor = std::getenv("PLACET_CAMPAIGN");
    const long scaled = static_cast<long>(count) * (factor != nullptr ? std::atol(factor) : 1L);
    return static_cast<int>(std::clamp(scaled / campaign_divisor, 1L, 2'000'000'000L));
}

/// Where files cost no syncs, for what is not about durability.
inline std::filesystem::path fast_folder() {
    std::error_code error;
    const std::filesystem::path memory = "/dev/shm";
    return std::filesystem::is_directory(memory, error) ? memory
                                                        : std::filesystem::temp_directory_path();
}

/// One line that can be quoted.
template <class... Parts>
void report(const Parts&... parts) {
    (std::cout << ... << parts) << std::endl;
}

}  // namespace placet::tests
