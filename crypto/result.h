// result.h: how any function of this project says that it failed.
//
// A function that can fail returns Result; a broken precondition is a bug and ends the program.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace placet {

/// Named after what the caller does next, not after the library that failed.
enum class Fault {
    refused,     // the rules of procedure forbid it now: tell the person, name the rule
    malformed,   // the bytes do not parse: reject the input
    unverified,  // a signature or a proof does not check: reject the input
    forked,      // two histories under one origin: keep both, stop writing, report
    corrupt,     // our own ledger contradicts its checkpoint: stop writing, report
    storage,     // disk or SQLite failed: the outcome is what the ledger says after reopening
    in_use,      // another process holds the file: nothing was touched
    full,        // no space left: nothing was recorded
    absent,      // what was asked for is not there: nothing was created
};

/// What happened, in one line for a person. Never holds a choice, a key, a PIN or a passphrase.
struct Error {
    Fault fault;
    std::string detail;
};

/// Result<Done>: nothing to return, but it can fail.
struct Done {};

/// A value or an Error, with the names of std::expected so that C++23 can replace it.
/// Reading the side that is not there is a bug in the caller and ends the program.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const noexcept { return state_.index() == 0; }
    T& operator*() & noexcept { return std::get<0>(state_); }
    const T& operator*() const& noexcept { return std::get<0>(state_); }
    T&& operator*() && noexcept { return std::get<0>(std::move(state_)); }
    T* operator->() noexcept { return &std::get<0>(state_); }
    const T* operator->() const noexcept { return &std::get<0>(state_); }
    const Error& error() const noexcept { return std::get<1>(state_); }

private:
    std::variant<T, Error> state_;
};

}  // namespace placet
