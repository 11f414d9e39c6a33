#include "tests/fuzz/stopped_ledger.h"
#include "ledger/ledger.h"
#include "tests/fuzz/worked_spine.h"

#include <optional>

namespace placet::fuzz {

using namespace placet::ledger;

namespace {

SigningKey terminal_key() { return SigningKey::from_seed(sha256(bytes_of("desk"))); }

Log write_worked_ledger(const std::filesystem::path& path) {
    const auto wall_ms = std::make_shared<std::int64_t>();
    const Ledger::Options options{.clock = [wall_ms] { return *wall_ms; }};
    std::optional<Ledger> ledger;
    for (const auto& line : worked_spine()) {
        const auto entry = decode_entry(line);
        require(static_cast<bool>(entry), "the worked ledger is read");
        *wall_ms = entry->wall_ms;
        const Draft draft{.type = entry->type,
                          .unit = entry->unit,
                          .content = entry->content,
                          .seals = entry->seals};
        if (ledger) {
            require(static_cast<bool>(ledger->append(draft)), "the worked ledger is written");
            continue;
        }
        auto founded = Ledger::found(path, draft, entry->feed, terminal_key(), options);
        require(static_cast<bool>(founded), "the worked ledger is founded");
        ledger.emplace(*std::move(founded));
    }
    ledger.reset();
    auto log = Log::open(path, {});
    require(static_cast<bool>(log), "the worked ledger opens");
    return *std::move(log);
}

/// More than SQLite keeps in memory, so that pages are written before the commit that never comes.
StoppedLedger stop_while_writing(Log& log, const std::filesystem::path& path) {
    StoppedLedger ledger{.whole = content_of(path)};
    auto& store = log.store();
    const std::string data = "half an act";
    const Bytes bulk(attachment_size_limit, 1);
    require(store.begin() &&
                store.insert({.seq = log.size(),
                              .data = data,
                              .leaf = leaf_hash(bytes_of(data)),
                              .type = "half/1"}) &&
                store.insert_attachment(sha256(bulk), bulk),
            "a transaction can be begun");
    ledger.stopped = content_of(path).substr(0, ledger.whole.size());
    ledger.journal = content_of(path.string() + "-journal");
    store.roll_back();
    return ledger;
}

}  // namespace

const StoppedLedger& stopped_ledger() {
    static const auto ledger = [] {
        const auto path = scratch() / "worked";
        auto log = write_worked_ledger(path);
        return stop_while_writing(log, path);
    }();
    return ledger;
}

bool hold_audit(const std::filesystem::path& path) {
    static const auto key = [] {
        const auto report = audit(scratch().file("whole", stopped_ledger().whole), {});
        require(report && report->all_good(), "the worked ledger is good");
        return report->key;
    }();
    const auto report = audit(path, {.key = key});
    if (!report) return require(!report.error().detail.empty(), "why is said"), false;
    require(!report->verdict().empty(), "there is a verdict");
    if (!report->all_good()) return true;
    require(stopped_ledger().whole.find(report->checkpoint_note) != std::string::npos,
            "no ledger is good whose checkpoint was never signed");
    return true;
}

}  // namespace placet::fuzz
