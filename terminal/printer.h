// printer.h: puts decisions on paper beside the meeting; the session tells it of each.
#pragma once

#include "ledger/procedure/conference.h"

#include <memory>
#include <optional>
#include <string>

namespace placet::terminal {

class Printer {
public:
    virtual ~Printer() = default;
    /// A decision was announced or confirmed: `then` is the conference right after it, under this
    /// checkpoint. Returns at once.
    virtual void print(std::shared_ptr<const ledger::Conference> then,
                       std::string checkpoint_note) = 0;
    /// What went wrong since it was asked last, if anything did.
    virtual std::optional<Error> take_trouble() = 0;
};

}  // namespace placet::terminal
