#include "tests/reliability/recorded_vote.h"

#include "ledger/acts.h"
#include "ledger/index_columns.h"
#include "tests/support/results.h"

#include <algorithm>

namespace placet::tests {

using namespace placet::ledger;

namespace {

Ledger::Options on(const SimulatedDisk& disk) { return {.vfs = disk.vfs()}; }

constexpr std::size_t delegations = 5;

}  // namespace

RecordedVote::RecordedVote(int ballots)
    : builder_({"AAA", "BBB", "CCC", "DDD", "EEE"}), ballots_(ballots) {}

/// The same ballot every time that this number is asked for.
Draft RecordedVote::next_ballot(const Ledger& ledger, int number) const {
    const auto& conference = ledger.conference();
    const auto& who = builder_.participants()[static_cast<std::size_t>(number) % delegations];
    auto ballot = value_of(ballot_of(conference, who, number % 2 == 0 ? Choice::yes : Choice::no));
    ballot.id = hex(sha256(bytes_of(std::to_string(number)))).substr(0, 32);
    return builder_.sealed(conference, ballot);
}

void RecordedVote::run(SimulatedDisk& disk) {
    auto ledger = value_of(Ledger::found(SimulatedDisk::ledger_path, builder_.charter(),
                                         ConferenceBuilder::origin(), builder_.terminal_key(),
                                         {.clock = fixed_clock, .vfs = disk.vfs()}));
    const auto acknowledge = [&] {
        transactions_.push_back(ledger.position().size);
        disk.acknowledge(ledger.position().size);
    };
    acknowledge();
    const auto record = [&](const Draft& draft) {
        append(ledger, draft);
        acknowledge();
    };
    for (const auto& draft : builder_.founding(ledger.conference().charter_leaf)) record(draft);
    bring_to_vote(ledger, builder_);
    acknowledge();
    voting_ = disk.files();
    voting_size_ = ledger.position().size;
    for (int number = 0; number < ballots_; ++number) record(next_ballot(ledger, number));
    {
        Batch batch(ledger);
        for (const char* who : {"AAA", "BBB"}) {
            auto ballot = value_of(ballot_of(batch.conference(), who, Choice::abstain));
            value_of(batch.add(builder_.sealed(batch.conference(), ballot)));
        }
        value_of(batch.commit());
        acknowledge();
    }
    value_of(ledger.attach(bytes_of("a table")));
    finish_vote(ledger, builder_);
    acknowledge();
    CompactRange tree;
    for (const auto& entry : value_of(ledger.log().store().entries(0))) {
        entries_.push_back(entry.data);
        tree.append(entry.leaf);
        roots_.push_back(tree.root());
        ids_.push_back(entry.ballot.value_or(""));
    }
}

std::uint64_t RecordedVote::go_on(SimulatedDisk& disk) const {
    std::uint64_t acknowledged = voting_size_;
    auto ledger = reopen_ledger(SimulatedDisk::ledger_path, builder_, on(disk));
    if (!ledger) return acknowledged;
    bool failed = false;
    for (int number = 0; number < ballots_; ++number) {
        const auto receipt = ledger->append(next_ballot(*ledger, number));
        // After an error nothing is acknowledged any more, however often it is tried.
        if (receipt && failed) FAIL("a ballot was acknowledged after a storage error");
        failed = failed || !receipt;
        if (receipt) acknowledged = ledger->position().size;
    }
    return acknowledged;
}

std::optional<std::uint64_t> RecordedVote::shown(const SimulatedDisk& disk) const {
    const auto ledger = reopen_ledger(SimulatedDisk::ledger_path, builder_, on(disk));
    if (!ledger) return std::nullopt;
    return ledger->position().size;
}

std::string RecordedVote::compare(Ledger& ledger, std::uint64_t acknowledged) const {
    const auto size = ledger.position().size;
    const auto next = std::ranges::upper_bound(transactions_, acknowledged);
    const auto most = next == transactions_.end() ? acknowledged : *next;
    if (size < acknowledged) return "acknowledged entries are lost";
    if (size > most) return "more entries than one transaction that was not acknowledged";
    for (std::uint64_t from = 0; from < size;) {
        const auto block = ledger.log().store().entries(from);
        if (!block || block->empty()) return "entries cannot be read";
        for (const auto& entry : *block) {
            if (entry.seq != from || entry.data != entries_[from])
                return "an index holds another entry";
            if (!ids_[from].empty()) {
                const auto recorded = ledger.recorded(ids_[from]);
                if (!recorded || !*recorded || (*recorded)->entry.seq != from)
                    return "a ballot that is there is not found by its id";
            }
            ++from;
        }
    }
    if (size < entries_.size() && !ids_[size].empty()) {
        const auto recorded = ledger.recorded(ids_[size]);
        if (!recorded || *recorded) return "a ballot that is not there is found by its id";
    }
    const auto findings = ledger.log().store().integrity_findings();
    if (!findings || !findings->empty()) return "the database is damaged";
    return {};
}

/// What comes next, as it came then: the same checkpoint is signed again, and no other.
std::string RecordedVote::append_again(Ledger& ledger) const {
    const auto size = ledger.position().size;
    if (size == entries_.size()) return {};
    auto columns = index_columns(value_of(decode_entry(entries_[size])));
    const NewEntry entry{.data = entries_[size],
                         .type = std::move(columns.type),
                         .run = columns.run,
                         .ballot = std::move(columns.ballot)};
    const auto appended = ledger.log().append({&entry, 1}, builder_.terminal_key());
    if (!appended) return appended.error().detail;
    return appended->root == roots_[size] ? "" : "another history is signed";
}

Found RecordedVote::examine(SimulatedDisk& disk, const Image& files,
                            std::uint64_t acknowledged) const {
    Found found;
    const auto journal = files.find(std::string(SimulatedDisk::ledger_path) + "-journal");
    found.hot_journal =
        journal != files.end() && !journal->second.empty() && journal->second.front() != '\0';
    disk.reset(files);
    auto ledger = reopen_ledger(SimulatedDisk::ledger_path, builder_, on(disk));
    found.opened = static_cast<bool>(ledger);
    if (!ledger) {
        if (acknowledged > 0) found.wrong = ledger.error().detail;
        return found;
    }
    found.size = ledger->position().size;
    found.wrong = compare(*ledger, acknowledged);
    if (found.wrong.empty()) found.wrong = append_again(*ledger);
    return found;
}

}  // namespace placet::tests
