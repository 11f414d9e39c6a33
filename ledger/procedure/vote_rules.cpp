// One run, from its start to its announcement.
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/method.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/refusal.h"
#include "ledger/procedure/tally.h"
#include "ledger/record_text.h"

#include <algorithm>

namespace placet::ledger {
namespace {

Result<Done> check_id(const Run& run, const Ballot& ballot) {
    const auto id = ballot_id_of(ballot.id);
    if (id && !std::ranges::binary_search(run.ballot_ids, *id)) return Done{};
    return refused_entry("A ballot has a new id of 32 hex digits; this one is not.",
                         "Cast it again; the terminal draws another id.");
}

/// Every standing ballot of the delegation is named, and nothing that is not its own.
Result<Done> check_replaces(const Run& run, const Ballot& ballot) {
    std::set<std::string> own;
    if (const auto found = run.ballots.find(ballot.delegation); found != run.ballots.end())
        for (const auto& cast : found->second) own.insert(cast.ballot.id);
    std::set<std::string> named;
    for (const auto& id : ballot.replaces)
        if (!own.contains(id) || !named.insert(id).second)
            return refused_entry(
                "A ballot replaces only ballots of its own delegation in this "
                "vote, each named once; it names another.",
                "The recorded ballot stands. Cast the change again.");
    for (const auto& standing : run.position(ballot.delegation).standing)
        if (!named.contains(standing.ballot.id))
            return refused_entry("The delegation's previous ballot must be named, and is not.",
                                 "The recorded ballot stands. Cast the change again.");
    return Done{};
}

struct Compared {
    std::string what = {};
    std::string announced = {};
    std::string counted = {};
};

std::string clause_figures(const Clause& clause) {
    return clause.name + ": " + std::to_string(clause.received) + " of " +
           std::to_string(clause.needed) + " needed, " + (clause.met ? "met" : "not met");
}

std::vector<Compared> compared(const ResultAnnounced& announced, const ResultAnnounced& counted) {
    std::vector<Compared> all;
    const auto figure = [&](const char* what, auto member) {
        all.push_back({what, std::to_string(announced.figures.*member),
                       std::to_string(counted.figures.*member)});
    };
    figure("in favour", &Figures::yes);
    figure("against", &Figures::no);
    figure("abstaining", &Figures::abstaining);
    figure("not voting", &Figures::not_voting);
    figure("present", &Figures::present);
    figure("participating", &Figures::participating);
    all.push_back({"number of tests", std::to_string(announced.clauses.size()),
                   std::to_string(counted.clauses.size())});
    for (std::size_t i = 0; i < std::min(announced.clauses.size(), counted.clauses.size()); ++i)
        all.push_back(
            {"test", clause_figures(announced.clauses[i]), clause_figures(counted.clauses[i])});
    all.push_back({"outcome", std::string(to_text(announced.outcome)),
                   std::string(to_text(counted.outcome))});
    all.push_back({"sentence", announced.sentence, counted.sentence});
    return all;
}

}  // namespace

Result<Done> of_this_run(const Conference& conference, const Entry& entry, RunNumber run) {
    if (run == conference.run->start.run && entry.unit == conference.run->unit) return Done{};
    return refused_entry("This is for run " + std::to_string(run) + " in \"" + entry.unit +
                             "\"; run " + std::to_string(conference.run->start.run) + " in \"" +
                             conference.run->unit + "\" is under way.",
                         "Do it again for the vote that is under way.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const VoteStarted& record) {
    if (const auto may = may_start(conference); !may) return may.error();
    const auto& question = *conference.question;
    if (entry.unit != question.unit)
        return refused_entry(
            "The question was put in \"" + question.unit + "\", not in \"" + entry.unit + "\".",
            "Start the vote where it was put.");
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    return agrees(
        "The start of the vote",
        {{record.run == conference.next_run(), "run"},
         {record.question == question.put.question, "question"},
         {record.put == question.entry.leaf, "entry of the question"},
         {record.sentence == question.put.sentence, "sentence"},
         {record.majority == question.put.majority, "majority"},
         {may_be_taken_by(conference, record.method), "method"},
         {record.texts == question.put.texts, "text"},
         {record.roll == conference.roll(), "roll"},
         {record.participating == conference.participating(), "number of participating States"},
         {record.suspended == conference.suspended_here(), "list of suspended votes"}},
        "Start the vote on the question as it was put.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const Ballot& record) {
    if (const auto may = may_cast(conference, record.delegation); !may) return may.error();
    const Run& run = *conference.run;
    if (const auto here = of_this_run(conference, entry, record.run); !here) return here.error();
    if (record.start != run.start_entry.leaf)
        return refused_entry("This ballot was made for another start of the voting.",
                             "Cast it again for the vote that is under way.");
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (const auto id = check_id(run, record); !id) return id.error();
    return check_replaces(run, record);
}

Result<Done> check(const Conference& conference, const Entry& entry, const LastCalled& record) {
    if (const auto may = may_call_last(conference); !may) return may.error();
    if (const auto here = of_this_run(conference, entry, record.run); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    return agrees("The last call", {{record.start == conference.run->start_entry.leaf, "start"}},
                  "Call for the vote that is under way.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const VoteClosed& record) {
    if (const auto may = may_close(conference); !may) return may.error();
    if (const auto here = of_this_run(conference, entry, record.run); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto least = conference.profile.last_call_seconds * 1000;
    if (record.waited_ms < least)
        return refused_entry("The voting is closed at least " +
                                 std::to_string(conference.profile.last_call_seconds) +
                                 " seconds after the last call.",
                             "Wait until they have passed, then close it.");
    return agrees("The close of the vote",
                  {{record.start == conference.run->start_entry.leaf, "start"}},
                  "Close the vote that is under way.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const VoteLocked& record) {
    if (const auto may = may_lock(conference); !may) return may.error();
    if (const auto here = of_this_run(conference, entry, record.run); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    for (const auto& origin : record.behind)
        if (origin == entry.feed ||
            std::ranges::find(conference.charter->terminals, origin, &Terminal::origin) ==
                conference.charter->terminals.end())
            return refused_entry("\"" + origin + "\" is no other terminal of this conference.",
                                 "Name only enrolled terminals that are behind.");
    return agrees("The lock of the vote",
                  {{record.close == conference.run->close_entry->leaf, "close"}},
                  "Lock the vote that was closed.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ResultAnnounced& record) {
    if (const auto may = may_announce(conference); !may) return may.error();
    if (const auto here = of_this_run(conference, entry, record.run); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (record.lock != conference.run->lock_entry->leaf)
        return refused_entry("The announcement names another lock than the conference has.",
                             "Announce the vote that was locked.");
    const auto counted = result_of(conference);
    if (!counted) return counted.error();
    for (const auto& row : compared(record, *counted))
        if (row.announced != row.counted)
            return refused_entry("The announcement deviates from the ballots (" + row.what +
                                     "): it says \"" + row.announced + "\", the count is \"" +
                                     row.counted + "\".",
                                 "Announce the result that was counted.");
    return Done{};
}

Result<Done> check(const Conference& conference, const Entry& entry, const VoteAnnulled& record) {
    if (const auto may = may_annul(conference); !may) return may.error();
    if (const auto here = of_this_run(conference, entry, record.run); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (record.reason.empty())
        return refused_entry("A vote is annulled for a reason.", "State it in a few words.");
    if (const auto fits = short_enough(record.reason); !fits) return fits.error();
    return agrees("The annulment", {{record.start == conference.run->start_entry.leaf, "start"}},
                  "Annul the vote that is under way.");
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const CorrectionNoted& record) {
    const auto may = may_note_correction(conference, record.run, record.delegation);
    if (!may) return may.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    const auto* decision = conference.decision_of_entry(record.result);
    if (decision == nullptr || !decision->result || decision->result->run != record.run ||
        decision->unit != entry.unit)
        return refused_entry("The correction names another result than that of its run.",
                             "Note it on the result that was announced.");
    // The last note of a State prints: an old one, sealed then, must not become the last again.
    if (std::ranges::find(decision->corrections, record) != decision->corrections.end())
        return refused_entry("This very correction is noted already.",
                             "If the delegation changed its mind again, say from whom and how that "
                             "was received.");
    return short_enough(record.received_from);
}

}  // namespace placet::ledger
