// conference_builder.h: a small conference with keys that every run makes anew the same way, so
// that a test can say what happens in one line each.
#pragma once

#include "ledger/authority.h"
#include "ledger/ledger.h"

#include <map>
#include <string>
#include <vector>

namespace placet::tests {

/// A clock that stands still.
inline std::int64_t fixed_clock() { return 1'800'000'000'000; }

/// A key derived from a label: tests only.
SigningKey key_from_label(std::string_view label);

/// Officers "chair", "clerk" (secretary) and "usher" (attendant); delegates "<id>-1".
class ConferenceBuilder {
public:
    /// `participants`: ids in roll order; each has one delegate. The rules' names are the tests'.
    explicit ConferenceBuilder(std::vector<std::string> participants,
                               ledger::RuleProfile rules = {});

    /// Beside the plenary.
    void add_organ(ledger::Unit organ) { organs_.push_back(std::move(organ)); }

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

    const std::vector<std::string>& participants() const { return participants_; }

private:
    std::vector<std::string> participants_;
    ledger::RuleProfile rules_;
    std::vector<ledger::Unit> organs_ = {};
    int ballots_ = 0;
};

/// A new ledger with charter and founding, under the clock above.
ledger::Ledger found_ledger(const std::filesystem::path& path, const ConferenceBuilder& builder,
                            ledger::Ledger::Options options = {});
/// The same ledger, opened again.
Result<ledger::Ledger> reopen_ledger(const std::filesystem::path& path,
                                     const ConferenceBuilder& builder,
                                     ledger::Ledger::Options options = {});

/// Opens a meeting with everybody present.
void open_meeting(ledger::Ledger& ledger, const ConferenceBuilder& builder);
/// Puts draft article 2, or once it is decided a motion of substance, unless a question waits for
/// its second vote, and starts the voting.
void start_vote(ledger::Ledger& ledger, const ConferenceBuilder& builder);
/// Both: ends in voting. Requires a ledger that `founding` was appended to.
void bring_to_vote(ledger::Ledger& ledger, const ConferenceBuilder& builder);
/// Closes, locks and announces.
void finish_vote(ledger::Ledger& ledger, const ConferenceBuilder& builder);

/// One delegation's ballot, appended.
ledger::Receipt cast(ledger::Ledger& ledger, ConferenceBuilder& builder,
                     const std::string& delegation, ledger::Choice choice);

/// Appends or fails the test with the refusal.
ledger::Receipt append(ledger::Ledger& ledger, const ledger::Draft& draft);

}  // namespace placet::tests
