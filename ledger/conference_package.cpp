#include "ledger/conference_package.h"

#include "crypto/text_rules.h"
#include "ledger/package_files.h"
#include "ledger/procedure/state_order.h"
#include "ledger/store.h"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace placet::ledger {
namespace {

constexpr std::size_t file_limit = 1UL << 20U;
constexpr std::array<std::string_view, 11> participant_columns = {
    "id",      "alpha2",  "status",  "regional_group", "name_en",       "name_fr",
    "name_es", "name_ru", "name_zh", "name_ar",        "our_board_name"};
constexpr std::array<std::string_view, 5> text_columns = {"id", "number", "label", "title",
                                                          "title_confirmed"};
constexpr std::size_t first_name = 4;  // column of name_en
const std::vector<std::string> statuses = {"member_state", "observer_state"};
const std::vector<std::string> regional_groups = {"african", "asia_pacific", "eastern_european",
                                                  "grulac",  "weog",         "none"};
const std::vector<std::string> confirmations = {"yes", "partly", "no"};

bool consists_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

/// Rows of one table as they are checked: knows what stood before.
class RowChecker {
public:
    RowChecker(std::string_view file, Complaints& complaints)
        : file_(file), complaints_(complaints) {}

    void start(const Row& row) { row_ = row.number; }
    void require(bool holds, std::string_view otherwise) {
        if (!holds) complaints_.add(file_, row_, otherwise);
    }
    void one_of(std::string_view column, const std::string& value,
                const std::vector<std::string>& words) {
        if (std::ranges::find(words, value) == words.end())
            require(false, fmt::format("{} \"{}\" must be one of {}{}", column, value,
                                       fmt::join(words, ", "), did_you_mean(value, words)));
    }
    void unique(std::string_view column, const std::string& value) {
        const auto [at, added] = seen_.try_emplace({std::string(column), value}, row_);
        require(added,
                fmt::format("{} \"{}\" stands in row {} already", column, value, at->second));
    }

private:
    std::string_view file_;
    Complaints& complaints_;
    std::size_t row_ = 0;
    std::map<std::pair<std::string, std::string>, std::size_t> seen_ = {};
};

void check_state(const ListedState& state, RowChecker& check) {
    check.require(state.id.size() >= 2 && state.id.size() <= 8 &&
                      consists_of(state.id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
                  "id must be two to eight capital letters and digits, such as BRA");
    check.require(
        state.alpha2.size() == 2 && consists_of(state.alpha2, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "alpha2 must be two capital letters");
    check.one_of("status", state.status, statuses);
    check.one_of("regional_group", state.regional_group, regional_groups);
    for (const auto& [language, name] : state.names)
        check.require(!name.empty(), fmt::format("name_{} is missing", language));
    const auto width = character_count(state.board);
    check.require(width > 0 && width <= board_name_limit,
                  fmt::format("our_board_name has {} characters, and a board has room for {}",
                              width, board_name_limit));
    check.unique("id", state.id);
    check.unique("alpha2", state.alpha2);
    check.unique("name_en", state.names.at("en"));
    check.unique("our_board_name", state.board);
}

std::vector<TextUnit> parse_texts(std::string_view text, std::string_view file,
                                  Complaints& complaints) {
    std::vector<TextUnit> units;
    RowChecker check(file, complaints);
    for (const auto& row : read_table(text, file, text_columns, complaints)) {
        check.start(row);
        TextUnit unit{.id = row.cells[0],
                      .number = row.cells[1],
                      .label = row.cells[2],
                      .title = row.cells[3]};
        check.require(consists_of(unit.id, "abcdefghijklmnopqrstuvwxyz0123456789-"),
                      "id must be lower-case letters, digits and hyphens, such as article-2");
        check.require(!unit.label.empty(),
                      "label is missing: the words that name it in a sentence");
        check.require(!unit.title.empty(), "title is missing");
        check.one_of("title_confirmed", row.cells[4], confirmations);
        check.unique("id", unit.id);
        check.unique("label", unit.label);
        units.push_back(std::move(unit));
    }
    if (units.empty()) complaints.add(file, "there is no unit of text in it");
    return units;
}

/// Why these bytes cannot be a text of the convention; empty if they can.
std::string_view document_fault(std::string_view text) {
    if (text.empty()) return "is empty";
    if (!is_well_formed_utf8(text)) return "is not UTF-8";
    if (text.starts_with("\xEF\xBB\xBF")) return "begins with a byte-order mark: save without it";
    const bool controls = std::ranges::any_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    });
    if (controls) return "holds a control character, or line ends that are not Unix line ends";
    if (!is_normal_form_c(text)) return "is not in Unicode normal form C";
    return {};
}

struct TextName {
    std::string unit = {};
    std::string language = {};
};

/// `article-2.fr.txt`; complains of every other name.
std::optional<TextName> parse_text_name(const std::string& name, const ConferencePackage& package,
                                        Complaints& complaints) {
    const auto end = name.rfind(".txt");
    const auto point = name.find('.');
    if (!name.ends_with(".txt") || point >= end) {
        complaints.add(name, "must be named <unit id>.<language>.txt, such as article-2.fr.txt");
        return std::nullopt;
    }
    TextName result{.unit = name.substr(0, point),
                    .language = name.substr(point + 1, end - point - 1)};
    std::vector<std::string> units;
    for (const auto& unit : package.texts) units.push_back(unit.id);
    const bool unit_known = std::ranges::find(units, result.unit) != units.end();
    if (!unit_known)
        complaints.add(name, fmt::format("there is no unit of text \"{}\"{}", result.unit,
                                         did_you_mean(result.unit, units)));
    const bool language_known =
        std::ranges::find(package.languages, result.language) != package.languages.end();
    if (!language_known)
        complaints.add(name, fmt::format("\"{}\" is no language of this conference, which has {}{}",
                                         result.language, fmt::join(package.languages, ", "),
                                         did_you_mean(result.language, package.languages)));
    if (!unit_known || !language_known) return std::nullopt;
    return result;
}

}  // namespace

std::vector<ListedState> parse_participants(std::string_view text, std::string_view file,
                                            Complaints& complaints) {
    std::vector<ListedState> states;
    RowChecker check(file, complaints);
    for (const auto& row : read_table(text, file, participant_columns, complaints)) {
        check.start(row);
        ListedState state{.id = row.cells[0],
                          .alpha2 = row.cells[1],
                          .status = row.cells[2],
                          .regional_group = row.cells[3],
                          .board = row.cells.back()};
        for (std::size_t i = 0; i < official_languages.size(); ++i)
            state.names.emplace(official_languages[i], row.cells[first_name + i]);
        check_state(state, check);
        if (!states.empty())
            check.require(
                collation_key(states.back().names.at("en")) < collation_key(state.names.at("en")),
                fmt::format("\"{}\" must stand before \"{}\" in English alphabetical order",
                            state.names.at("en"), states.back().names.at("en")));
        states.push_back(std::move(state));
    }
    if (states.empty()) complaints.add(file, "there is no participant in it");
    return states;
}

Result<ConferencePackage> read_conference_package(const std::filesystem::path& folder) {
    ConferencePackage package;
    for (const auto* name : {"conference.toml", "profile.toml", "participants.tsv", "texts.tsv"}) {
        auto text = read_whole_file(folder / name, file_limit);
        if (!text) return text.error();
        package.files.emplace(name, *std::move(text));
    }
    Complaints complaints;
    parse_conference(package.files.at("conference.toml"), "conference.toml", package, complaints);
    package.profile = parse_profile(package.files.at("profile.toml"), "profile.toml", complaints);
    package.states =
        parse_participants(package.files.at("participants.tsv"), "participants.tsv", complaints);
    package.texts = parse_texts(package.files.at("texts.tsv"), "texts.tsv", complaints);
    if (!complaints.none()) return complaints.error();
    return package;
}

Result<ImportedTexts> read_texts(const std::filesystem::path& folder,
                                 const ConferencePackage& package) {
    std::error_code trouble;
    std::set<std::filesystem::path> paths;  // in an order that does not depend on the disk
    for (const auto& file : std::filesystem::directory_iterator(folder, trouble))
        if (!file.path().filename().string().starts_with('.')) paths.insert(file.path());
    if (trouble)
        return Error{Fault::absent, fmt::format("{}: the folder of texts cannot be read. Nothing "
                                                "was written. Check its name.",
                                                folder.string())};
    ImportedTexts texts;
    Complaints complaints;
    std::map<std::string, std::string> first_of;  // name of the file by its text
    for (const auto& path : paths) {
        const auto name = path.filename().string();
        const auto parsed = parse_text_name(name, package, complaints);
        if (!parsed) continue;
        auto text = read_whole_file(path, attachment_size_limit);
        if (!text) {
            complaints.add(name, text.error().detail);
            continue;
        }
        if (const auto fault = document_fault(*text); !fault.empty()) complaints.add(name, fault);
        const auto [first, is_new] = first_of.try_emplace(*text, name);
        if (!is_new) complaints.add(name, fmt::format("is the same text as {}", first->second));
        texts[parsed->unit][parsed->language] = *std::move(text);
    }
    if (!complaints.none()) return complaints.error();
    return texts;
}

}  // namespace placet::ledger
