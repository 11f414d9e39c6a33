#include "ledger/badge.h"
#include "ledger/key_folder.h"
#include "ledger/ledger.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"
#include "tools/command.h"

#include <sys/stat.h>
#include <sstream>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const std::string package = std::string(PLACET_SOURCE_DIR) + "/assets/conferences/cah";

struct Ran {
    int code = 0;
    std::string out = {};
    std::string err = {};
};

Ran run(std::vector<std::string> arguments) {
    std::ostringstream out;
    std::ostringstream err;
    tools::Streams streams{.out = out, .err = err};
    const int code = tools::run_program(std::move(arguments), streams);
    return {code, out.str(), err.str()};
}

/// `placet init` into this folder, with more arguments.
Ran init(const TempFolder& folder, std::vector<std::string> more,
         const std::string& from = package) {
    std::vector<std::string> all = {"init", "--ledger", (folder / "ledger").string(), "--package",
                                    from,   "--keys",   (folder / "keys").string()};
    all.insert(all.end(), more.begin(), more.end());
    return run(std::move(all));
}

struct BadgeRow {
    std::string person, role, participant, badge, pin;
};

std::vector<BadgeRow> badges_of(const TempFolder& folder) {
    std::istringstream table(content_of(folder / "keys" / "badges.tsv"));
    std::vector<BadgeRow> rows;
    std::string line;
    std::getline(table, line);
    CHECK(line == "person\trole\tparticipant\tbadge\tpin");
    while (std::getline(table, line)) {
        std::istringstream cells(line);
        BadgeRow row;
        for (auto* cell : {&row.person, &row.role, &row.participant, &row.badge, &row.pin})
            std::getline(cells, *cell, '\t');
        rows.push_back(row);
    }
    return rows;
}

void write_private(const fs::path& path, std::string_view text) {
    write_file(path, text);
    REQUIRE(::chmod(path.c_str(), 0600) == 0);
}

/// What is in a folder, by name.
std::vector<std::string> names_in(const fs::path& path) {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(path))
        names.push_back(file.path().filename().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST_CASE("a demonstration can be opened with what init left", "[init]") {
    const TempFolder folder;
    const auto ran = init(folder, {"--demonstration", "--delegations", "2"});
    INFO(ran.err);
    REQUIRE(ran.code == tools::exit_code::good);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"keys", "ledger"});
    CHECK(names_in(folder / "keys") ==
          std::vector<std::string>{"badges.pdf", "badges.tsv", "persons.keys", "pins.pdf",
                                   "root.key", "root.passphrase", "terminal.key",
                                   "terminal.passphrase"});
    CHECK(fs::status(folder / "keys").permissions() == fs::perms::owner_all);
    for (const auto& file : fs::directory_iterator(folder / "keys"))
        CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));

    const auto keys = folder / "keys";
    auto ledger = value_of(
        Ledger::open(folder / "ledger",
                     value_of(open_key(keys / "terminal.key", keys / "terminal.passphrase")), {}));
    const auto& conference = ledger.conference();
    CHECK(conference.participating() == 195);
    CHECK(conference.charter->root_key ==
          value_of(open_key(keys / "root.key", keys / "root.passphrase")).public_key());

    const auto nonce = conference.charter->nonce;
    const auto store = value_of(KeyStore::load(keys / "persons.keys", nonce));
    const auto badges = badges_of(folder);
    REQUIRE(badges.size() == 5);
    for (const auto& row : badges) {
        INFO(row.person);
        const auto badge = value_of(parse_badge(row.badge, nonce));
        CHECK(badge.person == row.person);
        const auto* person = conference.person(row.person);
        REQUIRE(person != nullptr);
        CHECK(person->participant == row.participant);
        CHECK(value_of(store.open(badge, row.pin)).public_key() == person->key);
    }
    const auto badge = value_of(parse_badge(badges[0].badge, nonce));
    CHECK(fault_of(store.open(badge, badges[0].pin == "000000" ? "000001" : "000000")) ==
          Fault::unverified);

    // Nothing secret is printed, and what lies in plain text is said.
    for (const auto& row : badges) {
        CHECK_THAT(ran.out + ran.err, !Contains(row.pin));
        CHECK_THAT(ran.out + ran.err, !Contains(row.badge.substr(row.badge.size() - 32)));
    }
    for (const auto* name : {"root.passphrase", "terminal.passphrase"})
        CHECK_THAT(ran.out + ran.err, !Contains(content_of(keys / name).substr(0, 32)));
    CHECK_THAT(ran.out, Contains("root.passphrase") && Contains("terminal.passphrase") &&
                            Contains("badges.tsv"));

    // A second founding overwrites nothing.
    const auto before = sha256_of_file(folder / "ledger");
    const auto again = init(folder, {"--demonstration", "--delegations", "2"});
    CHECK(again.code == tools::exit_code::failure);
    CHECK(sha256_of_file(folder / "ledger") == before);
    CHECK(badges_of(folder).front().pin == badges.front().pin);
}

TEST_CASE("a conference is founded from a list of persons, under passphrases that were given",
          "[init]") {
    const TempFolder folder;
    write_file(folder / "persons.tsv",
               "id\tname\trole\tparticipant\nchair\tA\tpresiding_officer\t\nclerk\tB\tsecretary\t\n"
               "bra-1\tC\tdelegate\tBRA\n");
    fs::create_directory(folder / "texts");
    write_file(folder / "texts" / "article-2.en.txt", "A text.\n");
    write_private(folder / "root", "correct horse battery\n");
    write_private(folder / "desk", "staple and paperclip\n");
    const auto ran =
        init(folder, {"--persons", (folder / "persons.tsv").string(), "--texts",
                      (folder / "texts").string(), "--passphrase-file", (folder / "root").string(),
                      "--terminal-passphrase-file", (folder / "desk").string()});
    INFO(ran.err);
    REQUIRE(ran.code == tools::exit_code::good);
    CHECK(names_in(folder / "keys") == std::vector<std::string>{"badges.pdf", "persons.keys",
                                                                "pins.pdf", "root.key",
                                                                "terminal.key"});
    auto ledger = value_of(
        Ledger::open(folder / "ledger",
                     value_of(open_key(folder / "keys" / "terminal.key", folder / "desk")), {}));
    CHECK(ledger.conference().persons.size() == 3);
    const auto text = ledger.conference().text_unit("article-2")->texts.at("en");
    CHECK(text_of(*value_of(ledger.attachment(text))) == "A text.\n");
    CHECK(open_key(folder / "keys" / "root.key", folder / "root"));
}

TEST_CASE("a founding that fails says where, and leaves neither ledger nor keys", "[init]") {
    const TempFolder folder;
    write_file(folder / "persons.tsv", "id\tname\trole\tparticipant\nbra-1\tC\tdelegate\tBRZ\n");
    write_private(folder / "pass", "correct horse battery\n");
    const std::vector<std::string> passphrases = {"--passphrase-file", (folder / "pass").string(),
                                                  "--terminal-passphrase-file",
                                                  (folder / "pass").string()};
    auto from_list = passphrases;
    from_list.insert(from_list.end(), {"--persons", (folder / "persons.tsv").string()});
    const auto wrong_row = init(folder, from_list);
    CHECK(wrong_row.code == tools::exit_code::unreadable);
    CHECK_THAT(wrong_row.err, Contains("placet init: persons.tsv row 2: there is no participant"));

    write_file(
        folder / "persons.tsv",
        "id\tname\trole\tparticipant\nchair\tA\tpresiding_officer\t\nclerk\tB\tsecretary\t\n");
    from_list.push_back("--live");
    const auto live = init(folder, from_list);
    CHECK(live.code == tools::exit_code::failure);
    CHECK_THAT(live.err, Contains("not adopted by the conference"));

    const auto nowhere = init(folder, {"--demonstration"}, folder.path().string());
    CHECK(nowhere.code == tools::exit_code::unreadable);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"pass", "persons.tsv"});
}

TEST_CASE("options that contradict each other are wrong use", "[init]") {
    const TempFolder folder;
    CHECK(init(folder, {}).code == tools::exit_code::usage);
    CHECK(init(folder, {"--demonstration", "--persons", "x"}).code == tools::exit_code::usage);
    CHECK(init(folder, {"--demonstration", "--live"}).code == tools::exit_code::usage);
    CHECK(init(folder, {"--persons", "x"}).code == tools::exit_code::usage);
    CHECK(init(folder, {"--demonstration", "--delegations", "0"}).code == tools::exit_code::usage);
    CHECK(run({"init", "--help"}).code == tools::exit_code::good);
    CHECK(fs::is_empty(folder.path()));
}
