// two_meetings.h: a real ledger of two meetings in which everything happens that a record of them
// must tell, and where in it the decisions stand.
#pragma once

#include "tests/support/conference_builder.h"
#include "tests/support/temp_folder.h"

namespace placet::tests {

/// Four delegations, AAA to DDD, at first all present.
///
/// 1st meeting, from 10:00:00 UTC on 23 November 2026, an entry a minute: an amendment to draft
/// article 2 is rejected by roll-call from CCC, by 3 votes to 1; draft article 3 is adopted without
/// a vote, AAA dissociating itself from paragraphs 2 and 4; to draft article 2 BBB objects, the
/// first vote is annulled, the second adopts it by 2 votes to 1, with 1 abstention (DDD); the
/// meeting is suspended and resumed; the vice-president takes the chair; a motion is carried by
/// hands, by 3 votes to none, after a recount.
/// 2nd meeting: DDD has it noted that it had intended to vote in favour; CCC reserves its position
/// on draft article 3.
class TwoMeetings {
public:
    TwoMeetings();

    const std::filesystem::path& path() const { return path_; }
    const ledger::Conference& conference() const;
    /// As it was right after this decision, 0 to 3 in the order above.
    const ledger::Conference& right_after(std::size_t decision) const;
    /// The entry of the decision.
    std::uint64_t entry_of(std::size_t decision) const;

private:
    TempFolder folder_;
    std::filesystem::path path_ = folder_ / "conference.ledger";
};

}  // namespace placet::tests
