#include "ledger/content_records.h"

namespace placet::ledger {

using nlohmann::json;

json write(const ConsensusProposed& r) {
    return {{"meeting", r.meeting},     {"participating", r.participating},
            {"present", r.present},     {"profile_version", r.profile_version},
            {"proposal", r.proposal},   {"question", r.question},
            {"sentence", r.sentence},   {"subject", r.subject},
            {"text_unit", r.text_unit}, {"texts", hashes(r.texts)}};
}

json write(const ObjectionRaised& r) {
    return {{"delegation", r.delegation},
            {"ground", to_text(r.ground)},
            {"proposed", hex(r.proposed)},
            {"words", r.words}};
}

json write(const ObjectionWithdrawn& r) {
    return {{"delegation", r.delegation}, {"objection", hex(r.objection)}, {"words", r.words}};
}

json write(const ConsensusGavelled& r) {
    return {
        {"label", to_text(r.label)}, {"proposed", hex(r.proposed)}, {"silence_ms", r.silence_ms}};
}

json write(const ConsensusConfirmed& r) {
    return {{"gavel", hex(r.gavel)}, {"sentence", r.sentence}};
}

json write(const LateFlagRuled& r) {
    return {{"before_gavel", r.before_gavel},
            {"delegation", r.delegation},
            {"gavel", hex(r.gavel)},
            {"words", r.words}};
}

json write(const ConsensusSetAside& r) {
    return {{"how", to_text(r.how)}, {"proposed", hex(r.proposed)}, {"words", r.words}};
}

json write(const StatementAttached& r) {
    return {{"about", hex(r.about)},
            {"delegation", r.delegation},
            {"kind", to_text(r.kind)},
            {"paragraphs", r.paragraphs},
            {"words", r.words}};
}

void read(ContentReader& in, ConsensusProposed& r) {
    r.question = in.integer("question");
    r.meeting = in.integer("meeting");
    r.proposal = in.text("proposal");
    r.text_unit = in.text("text_unit");
    r.profile_version = in.text("profile_version");
    r.subject = in.text("subject");
    r.sentence = in.text("sentence");
    r.texts = in.hashes("texts");
    r.present = in.texts("present");
    r.participating = in.integer("participating");
}

void read(ContentReader& in, ObjectionRaised& r) {
    r.proposed = in.hash("proposed");
    r.delegation = in.text("delegation");
    r.ground = in.choice_of<ObjectionGround>("ground");
    r.words = in.text("words");
}

void read(ContentReader& in, ObjectionWithdrawn& r) {
    r.objection = in.hash("objection");
    r.delegation = in.text("delegation");
    r.words = in.text("words");
}

void read(ContentReader& in, ConsensusGavelled& r) {
    r.proposed = in.hash("proposed");
    r.silence_ms = in.integer("silence_ms");
    r.label = in.choice_of<ConsensusLabel>("label");
}

void read(ContentReader& in, ConsensusConfirmed& r) {
    r.gavel = in.hash("gavel");
    r.sentence = in.text("sentence");
}

void read(ContentReader& in, LateFlagRuled& r) {
    r.gavel = in.hash("gavel");
    r.delegation = in.text("delegation");
    r.before_gavel = in.boolean("before_gavel");
    r.words = in.text("words");
}

void read(ContentReader& in, ConsensusSetAside& r) {
    r.proposed = in.hash("proposed");
    r.how = in.choice_of<SetAside>("how");
    r.words = in.text("words");
}

void read(ContentReader& in, StatementAttached& r) {
    r.about = in.hash("about");
    r.delegation = in.text("delegation");
    r.kind = in.choice_of<StatementKind>("kind");
    r.paragraphs = in.texts("paragraphs");
    r.words = in.text("words");
}

}  // namespace placet::ledger
