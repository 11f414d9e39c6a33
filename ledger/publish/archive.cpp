#include "ledger/publish/archive.h"

#include "crypto/sodium.h"
#include "crypto/whole_file.h"
#include "ledger/format_text.h"
#include "ledger/record_text.h"
#include "ledger/schema.h"
#include "ledger/verify/ledger_copy.h"
#include "ledger/words.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

namespace placet::ledger {
namespace {

namespace fs = std::filesystem;

Error not_made(const fs::path& path, int number) {
    const bool full = number == ENOSPC || number == EDQUOT;
    return {full ? Fault::full : Fault::storage,
            fmt::format("{}: the archive cannot be written here ({}). Nothing was left behind, and "
                        "the ledger is as it was. Make room, or name a folder on another disk.",
                        path.string(), std::strerror(number))};
}

Error taken(const fs::path& path) {
    return {Fault::refused, fmt::format("{}: the name is taken. Nothing was written, and the "
                                        "ledger is as it was. Name a new folder.",
                                        path.string())};
}

/// Makes a file, or a folder's names, survive a power cut.
bool sync(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && synced;
}

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

std::string decisions_text(const Conference& conference) {
    std::string text;
    for (const auto& decision : conference.decisions)
        text += fmt::format("{}\t{} meeting\tentry {}\t{}{}\n", date_text(decision.entry.wall_ms),
                            ordinal(decision.meeting), decision.entry.seq, decision.sentence,
                            decision.rescinded ? " (rescinded)" : "");
    return text;
}

std::string keys_table(const Conference& conference) {
    const auto& charter = *conference.charter;
    std::string text = "whose\trole\tparticipant\tkey_base64\n";
    text += fmt::format("root\troot\t\t{}\n", base64(charter.root_key));
    for (const auto& terminal : charter.terminals)
        text += fmt::format("{}\tterminal\t\t{}\n", terminal.origin, base64(terminal.key));
    for (const auto& [id, person] : conference.persons)
        text += fmt::format("{}\t{}\t{}\t{}\n", id, to_text(person.role), person.participant,
                            base64(person.key));
    return text;
}

/// A ledger fits into memory: a conference of a thousand votes has some hundred megabytes.
Result<std::string> whole(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file || !text) return not_made(path, EIO);
    return std::move(text).str();
}

}  // namespace

Result<Archive> Archive::beside(const fs::path& path) {
    std::error_code trouble;
    if (fs::exists(fs::symlink_status(path, trouble))) return taken(path);
    std::array<Byte, 8> number = {};
    fill_random(number);
    auto made = folder_of(path) / fmt::format(".placet-{}.new", hex(BytesView{number}));
    for (const auto& folder : {made, made / "decisions", made / "meetings"})
        if (!fs::create_directory(folder, trouble)) return not_made(path, trouble.value());
    return Archive(path, std::move(made));
}

Archive::~Archive() {
    std::error_code ignored;  // what stays behind has a name that nobody takes for an archive
    if (!made_.empty()) fs::remove_all(made_, ignored);
}

Result<Done> Archive::put(const std::string& name, std::string_view text) {
    sums_ += fmt::format("{}  {}\n", hex(sha256(bytes_of(text))), name);
    return write_public_file(made_ / name, text);
}

Result<Done> Archive::put_ledger(const fs::path& ledger) {
    const auto copy = LedgerCopy::make(ledger);
    if (!copy) return copy.error();
    const auto bytes = whole(copy->path());
    return bytes ? put("conference.ledger", *bytes) : bytes.error();
}

Result<Done> Archive::put_sheets(const AuditedRecord& record) {
    for (const auto& sheet : record.sheets) {
        const auto pdf = result_pdf(sheet);
        if (!pdf) return pdf.error();
        const auto done = put(fmt::format("decisions/decision-{:06}.pdf", sheet.entry.seq), *pdf);
        if (!done) return done;
    }
    for (std::size_t n = 0; n < record.meetings.size(); ++n) {
        const auto done = put(fmt::format("meetings/meeting-{:03}.txt", n + 1), record.meetings[n]);
        if (!done) return done;
    }
    return Done{};
}

Result<Done> Archive::give_name() {
    if (!sync(made_)) return not_made(path_, errno);
    if (::renameat2(AT_FDCWD, made_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) != 0)
        return errno == EEXIST ? taken(path_) : not_made(path_, errno);
    made_.clear();
    return sync(folder_of(path_)) ? Result<Done>(Done{}) : not_made(path_, errno);
}

Result<Done> Archive::write(const fs::path& ledger, const AuditedRecord& record) {
    const auto& report = record.report;
    const auto& conference = *report.conference;
    auto done = put_ledger(ledger);
    if (done) done = put_sheets(record);
    if (done) done = put("checkpoint", report.checkpoint_note);
    if (done) done = put("vkey", format_verifier_key(report.key) + "\n");
    if (done) done = put("keys.tsv", keys_table(conference));
    if (done) done = put("FORMAT.md", format_text());
    if (done) done = put("schema.sql", schema_text());
    if (done) done = put("decisions.txt", decisions_text(conference));
    if (done) done = put("README", archive_guide(report));
    if (done) done = write_public_file(made_ / "SHA256SUMS", std::exchange(sums_, {}));
    return done ? give_name() : done;
}

}  // namespace placet::ledger
