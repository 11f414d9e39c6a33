// show: the convention as it stands, or the entries of a ledger, in words or as they are. Shows
// nothing that is not verified.
#include "ledger/publish/meeting_record.h"
#include "ledger/verify/audit.h"
#include "ledger/words.h"
#include "tools/article_output.h"
#include "tools/audit_output.h"
#include "tools/interruption.h"

#include <fmt/format.h>
#include <algorithm>
#include <limits>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

struct Options {
    std::string ledger = {};
    ArticleOptions articles = {};
    bool entries = false;  // and not the convention
    bool lines = false;
    std::uint64_t from = 0;
    std::uint64_t to = std::numeric_limits<std::uint64_t>::max();
    std::int64_t meeting = 0;  // 0: entries, not a meeting's record
};

void print(std::ostream& out, const Options& options, const ledger::GoodEntry& entry) {
    if (entry.seq < options.from || entry.seq > options.to) return;
    if (options.lines)
        out << entry.bytes << '\n';
    else
        out << fmt::format("{:>6}  {}  {}\n", entry.seq, ledger::date_text(entry.wall_ms),
                           entry.words);
}

Error no_such_meeting(const ledger::AuditReport& audited) {
    return {Fault::refused,
            fmt::format("There is no such meeting: the last one of this conference so far is {}. "
                        "Nothing was changed. Name one from 1 on.",
                        audited.conference->last_meeting)};
}

int show_entries(const Options& options, Streams& streams) {
    const Interruption interruption;
    ledger::MeetingRecord meeting(options.meeting);
    ledger::AuditOptions audit{
        .progress = [&](std::uint64_t, std::uint64_t) { return !interruption.asked(); }};
    if (options.meeting == 0)
        audit.good_entry = [&](const ledger::GoodEntry& entry) {
            print(streams.out, options, entry);
        };
    else
        audit.folded = [&](const ledger::Entry& entry, const ledger::Conference& then) {
            meeting.add(entry, then);
        };
    const auto audited = ledger::audit(options.ledger, audit);
    if (!audited) return report(streams, "show", audited.error());
    if (options.meeting != 0) {
        const auto text = meeting.text(audited->good);
        if (text.empty() && audited->all_good())
            return report(streams, "show", no_such_meeting(*audited));
        streams.out << text;
    }
    if (audited->all_good() && audited->undone == 0) return exit_code::good;
    streams.err << fmt::format("placet show: {} Only entries that are good were shown.\n",
                               audited->verdict());
    return interruption.asked() ? exit_code::interrupted : exit_code_of(*audited);
}

}  // namespace

Command show_command(CLI::App& program) {
    auto* app = program.add_subcommand(
        "show", "Show the convention as it stands, or the entries of a ledger, verified");
    auto options = std::make_shared<Options>();
    auto* unit = app->add_option("unit", options->articles.unit,
                                 "A unit of the convention, such as article-5; all without it")
                     ->type_name("UNIT");
    auto* json = app->add_flag("--json", options->articles.json, "The convention as JSON");
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    auto* entries = app->add_flag("--entries", options->entries, "The entries, in words");
    auto* lines =
        app->add_flag("--lines", options->lines, "The entries' own bytes, JSON, one a line");
    auto* from = app->add_option("--from", options->from, "The entries from this one on")
                     ->type_name("N")
                     ->check(CLI::NonNegativeNumber);
    auto* to = app->add_option("--to", options->to, "The entries up to this one")
                   ->type_name("N")
                   ->check(CLI::NonNegativeNumber);
    auto* meeting =
        app->add_option("--meeting", options->meeting, "The record of this meeting, in words")
            ->type_name("N")
            ->check(CLI::PositiveNumber);
    for (auto* other : {entries, lines, from, to}) meeting->excludes(other);
    const std::vector about_entries{entries, lines, from, to, meeting};
    for (auto* other : about_entries) {
        unit->excludes(other);
        json->excludes(other);
    }
    return {.options = app, .run = [options, about_entries](Streams& streams) {
                const bool asked = std::ranges::any_of(
                    about_entries, [](const CLI::Option* one) { return one->count() > 0; });
                return asked ? show_entries(*options, streams)
                             : show_articles("show", options->ledger, options->articles, streams);
            }};
}

}  // namespace placet::tools
