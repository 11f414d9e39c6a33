#include "ledger/content_floor.h"

namespace placet::ledger {

using nlohmann::json;

namespace {

Candidate read_candidate(ContentReader& in) {
    return {.id = in.text("id"), .name = in.text("name")};
}

CandidateVotes read_votes(ContentReader& in) {
    return {.candidate = read_candidate(in), .votes = in.integer("votes")};
}

}  // namespace

json write(const ElectionOpened& r) {
    json candidates = json::array();
    for (const auto& candidate : r.candidates)
        candidates.push_back({{"id", candidate.id}, {"name", candidate.name}});
    return {{"candidates", candidates}, {"election", r.election},
            {"majority", r.majority},   {"meeting", r.meeting},
            {"office", r.office},       {"open_to_others", r.open_to_others},
            {"seats", r.seats}};
}

json write(const CandidateWithdrawn& r) {
    return {{"candidate", r.candidate},
            {"election", r.election},
            {"meeting", r.meeting},
            {"opened", hex(r.opened)}};
}

json write(const ProtocolEntered& r) {
    json votes = json::array();
    for (const auto& one : r.votes)
        votes.push_back(
            {{"id", one.candidate.id}, {"name", one.candidate.name}, {"votes", one.votes}});
    return {{"blank", r.blank},
            {"distributed", r.distributed},
            {"document", hex_or_none(r.document)},
            {"election", r.election},
            {"found", r.found},
            {"invalid", r.invalid},
            {"meeting", r.meeting},
            {"opened", hex(r.opened)},
            {"places", r.places},
            {"round", r.round},
            {"tellers", r.tellers},
            {"votes", votes}};
}

json write(const ElectionLotDrawn& r) {
    return {{"among", r.among},       {"drawn", r.drawn},     {"drawn_by", r.drawn_by},
            {"election", r.election}, {"meeting", r.meeting}, {"opened", hex(r.opened)},
            {"round", r.round},       {"way", r.way},         {"witnesses", r.witnesses}};
}

json write(const AcclamationDeclared& r) {
    return {{"election", r.election}, {"meeting", r.meeting}, {"opened", hex(r.opened)}};
}

json write(const ElectionStopped& r) {
    return {{"election", r.election},
            {"meeting", r.meeting},
            {"opened", hex(r.opened)},
            {"reason", r.reason}};
}

void read(ContentReader& in, ElectionOpened& r) {
    r.election = in.integer("election");
    r.meeting = in.integer("meeting");
    r.office = in.text("office");
    r.seats = in.integer("seats");
    r.candidates = in.objects("candidates", read_candidate);
    r.majority = in.text("majority");
    r.open_to_others = in.boolean("open_to_others");
}

void read(ContentReader& in, CandidateWithdrawn& r) {
    r.election = in.integer("election");
    r.opened = in.hash("opened");
    r.meeting = in.integer("meeting");
    r.candidate = in.text("candidate");
}

void read(ContentReader& in, ProtocolEntered& r) {
    r.election = in.integer("election");
    r.opened = in.hash("opened");
    r.meeting = in.integer("meeting");
    r.round = in.integer("round");
    r.places = in.integer("places");
    r.distributed = in.integer("distributed");
    r.found = in.integer("found");
    r.invalid = in.integer("invalid");
    r.blank = in.integer("blank");
    r.votes = in.objects("votes", read_votes);
    r.tellers = in.text("tellers");
    r.document = in.hash_or_none("document");
}

void read(ContentReader& in, ElectionLotDrawn& r) {
    r.election = in.integer("election");
    r.opened = in.hash("opened");
    r.meeting = in.integer("meeting");
    r.round = in.integer("round");
    r.among = in.texts("among");
    r.drawn = in.texts("drawn");
    r.drawn_by = in.text("drawn_by");
    r.way = in.text("way");
    r.witnesses = in.text("witnesses");
}

void read(ContentReader& in, AcclamationDeclared& r) {
    r.election = in.integer("election");
    r.opened = in.hash("opened");
    r.meeting = in.integer("meeting");
}

void read(ContentReader& in, ElectionStopped& r) {
    r.election = in.integer("election");
    r.opened = in.hash("opened");
    r.meeting = in.integer("meeting");
    r.reason = in.text("reason");
}

}  // namespace placet::ledger
