// archive.h: the folder in which a conference is kept: its ledger, what verifies it without this
// program, and what people read of it.
//
//     README            how to check it, with openssl, sha256sum and placet
//     conference.ledger the ledger
//     checkpoint vkey   its last signed checkpoint, and the key that signed
//     keys.tsv          the public keys of root, terminals and persons
//     FORMAT.md schema.sql   what the bytes are
//     decisions.txt     every decision in one sentence
//     decisions/        their result sheets, decision-<entry>.pdf
//     meetings/         the records of the meetings, meeting-<number>.txt
//     SHA256SUMS        of every other file
#pragma once

#include "ledger/publish/audited_record.h"

#include <filesystem>
#include <string>

namespace placet::ledger {

/// A folder in the making, under a name of its own beside the one that it will have: goes away
/// unless it is given that name.
class Archive {
public:
    /// Fails refused (the name is taken) or storage (no folder can be made there).
    static Result<Archive> beside(const std::filesystem::path& path);
    Archive(Archive&& other) noexcept
        : path_(std::move(other.path_)), made_(std::exchange(other.made_, {})) {}
    Archive& operator=(Archive&&) = delete;
    ~Archive();

    /// Fills it from this ledger, which the record is of, makes it durable and gives it its name.
    /// Fails as LedgerCopy::make, result_pdf and write_public_file do.
    Result<Done> write(const std::filesystem::path& ledger, const AuditedRecord& record);

private:
    Archive(std::filesystem::path path, std::filesystem::path made)
        : path_(std::move(path)), made_(std::move(made)) {}

    Result<Done> put(const std::string& name, std::string_view text);
    Result<Done> put_ledger(const std::filesystem::path& ledger);
    Result<Done> put_sheets(const AuditedRecord& record);
    Result<Done> give_name();

    std::filesystem::path path_;
    std::filesystem::path made_;
    std::string sums_ = {};
};

/// The reader's guide that stands in it.
std::string archive_guide(const AuditReport& report);

/// What is read aloud and printed when a conference ends: origin, size, root hash in base64 and
/// hexadecimal, verifier key, checkpoint.
std::string roots_text(const AuditReport& report);

}  // namespace placet::ledger
