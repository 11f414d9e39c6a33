#include "ledger/content_records.h"

namespace placet::ledger {

using nlohmann::json;

json write(const MeetingOpened& r) { return {{"number", r.number}, {"presiding", r.presiding}}; }

json write(const PresenceNoted& r) {
    return {{"arrived", r.arrived}, {"left", r.left}, {"meeting", r.meeting}};
}

json write(const QuestionPut& r) {
    return {{"if_carried", r.if_carried},
            {"if_not_carried", r.if_not_carried},
            {"kind", to_text(r.kind)},
            {"majority", r.majority},
            {"matter", to_text(r.matter)},
            {"meeting", r.meeting},
            {"method", to_text(r.method)},
            {"motion", r.motion},
            {"part", r.part},
            {"participating", r.participating},
            {"profile_version", r.profile_version},
            {"proposal", r.proposal},
            {"question", r.question},
            {"ruling", r.ruling},
            {"sentence", r.sentence},
            {"subject", r.subject},
            {"text_unit", r.text_unit},
            {"texts", hashes(r.texts)}};
}

json write(const MeetingSuspended& r) { return json{{"meeting", r.meeting}}; }

json write(const MeetingResumed& r) { return json{{"meeting", r.meeting}}; }

json write(const MeetingClosed& r) { return json{{"meeting", r.meeting}}; }

json write(const PresidingChanged& r) {
    return {{"meeting", r.meeting}, {"presiding", r.presiding}};
}

void read(ContentReader& in, MeetingOpened& r) {
    r.number = in.integer("number");
    r.presiding = in.text("presiding");
}

void read(ContentReader& in, PresenceNoted& r) {
    r.meeting = in.integer("meeting");
    r.arrived = in.texts("arrived");
    r.left = in.texts("left");
}

void read(ContentReader& in, QuestionPut& r) {
    r.question = in.integer("question");
    r.meeting = in.integer("meeting");
    r.proposal = in.text("proposal");
    r.text_unit = in.text("text_unit");
    r.part = in.text("part");
    r.motion = in.integer("motion");
    r.ruling = in.integer("ruling");
    r.kind = in.choice_of<QuestionKind>("kind");
    r.matter = in.choice_of<MatterClass>("matter");
    r.method = in.choice_of<Method>("method");
    r.majority = in.text("majority");
    r.profile_version = in.text("profile_version");
    r.subject = in.text("subject");
    r.sentence = in.text("sentence");
    r.if_carried = in.text("if_carried");
    r.if_not_carried = in.text("if_not_carried");
    r.texts = in.hashes("texts");
    r.participating = in.integer("participating");
}

void read(ContentReader& in, MeetingSuspended& r) { r.meeting = in.integer("meeting"); }

void read(ContentReader& in, MeetingResumed& r) { r.meeting = in.integer("meeting"); }

void read(ContentReader& in, MeetingClosed& r) { r.meeting = in.integer("meeting"); }

void read(ContentReader& in, PresidingChanged& r) {
    r.meeting = in.integer("meeting");
    r.presiding = in.text("presiding");
}

}  // namespace placet::ledger
