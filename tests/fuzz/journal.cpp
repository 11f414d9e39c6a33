// A journal beside a ledger that was stopped while it was written: whatever it says is undone or
// refused, and nothing that was never signed is called good.
#include "tests/fuzz/stopped_ledger.h"

#include <algorithm>

namespace placet::fuzz {

namespace {

constexpr std::size_t header_size = 28;  // magic, records, nonce, pages, sector, page size

/// SQLite's checksum of a page in a journal (file format, 3).
void renew_checksums(std::string& journal) {
    constexpr std::size_t page = 4096, record = 4 + page + 4, sector = 512;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(journal[at]); };
    const auto number = [&](std::size_t at) {
        return std::uint32_t{byte(at)} << 24U | std::uint32_t{byte(at + 1)} << 16U |
               std::uint32_t{byte(at + 2)} << 8U | std::uint32_t{byte(at + 3)};
    };
    for (auto at = sector; at + record <= journal.size(); at += record) {
        auto sum = number(12);
        for (std::size_t i = page - 200; i > 0; i = i > 200 ? i - 200 : 0) sum += byte(at + 4 + i);
        for (std::size_t i = 0; i < 4; ++i)
            journal[at + 4 + page + i] = static_cast<char>(sum >> (24U - 8 * i) & 0xFFU);
    }
}

}  // namespace

bool hold(std::string_view input) {
    const auto& ledger = stopped_ledger().stopped;
    const auto path = scratch().file("ledger", ledger);
    scratch().file("ledger-journal", input);
    const bool audited = hold_audit(path);
    require(content_of(path) == ledger, "the original is as it was");
    return audited;
}

std::string mutated(const std::string& input, const std::string&, Dice& dice) {
    auto journal = input;
    if (journal.size() < header_size) return stopped_ledger().journal;
    const auto number_at = [&](std::size_t at) {
        for (std::size_t i = 0; i < 4; ++i)
            journal[at + i] = static_cast<char>(dice.one_in(3) ? dice.below(256) : i == 3);
    };
    switch (dice.below(4)) {
        case 0:
            number_at(8 + 4 * dice.below(5));
            break;
        case 1:
            journal.resize(dice.below(journal.size()));
            break;
        case 2:
            number_at(dice.below(journal.size() - 4) / 4 * 4);
            break;
        default:
            journal[dice.below(journal.size())] = static_cast<char>(dice.below(256));
    }
    if (journal.size() > 512 && !dice.one_in(4)) renew_checksums(journal);
    return journal;
}

}  // namespace placet::fuzz
