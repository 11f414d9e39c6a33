// text_folder.h: the texts in a folder, read on a thread of its own: a slow or absent medium holds
// up nobody. What was read is kept, so that what is recorded is what was offered.
#pragma once

#include "terminal/texts.h"

#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

namespace placet::terminal {

class TextFolder : public Texts {
public:
    static constexpr std::size_t text_limit = 8UL << 20U;   // bytes, as attachments have it
    static constexpr std::size_t all_limit = 256UL << 20U;  // bytes that are kept

    /// `wake` is called from another thread when the view has changed.
    TextFolder(std::filesystem::path folder, std::function<void()> wake);
    ~TextFolder() override;
    TextFolder(const TextFolder&) = delete;
    TextFolder& operator=(const TextFolder&) = delete;

    void read(std::vector<std::string> languages) override;
    TextsView view() const override;
    std::optional<Bytes> bytes_of_text(const Hash& hash) const override;

private:
    void look(const std::vector<std::string>& languages);

    std::filesystem::path folder_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    TextsView view_ = {.wanted = true};
    std::map<Hash, Bytes> kept_;
    std::thread thread_;  // last: it uses all of the above
};

/// Of PDF, PNG, JPEG or TIFF by its ending, and named for no language: "ballot 2.pdf".
bool is_scan(std::string_view file);

/// "A_CONF.999_L.12.en.txt" is that text in "en"; nothing if the file is not named so.
std::optional<std::pair<std::string, std::string>> name_and_language(std::string_view file);

}  // namespace placet::terminal
