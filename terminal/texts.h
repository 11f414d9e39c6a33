// texts.h: where the desk takes the texts of proposals from: files that the secretariat puts into a
// folder. The session asks for them, screens show which there are; their bytes go to the ledger.
#pragma once

#include "crypto/bytes.h"
#include "crypto/hash.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace placet::terminal {

/// One text in its languages.
struct NamedText {
    std::string name = {};                   // "A_CONF.999_L.12" of A_CONF.999_L.12.en.txt
    std::map<std::string, Hash> texts = {};  // SHA-256 by language

    friend bool operator==(const NamedText&, const NamedText&) = default;
};

/// A file that is no text in a language: a tally sheet as it was scanned.
struct ScannedSheet {
    std::string file = {};  // its name
    Hash hash = {};

    friend bool operator==(const ScannedSheet&, const ScannedSheet&) = default;
};

/// Why a file is not offered.
enum class TextTrouble {
    unreadable,
    empty,
    too_large,         // above 8 MiB, or all together above what is kept
    no_language,       // not named NAME.LANGUAGE.txt or so, nor a scan
    unknown_language,  // not of the conference
    twice,             // the same text in the same language under another ending
};

struct TextsView {
    bool wanted = false;  // a folder was given
    bool reading = false;
    std::vector<NamedText> texts = {};      // by name
    std::vector<ScannedSheet> sheets = {};  // by name
    /// Name of the file, empty for the folder itself.
    std::vector<std::pair<std::string, TextTrouble>> trouble = {};

    friend bool operator==(const TextsView&, const TextsView&) = default;
};

class Texts {
public:
    virtual ~Texts() = default;
    /// Looks again; the view says when it is done. No effect while it looks.
    virtual void read(std::vector<std::string> languages) = 0;
    virtual TextsView view() const = 0;
    /// Of a text that is offered, exactly as it was read when it was hashed.
    virtual std::optional<Bytes> bytes_of_text(const Hash& hash) const = 0;
};

}  // namespace placet::terminal
