// close: ends the conference with its last entry, and writes the archive in which it is kept.
#include "ledger/acts.h"
#include "ledger/key_folder.h"
#include "ledger/ledger.h"
#include "ledger/procedure/permission.h"
#include "ledger/publish/archive.h"
#include "tools/audit_output.h"
#include "tools/command.h"
#include "tools/interruption.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

struct Options {
    std::string ledger = {};
    std::string keys = {};
    std::string archive = {};
    std::string passphrase_file = {};
    std::string terminal_passphrase_file = {};
    bool archive_only = false;
};

/// The record of a ledger that is good as a whole: no other is closed or archived.
Result<AuditedRecord> good_record(const Options& options, const Interruption& interruption) {
    auto record = audited_record(options.ledger, [&] { return !interruption.asked(); });
    if (!record || record->report.all_good()) return record;
    return Error{Fault::unverified,
                 fmt::format("{} Nothing was closed and nothing written. Run placet verify, and "
                             "call the secretariat.",
                             record->report.verdict())};
}

Result<SigningKey> key_of(const Options& options, const char* key, const std::string& given,
                          const char* passphrase) {
    const std::filesystem::path folder = options.keys;
    return open_key(folder / key,
                    given.empty() ? folder / passphrase : std::filesystem::path(given));
}

Result<Done> append_close(const Options& options) {
    using namespace key_folder_file;
    const auto root =
        key_of(options, key_folder_file::root, options.passphrase_file, root_passphrase);
    if (!root) return root.error();
    auto terminal = key_of(options, key_folder_file::terminal, options.terminal_passphrase_file,
                           terminal_passphrase);
    if (!terminal) return terminal.error();
    auto ledger = Ledger::open(options.ledger, *std::move(terminal), {});
    if (!ledger) return ledger.error();
    const auto& conference = ledger->conference();
    auto draft = draft_of(close_of_conference(conference, ledger->position()), conference_unit);
    if (!draft) return draft.error();
    seal_draft(*draft, conference.charter_leaf, Role::root, PersonId(root_person), *root);
    const auto receipt = ledger->append(*draft);
    return receipt ? Result<Done>(Done{}) : receipt.error();
}

/// The conference is closed from here on, whatever becomes of the archive.
Error without_archive(const Options& options, const Error& error) {
    return {error.fault,
            fmt::format("{} The conference is closed, and that is recorded. Write the archive with "
                        "placet close --archive-only --ledger {} --archive DIR.",
                        error.detail, options.ledger)};
}

Result<Done> write_archive(const Options& options, Archive& archive, Streams& streams,
                           const Interruption& interruption) {
    const auto record = good_record(options, interruption);
    if (!record) return record.error();
    if (!record->report.conference->closed)
        return Error{Fault::refused,
                     "The conference is not closed. Nothing was written. Close it first: placet "
                     "close without --archive-only."};
    if (const auto written = archive.write(options.ledger, *record); !written) return written;
    streams.out << fmt::format("The conference is closed.\n\n{}\nArchive: {}\n",
                               roots_text(record->report), options.archive);
    return Done{};
}

Result<Done> close(const Options& options, Streams& streams) {
    const Interruption interruption;
    auto archive = Archive::beside(options.archive);
    if (!archive) return archive.error();
    if (options.archive_only) return write_archive(options, *archive, streams, interruption);
    const auto before = good_record(options, interruption);
    if (!before) return before.error();
    // The rules judge before a passphrase is asked for.
    if (const auto may = may_close_conference(*before->report.conference); !may) return may;
    if (const auto closed = append_close(options); !closed) return closed;
    const auto written = write_archive(options, *archive, streams, interruption);
    return written ? written : without_archive(options, written.error());
}

/// What options together ask for and cannot have; empty if nothing.
std::string_view contradiction(const Options& options) {
    if (options.archive_only != options.keys.empty())
        return "give --keys DIR to close the conference, or --archive-only once it is closed";
    return {};
}

}  // namespace

Command close_command(CLI::App& program) {
    auto* app = program.add_subcommand("close", "End a conference, and write its archive");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    app->add_option("--keys", options->keys, "The folder of keys that init made")->type_name("DIR");
    app->add_option("--archive", options->archive, "The folder to create")
        ->required()
        ->type_name("DIR");
    app->add_option("--passphrase-file", options->passphrase_file,
                    "Passphrase of the root key, on one line; /dev/fd/N for a descriptor")
        ->type_name("FILE");
    app->add_option("--terminal-passphrase-file", options->terminal_passphrase_file,
                    "Passphrase of the terminal key")
        ->type_name("FILE");
    app->add_flag("--archive-only", options->archive_only,
                  "Only write the archive of a conference that is closed");
    return {.options = app, .run = [options](Streams& streams) {
                if (const auto reason = contradiction(*options); !reason.empty()) {
                    streams.err << fmt::format("placet close: {} (see placet close --help)\n",
                                               reason);
                    return exit_code::usage;
                }
                const auto closed = close(*options, streams);
                return closed ? exit_code::good : report(streams, "close", closed.error());
            }};
}

}  // namespace placet::tools
