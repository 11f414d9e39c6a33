// phrases.h: the words of the interface. The English sentence is the key; other languages come from
// gettext catalogues.
//
// Sentences are whole and have named places: "Recorded: {choice}, entry {entry}". None is put
// together from parts, because no two languages would put it together the same way.
#pragma once

#include "terminal/plural_rule.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace placet::terminal {

class Phrases {
public:
    /// What stands in the places, by name.
    using Values = std::vector<std::pair<std::string, std::string>>;

    /// English as it stands in the program.
    Phrases() = default;

    /// A catalogue in gettext's form. Fails absent, or malformed (saying where).
    static Result<Phrases> load(const std::filesystem::path& catalogue);

    /// The sentence in this language, its places filled. Without a translation: in English, from
    /// left to right. An empty sentence stays empty.
    std::string operator()(std::string_view english, const Values& values = {}) const;
    /// In the form that the number takes; {n} is the number.
    std::string operator()(std::string_view one, std::string_view many, std::int64_t n,
                           Values values = {}) const;

    /// A tag such as "ar".
    const std::string& language() const { return language_; }

    /// The keys that were asked for and are not in the catalogue, for those who complete it.
    const std::set<std::string, std::less<>>& missing() const { return missing_; }

private:
    std::string untranslated(std::string_view english, const Values& values) const;
    void note_missing(std::string_view english) const;

    std::string language_ = "en";
    PluralRule plural_;
    std::map<std::string, std::vector<std::string>, std::less<>> translated_;  // by form
    mutable std::set<std::string, std::less<>> missing_;
};

}  // namespace placet::terminal
