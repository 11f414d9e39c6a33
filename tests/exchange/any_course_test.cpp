// Whatever way directories go between a desk and copies: a copy is a beginning of what the desk
// recorded, or frozen with evidence; and no honest course yields evidence.
#include "ledger/exchange/cosigning.h"
#include "ledger/exchange/fork_evidence.h"
#include "tests/exchange/exchanged.h"
#include "tests/reliability/campaign.h"

#include <fmt/format.h>
#include <limits>
#include <random>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;
using Arrival = ImportedFeed::Arrival;

namespace {

constexpr std::uint64_t first_size = 235;
constexpr auto never = std::numeric_limits<std::uint64_t>::max();

/// What somebody holds, as far as this test knows: so many entries of one of two histories.
struct Holding {
    int history = 0;
    std::uint64_t size = 0;
};

struct Copy {
    Store store;
    Witness witness;
    Holding holds = {};
    bool frozen = false;
};

struct Directory {
    fs::path path;
    Holding holds = {};
};

class Course {
public:
    Course(std::uint32_t seed, bool forks) : random_(seed) {
        desks_.push_back(ledger_of(folder_ / "desk-0", first_size));
        read_leaves();
        if (forks) parted_ = first_size + 1 + below(60);
        const auto count = 2 + below(4);
        for (std::uint64_t i = 0; i < count; ++i)
            copies_.push_back({.store = new_copy(folder_ / fmt::format("copy-{}", i)),
                               .witness = {.name = fmt::format("witness-{}.example", i),
                                           .key = key_from_label(fmt::format("witness {}", i))}});
    }

    void step() {
        switch (below(8)) {
            case 0:
                return grow(below(desks_.size()));
            case 1:
                return export_desk(below(desks_.size()));
            case 2:
                return export_copy(any(copies_));
            case 3:
                return cosign_with(any(copies_));
            case 4:
                return import_damaged(any(copies_));
            case 5:
                if (parted_ == never) return import_into_desk();
                [[fallthrough]];
            default:
                return import_whole(any(copies_));
        }
    }

    /// Everybody is given everything, until there is no more to give.
    void finish() {
        for (std::size_t desk = 0; desk < desks_.size(); ++desk) export_desk(desk, true);
        for (int round = 0; round < 2; ++round)
            for (auto& copy : copies_) {
                for (const auto& directory : std::vector<Directory>(directories_))
                    import(copy, directory, true);
                if (copy.frozen) continue;
                directories_.push_back({.path = new_folder(), .holds = copy.holds});
                export_to(copy.store, directories_.back().path);
            }
        std::optional<std::map<std::string, std::string>> same;
        for (auto& copy : copies_) {
            // Both branches meet in every copy, if there are two.
            REQUIRE(copy.frozen == (desks_.size() == 2));
            if (copy.frozen) continue;
            REQUIRE(copy.holds.size == size_of(0));
            const auto out = new_folder();
            export_to(copy.store, out);
            const auto files = files_in(out);
            if (same) REQUIRE(files == *same);
            same = files;
        }
    }

    std::uint64_t proven() const {
        return static_cast<std::uint64_t>(
            std::ranges::count_if(copies_, [](const Copy& copy) { return copy.frozen; }));
    }
    std::uint64_t imports() const { return imports_; }
    std::uint64_t copies() const { return copies_.size(); }

private:
    std::uint64_t below(std::uint64_t end) { return random_() % end; }
    template <class T>
    T& any(std::vector<T>& all) {
        return all[below(all.size())];
    }
    fs::path new_folder() { return folder_ / fmt::format("out-{}", folders_++); }
    std::uint64_t size_of(std::size_t desk) const { return desks_[desk].position().size; }

    /// Are these beginnings of one history?
    bool agree(const Holding& a, const Holding& b) const {
        return a.history == b.history || a.size <= parted_ || b.size <= parted_;
    }

    /// The desk records; somebody who cloned its disk records something else from `parted_` on.
    void grow(std::size_t desk) {
        if (desks_.size() == 1 && size_of(0) < parted_ && parted_ != never) {
            refuse_pins(desks_[0], std::min(1 + below(40), parted_ - size_of(0)), "chair");
        } else {
            refuse_pins(desks_[desk], 1 + below(40), desk == 0 ? "chair" : "clerk");
        }
        if (desks_.size() == 1 && size_of(0) == parted_) clone();
        read_leaves();
    }

    void read_leaves() {
        leaves_.resize(desks_.size());
        for (std::size_t desk = 0; desk < desks_.size(); ++desk) {
            const auto last = leaves_[desk].size();
            const auto more =
                value_of(desks_[desk].log().store().leaves(last, size_of(desk) - last));
            leaves_[desk].insert(leaves_[desk].end(), more.begin(), more.end());
        }
    }

    void clone() {
        const ConferenceBuilder builder({"AAA", "BBB", "CCC"});
        desks_.clear();
        fs::copy_file(folder_ / "desk-0", folder_ / "desk-1");
        for (const char* name : {"desk-0", "desk-1"})
            desks_.push_back(value_of(reopen_ledger(folder_ / name, builder)));
        // Without a word of their own they would be one history.
        refuse_pins(desks_[0], 1, "chair");
        refuse_pins(desks_[1], 1, "clerk");
    }

    void export_desk(std::size_t desk, bool anew = false) {
        const Holding holds{.history = static_cast<int>(desk), .size = size_of(desk)};
        export_from(desks_[desk].log().store(), holds, anew);
    }

    void export_copy(Copy& copy) {
        if (copy.holds.size > 0) export_from(copy.store, copy.holds, false);
    }

    /// Into a directory that is new, or of any age and history: refused if it knows better.
    void export_from(Store& store, const Holding& holds, bool anew) {
        if (anew || directories_.empty() || below(3) == 0) {
            directories_.push_back({.path = new_folder(), .holds = {}});
            anew = true;
        }
        auto& directory = anew ? directories_.back() : any(directories_);
        const auto before = directory.holds;
        const auto done = run_export(store, directory.path);
        if (before.size > holds.size || !agree(before, holds)) {
            REQUIRE(fault_of(done) == Fault::forked);
        } else {
            value_of(done);
            directory.holds = holds;
        }
        const auto carrier = value_of(open_folder(directory.path));
        const auto checkpoint = value_of(check_log(*carrier, "", desk_key()));
        REQUIRE(checkpoint.size == directory.holds.size);
    }

    void cosign_with(Copy& copy) {
        if (copy.holds.size == 0 || copy.frozen) return;
        const auto importer = value_of(Importer::open(copy.store));
        value_of(cosign_held(copy.store, importer.spine(), copy.witness, 1'800'000'000));
    }

    void import_into_desk() {
        if (directories_.empty()) return;
        const auto taken =
            value_of(run_import(desks_[0].log().store(), any(directories_).path)).feeds.front();
        REQUIRE((taken.arrival == Arrival::older || taken.arrival == Arrival::nothing_new));
        REQUIRE(value_of(desks_[0].log().store().evidence()).empty());
    }

    void import_whole(Copy& copy) {
        if (!directories_.empty()) import(copy, any(directories_), true);
    }

    /// Some of the files arrived, some as a part.
    void import_damaged(Copy& copy) {
        if (directories_.empty()) return;
        const auto& whole = any(directories_);
        const Directory arrived{.path = new_folder(), .holds = whole.holds};
        fs::copy(whole.path, arrived.path, fs::copy_options::recursive);
        for (const auto& [file, content] : files_in(arrived.path)) {
            if (below(4) != 0) continue;
            if (below(2) == 0)
                fs::remove(arrived.path / file);
            else
                fs::resize_file(arrived.path / file, below(content.size()));
        }
        import(copy, arrived, false);
    }

    void import(Copy& copy, const Directory& directory, bool whole) {
        ++imports_;
        INFO("import " << imports_ << ": " << directory.holds.size << " of history "
                       << directory.holds.history << " to " << copy.holds.size << " of "
                       << copy.holds.history);
        const auto report = run_import(copy.store, directory.path);
        if (whole) value_of(report);
        if (report) judge(copy, directory.holds, report->feeds.front());
        look_at(copy);
    }

    /// Is that what had to come of it?
    void judge(Copy& copy, const Holding& offered, const ImportedFeed& taken) {
        const auto expected = copy.frozen                       ? Arrival::frozen
                              : !agree(copy.holds, offered)     ? Arrival::forked
                              : offered.size > copy.holds.size  ? Arrival::taken_in
                              : offered.size == copy.holds.size ? Arrival::nothing_new
                                                                : Arrival::older;
        REQUIRE(taken.arrival == expected);
        if (expected == Arrival::taken_in) copy.holds = offered;
        if (expected != Arrival::forked) return;
        copy.frozen = true;
        REQUIRE(taken.fork->common == parted_);
        const auto evidence = value_of(parse_fork_evidence(taken.fork->evidence));
        REQUIRE(value_of(check_fork_evidence(evidence)).key == desk_key());
    }

    void look_at(Copy& copy) {
        const auto leaves = value_of(copy.store.leaves(0, never / 4));
        const auto& recorded = leaves_[static_cast<std::size_t>(copy.holds.history)];
        REQUIRE(leaves.size() == copy.holds.size);
        REQUIRE(leaves.size() <= recorded.size());
        REQUIRE(std::equal(leaves.begin(), leaves.end(), recorded.begin()));
        REQUIRE(value_of(copy.store.evidence()).size() == (copy.frozen ? 1 : 0));
        REQUIRE(value_of(copy.store.feeds()).size() == (copy.frozen ? 2 : 1));
    }

    TempFolder folder_{fast_folder()};
    std::minstd_rand random_;
    std::uint64_t parted_ = never;  // entries that both histories have
    std::vector<Ledger> desks_ = {};
    std::vector<std::vector<Hash>> leaves_ = {};  // of each desk
    std::vector<Copy> copies_ = {};
    std::vector<Directory> directories_ = {};
    std::uint64_t folders_ = 0;
    std::uint64_t imports_ = 0;
};

constexpr int steps = 60;

}  // namespace

TEST_CASE("whatever way directories go, a copy is a beginning of what the desk recorded",
          "[exchange][campaign]") {
    const int courses = campaign_count(8);
    std::uint64_t imports = 0;
    for (int seed = 1; seed <= courses; ++seed) {
        INFO("seed " << seed);
        Course course(static_cast<std::uint32_t>(seed), false);
        for (int step = 0; step < steps; ++step) course.step();
        course.finish();
        REQUIRE(course.proven() == 0);
        imports += course.imports();
    }
    report("courses: ", courses, ", ", imports, " imports, 0 forks where there are none");
}

TEST_CASE("a desk that was cloned is proven wherever both of its histories meet",
          "[exchange][campaign]") {
    const int courses = campaign_count(8);
    std::uint64_t imports = 0, proven = 0;
    for (int seed = 1; seed <= courses; ++seed) {
        INFO("seed " << seed);
        Course course(static_cast<std::uint32_t>(seed), true);
        for (int step = 0; step < steps; ++step) course.step();
        course.finish();
        imports += course.imports();
        proven += course.proven();
    }
    CHECK(proven > 0);
    report("forked courses: ", courses, ", ", imports, " imports, ", proven, " copies froze");
}
