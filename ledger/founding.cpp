#include "ledger/founding.h"

#include "crypto/sodium.h"
#include "ledger/acts.h"
#include "ledger/authority.h"
#include "ledger/ledger.h"
#include "ledger/record_parts.h"
#include "ledger/store_file.h"

#include <fmt/format.h>
#include <atomic>
#include <mutex>
#include <thread>

namespace placet::ledger {
namespace {

constexpr std::size_t badge_secret_size = 16;
constexpr unsigned most_threads = 8;  // half a GiB of memory

/// Every number below the limit is equally likely.
std::uint32_t random_below(std::uint32_t limit) {
    const auto whole = UINT32_MAX - UINT32_MAX % limit;
    for (;;) {
        std::array<Byte, 4> bytes = {};
        fill_random(bytes);
        std::uint32_t number = 0;
        for (const auto byte : bytes) number = number << 8U | byte;
        if (number < whole) return number % limit;
    }
}

Participation participation_of(const ConferencePackage& package) {
    Participation participation;
    for (const auto& state : package.states)
        participation.registered.push_back({.id = state.id,
                                            .name = state.names.at("en"),
                                            .board = state.board,
                                            .credentials = Credentials::none_provisional});
    return participation;
}

Accreditation accreditation_of(std::span<const NewBadge> badges) {
    Accreditation accreditation;
    for (const auto& badge : badges) accreditation.persons.push_back(badge.person);
    return accreditation;
}

/// The text of a unit in a language, or the words that stand for it until it is imported.
std::string_view text_in(const ImportedTexts& texts, const TextUnitId& unit,
                         const std::string& language) {
    const auto found = texts.find(unit);
    if (found == texts.end()) return text_to_be_imported;
    const auto text = found->second.find(language);
    return text == found->second.end() ? text_to_be_imported : std::string_view(text->second);
}

TextRegister register_of(const FoundingPlan& plan) {
    TextRegister texts{.units = plan.package.texts};
    for (auto& unit : texts.units)
        for (const auto& language : plan.package.languages)
            unit.texts.emplace(language, sha256(bytes_of(text_in(plan.texts, unit.id, language))));
    return texts;
}

Result<Done> attach_all(Ledger& ledger, const FoundingPlan& plan) {
    std::vector<std::string_view> attachments = {text_to_be_imported};
    for (const auto& [name, bytes] : plan.package.files) attachments.push_back(bytes);
    for (const auto& [unit, by_language] : plan.texts)
        for (const auto& [language, text] : by_language) attachments.push_back(text);
    for (const auto bytes : attachments)
        if (const auto attached = ledger.attach(bytes_of(bytes)); !attached)
            return attached.error();
    return Done{};
}

Result<Done> record_founding(Ledger& ledger, const FoundingPlan& plan,
                             std::span<const NewBadge> badges, const SigningKey& root) {
    if (const auto attached = attach_all(ledger, plan); !attached) return attached.error();
    Batch batch(ledger);
    const auto charter = ledger.conference().charter_leaf;
    for (const auto& records : {in_parts(participation_of(plan.package)),
                                in_parts(accreditation_of(badges)), in_parts(register_of(plan))})
        for (const auto& record : records) {
            auto draft = draft_of(record, conference_unit);
            if (!draft) return draft.error();
            seal_draft(*draft, charter, Role::root, PersonId(root_person), root);
            if (const auto added = batch.add(*draft); !added) return added.error();
        }
    return batch.commit();
}

Error name_taken(const std::filesystem::path& path) {
    return {Fault::refused, fmt::format("{} exists already and was left as it is. Nothing was "
                                        "founded. Choose another name.",
                                        path.string())};
}

}  // namespace

std::vector<NewBadge> make_badges(std::vector<Person> persons) {
    std::vector<NewBadge> badges;
    badges.reserve(persons.size());
    for (auto& person : persons) {
        auto key = SigningKey::generate();
        Secret secret(badge_secret_size);
        fill_random(secret.bytes());
        person.key = key.public_key();
        badges.push_back({.person = std::move(person),
                          .key = std::move(key),
                          .secret = std::move(secret),
                          .pin = fmt::format("{:0{}}", random_below(1'000'000), pin_digits)});
    }
    return badges;
}

KeyStore encrypt_badges(std::string_view nonce, std::span<const NewBadge> badges,
                        const std::function<void(std::size_t)>& progress) {
    KeyStore keys{std::string(nonce)};
    std::mutex mutex;  // of `keys` and `progress`
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < badges.size(); i = next++) {
            const auto& badge = badges[i];
            auto encrypted = encrypt_key(badge.key, passphrase_of(badge.secret, badge.pin).bytes(),
                                         KeyCost::interactive);
            const std::lock_guard lock(mutex);
            keys.add(badge.person.id, std::move(encrypted));
            progress(keys.size());
        }
    };
    std::vector<std::jthread> threads;
    const auto count = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
    for (unsigned i = 0; i < count; ++i) threads.emplace_back(work);
    threads.clear();  // waits
    return keys;
}

Charter charter_of(const FoundingPlan& plan, const PublicKey& root, const PublicKey& terminal) {
    const auto& package = plan.package;
    Charter charter{.conference = package.id,
                    .title = package.title,
                    .mode = plan.mode,
                    .nonce = random_id(),
                    .root_key = root,
                    .units = package.units,
                    .languages = package.languages,
                    .profile = package.profile};
    charter.terminals.push_back(
        {.name = "desk",
         .post = Post::desk,
         .origin = fmt::format("{}/{}/desk", package.origin, charter.nonce.substr(0, 8)),
         .key = terminal});
    for (const auto& [name, bytes] : package.files)
        charter.attachments.emplace(name, sha256(bytes_of(bytes)));
    return charter;
}

Result<UnnamedLedger> UnnamedLedger::beside(const std::filesystem::path& path) {
    if (std::error_code ignored; std::filesystem::exists(path, ignored)) return name_taken(path);
    auto temporary = path;
    temporary += fmt::format(".{}.new", random_id().substr(0, 8));
    return UnnamedLedger(std::move(temporary));
}

UnnamedLedger::~UnnamedLedger() {
    std::error_code ignored;  // an unnamed file holds no promise; its name says what it is
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

// A link never replaces what has the name already.
Result<Done> UnnamedLedger::give_name(const std::filesystem::path& path) {
    std::error_code trouble;
    std::filesystem::create_hard_link(path_, path, trouble);
    if (!trouble) return sync_folder_of(path);
    if (trouble == std::errc::file_exists) return name_taken(path);
    return Error{
        Fault::storage,
        fmt::format("{}: the ledger could not be given its name ({}). Nothing was founded. "
                    "Choose another name, or a disk of this machine.",
                    path.string(), trouble.message())};
}

Result<UnnamedLedger> found_conference(const std::filesystem::path& path, const FoundingPlan& plan,
                                       const Charter& charter, std::span<const NewBadge> badges,
                                       const SigningKey& root, SigningKey terminal) {
    auto unnamed = UnnamedLedger::beside(path);
    if (!unnamed) return unnamed.error();
    auto draft = draft_of(charter, conference_unit);
    if (!draft) return draft.error();
    seal_draft(*draft, std::nullopt, Role::root, PersonId(root_person), root);
    auto ledger = Ledger::found(unnamed->path(), *draft, charter.terminals.front().origin,
                                std::move(terminal), {});
    if (!ledger) return ledger.error();
    if (const auto recorded = record_founding(*ledger, plan, badges, root); !recorded)
        return recorded.error();
    return unnamed;
}

}  // namespace placet::ledger
