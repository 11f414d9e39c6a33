#include "ledger/content_floor.h"

namespace placet::ledger {

using nlohmann::json;

json write(const MotionMoved& r) {
    return {{"decision", hex_or_none(r.decision)},
            {"kind", to_text(r.kind)},
            {"meeting", r.meeting},
            {"motion", r.motion},
            {"mover", r.mover},
            {"parts", r.parts},
            {"proposal", r.proposal},
            {"words", r.words}};
}

json write(const MotionSpoken& r) {
    return {{"delegation", r.delegation}, {"motion", r.motion}, {"side", to_text(r.side)}};
}

json write(const MotionGranted& r) { return json{{"motion", r.motion}}; }

json write(const MotionWithdrawn& r) {
    return {{"delegation", r.delegation}, {"motion", r.motion}};
}

json write(const MethodRequested& r) {
    return {{"delegation", r.delegation}, {"method", to_text(r.method)}, {"question", r.question}};
}

json write(const PointOfOrderRaised& r) {
    return {{"delegation", r.delegation},
            {"meeting", r.meeting},
            {"on_the_voting", r.on_the_voting},
            {"words", r.words}};
}

json write(const RulingGiven& r) {
    return {{"because", r.because},    {"delegation", r.delegation},
            {"kind", to_text(r.kind)}, {"matter", to_text(r.matter)},
            {"meeting", r.meeting},    {"motion", r.motion},
            {"order", r.order},        {"proposal", r.proposal},
            {"reasons", r.reasons},    {"ruling", r.ruling},
            {"words", r.words}};
}

json write(const RulingAppealed& r) { return {{"delegation", r.delegation}, {"ruling", r.ruling}}; }

json write(const AppealWithdrawn& r) {
    return {{"delegation", r.delegation}, {"ruling", r.ruling}};
}

void read(ContentReader& in, MotionMoved& r) {
    r.motion = in.integer("motion");
    r.meeting = in.integer("meeting");
    r.kind = in.choice_of<MotionKind>("kind");
    r.mover = in.text("mover");
    r.proposal = in.text("proposal");
    r.decision = in.hash_or_none("decision");
    r.parts = in.texts("parts");
    r.words = in.text("words");
}

void read(ContentReader& in, MotionSpoken& r) {
    r.motion = in.integer("motion");
    r.delegation = in.text("delegation");
    r.side = in.choice_of<Side>("side");
}

void read(ContentReader& in, MotionGranted& r) { r.motion = in.integer("motion"); }

void read(ContentReader& in, MotionWithdrawn& r) {
    r.motion = in.integer("motion");
    r.delegation = in.text("delegation");
}

void read(ContentReader& in, MethodRequested& r) {
    r.question = in.integer("question");
    r.delegation = in.text("delegation");
    r.method = in.choice_of<Method>("method");
}

void read(ContentReader& in, PointOfOrderRaised& r) {
    r.meeting = in.integer("meeting");
    r.delegation = in.text("delegation");
    r.on_the_voting = in.boolean("on_the_voting");
    r.words = in.text("words");
}

void read(ContentReader& in, RulingGiven& r) {
    r.ruling = in.integer("ruling");
    r.meeting = in.integer("meeting");
    r.kind = in.choice_of<RulingKind>("kind");
    r.proposal = in.text("proposal");
    r.order = in.texts("order");
    r.because = in.text("because");
    r.matter = in.choice_of<MatterClass>("matter");
    r.motion = in.integer("motion");
    r.delegation = in.text("delegation");
    r.words = in.text("words");
    r.reasons = in.text("reasons");
}

void read(ContentReader& in, RulingAppealed& r) {
    r.ruling = in.integer("ruling");
    r.delegation = in.text("delegation");
}

void read(ContentReader& in, AppealWithdrawn& r) {
    r.ruling = in.integer("ruling");
    r.delegation = in.text("delegation");
}

}  // namespace placet::ledger
