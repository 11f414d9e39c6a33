// canonical_value.h: a value within a canonical text, read where it stands: a view, no tree.
//
// Requires throughout a text that scan_object accepted, or a value within one. Nothing is checked
// a second time; of any other text the answers mean nothing.
#pragma once

#include "ledger/canonical.h"

#include <string>

namespace placet::ledger {

class CanonicalValue {
public:
    /// The text outlives the value.
    explicit CanonicalValue(std::string_view text) : text_(text) {}

    bool is_object() const { return text_.starts_with('{'); }
    bool is_list() const { return text_.starts_with('['); }
    bool is_text() const { return text_.starts_with('"'); }
    bool is_boolean() const { return text_ == "true" || text_ == "false"; }
    bool is_integer() const {
        return text_.starts_with('-') || (!text_.empty() && text_[0] >= '0' && text_[0] <= '9');
    }

    /// Of an object, in order.
    std::vector<Member> members() const;
    /// Of a list, in order.
    std::vector<CanonicalValue> items() const;
    /// Of a text, without quotation marks and escapes.
    std::string text() const;
    std::int64_t integer() const;
    bool boolean() const { return text_ == "true"; }

private:
    std::string_view text_;
};

}  // namespace placet::ledger
