// mark.h: the latest own checkpoint on a second medium, so that a ledger that lost its end is
// noticed before it is written to: a key must never sign two histories.
//
// Two slots of 512 bytes, written in turn with one sync and no rename, so that a power cut leaves
// one of them whole. A slot is `<SHA-256 of the note, hex> LF <note>`, filled with NUL.
#pragma once

#include "crypto/checkpoint.h"

#include <filesystem>
#include <optional>

namespace placet::ledger {

class Mark {
public:
    /// Opens or makes the mark, durably. Fails storage, or malformed (a file that is no mark of
    /// this ledger: left as it is).
    static Result<Mark> open(const std::filesystem::path& path, const VerifierKey& key);

    Mark(Mark&&) noexcept;
    Mark& operator=(Mark&&) noexcept;
    Mark(const Mark&) = delete;
    Mark& operator=(const Mark&) = delete;
    ~Mark();

    /// The newest checkpoint that verifies; nothing in a new mark.
    const std::optional<Checkpoint>& latest() const { return latest_; }

    /// Durable when it returns. Fails (storage): the medium is gone or full.
    Result<Done> write(const Checkpoint& checkpoint, std::string_view note);

private:
    Mark(int descriptor, std::filesystem::path path);

    int descriptor_ = -1;
    std::filesystem::path path_;
    std::optional<Checkpoint> latest_;
    int next_slot_ = 0;
};

}  // namespace placet::ledger
