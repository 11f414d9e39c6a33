#include "terminal/recorded_carrier.h"

namespace placet::terminal {

Result<Bytes> RecordedCarrier::read(std::string_view path, std::uint64_t from, std::size_t limit) {
    const Question question{std::string(path), from, limit};
    if (const auto known = answers_.find(question); known != answers_.end()) return known->second;
    if (from_ == nullptr)
        return Error{Fault::storage, "The ledger has grown since the stick was read. Press again."};
    auto answer = from_->read(path, from, limit);
    if (answer) bytes_ += answer->size();
    if (bytes_ > at_most_)
        return Error{Fault::refused,
                     "There is more on it than a terminal takes in during a meeting. Use placet "
                     "import."};
    answers_.emplace(question, answer);
    return answer;
}

}  // namespace placet::terminal
