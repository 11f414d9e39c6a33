// history.h: one history of a feed, as somebody holds it: a ledger, a static directory, or nothing
// but a signed checkpoint. For comparing them (history_diff.h).
#pragma once

#include "crypto/checkpoint.h"
#include "ledger/exchange/carrier.h"
#include "ledger/verify/ledger_copy.h"

#include <memory>
#include <optional>

namespace placet::ledger {

class History {
public:
    enum class Kind { ledger, directory, checkpoint };

    History(Kind kind, std::string name) : kind_(kind), name_(std::move(name)) {}
    History(const History&) = delete;
    History& operator=(const History&) = delete;
    virtual ~History() = default;

    Kind kind() const { return kind_; }
    const std::string& name() const { return name_; }  // as it was given
    bool has_entries() const { return kind_ != Kind::checkpoint; }
    /// Its last checkpoint's note, and what that says: opened with the key.
    const std::string& note() const { return note_; }
    const Checkpoint& checkpoint() const { return checkpoint_; }

    /// The next entries, from 0 on, a few hundred at most; none at the end. Nothing of them is
    /// verified, and no stored hash is used. Fails as the carrier or the store, or malformed.
    virtual Result<std::vector<std::string>> next() { return std::vector<std::string>{}; }

protected:
    /// Fails malformed or unverified, saying whose checkpoint this is not.
    Result<Done> set_note(std::string note, const VerifierKey& key);

private:
    Kind kind_;
    std::string name_;
    std::string note_ = {};
    Checkpoint checkpoint_ = {};
};

/// A checkpoint alone, pasted or photographed (pasted_note.h); fails malformed or unverified.
Result<std::unique_ptr<History>> checkpoint_history(const std::string& name, std::string_view note,
                                                    const VerifierKey& key);

/// Files, folders and addresses as they were given, before it is known whose history is meant.
class HistorySources {
public:
    /// Ledgers are copied. Anything that is neither an address nor a folder nor an SQLite file is
    /// taken for a checkpoint's note. Fails as LedgerCopy, open_carrier, or malformed.
    static Result<HistorySources> open(const std::vector<std::string>& names);

    /// Of the first ledger; nothing if there is none: directories and checkpoints name no key.
    std::optional<VerifierKey> key() const;

    /// Each one's history of the feed that this key signs. Requires to be called once. Fails
    /// refused (a ledger of other keys), absent (nothing of this feed there), malformed or
    /// unverified (no checkpoint of this key).
    Result<std::vector<std::unique_ptr<History>>> histories(const VerifierKey& key);

private:
    struct Source {
        std::string name = {};
        std::optional<LedgerCopy> ledger = {};
        std::vector<VerifierKey> keys = {};  // of the ledger's feeds
        std::unique_ptr<Carrier> directory = {};
        std::string note = {};
    };
    std::vector<Source> sources_ = {};
};

}  // namespace placet::ledger
