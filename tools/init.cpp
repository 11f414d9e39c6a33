// init: founds a conference: its ledger, its keys, and what is printed for persons.
#include "ledger/founding.h"
#include "ledger/key_folder.h"
#include "ledger/person_list.h"
#include "ledger/publish/badge_sheet.h"
#include "ledger/record_text.h"
#include "tools/command.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

struct Options {
    std::string ledger = {};
    std::string package = {};
    std::string keys = {};
    std::string persons = {};
    std::string texts = {};
    std::string passphrase_file = {};
    std::string terminal_passphrase_file = {};
    bool demonstration = false;
    bool live = false;
    std::size_t delegations = 0;
};

Result<FoundingPlan> make_plan(const Options& options) {
    FoundingPlan plan{.mode = options.live ? Mode::live : Mode::rehearsal};
    auto package = read_conference_package(options.package);
    if (!package) return package.error();
    plan.package = *std::move(package);
    if (!options.texts.empty()) {
        auto texts = read_texts(options.texts, plan.package);
        if (!texts) return texts.error();
        plan.texts = *std::move(texts);
    }
    if (options.persons.empty()) {
        plan.persons = demonstration_persons(plan.package, options.delegations);
        return plan;
    }
    auto persons = read_persons(options.persons, plan.package);
    if (!persons) return persons.error();
    plan.persons = *std::move(persons);
    return plan;
}

/// The passphrase of the file, or for a demonstration a random one that is kept beside the key.
Result<Secret> passphrase_for(const std::string& file, const KeyFolder& folder,
                              const char* stored_as) {
    if (!file.empty()) return read_passphrase(file);
    const auto passphrase = random_passphrase();
    if (const auto written = folder.write(stored_as, passphrase + '\n'); !written)
        return written.error();
    return Secret(bytes_of(passphrase));
}

Result<Done> write_key(const KeyFolder& folder, const char* name, const SigningKey& key,
                       const Result<Secret>& passphrase, KeyCost cost) {
    if (!passphrase) return passphrase.error();
    return folder.write(name, encrypt_key(key, passphrase->bytes(), cost) + '\n');
}

std::string role_in_words(Role role) {
    switch (role) {
        case Role::presiding_officer:
            return "Presiding officer";
        case Role::secretary:
            return "Secretary";
        case Role::attendant:
            return "Attendant";
        default:
            return "Delegate";
    }
}

std::vector<BadgeCard> cards_of(const FoundingPlan& plan, const Charter& charter,
                                std::span<const NewBadge> badges) {
    std::map<ParticipantId, std::string> names;
    for (const auto& state : plan.package.states) names.emplace(state.id, state.names.at("en"));
    std::vector<BadgeCard> cards;
    for (const auto& badge : badges) {
        const auto& person = badge.person;
        cards.push_back({.conference = charter.title,
                         .rehearsal = charter.mode == Mode::rehearsal,
                         .name = person.name,
                         .delegation = person.participant.empty() ? "" : names[person.participant],
                         .role = role_in_words(person.role),
                         .id = person.id,
                         .badge = format_badge(charter.nonce, person.id, badge.secret),
                         .pin = badge.pin});
    }
    return cards;
}

std::string badges_table(std::span<const NewBadge> badges, std::span<const BadgeCard> cards) {
    std::string text = "person\trole\tparticipant\tbadge\tpin\n";
    for (std::size_t i = 0; i < badges.size(); ++i) {
        const auto& person = badges[i].person;
        text += fmt::format("{}\t{}\t{}\t{}\t{}\n", person.id, to_text(person.role),
                            person.participant, cards[i].badge, cards[i].pin);
    }
    return text;
}

Result<Done> write_sheets(const KeyFolder& folder, std::span<const NewBadge> badges,
                          std::span<const BadgeCard> cards, bool demonstration) {
    const auto badges_pdf = badge_sheet(cards);
    if (!badges_pdf) return badges_pdf.error();
    const auto pins_pdf = pin_sheet(cards);
    if (!pins_pdf) return pins_pdf.error();
    auto written = folder.write(key_folder_file::badges_pdf, *badges_pdf);
    if (written) written = folder.write(key_folder_file::pins_pdf, *pins_pdf);
    if (written && demonstration)
        written = folder.write(key_folder_file::badges_table, badges_table(badges, cards));
    return written;
}

std::function<void(std::size_t)> progress_of(Streams& streams, std::size_t all) {
    return [&streams, all](std::size_t done) {
        if (!streams.at_terminal) return;
        streams.err << fmt::format("\rencrypting keys under badge and PIN: {} of {}{}", done, all,
                                   done == all ? "\n" : "");
        streams.err.flush();
    };
}

void tell(Streams& streams, const Options& options, const FoundingPlan& plan,
          const Charter& charter) {
    streams.out << fmt::format(
        "Founded {} ({}): {} participants, {} persons, {} units of text.\n"
        "Ledger: {}\nKeys:   {} (private: keep it off this machine's exports)\n",
        charter.conference, to_text(charter.mode), plan.package.states.size(), plan.persons.size(),
        plan.package.texts.size(), options.ledger, options.keys);
    if (options.passphrase_file.empty())
        streams.out << "The root key's passphrase lies beside it, in root.passphrase: this is a "
                       "demonstration.\n";
    if (options.terminal_passphrase_file.empty())
        streams.out << "The terminal key's passphrase lies beside it, in terminal.passphrase.\n";
    if (options.demonstration)
        streams.out << "Badges and PINs stand in plain text in badges.tsv: this is a "
                       "demonstration.\n";
    streams.out << "Print badges.pdf and pins.pdf, and hand badge and PIN over apart.\n";
}

Result<Done> write_keys(const Options& options, const KeyFolder& folder, const SigningKey& root,
                        const SigningKey& terminal) {
    using namespace key_folder_file;
    const auto written = write_key(folder, key_folder_file::root, root,
                                   passphrase_for(options.passphrase_file, folder, root_passphrase),
                                   KeyCost::moderate);
    if (!written) return written.error();
    return write_key(folder, key_folder_file::terminal, terminal,
                     passphrase_for(options.terminal_passphrase_file, folder, terminal_passphrase),
                     KeyCost::interactive);
}

Result<Done> found(const Options& options, Streams& streams) {
    auto plan = make_plan(options);
    if (!plan) return plan.error();
    auto folder = KeyFolder::make(options.keys);
    if (!folder) return folder.error();
    const auto root = SigningKey::generate();
    auto terminal = SigningKey::generate();
    if (const auto written = write_keys(options, *folder, root, terminal); !written)
        return written.error();
    const auto charter = charter_of(*plan, root.public_key(), terminal.public_key());
    const auto badges = make_badges(plan->persons);
    // The rules judge before the slow part begins; the name comes last.
    auto ledger =
        found_conference(options.ledger, *plan, charter, badges, root, std::move(terminal));
    if (!ledger) return ledger.error();
    const auto cards = cards_of(*plan, charter, badges);
    auto written = write_sheets(*folder, badges, cards, options.demonstration);
    if (written)
        written = encrypt_badges(charter.nonce, badges, progress_of(streams, badges.size()))
                      .write_new(folder->path() / key_folder_file::persons);
    if (written) written = ledger->give_name(options.ledger);
    if (!written) return written.error();
    folder->keep();
    tell(streams, options, *plan, charter);
    return Done{};
}

/// What options together ask for and cannot have; empty if nothing.
std::string_view contradiction(const Options& options) {
    if (options.demonstration == !options.persons.empty())
        return "say either --demonstration or --persons FILE";
    if (options.demonstration && options.live) return "a demonstration is never live";
    if (!options.demonstration &&
        (options.passphrase_file.empty() || options.terminal_passphrase_file.empty()))
        return "give --passphrase-file and --terminal-passphrase-file; only a demonstration makes "
               "them up";
    return {};
}

}  // namespace

Command init_command(CLI::App& program) {
    auto* app = program.add_subcommand("init", "Found a conference: ledger, keys and badges");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger to create")
        ->required()
        ->type_name("FILE");
    app->add_option("--package", options->package, "The conference package")
        ->required()
        ->type_name("DIR");
    app->add_option("--keys", options->keys, "The folder of keys to create")
        ->required()
        ->type_name("DIR");
    app->add_option("--persons", options->persons, "Table of the persons to accredit")
        ->type_name("FILE");
    app->add_option("--texts", options->texts, "Folder of texts, <unit id>.<language>.txt")
        ->type_name("DIR");
    app->add_flag("--demonstration", options->demonstration,
                  "A rehearsal with made-up delegates; badges and PINs also in plain text");
    app->add_option("--delegations", options->delegations,
                    "How many delegations get a delegate in a demonstration")
        ->default_val(1000)
        ->check(CLI::Range(1, 1000));
    app->add_flag("--live", options->live, "A live conference, on rules that it adopted");
    app->add_option("--passphrase-file", options->passphrase_file,
                    "Passphrase of the root key, on one line; /dev/fd/N for a descriptor")
        ->type_name("FILE");
    app->add_option("--terminal-passphrase-file", options->terminal_passphrase_file,
                    "Passphrase of the terminal key")
        ->type_name("FILE");
    return {.options = app, .run = [options](Streams& streams) {
                if (const auto reason = contradiction(*options); !reason.empty()) {
                    streams.err << fmt::format("placet init: {} (see placet init --help)\n",
                                               reason);
                    return exit_code::usage;
                }
                const auto founded = found(*options, streams);
                return founded ? exit_code::good : report(streams, "init", founded.error());
            }};
}

}  // namespace placet::tools
