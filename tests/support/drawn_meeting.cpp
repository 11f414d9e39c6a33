#include "tests/support/drawn_meeting.h"

namespace placet::tests {

using namespace placet::ledger;

Conference drawn_question() {
    Conference conference = *voting_state().conference;
    conference.run.reset();
    return conference;
}

Conference drawn_meeting() {
    auto conference = drawn_question();
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
