// The sheets are read as people and machines read them: drawn by poppler, decoded by zbar.
#include "ledger/publish/badge_sheet.h"

#include "ledger/publish/page_text.h"
#include "tests/ledger/publish/pdf.h"

#include <algorithm>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#define PLACET_LEAKS_OF_OTHERS __lsan::ScopedDisabler leaks_of_others
#endif
#endif
#ifndef PLACET_LEAKS_OF_OTHERS
#define PLACET_LEAKS_OF_OTHERS
#endif

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;

namespace {

std::vector<BadgeCard> cards(std::size_t count) {
    std::vector<BadgeCard> result;
    for (std::size_t i = 0; i < count; ++i)
        result.push_back({.conference = "Conference on a Convention",
                          .rehearsal = true,
                          .name = "Delegate " + std::to_string(i),
                          .delegation = "State " + std::to_string(i),
                          .role = "Delegate",
                          .id = "s" + std::to_string(i) + "-1",
                          .badge = "placet-00112233-s" + std::to_string(i) +
                                   "-1-00112233445566778899aabbccddeeff",
                          .pin = std::to_string(100000 + i)});
    return result;
}

}  // namespace

TEST_CASE("every badge of the sheet can be read by a scanner", "[publish]") {
    const auto all = cards(12);
    const Pdf sheet(badge_sheet(all));
    CHECK(sheet.pages() == 2);
    const auto codes = sheet.codes();
    for (const auto& card : all) CHECK_THAT(codes, Contains(card.badge + "\n"));
    CHECK(std::ranges::count(codes, '\n') == 12);
}

TEST_CASE("a badge says whose it is, and never the PIN", "[publish]") {
    const auto text = Pdf(badge_sheet(cards(1))).text();
    CHECK_THAT(text, Contains("State 0") && Contains("Delegate 0") && Contains("REHEARSAL") &&
                         Contains("s0-1"));
    CHECK_THAT(text, !Contains("100000"));
}

TEST_CASE("a slip says the PIN, and never the badge", "[publish]") {
    const Pdf sheet(pin_sheet(cards(31)));
    CHECK(sheet.pages() == 2);
    const auto text = sheet.text();
    CHECK_THAT(text, Contains("PIN 100000") && Contains("PIN 100030") && Contains("State 30"));
    CHECK_THAT(text, !Contains("00112233"));
}

TEST_CASE("names stand on a badge in any script of the conference", "[publish]") {
    auto card = cards(1).front();
    card.rehearsal = false;
    const auto text_with = [&](const std::string& name) {
        card.name = name;
        return Pdf(badge_sheet({&card, 1})).text();
    };
    {
        // cairo 1.16 loses 768 bytes for each font with PostScript outlines that it embeds.
        PLACET_LEAKS_OF_OTHERS;
        CHECK_THAT(text_with("陈国华"), Contains("陈国华"));
    }
    CHECK_THAT(text_with("Наталья Ёлкина"), Contains("Наталья Ёлкина"));
    CHECK_THAT(text_with("Nguyễn Thị Ánh"), Contains("Nguyễn Thị Ánh"));
    // The letters, and not their shapes, though those are joined: apart they have another width.
    CHECK_THAT(text_with("محمد"), Contains("محمد"));
    const auto text = value_of(PageText::open());
    CHECK(text.width(10, Weight::regular, "محمد") !=
          text.width(10, Weight::regular, "م\u200cح\u200cم\u200cد"));
}

TEST_CASE("a long name is set smaller rather than cut or run into the code", "[publish]") {
    auto card = cards(1).front();
    card.delegation = "United Kingdom of Great Britain and Northern Ireland";
    card.name = "Doña María de los Ángeles Fernández-Villaverde y Rodríguez de la Fuente Mayor";
    const Pdf sheet(badge_sheet({&card, 1}));
    CHECK_THAT(sheet.text(), Contains("Northern Ireland") && Contains("Mayor"));
    CHECK_THAT(sheet.codes(), Contains(card.badge));
}
