// record_convention.h: the records of the draft convention's text: its units, their versions and
// places. Part of record.h.
#pragma once

#include "ledger/record_founding.h"

namespace placet::ledger {

/// One unit of the draft convention with the hash of its text per language.
struct TextUnit {
    TextUnitId id = {};
    std::string number = {};  // "2"; empty where the unit has none
    std::string label = {};   // as a sentence names it: "Draft article 2"
    std::string title = {};
    std::map<std::string, Hash> texts = {};  // SHA-256 by language

    friend bool operator==(const TextUnit&, const TextUnit&) = default;
};

/// The texts before the conference, in the order of the convention. Sealed by the root key.
struct TextRegister {
    std::vector<TextUnit> units = {};

    friend bool operator==(const TextRegister&, const TextRegister&) = default;
};

/// The next version of a proposal's text: an adopted amendment written in, or parts lost. Sealed by
/// presiding officer and secretary.
struct TextRevised {
    ProposalId proposal = {};  // a unit of the basic proposal by its own id
    std::int64_t version = 2;
    std::vector<Hash> decisions = {};  // leaf hashes: all that it carries out
    std::map<std::string, Hash> texts = {};

    friend bool operator==(const TextRevised&, const TextRevised&) = default;
};

/// A unit is added, split from another, renumbered or moved. Sealed by presiding officer and
/// secretary.
struct TextPlaced {
    TextUnitId text_unit = {};
    TextUnitId after = {};       // the unit before it; empty: it is the first
    TextUnitId split_from = {};  // empty unless it was part of another
    std::string number = {};
    std::string label = {};
    std::string title = {};
    std::map<std::string, Hash> texts = {};  // of a new unit; empty for one that is known

    friend bool operator==(const TextPlaced&, const TextPlaced&) = default;
};

}  // namespace placet::ledger
