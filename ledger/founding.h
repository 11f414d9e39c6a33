// founding.h: how a conference comes to exist: its keys and badges, and the first entries of its
// spine. Nothing here asks a person anything or names a file of keys; tools/init does.
#pragma once

#include "ledger/badge.h"
#include "ledger/conference_package.h"

#include <functional>
#include <utility>

namespace placet::ledger {

/// What is decided before the first key is made.
struct FoundingPlan {
    ConferencePackage package = {};
    ImportedTexts texts = {};
    Mode mode = Mode::rehearsal;
    std::vector<Person> persons = {};  // keys still empty
};

/// A person's key, and what opens it. Secret goes on the badge, PIN on a slip of its own.
struct NewBadge {
    Person person = {};  // with the public key
    SigningKey key;
    Secret secret;
    std::string pin = {};
};

/// A key, a secret and a random PIN for every person.
std::vector<NewBadge> make_badges(std::vector<Person> persons);

/// Every key encrypted under its badge and PIN, on as many threads as the machine has processors
/// (each needs 64 MiB and about a tenth of a second a key). `progress` is told how many are done,
/// from one thread at a time.
KeyStore encrypt_badges(std::string_view nonce, std::span<const NewBadge> badges,
                        const std::function<void(std::size_t)>& progress);

/// The charter: one terminal, the desk, with a random nonce. Its attachments are the package's
/// files.
Charter charter_of(const FoundingPlan& plan, const PublicKey& root, const PublicKey& terminal);

/// A ledger in the making, under a name of its own beside the one that it will have: goes away
/// unless it is given that name.
class UnnamedLedger {
public:
    /// Fails (refused) if the name is taken already.
    static Result<UnnamedLedger> beside(const std::filesystem::path& path);
    UnnamedLedger(UnnamedLedger&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    UnnamedLedger& operator=(UnnamedLedger&&) = delete;
    ~UnnamedLedger();

    const std::filesystem::path& path() const { return path_; }

    /// Requires that nothing has it open. Fails refused (the name is taken) or storage.
    Result<Done> give_name(const std::filesystem::path& path);

private:
    explicit UnnamedLedger(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
};

/// Founds, beside `path`: charter, then participants, persons and texts in one transaction, all
/// sealed by the root key; attachments before. Fails refused (the name is taken; a live conference
/// on rules that nobody adopted), or as Ledger::found and Batch::add do; then there is no file.
Result<UnnamedLedger> found_conference(const std::filesystem::path& path, const FoundingPlan& plan,
                                       const Charter& charter, std::span<const NewBadge> badges,
                                       const SigningKey& root, SigningKey terminal);

}  // namespace placet::ledger
