// catalogue.h: reads a translation catalogue in the form of GNU gettext ("The Format of PO Files").
//
// Strict: translators' tools write nothing else. Comments and obsolete or fuzzy messages are
// skipped. Contexts (msgctxt) are not used. Pure.
//
//     msgid "{n} entry"
//     msgid_plural "{n} entries"
//     msgstr[0] "{n} entrée"
//     msgstr[1] "{n} entrées"
#pragma once

#include "crypto/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace placet::terminal {

struct Message {
    std::string english = {};             // empty for the header
    std::string plural = {};              // empty where there is one form
    std::vector<std::string> forms = {};  // one, or one for each plural form
};

/// Fails (malformed), naming the line.
Result<std::vector<Message>> parse_catalogue(std::string_view text);

/// A field of the header message: "Plural-Forms". Empty if it is not there.
std::string header_field(std::string_view header, std::string_view name);

}  // namespace placet::terminal
