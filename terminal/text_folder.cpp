#include "terminal/text_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <set>

namespace placet::terminal {
namespace {

constexpr std::size_t name_limit = 32;     // bytes, as a screen shows it
constexpr std::size_t trouble_limit = 20;  // files that are named

/// No link is followed, and nothing that is no plain file is waited for.
std::variant<Bytes, TextTrouble> read_text(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return TextTrouble::unreadable;
    struct stat status = {};
    Bytes bytes;
    auto trouble = std::optional(TextTrouble::unreadable);
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
        // One byte more than allowed tells a file that is too large, though it grows meanwhile.
        bytes.resize(TextFolder::text_limit + 1);
        std::size_t filled = 0;
        ssize_t got = 1;
        while (got > 0 && filled < bytes.size()) {
            got = ::read(file, bytes.data() + filled, bytes.size() - filled);
            if (got > 0) filled += static_cast<std::size_t>(got);
        }
        bytes.resize(filled);
        bytes.shrink_to_fit();
        if (got >= 0) trouble.reset();
        if (!trouble && filled > TextFolder::text_limit) trouble = TextTrouble::too_large;
        if (!trouble && filled == 0) trouble = TextTrouble::empty;
    }
    ::close(file);
    if (trouble) return *trouble;
    return bytes;
}

/// As a line of a screen can show it.
std::string shown_name(const std::filesystem::path& path) {
    auto name = path.filename().string().substr(0, name_limit);
    std::ranges::replace_if(
        name, [](char c) { return c < ' ' || c == 0x7f; }, '?');
    return name;
}

/// What is in a folder, as it is read.
struct Found {
    std::map<std::string, std::map<std::string, Hash>> texts = {};
    std::vector<ScannedSheet> sheets = {};
    std::vector<std::pair<std::string, TextTrouble>> trouble = {};
    std::map<Hash, Bytes> kept = {};
    std::size_t size = 0;  // of all that is kept

    std::optional<TextTrouble> take(const std::filesystem::path& path,
                                    const std::vector<std::string>& languages);

private:
    std::variant<Hash, TextTrouble> keep(const std::filesystem::path& path);
};

std::variant<Hash, TextTrouble> Found::keep(const std::filesystem::path& path) {
    auto text = read_text(path);
    if (const auto* trouble_met = std::get_if<TextTrouble>(&text)) return *trouble_met;
    auto& bytes = std::get<Bytes>(text);
    if (size + bytes.size() > TextFolder::all_limit) return TextTrouble::too_large;
    size += bytes.size();
    const auto hash = sha256(bytes);
    kept.insert_or_assign(hash, std::move(bytes));
    return hash;
}

std::optional<TextTrouble> Found::take(const std::filesystem::path& path,
                                       const std::vector<std::string>& languages) {
    const auto file = path.filename().string();
    if (is_scan(file)) {
        const auto hash = keep(path);
        if (const auto* trouble_met = std::get_if<TextTrouble>(&hash)) return *trouble_met;
        sheets.push_back({file, std::get<Hash>(hash)});
        return std::nullopt;
    }
    const auto named = name_and_language(file);
    if (!named || named->first.size() > name_limit) return TextTrouble::no_language;
    const auto& [name, language] = *named;
    if (std::ranges::find(languages, language) == languages.end())
        return TextTrouble::unknown_language;
    const auto known = texts.find(name);
    if (known != texts.end() && known->second.contains(language)) return TextTrouble::twice;
    const auto hash = keep(path);
    if (const auto* trouble_met = std::get_if<TextTrouble>(&hash)) return *trouble_met;
    texts[name].emplace(language, std::get<Hash>(hash));
    return std::nullopt;
}

Found read_folder(const std::filesystem::path& folder, const std::vector<std::string>& languages) {
    Found found;
    std::error_code error;
    std::set<std::filesystem::path> paths;  // in byte order: what is found twice is always the same
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
        if (!entry->path().filename().string().starts_with('.')) paths.insert(entry->path());
    if (error) found.trouble.emplace_back("", TextTrouble::unreadable);
    for (const auto& path : paths)
        if (const auto trouble = found.take(path, languages);
            trouble && found.trouble.size() < trouble_limit)
            found.trouble.emplace_back(shown_name(path), *trouble);
    return found;
}

}  // namespace

bool is_scan(std::string_view file) {
    if (file.size() > name_limit ||
        std::ranges::any_of(file, [](char c) { return c < ' ' || c >= 0x7f; }))
        return false;
    const auto dot = file.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return false;
    std::string ending(file.substr(dot + 1));
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    constexpr std::array<std::string_view, 6> endings = {"pdf",  "png", "jpg",
                                                         "jpeg", "tif", "tiff"};
    if (std::ranges::find(endings, ending) == endings.end()) return false;
    const auto named = name_and_language(file);
    // "L.12.fr.pdf" is a text, in whatever language.
    return !named || named->second.size() != 2 ||
           !std::ranges::all_of(named->second, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::optional<std::pair<std::string, std::string>> name_and_language(std::string_view file) {
    const auto ending = file.rfind('.');
    if (ending == std::string_view::npos || ending == 0) return std::nullopt;
    const auto before = file.substr(0, ending);
    const auto dot = before.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == before.size()) return std::nullopt;
    const auto name = before.substr(0, dot);
    const bool printable = std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7f; });
    if (!printable) return std::nullopt;
    return std::pair(std::string(name), std::string(before.substr(dot + 1)));
}

TextFolder::TextFolder(std::filesystem::path folder, std::function<void()> wake)
    : folder_(std::move(folder)), wake_(std::move(wake)) {}

TextFolder::~TextFolder() {
    if (thread_.joinable()) thread_.join();
}

void TextFolder::read(std::vector<std::string> languages) {
    {
        const std::lock_guard lock(mutex_);
        if (view_.reading) return;
        view_.reading = true;
    }
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([this, languages = std::move(languages)] { look(languages); });
}

void TextFolder::look(const std::vector<std::string>& languages) {
    auto found = read_folder(folder_, languages);
    TextsView view{
        .wanted = true, .sheets = std::move(found.sheets), .trouble = std::move(found.trouble)};
    for (auto& [name, texts] : found.texts) view.texts.push_back({name, std::move(texts)});
    {
        const std::lock_guard lock(mutex_);
        view_ = std::move(view);
        kept_ = std::move(found.kept);
    }
    wake_();
}

TextsView TextFolder::view() const {
    const std::lock_guard lock(mutex_);
    return view_;
}

std::optional<Bytes> TextFolder::bytes_of_text(const Hash& hash) const {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(hash);
    return found == kept_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace placet::terminal
