#include "terminal/catalogue.h"

#include <optional>

namespace placet::terminal {
namespace {

/// `"text\n"` without quotes and escapes; nothing if it is not written so.
std::optional<std::string> unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
    text = text.substr(1, text.size() - 2);
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') return std::nullopt;
        if (text[i] != '\\') {
            plain += text[i];
            continue;
        }
        if (++i == text.size()) return std::nullopt;
        if (text[i] == 'n')
            plain += '\n';
        else if (text[i] == '"' || text[i] == '\\')
            plain += text[i];
        else
            return std::nullopt;
    }
    return plain;
}

/// Takes lines one by one; a message ends where the next begins.
class Reader {
public:
    bool take(std::string_view line) {
        if (line.empty()) return true;
        if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos)
            fuzzy_ahead_ = true;
        if (line.front() == '#') return true;
        if (line.front() == '"') return text_ != nullptr && append(line);
        const auto blank = line.find(' ');
        if (blank == std::string_view::npos) return false;
        return begin(line.substr(0, blank)) && append(line.substr(blank + 1));
    }

    bool finish() {
        if (!begun_) return true;
        if (message_.forms.empty()) return false;
        if (!fuzzy_) messages_.push_back(std::move(message_));
        message_ = {};
        return true;
    }

    std::vector<Message> messages() && { return std::move(messages_); }

private:
    bool begin(std::string_view keyword) {
        if (keyword == "msgid") {
            if (!finish()) return false;
            begun_ = true;
            fuzzy_ = std::exchange(fuzzy_ahead_, false);
            text_ = &message_.english;
            return true;
        }
        if (!begun_) return false;
        if (keyword == "msgid_plural" && message_.forms.empty()) {
            text_ = &message_.plural;
            return true;
        }
        const auto index = std::to_string(message_.forms.size());
        const bool fits = message_.plural.empty() ? keyword == "msgstr" && message_.forms.empty()
                                                  : keyword == "msgstr[" + index + "]";
        if (!fits) return false;
        text_ = &message_.forms.emplace_back();
        return true;
    }

    bool append(std::string_view quoted) {
        const auto text = unquoted(quoted);
        if (!text) return false;
        *text_ += *text;
        return true;
    }

    std::vector<Message> messages_;
    Message message_;
    std::string* text_ = nullptr;  // in message_: what further lines belong to
    bool begun_ = false, fuzzy_ = false, fuzzy_ahead_ = false;
};

Error bad_line(std::size_t line) {
    return {Fault::malformed,
            "Line " + std::to_string(line) +
                " is not as a gettext catalogue has it. The catalogue was not used. Correct it "
                "with a translator's tool."};
}

}  // namespace

Result<std::vector<Message>> parse_catalogue(std::string_view text) {
    Reader reader;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = text.find('\n');
        if (!reader.take(text.substr(0, end))) return bad_line(number);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    if (!reader.finish()) return bad_line(number);
    return std::move(reader).messages();
}

std::string header_field(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const auto end = header.find('\n');
        const auto line = header.substr(0, end);
        if (line.starts_with(name) && line.substr(name.size()).starts_with(": "))
            return std::string(line.substr(name.size() + 2));
        header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
    }
    return {};
}

}  // namespace placet::terminal
