// article_map.h: the convention unit by unit: what became of each, how and when, and what is left
// to do before it is decided.
//
// Pure. A unit is adopted by the plenary alone; what a committee approved is shown and still open.
#pragma once

#include "ledger/procedure/conference.h"

#include <string>
#include <vector>

namespace placet::ledger {

enum class UnitStatus {
    adopted_without_vote,
    adopted_by_vote,
    rejected,  // or not adopted, or rejected as a whole
    open,
};

/// A proposal under the unit that it concerns, or under none.
struct MapProposal {
    ProposalId id = {};
    std::string title = {};
    std::string symbol = {};
    int depth = 0;  // 1: a sub-amendment, under its amendment
    QuestionState state = QuestionState::registered;
    const Decision* decision = nullptr;  // its last one, if any
};

struct MapUnit {
    TextUnitId id = {};
    std::string number = {};
    std::string label = {};
    std::string title = {};
    std::int64_t version = 1;  // of its text
    UnitStatus status = UnitStatus::open;
    QuestionState state = QuestionState::tabled;
    const Decision* decision = nullptr;      // of the plenary, that stands
    const Decision* in_committee = nullptr;  // the last one of another organ, that stands
    std::vector<MapProposal> proposals = {};
    std::string next = {};                       // one sentence; empty when nothing is left to do
    std::optional<std::int64_t> not_later = {};  // when it is done, where the rules set a time
};

/// Points into the conference that it was made from, which must outlive it.
struct ArticleMap {
    std::vector<MapUnit> units = {};          // in the order of the convention
    std::vector<MapProposal> proposals = {};  // that concern no unit
};

ArticleMap article_map(const Conference& conference);

/// "9 adopted without a vote, 3 by vote, 0 rejected, 4 open"
std::string summary(const ArticleMap& map);

/// "adopted without a vote", "adopted by vote", "rejected", "open"
std::string_view to_text(UnitStatus status);

}  // namespace placet::ledger
