#include "terminal/text_records.h"

#include "ledger/badge.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

std::map<std::string, Hash> hashes_in(const Record& record) {
    return std::visit(
        [](const auto& what) -> std::map<std::string, Hash> {
            if constexpr (requires { what.texts.begin()->second; }) return what.texts;
            return {};
        },
        record);
}

/// The sheet of a protocol as it was scanned; nothing of any other record.
std::optional<Hash> sheet_of(const Record& record) {
    const auto* protocol = std::get_if<ProtocolEntered>(&record);
    return protocol == nullptr ? std::nullopt : protocol->document;
}

bool has_text(const Conference& conference, const Hash& hash) {
    for (const auto& [id, versions] : conference.versions)
        for (const auto& version : versions)
            for (const auto& [language, known] : version.texts)
                if (known == hash) return true;
    return false;
}

}  // namespace

Result<std::vector<Bytes>> texts_of(const NoteRecord& noted, const Conference& conference,
                                    const Texts* texts) {
    if (noted.words.find(badge_beginning(conference.charter->nonce)) != std::string::npos)
        return Error{Fault::refused,
                     "A badge was scanned into these words; its secret must not stand in the "
                     "ledger. Nothing was recorded. Take it out of them, and present a badge only "
                     "where one is asked for."};
    std::vector<Bytes> found;
    for (const auto& [language, hash] : hashes_in(noted.record)) {
        if (!noted.words.empty() && sha256(bytes_of(noted.words)) == hash) {
            found.emplace_back(noted.words.begin(), noted.words.end());
            continue;
        }
        auto bytes = texts == nullptr ? std::nullopt : texts->bytes_of_text(hash);
        if (bytes)
            found.push_back(*std::move(bytes));
        else if (!has_text(conference, hash))
            return Error{Fault::refused,
                         "The text in \"" + language +
                             "\" is no longer in the folder. Nothing was recorded. Open the screen "
                             "again and choose the text."};
    }
    if (const auto sheet = sheet_of(noted.record)) {
        auto bytes = texts == nullptr ? std::nullopt : texts->bytes_of_text(*sheet);
        if (!bytes)
            return Error{Fault::refused,
                         "The scanned sheet is no longer in the folder. Nothing was recorded. Open "
                         "the screen again and choose the sheet."};
        found.push_back(*std::move(bytes));
    }
    return found;
}

bool from_the_folder(Screen screen) { return for_a_text(screen) || screen == Screen::election; }

bool for_a_text(Screen screen) {
    return screen == Screen::registration || screen == Screen::revision ||
           screen == Screen::writing_in || screen == Screen::placement;
}

void show_recorded_text(AppState& state, const Hash& entry) {
    if (!for_a_text(state.screen)) return;
    state.screen = Screen::articles;
    for (const auto& [id, proposal] : state.conference->proposals)
        if (proposal.entry.leaf == entry) state.about = id;
}

}  // namespace placet::terminal
