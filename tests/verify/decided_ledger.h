// decided_ledger.h: a real ledger file with one vote in it, from the charter to the announcement,
// and the forger who has the terminal's key and writes into it whatever he likes.
#pragma once

#include "ledger/verify/audit.h"
#include "tests/support/conference_builder.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <string>

namespace placet::tests {

// Where the acts of the vote stand.
inline constexpr std::uint64_t first_ballot = 8;  // of AAA, then BBB, CCC, DDD
inline constexpr std::uint64_t close_at = 12;
inline constexpr std::uint64_t lock_at = 13;
inline constexpr std::uint64_t result_at = 14;
inline constexpr std::uint64_t all_entries = 15;

/// Four delegations; AAA, BBB and CCC vote yes, DDD no. Draft article 2 is adopted.
class DecidedLedger {
public:
    DecidedLedger();
    /// As far as the entry before this one, from first_ballot to close_at.
    explicit DecidedLedger(std::uint64_t end);

    const std::filesystem::path& path() const { return path_; }
    /// As it stands after the last entry.
    const ledger::Conference& conference() const { return *conference_; }

    ledger::AuditReport audit(const ledger::AuditOptions& options = {}) const;

    /// Appends whatever it is with the terminal's own key, asking no rules.
    void forge(const ledger::Draft& draft);

private:
    TempFolder folder_;
    std::filesystem::path path_ = folder_ / "conference.ledger";
    std::shared_ptr<const ledger::Conference> conference_;
};

/// Records the close, the lock and the announcement of the open vote.
void decide(ledger::Ledger& ledger, ConferenceBuilder& builder);

/// What the report says of this level.
const ledger::LevelReport& level_of(const ledger::AuditReport& report, ledger::Level level);

/// Every finding, one a line.
std::string findings_text(const ledger::AuditReport& report);

}  // namespace placet::tests
