#include "tests/verify/decided_ledger.h"

#include "ledger/acts.h"
#include "ledger/index_columns.h"
#include "tests/support/results.h"

#include <algorithm>

namespace placet::tests {

using namespace placet::ledger;

namespace {

std::int64_t fixed_wall_ms() { return 1790000000000; }  // 2026-09-21 14:13:20 UTC

}  // namespace

void decide(Ledger& ledger, ConferenceBuilder& builder) {
    const auto record = [&](const Record& what) {
        append(ledger, builder.sealed(ledger.conference(), what));
    };
    record(value_of(close_of_vote(ledger.conference())));
    record(value_of(lock_of_vote(ledger.conference(), ledger.position())));
    const auto announcement = value_of(announcement_of(ledger.conference()));
    value_of(ledger.attach(bytes_of(announcement.table)));
    record(announcement.record);
}

namespace {

struct Made {
    std::string file = {};
    std::shared_ptr<const Conference> conference = {};
};

Made make(const std::filesystem::path& path, std::uint64_t end) {
    ConferenceBuilder builder({"AAA", "BBB", "CCC", "DDD"});
    auto ledger = value_of(Ledger::found(path, builder.charter(), ConferenceBuilder::origin(),
                                         builder.terminal_key(), {.clock = fixed_wall_ms}));
    for (const auto& draft : builder.founding(ledger.conference().charter_leaf))
        append(ledger, draft);
    bring_to_vote(ledger, builder);
    for (const auto& delegation : builder.participants()) {
        if (ledger.position().size == end) break;
        const auto choice = delegation == "DDD" ? Choice::no : Choice::yes;
        append(ledger, builder.sealed(ledger.conference(),
                                      builder.ballot(ledger.conference(), delegation, choice)));
    }
    if (end == all_entries) decide(ledger, builder);
    REQUIRE(ledger.position().size == end);
    return {.file = content_of(path), .conference = ledger.snapshot()};
}

/// Made once: a test alone waits for the disk once, not at every ledger.
const Made& whole_ledger() {
    static const Made made = make(TempFolder() / "conference.ledger", all_entries);
    return made;
}

}  // namespace

DecidedLedger::DecidedLedger() {
    write_file(path_, whole_ledger().file);
    conference_ = whole_ledger().conference;
}

DecidedLedger::DecidedLedger(std::uint64_t end) : conference_(make(path_, end).conference) {
    REQUIRE(end >= first_ballot);
    REQUIRE(end <= close_at);
}

AuditReport DecidedLedger::audit(const AuditOptions& options) const {
    return value_of(ledger::audit(path_, options));
}

void DecidedLedger::forge(const Draft& draft) {
    auto log = value_of(Log::open(path_, {}));
    const auto bytes = value_of(encode_entry(draft, log.key().name, log.size(), fixed_wall_ms()));
    const auto columns = index_columns(value_of(decode_entry(bytes)));
    const NewEntry entry{
        .data = bytes, .type = columns.type, .run = columns.run, .ballot = columns.ballot};
    value_of(log.append({&entry, 1}, key_from_label("desk")));
}

const LevelReport& level_of(const AuditReport& report, Level level) {
    const auto found = std::ranges::find(report.levels, level, &LevelReport::level);
    REQUIRE(found != report.levels.end());
    return *found;
}

std::string findings_text(const AuditReport& report) {
    std::string text;
    for (const auto& finding : report.findings) text += finding.what + "\n";
    return text;
}

}  // namespace placet::tests
