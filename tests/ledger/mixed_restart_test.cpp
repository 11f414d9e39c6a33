// A ledger with every kind of act, opened again after each of them: the conference is the one that
// all its entries amount to. Source: architecture, "The ledger".
#include "ledger/acts.h"
#include "ledger/record_text.h"
#include "tests/ledger/essence.h"
#include "tests/support/mixed_meeting.h"
#include "tests/support/temp_folder.h"

#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

/// A ledger that is closed and opened again after every record, beside a conference that is folded
/// entry by entry and never restored.
struct Restarted {
    TempFolder folder = {};
    ConferenceBuilder builder = builder_of_mixed_meetings();
    std::optional<Ledger> ledger = found_ledger(folder / "ledger", builder);
    Conference live = {};
    std::set<std::string> types = {};

    Restarted() { catch_up(); }

    void catch_up() {
        while (live.size < ledger->position().size)
            for (const auto& stored : value_of(ledger->log().store().entries(live.size))) {
                apply(live, value_of(decode_entry(stored.data)));
                types.insert(stored.type);
            }
    }

    void record(const Record& what, const std::string& unit = "plenary") {
        append(*ledger, builder.sealed(ledger->conference(), what, unit));
        restart_and_compare();
    }

    void restart_and_compare() {
        catch_up();
        ledger.reset();
        ledger = value_of(reopen_ledger(folder / "ledger", builder));
        INFO("after entry " << live.size - 1);
        REQUIRE(essence(ledger->conference()) == essence(live));
    }

    Recorder recorder() {
        return {
            .ledger = [this]() -> Ledger& { return *ledger; },
            .record = [this](const Record& what, const std::string& unit) { record(what, unit); }};
    }

    /// As a later version of Placet would have written it.
    void record_from_the_future() {
        const auto before = ledger->position();
        ledger.reset();
        auto log = value_of(Log::open(folder / "ledger", {}));
        const Draft draft{.type = "flag_raised/1", .unit = "plenary", .content = "{}"};
        const auto data = value_of(encode_entry(draft, before.origin, before.size, fixed_clock()));
        const NewEntry entry{.data = data, .type = draft.type};
        value_of(log.append({&entry, 1}, builder.terminal_key()));
    }
    void reopen() { ledger = value_of(reopen_ledger(folder / "ledger", builder)); }
};

}  // namespace

TEST_CASE("after a restart at any entry of a mixed conference it is what all entries amount to",
          "[ledger]") {
    Restarted restarted;
    hold_mixed_meetings(restarted.recorder());

    // Every kind of record was among them: every_kind_test.cpp says which one is not.
    CHECK(restarted.types.size() == known_types().size());
    CHECK(restarted.live.closed);
    CHECK(restarted.live.annulled.size() == 3);
    CHECK(restarted.live.elections.size() == 6);
    CHECK(restarted.live.decisions.size() == 28);          // 24 announced, 4 confirmed
    CHECK(restarted.live.standing_decisions() == 28 - 3);  // one rescinded, two voted on again
}

TEST_CASE("an essence tells an act that is missing", "[ledger]") {
    const TempFolder folder;
    const auto builder = builder_of_mixed_meetings();
    auto ledger = found_ledger(folder / "ledger", builder);
    hold_mixed_meetings(recorder_of(ledger, builder));
    std::vector<StoredEntry> entries;
    while (entries.size() < ledger.position().size)
        for (auto& stored : value_of(ledger.log().store().entries(entries.size())))
            entries.push_back(std::move(stored));
    Conference conference;
    std::string before;
    for (const auto& stored : entries) {
        const auto entry = value_of(decode_entry(stored.data));
        apply(conference, entry);
        const auto after = Essence(conference).text;
        // A flag that came after the gavel changes nothing; everything else does something.
        const auto* flag = std::get_if<LateFlagRuled>(&entry.record);
        INFO("entry " << entry.seq << ", " << stored.type);
        REQUIRE((after == before) == (flag != nullptr && !flag->before_gavel));
        before = after;
    }
}

TEST_CASE("a ledger in which a later version decided without a vote opens, and decides nothing",
          "[ledger]") {
    Restarted restarted;
    const auto& recorder = restarted.recorder();
    restarted.record(next_meeting(restarted.live, "chair"));
    restarted.record(PresenceNoted{.meeting = 1, .arrived = {"AAA", "BBB", "CCC", "DDD"}});
    restarted.record(value_of(proposal_of_adopting(restarted.live, "article-2")));
    restarted.record_from_the_future();
    restarted.reopen();
    const ConsensusGavelled gavel{.proposed = restarted.live.consensus->entry.leaf,
                                  .silence_ms = 3000};
    const auto& conference = recorder.ledger().conference();
    const auto draft = restarted.builder.sealed(conference, gavel);
    CHECK(error_of(restarted.ledger->append(draft)).detail.find("does not understand") !=
          std::string::npos);

    // The later version, which understood, went on.
    const auto position = restarted.ledger->position();
    restarted.ledger.reset();
    {
        auto log = value_of(Log::open(restarted.folder / "ledger", {}));
        const auto data =
            value_of(encode_entry(draft, position.origin, position.size, fixed_clock()));
        const NewEntry entry{.data = data, .type = draft.type};
        value_of(log.append({&entry, 1}, restarted.builder.terminal_key()));
    }
    restarted.reopen();
    CHECK(restarted.ledger->conference().consensus->phase() == ConsensusPhase::gavelled);
    CHECK(restarted.ledger->conference().consensus->indeterminate);
}
