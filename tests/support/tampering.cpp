#include "tests/support/tampering.h"

#include "tests/support/temp_folder.h"

#include <sqlite3.h>
#include <vector>

namespace placet::tests {
namespace {

class Database {
public:
    explicit Database(const std::filesystem::path& path) {
        REQUIRE(sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE, nullptr) ==
                SQLITE_OK);
        execute("PRAGMA synchronous = OFF");  // nobody waits for the disk to hold a forgery
    }
    ~Database() { sqlite3_close(database_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void execute(const std::string& sql) {
        INFO(sql);
        const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
        INFO(sqlite3_errmsg(database_));
        REQUIRE(code == SQLITE_OK);
    }

    std::vector<std::string> texts(const std::string& sql) {
        std::vector<std::string> found;
        const auto add = [](void* to, int, char** values, char**) {
            static_cast<std::vector<std::string>*>(to)->emplace_back(values[0]);
            return 0;
        };
        REQUIRE(sqlite3_exec(database_, sql.c_str(), add, &found, nullptr) == SQLITE_OK);
        return found;
    }

private:
    sqlite3* database_ = nullptr;
};

}  // namespace

void tamper(const std::filesystem::path& path, const std::string& statements) {
    Database database(path);
    const std::string triggers = " FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid";
    const auto names = database.texts("SELECT name" + triggers);
    const auto texts = database.texts("SELECT sql" + triggers);
    for (const auto& name : names) database.execute("DROP TRIGGER " + name);
    database.execute(statements);
    for (const auto& text : texts) database.execute(text);
}

void execute_sql(const std::filesystem::path& path, const std::string& statements) {
    Database(path).execute(statements);
}

void replace_bytes(const std::filesystem::path& path, std::string_view from, std::string_view to) {
    REQUIRE(from.size() == to.size());
    auto content = content_of(path);
    const auto at = content.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(content.find(from, at + 1) == std::string::npos);
    content.replace(at, from.size(), to);
    write_file(path, content);
}

}  // namespace placet::tests
