// A ledger's file, its database read, changed in a value of a row, and written again; or changed as
// bytes of SQLite's file format: header, pages, cells.
#include "tests/fuzz/stopped_ledger.h"

#include "crypto/hash.h"
#include "ledger/log.h"

#include <sqlite3.h>
#include <algorithm>
#include <array>
#include <memory>

namespace placet::fuzz {

namespace {

constexpr std::size_t page_size = 4096;

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

/// The database of an image, open for changes past triggers and checks; nothing if it is damaged.
Database opened(const std::string& image) {
    sqlite3* handle = nullptr;
    if (sqlite3_open(":memory:", &handle) != SQLITE_OK) return nullptr;
    Database database(handle);
    auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
    std::copy(image.begin(), image.end(), bytes);
    const auto size = static_cast<sqlite3_int64>(image.size());
    sqlite3_deserialize(handle, "main", bytes, size, size,
                        SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_exec(handle, "PRAGMA ignore_check_constraints = ON", nullptr, nullptr, nullptr);
    return database;
}

std::string image_of(const Database& database, const std::string& otherwise) {
    sqlite3_int64 size = 0;
    auto* bytes = sqlite3_serialize(database.get(), "main", &size, 0);
    if (bytes == nullptr) return otherwise;
    std::string image(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return image;
}

std::string value_of(sqlite3_value* value) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return bytes == nullptr
               ? ""
               : std::string(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

/// changed(value): SQL's name for a mutation of one value, of the type that it has.
void changed(sqlite3_context* context, int, sqlite3_value** values) {
    auto& dice = *static_cast<Dice*>(sqlite3_user_data(context));
    const int type = sqlite3_value_type(values[0]);
    const auto value = value_of(values[0]);
    const auto text =
        value.starts_with('{') ? mutated_json(value, value, dice) : mutated_field(value, dice, {});
    const auto size = static_cast<int>(text.size());
    if (type == SQLITE_INTEGER)
        sqlite3_result_int64(context, static_cast<sqlite3_int64>(dice.below(40)) - 2);
    else if (type == SQLITE_TEXT)
        sqlite3_result_text(context, text.data(), size, SQLITE_TRANSIENT);
    else
        sqlite3_result_blob(context, text.data(), size, SQLITE_TRANSIENT);
}

/// leaf(bytes): the leaf hash, so that a changed entry is found by the tree and not by its column.
void leaf(sqlite3_context* context, int, sqlite3_value** values) {
    const auto hash = leaf_hash(bytes_of(value_of(values[0])));
    sqlite3_result_blob(context, hash.bytes.data(), static_cast<int>(hash.bytes.size()),
                        SQLITE_TRANSIENT);
}

std::string with_changed_row(const std::string& image, Dice& dice) {
    constexpr std::array<const char*, 14> statements = {
        "UPDATE entry SET data = changed(data) WHERE seq = abs(random() % 15)",
        "UPDATE entry SET data = changed(data) WHERE seq = abs(random() % 15);"
        "UPDATE entry SET leaf = leaf(data)",
        "UPDATE entry SET leaf = changed(leaf) WHERE seq = abs(random() % 15)",
        "UPDATE entry SET type = changed(type), run = changed(run) WHERE seq = abs(random() % 15)",
        "UPDATE entry SET ballot = changed(ballot) WHERE ballot IS NOT NULL",
        "UPDATE entry SET seq = changed(seq) WHERE seq = abs(random() % 15)",
        "DELETE FROM entry WHERE seq > abs(random() % 15)",
        "DELETE FROM checkpoint WHERE size > abs(random() % 15)",
        "UPDATE checkpoint SET size = changed(size) WHERE size > abs(random() % 15)",
        "UPDATE checkpoint SET note = changed(note) WHERE size > abs(random() % 15)",
        "UPDATE checkpoint SET root = changed(root) WHERE size > abs(random() % 15)",
        "UPDATE feed SET origin = changed(origin), vkey = changed(vkey)",
        "UPDATE attachment SET bytes = changed(bytes)",
        "INSERT INTO tile_root VALUES (1, 1, abs(random() % 3), randomblob(32))"};
    const auto database = opened(image);
    if (!database) return image;
    const int flags = SQLITE_UTF8;
    sqlite3_create_function(database.get(), "changed", 1, flags, &dice, changed, nullptr, nullptr);
    sqlite3_create_function(database.get(), "leaf", 1, flags, nullptr, leaf, nullptr, nullptr);
    sqlite3_exec(database.get(), dice.pick(statements), nullptr, nullptr, nullptr);
    return image_of(database, image);
}

void put(std::string& image, std::size_t at, std::size_t size, std::uint64_t value) {
    for (std::size_t i = 0; i < size && at + i < image.size(); ++i)
        image[at + i] = static_cast<char>(value >> (8 * (size - 1 - i)) & 0xFFU);
}

/// Header fields, of the file or of a page's tree; a cell's pointer or its first bytes; a page.
std::string with_changed_page(std::string image, Dice& dice) {
    const auto pages = image.size() / page_size;
    const auto page = dice.below(pages);
    const auto tree = page * page_size + (page == 0 ? 100 : 0);
    const auto near_page = [&] {
        return dice.one_in(6) ? dice.below(1U << 31U) : dice.below(pages + 2);
    };
    switch (dice.below(8)) {
        case 0:
            put(image, 16 + dice.below(8), 1, dice.below(256));
            break;
        case 1:
            put(image, 24 + 4 * dice.below(19), 4, near_page());
            break;
        case 2:
            put(image, tree, 1, std::array{2U, 5U, 10U, 13U, 0U}[dice.below(5)]);
            break;
        case 3:
            put(image, tree + 1 + 2 * dice.below(3), 2, dice.below(page_size + 8));
            break;
        case 4:
            put(image, tree + 8, 4, near_page());
            break;
        case 5:
            put(image, tree + 8 + 2 * dice.below(12), 2, dice.below(page_size));
            break;
        case 6: {
            const auto pointer = tree + 8 + 2 * dice.below(12);
            const auto cell =
                page * page_size + (static_cast<unsigned char>(image[pointer]) * 256U +
                                    static_cast<unsigned char>(image[pointer + 1])) %
                                       page_size;
            put(image, cell + dice.below(6), dice.one_in(2) ? 1 : 4,
                dice.one_in(2) ? near_page() : 0xFFU);
            break;
        }
        default:
            std::copy_n(image.begin() + static_cast<std::ptrdiff_t>(dice.below(pages) * page_size),
                        page_size, image.begin() + static_cast<std::ptrdiff_t>(page * page_size));
    }
    if (dice.one_in(8)) image.resize(dice.below(pages + 1) * page_size);
    return image;
}

}  // namespace

bool hold(std::string_view input) {
    const auto path = scratch().file("ledger", input);
    const bool audited = hold_audit(path);
    require(content_of(path) == input, "the original is as it was");
    if (const auto log = ledger::Log::open(path, {}); !log)
        require(!log.error().detail.empty(), "why is said");
    return audited;
}

std::string mutated(const std::string& input, const std::string&, Dice& dice) {
    if (input.size() < page_size) return stopped_ledger().whole;
    return dice.one_in(2) ? with_changed_row(input, dice) : with_changed_page(input, dice);
}

}  // namespace placet::fuzz
