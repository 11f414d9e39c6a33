// conference_builder.h: a small conference with keys that every run makes anew the same way, so
// that a test can say what happens in one line each.
#pragma once

#include "ledger/authority.h"
#include "ledger/ledger.h"

#include <map>
#include <string>
#include <vector>

namespace placet::tests {

/// A key derived from a label: tests only.
SigningKey key_from_label(std::string_view label);

/// Officers "chair", "clerk" (secretary) and "usher" (attendant); delegates "<id>-1".
class ConferenceBuilder {
public:
    /// `participants`: ids in roll order; each has one delegate.
    explicit ConferenceBuilder(std::vector<std::string> participants);

    /// The charter's draft, sealed by the root key.
    ledger::Draft charter() const;
    SigningKey terminal_key() const { return key_from_label("desk"); }
    static const std::string& origin();

    /// Drafts of everything that comes before a meeting, in order.
    std::vector<ledger::Draft> founding(const Hash& charter_leaf) const;

    /// A record sealed by those who must.
    ledger::Draft sealed(const ledger::Conference& conference, const ledger::Record& record,
                         const std::string& unit = "plenary") const;
    /// A ballot of the open run; names what it replaces.
    ledger::Ballot ballot(const ledger::Conference& conference, const std::string& delegation,
                          ledger::Choice choice);
    /// The question of adopting this unit of text, as the desk would put it.
    static ledger::QuestionPut question(const ledger::Conference& conference,
                                        const std::string& text_unit);
    static ledger::VoteStarted start(const ledger::Conference& conference);

    const std::vector<std::string>& participants() const { return participants_; }

private:
    std::vector<std::string> participants_;
    int ballots_ = 0;
};

/// Every choice in order, on draft article 2: open, presence, put, start, ballots. Ends in voting.
/// Requires a ledger that `founding` was appended to.
void bring_to_vote(ledger::Ledger& ledger, ConferenceBuilder& builder);

/// Appends or fails the test with the refusal.
ledger::Receipt append(ledger::Ledger& ledger, const ledger::Draft& draft);

}  // namespace placet::tests
