#include "tools/verify_files.h"

#include "ledger/exchange/fork_evidence.h"
#include "ledger/exchange/pasted_note.h"
#include "ledger/exchange/receipt.h"
#include "ledger/exchange/witnessed.h"
#include "ledger/record_text.h"
#include "ledger/words.h"
#include "tools/text_file.h"

#include <fmt/format.h>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

Result<ProvenFork> proven_fork(const std::string& file, const Trust& trust) {
    const auto text = read_text_file(file);
    if (!text) return text.error();
    const auto evidence = parse_fork_evidence(*text);
    if (!evidence) return evidence.error();
    auto proven = check_fork_evidence(*evidence);
    if (!proven || trust.vkey.empty()) return proven;
    if (format_verifier_key(proven->key) == trust.vkey) return proven;
    return Error{Fault::unverified,
                 fmt::format("this is evidence about another key than the one that was given: "
                             "{}. Of yours it shows nothing.",
                             format_verifier_key(proven->key))};
}

/// Names are those of the entry itself: a receipt brings no list of States or persons.
std::string entry_words(const Entry& entry) {
    auto words = in_words(entry, Conference{});
    const auto* ballot = std::get_if<Ballot>(&entry.record);
    if (ballot == nullptr) return words;
    return fmt::format("{}, in run {}.", words.substr(0, words.size() - 1), ballot->run);
}

std::string seals_text(const Entry& entry) {
    std::string text;
    for (const auto& seal : entry.seals)
        text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", seal.person, to_text(seal.role));
    return text.empty() ? "nobody" : text;
}

std::string receipt_text(const CheckedReceipt& receipt) {
    const auto& entry = receipt.entry;
    const auto& checkpoint = receipt.checkpoint.checkpoint;
    auto text =
        fmt::format("{}\n\nLog         {}\nEntry       {} of {}, {} by its clock\nSealed by   {}\n",
                    entry_words(entry), checkpoint.origin, entry.seq, checkpoint.size,
                    date_text(entry.wall_ms), seals_text(entry));
    for (const auto& one : receipt.checkpoint.cosignatures)
        text += fmt::format("Cosigned by {} on {}\n", one.witness.name,
                            date_text(static_cast<std::int64_t>(one.time) * 1000));
    return text + fmt::format("As signed   {}\n\n", receipt.bytes);
}

Error no_key(const std::string& origin) {
    return {Fault::absent,
            fmt::format("whose log this is, only the key shows, and none was given: a receipt can "
                        "be made with any key. Nothing of it is shown. Give the key of {} as it "
                        "was published: --vkey KEY, or --policy FILE.",
                        origin.empty() ? "the terminal" : origin)};
}

int shown(const CheckedReceipt& receipt, const Trust& trust, const Policy& policy,
          Streams& streams) {
    streams.out << receipt_text(receipt);
    std::vector<VerifierKey> cosigners;
    for (const auto& one : receipt.checkpoint.cosignatures) cosigners.push_back(one.witness);
    const bool met = satisfied(policy, cosigners);
    if (trust.asks_for_witnesses())
        streams.out << fmt::format("{} of {} witnesses cosigned: {} are asked for.\n",
                                   cosigners.size(), policy.witnesses.size(),
                                   met ? "as many as" : "not as many as");
    streams.out << "The receipt is good: this entry stands in that log, under its signed "
                   "checkpoint.\nWhether the seals and the result are right, the whole ledger "
                   "shows: placet verify --ledger.\n";
    return met ? exit_code::good : exit_code::incomplete;
}

}  // namespace

int verify_evidence(const std::string& file, const Trust& trust, Streams& streams) {
    const auto proven = proven_fork(file, trust);
    if (!proven)
        return report(streams, "verify",
                      {proven.error().fault, fmt::format("{}: {}", file, proven.error().detail)});
    streams.out << fmt::format(
        "This is a fork. {}\n{}\n", to_sentence(*proven),
        trust.vkey.empty()
            ? fmt::format("The key is the one that the file names: {}\nCompare it with the one "
                          "that was published (--vkey): anybody can fork a key of his own.",
                          format_verifier_key(proven->key))
            : "The key is the one that was given.");
    return exit_code::good;
}

int verify_receipt(const std::string& file, const Trust& trust, Streams& streams) {
    const auto failed = [&](const Error& error) {
        return report(streams, "verify", {error.fault, fmt::format("{}: {}", file, error.detail)});
    };
    const auto policy = policy_of(trust);
    if (!policy) return report(streams, "verify", policy.error());
    const auto text = read_text_or_picture(file);
    if (!text) return report(streams, "verify", text.error());
    const auto origin = claimed_origin_of_receipt(*text);
    const auto key = key_of(trust, *policy, origin);
    if (!key) {
        failed(no_key(origin));
        return exit_code::not_configured;
    }
    // Scanners and mail programs change line ends and dashes; the signature decides.
    const auto receipt =
        check_receipt(with_signature_dashes(*text, key->name), *key, witness_keys(*policy));
    if (!receipt) return failed(receipt.error());
    return shown(*receipt, trust, *policy, streams);
}

}  // namespace placet::tools
