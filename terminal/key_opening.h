// key_opening.h: opens a person's key on a thread of its own: Argon2id takes a tenth of a second,
// which no frame has.
#pragma once

#include "ledger/badge.h"

#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace placet::terminal {

/// What badge and PIN open. Fails as KeyStore::open does, from another thread.
using OpenKey = std::function<Result<SigningKey>(const ledger::Badge&, std::string_view pin)>;

class KeyOpening {
public:
    /// `wake` is called from the other thread once `take` has something.
    KeyOpening(OpenKey open, std::function<void()> wake)
        : open_(std::move(open)), wake_(std::move(wake)) {}
    ~KeyOpening();  // waits for a key that is being opened
    KeyOpening(const KeyOpening&) = delete;
    KeyOpening& operator=(const KeyOpening&) = delete;

    /// Requires that none is being opened. `pin` are digits.
    void start(const ledger::Badge& badge, Secret pin);

    /// The key, or why not, once; nothing as long as it takes.
    std::optional<Result<SigningKey>> take();

private:
    OpenKey open_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::optional<Result<SigningKey>> opened_;
    std::thread thread_;
};

}  // namespace placet::terminal
