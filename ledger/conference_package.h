// conference_package.h: what a conference is founded from: a folder with its participants, its
// texts by title, its rules, its organs; and the texts themselves.
//
// assets/conferences/cah/ is one. Every row of every file is checked, all that is wrong is said at
// once, and nothing is used unless all is good.
#pragma once

#include "ledger/record.h"
#include "ledger/table.h"

#include <array>
#include <filesystem>

namespace placet::ledger {

/// The official languages of the United Nations, in the order of the columns.
inline constexpr std::array<std::string_view, 6> official_languages = {"en", "fr", "es",
                                                                       "ru", "zh", "ar"};
/// Characters that a name may have on a board.
inline constexpr std::size_t board_name_limit = 18;
/// What a unit of text carries until its text is imported. Bytes of the attachment.
inline constexpr std::string_view text_to_be_imported = "[text to be imported]";

struct ListedState {
    ParticipantId id = {};  // ISO 3166 alpha-3, or the Secretariat's own
    std::string alpha2 = {};
    std::string status = {};                        // member_state or observer_state
    std::string regional_group = {};                // african, ...; "none"
    std::map<std::string, std::string> names = {};  // by official language
    std::string board = {};
};

struct ConferencePackage {
    std::string id = {};
    std::string title = {};
    std::string origin = {};  // begins the origin of every feed
    std::vector<std::string> languages = {};
    std::vector<Unit> units = {};
    std::map<std::string, std::string> profile = {};  // profile_from_fields takes them
    std::vector<ListedState> states = {};             // in English alphabetical order
    std::vector<TextUnit> texts = {};                 // in the order of the convention
    std::map<std::string, std::string> files = {};    // by name, as read
};

/// Fails absent or storage (a file is missing or unreadable) or malformed, naming file and row.
Result<ConferencePackage> read_conference_package(const std::filesystem::path& folder);

/// The same for a table of participants alone, as it stands in a charter's attachment.
std::vector<ListedState> parse_participants(std::string_view text, std::string_view file,
                                            Complaints& complaints);

/// Bytes by language, by unit of text.
using ImportedTexts = std::map<TextUnitId, std::map<std::string, std::string>>;

/// Reads every `<unit id>.<language>.txt` of the folder; names that begin with a point are left
/// alone. Fails absent or malformed, naming the file: no such unit or language, not UTF-8, not in
/// normal form C, a control character, empty, above 8 MiB, the same text under two names.
Result<ImportedTexts> read_texts(const std::filesystem::path& folder,
                                 const ConferencePackage& package);

}  // namespace placet::ledger
