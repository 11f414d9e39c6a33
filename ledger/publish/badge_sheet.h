// badge_sheet.h: badges and PIN slips on A4 pages, to be printed, cut along the marks and handed
// over apart from each other.
#pragma once

#include "crypto/result.h"

#include <span>
#include <string>

namespace placet::ledger {

/// One person, in the words that stand on paper.
struct BadgeCard {
    std::string conference = {};
    bool rehearsal = false;
    std::string name = {};
    std::string delegation = {};  // empty for officers
    std::string role = {};        // "Delegate"
    std::string id = {};
    std::string badge = {};  // secret: what the QR code says
    std::string pin = {};    // secret: on the slip alone
};

/// PDF, ten cards a page: delegation, name, role, and the badge as a QR code of 32 mm. Fails absent
/// (fonts) or storage (out of memory).
Result<std::string> badge_sheet(std::span<const BadgeCard> cards);

/// PDF, thirty slips a page: whose, and the PIN. Fails as badge_sheet does.
Result<std::string> pin_sheet(std::span<const BadgeCard> cards);

}  // namespace placet::ledger
