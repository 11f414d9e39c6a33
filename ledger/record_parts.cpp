#include "ledger/record_parts.h"

#include "ledger/encoding.h"

namespace placet::ledger {
namespace {

constexpr std::size_t content_limit = 15'000;  // leaves room for envelope and seals in 16 KiB

bool fits(const Record& record) {
    const auto draft = draft_of(record, conference_unit);
    return draft && draft->content.size() <= content_limit;
}

/// `first` begins with what does not repeat, `next` holds what every other part repeats; the list
/// is dealt out from the whole.
template <class RecordType, class Element>
std::vector<Record> deal(RecordType first, const RecordType& next, const std::vector<Element>& all,
                         std::vector<Element> RecordType::*list) {
    RecordType part = std::move(first);
    std::vector<Record> parts;
    for (const auto& element : all) {
        (part.*list).push_back(element);
        if ((part.*list).size() == 1 || fits(part)) continue;
        (part.*list).pop_back();
        parts.emplace_back(std::exchange(part, next));
        (part.*list).push_back(element);
    }
    parts.emplace_back(std::move(part));
    return parts;
}

}  // namespace

std::vector<Record> in_parts(const Participation& record) {
    return deal(Participation{.withdrawn = record.withdrawn, .decision = record.decision},
                {.decision = record.decision}, record.registered, &Participation::registered);
}

std::vector<Record> in_parts(const Accreditation& record) {
    const Accreditation part{.decision = record.decision};
    return deal(part, part, record.persons, &Accreditation::persons);
}

std::vector<Record> in_parts(const TextRegister& record) {
    return deal(TextRegister{}, {}, record.units, &TextRegister::units);
}

}  // namespace placet::ledger
