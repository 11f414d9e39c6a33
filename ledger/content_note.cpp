#include "ledger/content_records.h"

namespace placet::ledger {

using nlohmann::json;

json write(const CorrectionNoted& r) {
    return {{"delegation", r.delegation},
            {"intended", to_text(r.intended)},
            {"received_from", r.received_from},
            {"result", hex(r.result)},
            {"run", r.run}};
}

json write(const ReadingCorrected& r) {
    return {{"read", r.read}, {"result", hex(r.result)}, {"sentence", r.sentence}};
}

json write(const RecordClosed& r) { return json{{"decision", hex(r.decision)}}; }

void read(ContentReader& in, CorrectionNoted& r) {
    r.run = in.integer("run");
    r.result = in.hash("result");
    r.delegation = in.text("delegation");
    r.intended = in.choice_of<Choice>("intended");
    r.received_from = in.text("received_from");
}

void read(ContentReader& in, ReadingCorrected& r) {
    r.result = in.hash("result");
    r.read = in.text("read");
    r.sentence = in.text("sentence");
}

void read(ContentReader& in, RecordClosed& r) { r.decision = in.hash("decision"); }

}  // namespace placet::ledger
