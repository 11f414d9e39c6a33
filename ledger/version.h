// version.h: which software this is. Recorded by every start of a vote.
#pragma once

#include <string>
#include <string_view>

namespace placet::ledger {

/// SHA-256, in hex, of the list of all sources and assets that this program was built from;
/// tools/cmake/build_hash.cmake says how to compute it again with coreutils.
std::string_view build_hash();

/// "0.1.0"
std::string_view version();

/// "placet 0.1.0 (1a2b3c4d5e6f)": what a start records, and --version begins with. Twelve digits of
/// the hash.
std::string_view build_name();

/// What --version prints: name and version, the whole build hash, format of the ledger, compiler
/// and libraries, one a line.
std::string build_description();

}  // namespace placet::ledger
