// Rules held here: one charter with complete and adopted rules; who participates; who is
// accredited; which texts are before the conference.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::charter_record;
using placet::tests::hash_named;
using placet::tests::key_named;
using placet::tests::Spine;

namespace {

RuleProfile rules() {
    RuleProfile rules;
    rules.id = rules.title = rules.source_symbol = rules.version = "1";
    return rules;
}

Charter good_charter() { return charter_record(rules()); }

/// The refusal of this charter as the first entry; "" if it is allowed.
std::string founding(const Charter& charter, const std::function<void(Entry&)>& change = {}) {
    Spine spine;
    spine.conference = {};
    auto entry = spine.entry(charter);
    if (change) change(entry);
    const auto answer = may_append(spine.conference, entry);
    return answer ? "" : answer.error().detail;
}

std::string founding_with(const std::function<void(Charter&)>& change) {
    auto charter = good_charter();
    change(charter);
    return founding(charter);
}

Person person(const std::string& id, Role role, const std::string& participant = "") {
    return {.id = id, .name = id, .role = role, .participant = participant, .key = key_named(id)};
}

}  // namespace

TEST_CASE("a complete charter founds a conference, an incomplete one does not", "[procedure]") {
    CHECK(founding(good_charter()) == "");
    CHECK(founding_with([](Charter& c) { c.conference.clear(); }).starts_with("The charter lacks"));
    CHECK(founding_with([](Charter& c) { c.languages.clear(); }).starts_with("The charter lacks"));
    CHECK(founding_with([](Charter& c) { c.nonce.pop_back(); }).starts_with("The charter lacks"));
    CHECK(founding_with([](Charter& c) { c.nonce[31] = 'A'; }).starts_with("The charter lacks"));
    CHECK(founding(good_charter(), [](Entry& entry) { entry.seq = 1; }) ==
          "A conference has one charter, its first entry. Nothing was recorded. Found another "
          "conference in a ledger of its own.");
    CHECK(founding(good_charter(), [](Entry& entry) {
              entry.unit = "plenary";
          }).starts_with("This concerns the whole conference"));
    CHECK(founding(good_charter(), [](Entry& entry) {
              entry.feed = "elsewhere";
          }).starts_with("The charter does not name the terminal that founds"));
}

TEST_CASE("the organs of a charter are plenaries and committees with ids of their own",
          "[procedure]") {
    CHECK(founding_with([](Charter& c) {
              c.units.clear();
          }).starts_with("The charter names no organ"));
    CHECK(founding_with([](Charter& c) {
              c.units[1].id = "plenary";
          }).starts_with("The charter names the organ \"plenary\" twice"));
    CHECK(founding_with([](Charter& c) {
              c.units[1].id.clear();
          }).starts_with("The charter names the organ \"\" twice, or not at all"));
    CHECK(founding_with([](Charter& c) {
              c.units[1].kind = "caucus";
          }).starts_with("Organ \"committee\" is neither"));
    CHECK(founding_with([](Charter& c) {
              c.units[1].id = "conference";
          }).starts_with("Organ \"conference\" is neither"));
}

TEST_CASE("the terminals of a charter have names, origins and keys of their own", "[procedure]") {
    CHECK(founding_with([](Charter& c) {
              c.terminals[1].name = "desk";
          }).starts_with("Two terminals of the charter"));
    CHECK(founding_with([](Charter& c) {
              c.terminals[1].origin = c.terminals[0].origin;
          }).starts_with("Two terminals of the charter"));
    CHECK(founding_with([](Charter& c) {
              c.terminals[1].key = c.terminals[0].key;
          }).starts_with("Terminal \"seat\" has another's key"));
    CHECK(founding_with([](Charter& c) {
              c.terminals[0].key = c.root_key;
          }).starts_with("Terminal \"desk\" has another's key"));
}

TEST_CASE("a live conference runs on no rules that nobody adopted", "[procedure]") {
    auto live = good_charter();
    live.mode = Mode::live;
    CHECK(founding(live) ==
          "The rules \"1\" are not adopted by the conference, so no live meeting can rest on them. "
          "Nothing was recorded. Found a rehearsal, or give the profile that was adopted.");
    live.profile["adopted"] = "true";
    CHECK(founding(live) == "");
    CHECK(founding_with([](Charter& c) { c.mode = Mode::rehearsal; }) == "");
}

TEST_CASE("a charter's rules are complete", "[procedure]") {
    const auto complete = good_charter().profile;
    REQUIRE(complete.size() > 10);
    for (const auto& field : complete) {
        INFO(field.first);
        CHECK(founding_with([&](Charter& c) {
                  c.profile.erase(field.first);
              }).starts_with("The charter's rules cannot be used"));
    }
    CHECK(founding_with([](Charter& c) {
              c.profile["mood"] = "good";
          }).starts_with("The charter's rules cannot be used"));
}

TEST_CASE("participants are registered and withdrawn once, under a name", "[procedure]") {
    Spine spine;
    const Participant ddd{.id = "DDD", .name = "State DDD"};
    CHECK(spine.offer(Participation{{ddd}, {"AAA"}}));
    CHECK(spine.refusal(Participation{{ddd, ddd}, {}})
              .starts_with("Participant \"DDD\" is named twice"));
    CHECK(spine.refusal(Participation{{ddd}, {"DDD"}})
              .starts_with("Participant \"DDD\" is named twice"));
    CHECK(spine.refusal(Participation{{{.name = "Nowhere"}}, {}})
              .starts_with("Participant \"\" is named twice, or without an id"));
    CHECK(spine.refusal(Participation{{{.id = "DDD"}}, {}})
              .starts_with("Participant \"DDD\" has no name"));
    CHECK(spine.refusal(Participation{{}, {"DDD"}})
              .starts_with("Participant \"DDD\" is not registered"));
    auto elsewhere = spine.entry(Participation{{ddd}, {}});
    elsewhere.unit = "plenary";
    CHECK(spine.refusal(elsewhere).starts_with("This concerns the whole conference"));
}

TEST_CASE("a withdrawn State neither participates nor is present", "[procedure]") {
    Spine spine;
    spine.open();
    CHECK(spine.conference.participating() == 3);
    spine.take(Participation{{}, {"AAA"}});
    CHECK(spine.conference.participating() == 2);
    CHECK(spine.conference.present == std::set<ParticipantId>{"BBB", "CCC"});
    CHECK(spine.refusal(spine.presence({"AAA"})).starts_with("\"AAA\" does not participate"));
    spine.take(Participation{{{.id = "AAA", .name = "State AAA"}}, {}});
    CHECK(spine.offer(spine.presence({"AAA"})));
}

TEST_CASE("a person is accredited once, with a key that serves nobody else", "[procedure]") {
    Spine spine;
    const auto accredit = [&](std::vector<Person> persons) {
        const auto answer = spine.offer(Accreditation{std::move(persons)});
        return answer ? std::string() : answer.error().detail;
    };
    CHECK(accredit({person("new", Role::attendant), person("other", Role::delegate, "AAA")}) == "");
    CHECK(accredit({person("chair", Role::attendant)})
              .starts_with("Person \"chair\" is accredited already"));
    CHECK(accredit({person("", Role::attendant)})
              .starts_with("Person \"\" is accredited already, or has no id"));
    CHECK(accredit({person("new", Role::attendant), person("new", Role::attendant)})
              .starts_with("Person \"new\" is accredited already"));
    CHECK(
        accredit({person("new", Role::root)}).starts_with("Person \"new\" cannot be the root key"));
    for (const char* taken : {"root", "desk", "seat", "chair", "AAA-1"}) {
        auto copy = person("new", Role::attendant);
        copy.key = key_named(taken);
        INFO(taken);
        CHECK(accredit({copy}).starts_with("Person \"new\" has a key that serves already"));
    }
    auto twin = person("twin", Role::attendant);
    twin.key = key_named("new");
    CHECK(accredit({person("new", Role::attendant), twin})
              .starts_with("Person \"twin\" has a key that serves already"));
    auto elsewhere = spine.entry(Accreditation{});
    elsewhere.unit = "plenary";
    CHECK(spine.refusal(elsewhere).starts_with("This concerns the whole conference"));
}

TEST_CASE("delegates belong to a participant, officers to none", "[procedure]") {
    Spine spine;
    CHECK(spine.offer(Accreditation{{person("new", Role::delegate, "AAA")}}));
    CHECK(spine.refusal(Accreditation{{person("new", Role::delegate, "DDD")}})
              .starts_with("Person \"new\" names \"DDD\" as participant"));
    CHECK(spine.refusal(Accreditation{{person("new", Role::delegate)}})
              .starts_with("Person \"new\" names \"\" as participant"));
    CHECK(spine.refusal(Accreditation{{person("new", Role::secretary, "AAA")}})
              .starts_with("Person \"new\" names \"AAA\" as participant"));
}

TEST_CASE("texts come in the order of the convention, and new ones after the one before them",
          "[procedure]") {
    Spine spine;
    const auto order = [&] {
        std::string ids;
        for (const auto& unit : spine.conference.text_units) ids += unit.id + " ";
        return ids;
    };
    CHECK(order() == "article-2 article-3 ");
    const TextUnit bis{.id = "article-2bis", .label = "Draft article 2 bis"};
    auto second = *spine.conference.text_unit("article-2");
    second.texts["en"] = hash_named("another text");
    spine.take(TextRegister{{second, bis}});
    CHECK(order() == "article-2 article-2bis article-3 ");
    CHECK(spine.conference.text_unit("article-2")->texts == second.texts);
    spine.take(TextRegister{{{.id = "annex", .label = "Annex"}}});
    CHECK(order() == "article-2 article-2bis article-3 annex ");
}

TEST_CASE("a unit of text is registered once, with words that name it", "[procedure]") {
    Spine spine;
    const TextUnit annex{.id = "annex", .label = "Annex"};
    CHECK(spine.offer(TextRegister{{annex}}));
    CHECK(spine.refusal(TextRegister{{annex, annex}})
              .starts_with("Text unit \"annex\" is named twice"));
    CHECK(spine.refusal(TextRegister{{{.label = "Annex"}}})
              .starts_with("Text unit \"\" is named twice, or without an id"));
    CHECK(spine.refusal(TextRegister{{{.id = "annex"}}})
              .starts_with("Text unit \"annex\" has no label"));
    auto elsewhere = spine.entry(TextRegister{{annex}});
    elsewhere.unit = "plenary";
    CHECK(spine.refusal(elsewhere).starts_with("This concerns the whole conference"));
}

TEST_CASE("the text of a question before the meeting stays as it was put", "[procedure]") {
    Spine spine;
    spine.open();
    spine.put();
    TextRegister changed{{*spine.conference.text_unit("article-2")}};
    changed.units[0].texts["en"] = hash_named("another text");
    CHECK(spine.refusal(changed) ==
          "Draft article 2 is before the meeting, and its text stays as it was put. Nothing was "
          "recorded. Change the text after the result of this question.");
    CHECK(spine.offer(TextRegister{{*spine.conference.text_unit("article-3")}}));
    spine.take(spine.start());
    spine.finish();
    // Nobody voted: it is not adopted, and decided all the same.
    CHECK(spine.refusal(changed).starts_with("Draft article 2 is decided"));
}
