#include "ledger/content.h"

#include "ledger/canonical.h"
#include "ledger/content_floor.h"

#include <algorithm>
#include <array>

namespace placet::ledger {

using nlohmann::json;

namespace {

json write(const PinRefused& r) { return {{"person", r.person}}; }

json write(const NotUnderstood&) { return json::object(); }

void read(ContentReader& in, PinRefused& r) { r.person = in.text("person"); }

template <class T>
Result<Record> read_whole(CanonicalValue content) {
    T record;
    ContentReader in(content);
    read(in, record);
    if (const auto done = in.finish(); !done) return done.error();
    return Record{std::move(record)};
}

/// One reader per type, in the order of the variant.
template <std::size_t... index>
constexpr auto readers(std::index_sequence<index...>) {
    return std::array<Result<Record> (*)(CanonicalValue), sizeof...(index)>{
        &read_whole<std::variant_alternative_t<index, AnyRecord>>...};
}
constexpr auto reader_by_type =
    readers(std::make_index_sequence<std::variant_size_v<AnyRecord> - 1>{});

}  // namespace

Result<std::string> encode_content(const Record& record) {
    const json content = std::visit([](const auto& r) { return write(r); }, record);
    std::string text;
    try {
        text = content.dump();
    } catch (const json::type_error&) {  // the library's only way to say that a text is not UTF-8
        return Error{Fault::malformed, "a text is not UTF-8"};
    }
    if (const auto scanned = scan_object(text); !scanned) return scanned.error();
    return text;
}

Result<Record> decode_content(std::string_view type, std::string_view content) {
    const auto types = known_types();
    const auto found = std::find(types.begin(), types.end(), type);
    if (found == types.end()) return Record{NotUnderstood{}};
    const auto read_it = reader_by_type[static_cast<std::size_t>(found - types.begin())];
    auto record = read_it(CanonicalValue(content));
    if (!record) return Error{Fault::malformed, fmt::format("{}: {}", type, record.error().detail)};
    return record;
}

}  // namespace placet::ledger
