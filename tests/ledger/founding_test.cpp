#include "ledger/founding.h"

#include "ledger/ledger.h"
#include "ledger/person_list.h"
#include "ledger/verify/audit.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

FoundingPlan plan_of(Mode mode = Mode::rehearsal) {
    FoundingPlan plan{.mode = mode};
    plan.package =
        value_of(read_conference_package(fs::path(PLACET_SOURCE_DIR) / "assets/conferences/cah"));
    plan.persons = demonstration_persons(plan.package, 195);
    return plan;
}

Result<Done> found(const fs::path& path, const FoundingPlan& plan) {
    const auto root = key_from_label("root");
    const auto charter = charter_of(plan, root.public_key(), key_from_label("desk").public_key());
    const auto badges = make_badges(plan.persons);
    auto ledger = found_conference(path, plan, charter, badges, root, key_from_label("desk"));
    if (!ledger) return ledger.error();
    return ledger->give_name(path);
}

}  // namespace

TEST_CASE("a founded conference has its participants, persons and texts", "[founding]") {
    const TempFolder folder;
    auto plan = plan_of();
    plan.texts["article-2"]["fr"] = "Un texte.\n";
    REQUIRE(found(folder / "ledger", plan));
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
    CHECK(value_of(audit(folder / "ledger", {})).all_good());

    auto ledger = value_of(Ledger::open(folder / "ledger", key_from_label("desk"), {}));
    const auto& conference = ledger.conference();
    CHECK(conference.charter->mode == Mode::rehearsal);
    CHECK(conference.participating() == 195);
    CHECK(conference.participants.at("CIV").name == "Côte d’Ivoire");
    CHECK(conference.participants.at("GBR").board == "GBR");
    CHECK(conference.persons.size() == 198);
    CHECK(conference.person("bra-1")->participant == "BRA");
    REQUIRE(conference.text_units.size() == 17);
    CHECK(conference.text_units[2].id == "article-2");

    // Every text that a unit names is there: the imported one, and the words that stand for others.
    const auto& texts = conference.text_unit("article-2")->texts;
    CHECK(texts.size() == 6);
    CHECK(value_of(ledger.attachment(texts.at("fr"))) ==
          Bytes{'U', 'n', ' ', 't', 'e', 'x', 't', 'e', '.', '\n'});
    CHECK(text_of(*value_of(ledger.attachment(texts.at("en")))) == "[text to be imported]");
    // The package stands beside the charter as it was read.
    for (const auto& [name, hash] : conference.charter->attachments)
        CHECK(text_of(*value_of(ledger.attachment(hash))) == plan.package.files.at(name));
    CHECK(conference.charter->attachments.size() == 4);
}

TEST_CASE("no live conference on rules that nobody adopted, and no file of it", "[founding]") {
    const TempFolder folder;
    const auto error = error_of(found(folder / "ledger", plan_of(Mode::live)));
    CHECK(error.fault == Fault::refused);
    CHECK_THAT(error.detail, Catch::Matchers::Contains("not adopted by the conference"));
    CHECK(fs::is_empty(folder.path()));

    auto adopted = plan_of(Mode::live);
    adopted.package.profile["adopted"] = "true";
    CHECK(found(folder / "ledger", adopted));
}

TEST_CASE("a founding that fails half-way leaves no ledger", "[founding]") {
    const TempFolder folder;
    auto plan = plan_of();
    plan.persons.back().participant = "XXX";  // nobody's delegate
    CHECK(fault_of(found(folder / "ledger", plan)) == Fault::refused);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("founding overwrites nothing", "[founding]") {
    const TempFolder folder;
    write_file(folder / "ledger", "mine");
    CHECK(fault_of(found(folder / "ledger", plan_of())) == Fault::refused);
    // Not even what came while the conference was being founded.
    auto late = value_of(UnnamedLedger::beside(folder / "late"));
    write_file(late.path(), "ledger");
    write_file(folder / "late", "mine");
    CHECK(fault_of(late.give_name(folder / "late")) == Fault::refused);
    CHECK(content_of(folder / "ledger") == "mine");
    CHECK(content_of(folder / "late") == "mine");
}

TEST_CASE("every badge has a key, a secret and a PIN of its own", "[founding]") {
    const auto badges = make_badges(plan_of().persons);
    std::set<PublicKey> keys;
    std::set<std::string> secrets;
    for (const auto& badge : badges) {
        keys.insert(badge.person.key);
        secrets.insert(hex(badge.secret.bytes()));
        CHECK(badge.key.public_key() == badge.person.key);
        CHECK(is_pin(badge.pin));
    }
    CHECK(keys.size() == badges.size());
    CHECK(secrets.size() == badges.size());
}

TEST_CASE("a person's key opens with badge and PIN together", "[founding][threads]") {
    const std::string nonce = "00112233445566778899aabbccddeeff";
    auto persons = plan_of().persons;
    persons.resize(3);
    const auto badges = make_badges(persons);
    std::size_t done = 0;
    const auto keys = encrypt_badges(nonce, badges, [&](std::size_t now) { done = now; });
    CHECK(done == 3);
    for (const auto& badge : badges) {
        const auto text = format_badge(nonce, badge.person.id, badge.secret);
        const auto presented = value_of(parse_badge(text, nonce));
        CHECK(value_of(keys.open(presented, badge.pin)).public_key() == badge.person.key);
    }
    const auto other =
        value_of(parse_badge(format_badge(nonce, badges[0].person.id, badges[1].secret), nonce));
    CHECK(fault_of(keys.open(other, badges[0].pin)) == Fault::unverified);
}
