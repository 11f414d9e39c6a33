// proposal_acts.h: the records of a text that is submitted, revised, circulated, introduced or
// written in, filled from the conference. Pure. Nothing is judged here: the rules judge the entry.
#pragma once

#include "ledger/procedure/conference.h"

#include <map>
#include <string>
#include <vector>

namespace placet::ledger {

/// SHA-256 of a text by language.
using TextHashes = std::map<std::string, Hash>;

/// What a text is that is submitted to this one: an amendment to a unit or a proposal, a
/// sub-amendment to an amendment; a proposal of its own where the id is empty.
ProposalKind kind_submitted_to(const Conference& conference, const ProposalId& parent);

/// A text with a symbol, or one moved orally where the symbol is empty. Its id is its symbol, or
/// "oral-2"; its title, "The amendment to draft article 5 in document A/CONF.999/L.12" or "The oral
/// amendment to draft article 5 by Chile".
ProposalRegistered registration_of(const Conference& conference, const ProposalId& parent,
                                   const std::string& symbol,
                                   const std::vector<ParticipantId>& sponsors,
                                   const TextHashes& texts);

/// Further sponsors, another text, or both; no texts: as they were. Requires the proposal.
ProposalRevised revision_of(const Conference& conference, const ProposalId& id,
                            const std::string& symbol, bool oral,
                            const std::vector<ParticipantId>& joining, const TextHashes& texts);

/// In the languages that there are of it. Where one of the conference's is missing, with the
/// presiding officer's permission. Requires the proposal.
ProposalCirculated circulation_of(const Conference& conference, const ProposalId& id);

/// The next version, with all that was adopted and is not yet written in. Requires the proposal.
TextRevised text_as_adopted(const Conference& conference, const ProposalId& id,
                            const TextHashes& texts);

/// A unit that is known gets this number and title, both as they were where empty, and stands after
/// that one. Requires the unit.
TextPlaced placement_of(const Conference& conference, const TextUnitId& id,
                        const std::string& number, const std::string& title,
                        const TextUnitId& after);

/// A new unit after that one, "Draft article 5 bis"; split from it, or not.
TextPlaced new_unit_of(const TextUnitId& after, bool split, const std::string& number,
                       const std::string& title, const TextHashes& texts);

/// The unit before this one; empty if it is the first.
TextUnitId unit_before(const Conference& conference, const TextUnitId& id);

}  // namespace placet::ledger
