// past_votes.h: recorded votes of the past, as two tables: what was voted on, and who voted how.
//
//     votes    vote_id date symbol kind title agenda listed yes no abstain not_voting
//              pub_yes pub_no pub_abstain
//     ballots  vote_id state choice
//
// Tab-separated, UTF-8, with these headers. `kind` is amendment, paragraph, motion, proposal,
// treaty or other; `choice` Y in favour, N against, A abstaining, X listed and not voting. `listed`
// to `not_voting` must be the counts of the ballots; `pub_*` are totals that somebody else
// published.
#pragma once

#include "ledger/record.h"
#include "ledger/table.h"

#include <filesystem>
#include <optional>

namespace placet::ledger {

struct PastBallot {
    ParticipantId state = {};
    std::optional<Choice> choice = {};  // nothing: listed and not voting
};

struct PastVote {
    std::string id = {};
    std::string date = {};     // "1969-05-22"
    std::string subject = {};  // of the announcement: "Amendment v16 (R/1/467)"
    std::string title = {};    // as recorded, shortened to 300 bytes
    QuestionKind kind = QuestionKind::proposal;
    std::vector<PastBallot> ballots = {};
    std::int64_t published_yes = 0;
    std::int64_t published_no = 0;
    std::int64_t published_abstaining = 0;
};

/// In the order of the votes' table. Fails absent, storage or malformed, naming every row that is
/// wrong; nothing of the tables is used then.
Result<std::vector<PastVote>> read_past_votes(const std::filesystem::path& votes,
                                              const std::filesystem::path& ballots);

}  // namespace placet::ledger
