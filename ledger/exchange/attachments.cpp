#include "ledger/exchange/attachments.h"

namespace placet::ledger {
namespace {

template <class Map>
void add(std::set<Hash>& to, const Map& hashes) {
    for (const auto& [name, hash] : hashes) to.insert(hash);
}

void add(std::set<Hash>& to, const std::vector<TextUnit>& units) {
    for (const auto& unit : units) add(to, unit.texts);
}

}  // namespace

std::set<Hash> attachments_named(const Record& record) {
    std::set<Hash> named;
    if (const auto* charter = std::get_if<Charter>(&record)) add(named, charter->attachments);
    if (const auto* texts = std::get_if<TextRegister>(&record)) add(named, texts->units);
    if (const auto* submitted = std::get_if<ProposalRegistered>(&record))
        add(named, submitted->texts);
    if (const auto* revised = std::get_if<ProposalRevised>(&record)) add(named, revised->texts);
    if (const auto* revised = std::get_if<TextRevised>(&record)) add(named, revised->texts);
    if (const auto* placed = std::get_if<TextPlaced>(&record)) add(named, placed->texts);
    if (const auto* put = std::get_if<QuestionPut>(&record)) add(named, put->texts);
    if (const auto* proposed = std::get_if<ConsensusProposed>(&record)) add(named, proposed->texts);
    if (const auto* protocol = std::get_if<ProtocolEntered>(&record);
        protocol && protocol->document)
        named.insert(*protocol->document);
    if (const auto* result = std::get_if<ResultAnnounced>(&record)) named.insert(result->table);
    return named;
}

std::set<Hash> attachments_named(const Conference& conference) {
    std::set<Hash> named;
    if (conference.charter) add(named, conference.charter->attachments);
    add(named, conference.text_units.get());
    for (const auto& [id, versions] : conference.versions)
        for (const auto& version : versions) add(named, version.texts);
    for (const auto& decision : conference.decisions) {
        if (decision.start) add(named, decision.start->texts);
        if (decision.result) named.insert(decision.result->table);
        if (decision.consensus) add(named, decision.consensus->proposed.texts);
    }
    for (const auto& election : conference.elections.get())
        named.insert(election.sheets.begin(), election.sheets.end());
    if (conference.question) add(named, conference.question->put.texts);
    if (conference.consensus) add(named, conference.consensus->proposed.texts);
    return named;
}

}  // namespace placet::ledger
