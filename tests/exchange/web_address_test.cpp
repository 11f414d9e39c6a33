// Addresses of directories, as a person types them.
#include "ledger/exchange/web_address.h"
#include "ledger/exchange/carrier.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

TEST_CASE("an address is taken apart, and said again without a slash at its end", "[exchange]") {
    const auto room = value_of(parse_web_address("http://192.168.1.10:8080/cah/desk/"));
    CHECK_FALSE(room.encrypted);
    CHECK(room.host == "192.168.1.10");
    CHECK(room.port == 8080);
    CHECK(room.folder == "/cah/desk");
    CHECK(room.host_and_port() == "192.168.1.10:8080");
    CHECK(room.text() == "http://192.168.1.10:8080/cah/desk");

    const auto web = value_of(parse_web_address("https://records.example.org"));
    CHECK(web.encrypted);
    CHECK(web.port == 443);
    CHECK(web.folder.empty());
    CHECK(web.host_and_port() == "records.example.org");
    CHECK(value_of(parse_web_address("http://desk-1/")).text() == "http://desk-1");

    const auto six = value_of(parse_web_address("http://[2001:db8::1]:81/x"));
    CHECK(six.host == "2001:db8::1");
    CHECK(six.port == 81);
    CHECK(six.host_and_port() == "[2001:db8::1]:81");
    CHECK(value_of(parse_web_address("http://[::1]")).host_and_port() == "[::1]");
}

TEST_CASE("what is no address is refused with the reason", "[exchange]") {
    for (const char* text : {"",
                             "desk",
                             "ftp://desk/",
                             "HTTP://desk",
                             "http:/desk",
                             "http://",
                             "http:///x",
                             "http://:80/",
                             "http://desk:/",
                             "http://desk:0/",
                             "http://desk:65536/",
                             "http://desk:8o/",
                             "http://desk:80:80/",
                             "http://user@desk/",
                             "http://user:word@desk/",
                             "http://desk/a b",
                             "http://desk/a?b",
                             "http://desk/a#b",
                             "http://desk\\x",
                             "http://desk?x",
                             "http://[::1",
                             "http://[::1]80",
                             "http://[desk]/",
                             "http://de sk/",
                             "http://desk/\r\nX: y",
                             "http://d\xc3\xa9sk/",
                             "http://desk/\xff"}) {
        INFO(text);
        CHECK(fault_of(parse_web_address(text)) == Fault::malformed);
    }
    CHECK(fault_of(parse_web_address(std::string("http://desk/\0", 13))) == Fault::malformed);
    CHECK(fault_of(parse_web_address("http://desk/" + std::string(2000, 'x'))) == Fault::malformed);
}

TEST_CASE("a carrier is a folder, or a web server if a scheme says so", "[exchange]") {
    const TempFolder folder;
    std::filesystem::create_directories(folder / "a:" / "b");
    CHECK(value_of(open_carrier(folder.path().string()))->name() == folder.path().string());
    CHECK(value_of(open_carrier((folder / "a:").string() + "//b")));
    CHECK(value_of(open_carrier("http://desk:8080/"))->name() == "http://desk:8080");
    CHECK(value_of(open_carrier("https://desk"))->name() == "https://desk");
    CHECK(fault_of(open_carrier("ftp://desk")) == Fault::malformed);
    CHECK(fault_of(open_carrier("http://")) == Fault::malformed);
    CHECK(fault_of(open_carrier((folder / "no_such").string())) == Fault::absent);
}
