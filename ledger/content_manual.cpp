#include "ledger/content_records.h"

namespace placet::ledger {

using nlohmann::json;

json write(const LotCommitted& r) {
    return {{"commitment", hex(r.commitment)}, {"run", r.run}, {"start", hex(r.start)}};
}

json write(const LotDrawn& r) {
    return {{"first", r.first}, {"nonce", r.nonce},      {"number", r.number},
            {"run", r.run},     {"start", hex(r.start)}, {"way", to_text(r.way)}};
}

json write(const AnswerGiven& r) {
    return {
        {"answer", to_text(r.answer)}, {"call", r.call}, {"delegation", r.delegation}, {"id", r.id},
        {"replaces", r.replaces},      {"run", r.run},   {"start", hex(r.start)}};
}

json write(const HandsCounted& r) {
    return {{"abstaining", r.abstaining}, {"no", r.no},  {"round", r.round}, {"run", r.run},
            {"start", hex(r.start)},      {"yes", r.yes}};
}

void read(ContentReader& in, LotCommitted& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.commitment = in.hash("commitment");
}

void read(ContentReader& in, LotDrawn& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.way = in.choice_of<LotWay>("way");
    r.first = in.text("first");
    r.number = in.integer("number");
    r.nonce = in.text("nonce");
}

void read(ContentReader& in, AnswerGiven& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.delegation = in.text("delegation");
    r.call = in.integer("call");
    r.id = in.text("id");
    r.replaces = in.text("replaces");
    r.answer = in.choice_of<Answer>("answer");
}

void read(ContentReader& in, HandsCounted& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.round = in.integer("round");
    r.yes = in.integer("yes");
    r.no = in.integer("no");
    r.abstaining = in.integer("abstaining");
}

json write(const TotalsTaken& r) {
    return {{"abstaining", r.abstaining},
            {"no", r.no},
            {"run", r.run},
            {"start", hex(r.start)},
            {"yes", r.yes}};
}

void read(ContentReader& in, TotalsTaken& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.yes = in.integer("yes");
    r.no = in.integer("no");
    r.abstaining = in.integer("abstaining");
}

}  // namespace placet::ledger
