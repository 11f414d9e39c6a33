// Accreditation: keys under badge and PIN, badges and slips on paper, the first entries.
#include "ledger/key_folder.h"
#include "ledger/person_list.h"
#include "tools/bench/bare_sodium.h"
#include "tools/bench/benchmark.h"
#include "tools/bench/child.h"

#include <fmt/format.h>
#include <fstream>
#include <thread>

namespace placet::bench {
namespace {

using namespace placet::ledger;

/// A table of this many persons, as `placet init --persons` takes it: officers, then delegates of
/// one State after the other.
Result<Done> write_persons(const std::filesystem::path& path, const ConferencePackage& package,
                           std::size_t count) {
    std::ofstream table(path);
    table << "id\tname\trole\tparticipant\n"
             "president\tPresident\tpresiding_officer\t\nsecretary\tSecretary\tsecretary\t\n";
    for (std::size_t i = 2; i < count; ++i)
        table << fmt::format("person-{}\tDelegate {}\tdelegate\t{}\n", i, i,
                             package.states[i % package.states.size()].id);
    table.close();
    if (!table) return Error{Fault::storage, path.string() + ": cannot be written"};
    return Done{};
}

/// The whole of `placet init`, in seconds.
Result<double> found_conference_s(const Settings& settings) {
    const auto ledger = settings.folder / "accredited.ledger";
    const auto keys = settings.folder / "accredited.keys";
    std::filesystem::remove(ledger);
    std::filesystem::remove_all(keys);
    const auto passphrase = (settings.folder / "passphrase").string();
    const Stopwatch watch;
    const auto done =
        run_to_end({settings.programs / "placet", "init", "--ledger", ledger, "--keys", keys,
                    "--package", settings.package, "--persons", settings.folder / "persons.tsv",
                    "--passphrase-file", passphrase, "--terminal-passphrase-file", passphrase});
    const double seconds = watch.seconds();
    if (!done) return done.error();
    if (done->code != 0) return Error{Fault::refused, "placet init: " + done->output};
    return seconds;
}

Result<Rows> measure_accreditation(const Settings& settings) {
    const auto package = read_conference_package(settings.package);
    if (!package) return package.error();
    const std::size_t persons = settings.small ? 8 : settings.large ? 1200 : 120;
    if (const auto written = write_persons(settings.folder / "persons.tsv", *package, persons);
        !written)
        return written.error();
    const auto passphrase = settings.folder / "passphrase";
    std::filesystem::remove(passphrase);
    if (const auto written = write_private_file(passphrase, "a passphrase of this benchmark\n");
        !written)
        return written.error();
    const auto threads = std::max(1U, std::thread::hardware_concurrency());
    Row row{.name = fmt::format("accreditation of {} persons: keys, PDF, ledger", persons),
            .unit = "s",
            .beside = fmt::format("Argon2id alone on {} threads", threads),
            .goal = Goal{Better::lower, 1.3, 1.1}};
    const auto measured = alternate(
        row, settings.large ? 1 : settings.rounds, [&] { return found_conference_s(settings); },
        [&]() -> Result<double> {
            const Stopwatch watch;
            derive_keys_bare(persons, threads);
            return watch.seconds();
        });
    if (!measured) return measured.error();
    return Rows{row};
}

}  // namespace

Benchmark accreditation_benchmark() {
    return {"accreditation", "placet init, with keys and paper for all", measure_accreditation};
}

}  // namespace placet::bench
