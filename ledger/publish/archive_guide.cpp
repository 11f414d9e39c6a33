// The words of an archive; the folder itself is archive.cpp's.
#include "ledger/publish/archive.h"
#include "ledger/version.h"
#include "ledger/words.h"

#include <fmt/format.h>

namespace placet::ledger {

namespace {

constexpr std::string_view guide =
    R"guide(WHAT IS HERE

    conference.ledger   every act of the conference, signed: an SQLite 3 database
    checkpoint          the last signed checkpoint: how many entries, and their root hash
    vkey                the public key of the terminal that signed it (C2SP)
    keys.tsv            the public keys of the Secretariat's root, of terminals and persons
    FORMAT.md           what the bytes of the ledger are, enough to write another reader
    schema.sql          the tables of the database
    decisions.txt       every decision in one sentence
    decisions/          a sheet of each: who voted how, what was required
    meetings/           what happened in each meeting, in words
    SHA256SUMS          fingerprints of all other files

The ledger is the evidence. Everything else here was made from it and can be made again.

HOW TO CHECK IT

1. Compare the root above with one that you did not get with this folder: a printed result sheet,
   a photograph of the code on the screen, another copy of the archive, the minutes of the closing.

2. Are the files as they were written?

    sha256sum --check --quiet SHA256SUMS

3. Did the terminal sign the checkpoint? With OpenSSL alone; key and signature are the last 32 and
   64 bytes of what base64 spells (FORMAT.md, section 1):

    scratch=$(mktemp -d)
    name=$(head -n 1 checkpoint)
    { printf '\060\052\060\005\006\003\053\145\160\003\041\000'
      cut -d + -f 3- vkey | base64 -d | tail -c 32; } > $scratch/key.der
    sed '/^$/,$d' checkpoint > $scratch/text
    grep -F "— $name " checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c 64 > $scratch/signature
    openssl pkeyutl -verify -pubin -keyform DER -inkey $scratch/key.der -rawin \
        -in $scratch/text -sigfile $scratch/signature
    rm -r $scratch

4. Do the entries lead to that root, was every seal made by a person entitled to it, was every act
   allowed by the rules, and does every result follow from the ballots? With Placet:

    placet verify --ledger conference.ledger --vkey "$(cat vkey)"

   Without it, FORMAT.md, section 7, says what a reader does, and section 8 has a whole ledger to
   try it on. The bytes of the entries come from the database one a line:

    sqlite3 -readonly conference.ledger 'SELECT data FROM entry ORDER BY seq'

Keep this folder as it is, on several media, and never open the ledger for writing.
)guide";

}  // namespace

std::string roots_text(const AuditReport& report) {
    return fmt::format(
        "Origin        {}\n"
        "Entries       {}\n"
        "Root, base64  {}\n"
        "Root, hex     {}\n"
        "Verifier key  {}\n"
        "Checkpoint, a signed note (C2SP):\n\n{}",
        report.position.origin, report.position.size, base64(report.position.root),
        hex(report.position.root), format_verifier_key(report.key), report.checkpoint_note);
}

std::string archive_guide(const AuditReport& report) {
    const auto& conference = *report.conference;
    return fmt::format(
        "THE ARCHIVE OF A CONFERENCE\n\n{}{}\n{} meetings, {} decisions. Closed on {}.\n\n{}\n{}"
        "Made by {}.\n",
        conference.charter->title,
        conference.charter->mode == Mode::rehearsal ? " (REHEARSAL)" : "", conference.last_meeting,
        conference.standing_decisions(), date_text(report.last_wall_ms), roots_text(report), guide,
        build_name());
}

}  // namespace placet::ledger
