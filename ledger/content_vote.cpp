#include "ledger/content_records.h"

namespace placet::ledger {

using nlohmann::json;

namespace {

/// States of one status stand in ascending order, so that a roll has one spelling.
void read_roll(ContentReader& in, CanonicalValue roll, VoteStarted& r) {
    auto& states = r.roll.change();
    for (const auto& [status, value] : roll.members()) {
        const CanonicalValue ids(value);
        const auto credentials = from_text<Credentials>(status);
        if (!credentials || !ids.is_list() || ids.items().empty())
            return in.trouble("roll", "has a status of no known form");
        std::string before;
        for (const auto& id : ids.items()) {
            if (!id.is_text() || !states.emplace(id.text(), *credentials).second)
                return in.trouble("roll", "repeats a State or holds something else");
            if (id.text() < before) return in.trouble("roll", "is not in order");
            before = id.text();
        }
    }
}

}  // namespace

// Grouped by status: a roll of 200 States stays far below the size limit of an entry.
json write(const VoteStarted& r) {
    json roll = json::object();
    for (const auto& [id, credentials] : r.roll)
        roll[std::string(to_text(credentials))].push_back(id);
    return {{"build", r.build},
            {"majority", r.majority},
            {"method", to_text(r.method)},
            {"participating", r.participating},
            {"put", hex(r.put)},
            {"question", r.question},
            {"roll", roll},
            {"run", r.run},
            {"sentence", r.sentence},
            {"suspended", r.suspended},
            {"texts", hashes(r.texts)}};
}

json write(const Ballot& r) {
    return {{"choice", to_text(r.choice)},
            {"delegation", r.delegation},
            {"id", r.id},
            {"replaces", r.replaces},
            {"run", r.run},
            {"start", hex(r.start)}};
}

json write(const VoteClosed& r) {
    return {{"run", r.run}, {"start", hex(r.start)}, {"waited_ms", r.waited_ms}};
}

json write(const VoteLocked& r) {
    return {{"behind", r.behind}, {"close", hex(r.close)}, {"cut", hex(r.cut)}, {"run", r.run}};
}

json write(const ResultAnnounced& r) {
    json clauses = json::array();
    for (const auto& clause : r.clauses)
        clauses.push_back({{"met", clause.met},
                           {"name", clause.name},
                           {"needed", clause.needed},
                           {"received", clause.received}});
    const auto& f = r.figures;
    return {{"clauses", clauses},
            {"figures",
             {{"abstaining", f.abstaining},
              {"no", f.no},
              {"not_voting", f.not_voting},
              {"participating", f.participating},
              {"present", f.present},
              {"yes", f.yes}}},
            {"lock", hex(r.lock)},
            {"outcome", to_text(r.outcome)},
            {"run", r.run},
            {"sentence", r.sentence},
            {"table", hex(r.table)}};
}

json write(const VoteAnnulled& r) {
    return {{"reason", r.reason}, {"run", r.run}, {"start", hex(r.start)}};
}

void read(ContentReader& in, VoteStarted& r) {
    r.run = in.integer("run");
    r.question = in.integer("question");
    r.put = in.hash("put");
    r.sentence = in.text("sentence");
    r.majority = in.text("majority");
    r.method = in.choice_of<Method>("method");
    r.texts = in.hashes("texts");
    read_roll(in, in.raw("roll"), r);
    r.participating = in.integer("participating");
    r.suspended = in.texts("suspended");
    r.build = in.text("build");
}

void read(ContentReader& in, Ballot& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.delegation = in.text("delegation");
    r.id = in.text("id");
    r.replaces = in.texts("replaces");
    r.choice = in.choice_of<Choice>("choice");
}

void read(ContentReader& in, VoteClosed& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.waited_ms = in.integer("waited_ms");
}

void read(ContentReader& in, VoteLocked& r) {
    r.run = in.integer("run");
    r.close = in.hash("close");
    r.cut = in.hash("cut");
    r.behind = in.texts("behind");
}

void read(ContentReader& in, ResultAnnounced& r) {
    r.run = in.integer("run");
    r.lock = in.hash("lock");
    ContentReader figures(in.raw("figures"));
    r.figures = {.yes = figures.integer("yes"),
                 .no = figures.integer("no"),
                 .abstaining = figures.integer("abstaining"),
                 .not_voting = figures.integer("not_voting"),
                 .present = figures.integer("present"),
                 .participating = figures.integer("participating")};
    if (!figures.finish()) in.trouble("figures", "has not the six figures");
    r.clauses = in.objects("clauses", [](ContentReader& c) {
        return Clause{.name = c.text("name"),
                      .needed = c.integer("needed"),
                      .received = c.integer("received"),
                      .met = c.boolean("met")};
    });
    r.outcome = in.choice_of<Outcome>("outcome");
    r.sentence = in.text("sentence");
    r.table = in.hash("table");
}

void read(ContentReader& in, VoteAnnulled& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.reason = in.text("reason");
}

json write(const LastCalled& r) { return {{"run", r.run}, {"start", hex(r.start)}}; }

void read(ContentReader& in, LastCalled& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
}

}  // namespace placet::ledger
