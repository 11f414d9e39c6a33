// results.h: what a test expects of a Result, in one word.
#pragma once

#include "crypto/result.h"

#include <catch2/catch.hpp>

namespace placet::tests {

/// The value, or the test fails with the error.
template <class T>
T value_of(Result<T> result) {
    if (!result) FAIL(result.error().detail);
    return *std::move(result);
}

/// The error of something that must fail.
template <class T>
Error error_of(const Result<T>& result) {
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().detail.empty());
    return result.error();
}

template <class T>
Fault fault_of(const Result<T>& result) {
    return error_of(result).fault;
}

}  // namespace placet::tests

/// Faults by name in the output of a failed test.
template <>
struct Catch::StringMaker<placet::Fault> {
    static std::string convert(placet::Fault fault) {
        switch (fault) {
            case placet::Fault::refused:
                return "refused";
            case placet::Fault::malformed:
                return "malformed";
            case placet::Fault::unverified:
                return "unverified";
            case placet::Fault::forked:
                return "forked";
            case placet::Fault::corrupt:
                return "corrupt";
            case placet::Fault::storage:
                return "storage";
            case placet::Fault::in_use:
                return "in_use";
            case placet::Fault::full:
                return "full";
            case placet::Fault::absent:
                return "absent";
        }
        return "?";
    }
};
