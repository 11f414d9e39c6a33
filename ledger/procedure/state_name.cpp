#include "ledger/procedure/state_name.h"

namespace placet::ledger {

std::string state_name(const Conference& conference, const ParticipantId& id) {
    const auto found = conference.participants.find(id);
    return found == conference.participants.end() ? id : found->second.name;
}

}  // namespace placet::ledger
