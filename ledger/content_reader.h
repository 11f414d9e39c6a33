// content_reader.h: reads the members of one closed object; used by content*.cpp alone.
#pragma once

#include "ledger/canonical_value.h"
#include "ledger/record_text.h"

#include <fmt/format.h>
#include <map>

namespace placet::ledger {

/// Reads members by name and remembers the first trouble; after it every value is a default.
/// Members that nobody asked for are trouble too: schemas of a type version are closed.
class ContentReader {
public:
    /// The text that the value stands in outlives the reader.
    explicit ContentReader(CanonicalValue object);

    std::string text(std::string_view name);
    std::int64_t integer(std::string_view name);
    bool boolean(std::string_view name);
    template <class Enum>
    Enum choice_of(std::string_view name) {
        const auto value = from_text<Enum>(text(name));
        if (!value) return trouble(name, "is no word of this format"), Enum{};
        return *value;
    }
    Hash hash(std::string_view name);
    /// Nothing where the text is empty.
    std::optional<Hash> hash_or_none(std::string_view name);
    std::vector<Hash> hash_list(std::string_view name);
    PublicKey key(std::string_view name);
    std::vector<std::string> texts(std::string_view name);
    std::map<std::string, Hash> hashes(std::string_view name);
    std::map<std::string, std::string> words(std::string_view name);

    /// The member as it is, for forms that occur once; an empty object if it is missing.
    CanonicalValue raw(std::string_view name);

    /// A list of objects, each read whole by `read(ContentReader&)`.
    template <class Read>
    auto objects(std::string_view name, Read read) {
        std::vector<decltype(read(*this))> result;
        for (const auto& item : items(name)) {
            ContentReader reader(item);
            result.push_back(read(reader));
            if (const auto done = reader.finish(); !done)
                return trouble(name, done.error().detail), result;
        }
        return result;
    }

    Result<Done> finish() const;

    void trouble(std::string_view name, std::string_view what);

private:
    void trouble(std::string what);
    std::optional<CanonicalValue> member(std::string_view name);
    std::vector<CanonicalValue> items(std::string_view name);

    std::vector<Member> members_ = {};
    std::size_t asked_ = 0;
    std::string trouble_;
};

}  // namespace placet::ledger
