#include "ledger/person_list.h"

#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

ConferencePackage cah() {
    return value_of(
        read_conference_package(fs::path(PLACET_SOURCE_DIR) / "assets/conferences/cah"));
}

const std::string good =
    "id\tname\trole\tparticipant\n"
    "chair\tAna María Núñez\tpresiding_officer\t\n"
    "clerk\tJohn Smith\tsecretary\t\n"
    "usher\t王小明\tattendant\t\n"
    "bra-1\tMaria da Silva\tdelegate\tBRA\n";

Result<std::vector<Person>> read(std::string text, std::string_view before = "",
                                 std::string_view after = "") {
    const TempFolder folder;
    text.replace(text.find(before), before.size(), after);
    write_file(folder / "persons.tsv", text);
    return read_persons(folder / "persons.tsv", cah());
}

std::string complaint(std::string_view before, std::string_view after) {
    return error_of(read(good, before, after)).detail;
}

}  // namespace

TEST_CASE("persons are read from a list", "[persons]") {
    const auto persons = value_of(read(good));
    REQUIRE(persons.size() == 4);
    CHECK(persons[0].role == Role::presiding_officer);
    CHECK(persons[2].name == "王小明");
    CHECK(persons[3].participant == "BRA");
}

TEST_CASE("a wrong row of the list of persons is named", "[persons]") {
    CHECK_THAT(complaint("bra-1", "BRA 1"), Contains("persons.tsv row 5: id \"BRA 1\" must be"));
    CHECK_THAT(complaint("bra-1", "usher"), Contains("row 5: person \"usher\" stands in row 4"));
    CHECK_THAT(complaint("Maria da Silva", ""), Contains("row 5: name is missing"));
    CHECK_THAT(complaint("\tdelegate", "\tdelegat"),
               Contains("row 5: role \"delegat\" must be one of presiding_officer, secretary, "
                        "attendant, delegate, did you mean \"delegate\"?"));
    CHECK_THAT(complaint("\tattendant", "\troot"), Contains("row 4: role \"root\" must be"));
    CHECK_THAT(complaint("\tBRA", "\tBRZ"),
               Contains("row 5: there is no participant \"BRZ\", did you mean"));
    CHECK_THAT(complaint("\tBRA", "\t"), Contains("row 5: there is no participant \"\""));
    CHECK_THAT(complaint("secretary\t", "secretary\tBRA"),
               Contains("row 3: a secretary is of no delegation"));
    CHECK_THAT(complaint("clerk\tJohn Smith\tsecretary\t\n", ""),
               Contains("there is no secretary in it"));
}

TEST_CASE("a demonstration has three officers and delegates from all over the alphabet",
          "[persons]") {
    const auto persons = demonstration_persons(cah(), 12);
    REQUIRE(persons.size() == 15);
    std::set<ParticipantId> participants;
    for (const auto& person : persons)
        if (person.role == Role::delegate) participants.insert(person.participant);
    CHECK(participants.size() == 12);
    CHECK(std::ranges::count(persons, Role::presiding_officer, &Person::role) == 1);
    CHECK(std::ranges::count(persons, Role::secretary, &Person::role) == 1);
    CHECK(std::ranges::count(persons, Role::attendant, &Person::role) == 1);
    CHECK(demonstration_persons(cah(), 1000).size() == 3 + 195);
}
