#include "tests/support/drawn_meeting.h"

namespace placet::tests {

using namespace placet::ledger;

Conference drawn_meeting() {
    Conference conference = *voting_state().conference;
    conference.run.reset();
    conference.question.reset();
    conference.last_question = 0;
    return conference;
}

Hash take(Conference& conference, const Record& record) {
    const Hash leaf = sha256(bytes_of("entry " + std::to_string(conference.size)));
    apply(conference, {.seq = conference.size, .unit = "plenary", .record = record, .leaf = leaf});
    return leaf;
}

}  // namespace placet::tests
