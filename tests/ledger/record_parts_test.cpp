// Source: FORMAT.md, "The text of an entry": at most 16,384 bytes.
#include "ledger/record_parts.h"

#include "ledger/authority.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

Participation participation_of(int count) {
    Participation participation{.withdrawn = {"OLD"}};
    for (int i = 0; i < count; ++i)
        participation.registered.push_back({.id = "S" + std::to_string(i),
                                            .name = "State number " + std::to_string(i),
                                            .board = "S" + std::to_string(i)});
    return participation;
}

}  // namespace

TEST_CASE("a long list becomes several entries, each of which fits, in the same order", "[parts]") {
    const auto whole = participation_of(400);
    const auto parts = in_parts(whole);
    CHECK(parts.size() > 1);
    Participation together;
    for (const auto& part : parts) {
        auto draft = value_of(draft_of(part, conference_unit));
        seal_draft(draft, Hash{}, Role::root, PersonId(root_person), key_from_label("root"));
        // An origin and an index as long as they come.
        CHECK(encode_entry(draft, std::string(200, 'o'), (1ULL << 53U) - 1, (1LL << 53) - 1));
        const auto& record = std::get<Participation>(part);
        together.registered.insert(together.registered.end(), record.registered.begin(),
                                   record.registered.end());
        together.withdrawn.insert(together.withdrawn.end(), record.withdrawn.begin(),
                                  record.withdrawn.end());
    }
    CHECK(together == whole);
    CHECK_FALSE(draft_of(whole, conference_unit));
}

TEST_CASE("a short list stays one entry", "[parts]") {
    const auto parts = in_parts(participation_of(3));
    REQUIRE(parts.size() == 1);
    CHECK(std::get<Participation>(parts.front()) == participation_of(3));
    CHECK(in_parts(Accreditation{}).size() == 1);
}
