// script.h: what the presiding officer says at this moment, in sentences of our own after the
// custom of presiding officers.
//
// Pure. Sentences have named places, so that they can be said in another language.
#pragma once

#include "ledger/procedure/conference.h"

#include <string>
#include <utility>
#include <vector>

namespace placet::ledger {

struct SpokenSentence {
    std::string sentence = {};  // "{name} moves {words}."
    /// By place. A `subject` is the title of a text as the record has it: "Draft article 2".
    std::vector<std::pair<std::string, std::string>> values = {};

    friend bool operator==(const SpokenSentence&, const SpokenSentence&) = default;
};

/// In the order in which they are said; empty where nothing is said now. After a vote it is the
/// figures, the majority required and the sentence of the announcement. Cannot fail.
std::vector<SpokenSentence> script_of(const Conference& conference);

/// The places filled, in English.
std::string in_english(const SpokenSentence& spoken);

}  // namespace placet::ledger
