// words.h: an entry as a sentence for a person. English; never parsed by anything.
#pragma once

#include "ledger/procedure/conference.h"
#include "ledger/procedure/deadline.h"

#include <string>

namespace placet::ledger {

/// What a delegation or an officer said, and lists of delegations: cut to a line's length, or
/// whole.
enum class Length { line, whole };

/// One sentence, without the entry's index. `conference` is what the entries up to and including
/// this one amount to; names come from it.
std::string in_words(const Entry& entry, const Conference& conference,
                     Length length = Length::line);

/// By which a person knows them; the id of one who is not there.
std::string participant_name(const Conference& conference, const ParticipantId& id);
std::string person_name(const Conference& conference, const PersonId& id);

/// "1st", "12th", "23rd"
std::string ordinal(std::int64_t number);

}  // namespace placet::ledger
