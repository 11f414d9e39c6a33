// sample_ledger.h: ledgers to measure: the conference of the package, every delegation with one
// delegate, one vote after the other. Keys come from labels, so that a file that is kept can be
// opened again. Never for a real conference.
#pragma once

#include "ledger/acts.h"
#include "ledger/founding.h"
#include "ledger/ledger.h"
#include "tools/bench/benchmark.h"

#include <map>

namespace placet::bench {

class SampleConference {
public:
    /// Fails as read_conference_package does.
    static Result<SampleConference> read(const std::filesystem::path& package);

    const std::vector<ledger::ParticipantId>& delegations() const { return delegations_; }
    static SigningKey terminal_key();
    static SigningKey key_of(const ledger::PersonId& person);
    const ledger::PersonId& delegate_of(const ledger::ParticipantId& delegation) const {
        return delegates_.at(delegation);
    }

    /// Founds it at this path, which must not exist, with more terminals than the desk if any are
    /// given. Fails as found_conference does.
    Result<Done> found(const std::filesystem::path& path,
                       const std::vector<ledger::Terminal>& more = {}) const;

    /// A record sealed by those who must.
    Result<ledger::Draft> sealed(const ledger::Conference& conference,
                                 const ledger::Record& record) const;
    /// The next ballot of this delegation in the open run, sealed.
    Result<ledger::Draft> ballot(const ledger::Conference& conference,
                                 const ledger::ParticipantId& delegation) const;

private:
    ledger::FoundingPlan plan_ = {};
    std::vector<ledger::ParticipantId> delegations_ = {};
    std::map<ledger::PersonId, SigningKey> keys_ = {};
    std::map<ledger::ParticipantId, ledger::PersonId> delegates_ = {};
};

/// Something that takes sealed drafts in order and knows the conference as they leave it.
struct Recorder {
    std::function<Result<Done>(std::string_view)> attach = {};
    std::function<Result<Done>(const ledger::Draft&)> record = {};
    std::function<const ledger::Conference&()> conference = {};
    std::function<ledger::FeedPosition()> position = {};
};
/// Each in a transaction of its own.
Recorder recorder_of(ledger::Ledger& ledger);

/// Opens the first meeting with everybody present.
Result<Done> open_meeting(const SampleConference& sample, const Recorder& to);
/// Puts the next unit of text and starts its vote.
Result<Done> start_vote(const SampleConference& sample, const Recorder& to);
/// Every delegation casts a ballot.
Result<Done> cast_all(const SampleConference& sample, const Recorder& to);
/// Closes, locks and announces.
Result<Done> finish_vote(const SampleConference& sample, const Recorder& to);

struct Shape {
    std::uint64_t entries = 0;        // at least; all votes are decided
    std::size_t per_transaction = 1;  // one checkpoint each
};
/// The ledger of this shape in the settings' folder; made now if it is not there, without asking
/// the rules, which the audit of it does. Fails as Log::append does.
Result<std::filesystem::path> sample_ledger(const Settings& settings,
                                            const SampleConference& sample, Shape shape);

}  // namespace placet::bench
