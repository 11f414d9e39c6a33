// recorded_carrier.h: a carrier whose answers are kept: what was read from a stick once is asked
// for again without the stick, which may be slow, or gone, or give another answer.
#pragma once

#include "ledger/exchange/carrier.h"

#include <map>
#include <tuple>

namespace placet::terminal {

class RecordedCarrier : public ledger::Carrier {
public:
    /// Keeps at most so many bytes; then it fails refused. `from` outlives the recording.
    RecordedCarrier(ledger::Carrier& from, std::uint64_t at_most)
        : from_(&from), at_most_(at_most), name_(from.name()) {}

    /// From now on nothing is read: what was not asked for before fails storage.
    void let_go() { from_ = nullptr; }

    Result<Bytes> read(std::string_view path, std::uint64_t from, std::size_t limit) override;
    std::string name() const override { return name_; }
    std::uint64_t bytes_read() const override { return bytes_; }

private:
    using Question = std::tuple<std::string, std::uint64_t, std::size_t>;

    ledger::Carrier* from_;
    std::uint64_t at_most_;
    std::uint64_t bytes_ = 0;
    std::string name_;
    std::map<Question, Result<Bytes>> answers_;
};

}  // namespace placet::terminal
