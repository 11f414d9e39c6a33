// recorded_vote.h: one recorded vote, written by the real ledger to a simulated disk, and the
// question whether a disk still holds what was acknowledged.
#pragma once

#include "tests/support/conference_builder.h"
#include "tests/support/simulated_disk.h"

#include <optional>
#include <string>
#include <vector>

namespace placet::tests {

/// What a disk was found to hold.
struct Found {
    bool opened = false;
    std::uint64_t size = 0;
    bool hot_journal = false;  // there was something to roll back
    std::string wrong = {};    // empty: everything that was acknowledged is there, and nothing else
};

class RecordedVote {
public:
    /// `ballots` are cast one by one, every third changing one that stands; then two in one batch.
    explicit RecordedVote(int ballots);

    /// From founding to announcement on this disk, which is empty. Everything is acknowledged to
    /// the disk as soon as it is recorded.
    void run(SimulatedDisk& disk);
    /// The disk as it stands when the voting has begun, and the vote goes on from there until a
    /// ballot is not recorded. Returns the size that was acknowledged last.
    const Image& voting() const { return voting_; }
    std::uint64_t go_on(SimulatedDisk& disk) const;

    /// Opens the ledger that these files are, compares every entry with what was written, asks
    /// whether each ballot was recorded, and appends.
    Found examine(SimulatedDisk& disk, const Image& files, std::uint64_t acknowledged) const;

    /// Opens the ledger on this disk as it is and closes it: what it shows is acknowledged from
    /// then on. Nothing if it does not open.
    std::optional<std::uint64_t> shown(const SimulatedDisk& disk) const;

    std::uint64_t voting_size() const { return voting_size_; }

private:
    std::string compare(ledger::Ledger& ledger, std::uint64_t acknowledged) const;
    std::string append_again(ledger::Ledger& ledger) const;
    ledger::Draft next_ballot(const ledger::Ledger& ledger, int number) const;

    ConferenceBuilder builder_;
    int ballots_ = 0;
    std::vector<std::string> entries_ = {};         // every entry's bytes, by index
    std::vector<Hash> roots_ = {};                  // after each entry
    std::vector<std::string> ids_ = {};             // ballot ids by index; empty for acts
    std::vector<std::uint64_t> transactions_ = {};  // sizes after each
    Image voting_ = {};
    std::uint64_t voting_size_ = 0;
};

}  // namespace placet::tests
