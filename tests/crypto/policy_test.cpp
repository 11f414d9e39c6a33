// Source: C2SP tlog-policy. The keys are those of tests/data/vectors, or made of a number.
#include "crypto/policy.h"

#include "tests/support/results.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::tests;

namespace {

VerifierKey key(int number, Byte algorithm) {
    return {.name = "key.example/" + std::to_string(number),
            .algorithm = algorithm,
            .key = SigningKey::from_seed(Bytes(32, static_cast<Byte>(number))).public_key()};
}

VerifierKey witness(int number) { return key(number, algorithm_cosignature_v1); }

std::string log_line(int number) {
    return "log " + format_verifier_key(key(number, algorithm_ed25519)) + "\n";
}

std::string witness_line(const std::string& name, int number) {
    return "witness " + name + ' ' + format_verifier_key(witness(number)) + "\n";
}

/// X1 to X3 are keys 1 to 3, Y1 to Y3 keys 4 to 6: the example of the specification.
const std::string& worked() {
    static const std::string file =
        log_line(9) + "\n" + witness_line("X1", 1) + witness_line("X2", 2) + witness_line("X3", 3) +
        "group X-witnesses 2 X1 X2 X3\n\n" + witness_line("Y1", 4) + witness_line("Y2", 5) +
        witness_line("Y3", 6) + "group Y-witnesses any Y1 Y2 Y3\n\n" +
        "group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n";
    return file;
}

bool enough(const Policy& policy, const std::vector<int>& numbers) {
    std::vector<VerifierKey> keys;
    for (const int number : numbers) keys.push_back(witness(number));
    return satisfied(policy, keys);
}

std::string why_refused(const std::string& file) {
    const auto error = error_of(parse_policy(file));
    CHECK(error.fault == Fault::malformed);
    return error.detail;
}

}  // namespace

TEST_CASE("the specification's example wants two of the X and one of the Y", "[crypto]") {
    const auto policy = value_of(parse_policy(worked()));
    REQUIRE(policy.logs.size() == 1);
    CHECK(policy.logs[0].key == key(9, algorithm_ed25519));
    CHECK(policy.witnesses.size() == 6);
    CHECK(policy.groups.size() == 3);

    for (unsigned set = 0; set < 64; ++set) {
        std::vector<int> numbers;
        int of_x = 0, of_y = 0;
        for (int i = 0; i < 6; ++i)
            if ((set >> i & 1U) != 0) {
                numbers.push_back(i + 1);
                ++(i < 3 ? of_x : of_y);
            }
        INFO(of_x << " of X, " << of_y << " of Y");
        CHECK(enough(policy, numbers) == (of_x >= 2 && of_y >= 1));
    }
    // The same witness again is no second one, a stranger none, a log's key none.
    CHECK_FALSE(enough(policy, {1, 1, 4}));
    CHECK_FALSE(enough(policy, {1, 7, 4}));
    auto as_log = witness(2);
    as_log.algorithm = algorithm_ed25519;
    CHECK_FALSE(satisfied(policy, std::vector{witness(1), as_log, witness(4)}));
}

TEST_CASE("a quorum is a witness, a group or none", "[crypto]") {
    const auto none = value_of(parse_policy("quorum none\n"));
    CHECK(none == Policy{});
    CHECK(enough(none, {}));
    const auto one =
        value_of(parse_policy(witness_line("a", 1) + witness_line("b", 2) + "quorum a\n"));
    CHECK(enough(one, {1}));
    CHECK_FALSE(enough(one, {}));
    CHECK_FALSE(enough(one, {2}));
    const auto all = value_of(
        parse_policy(witness_line("a", 1) + witness_line("b", 2) + "group g all a b\nquorum g\n"));
    CHECK(enough(all, {1, 2}));
    CHECK_FALSE(enough(all, {1}));
}

TEST_CASE("a policy is written as it is meant, and read as it was written", "[crypto]") {
    auto policy = value_of(parse_policy(worked()));
    policy.logs[0].url = "https://log.example/";
    policy.witnesses[2].url = "https://witness.example/x3";
    const auto file = format_policy(policy);
    CHECK(value_of(parse_policy(file)) == policy);
    CHECK(
        file.ends_with("group X-witnesses 2 X1 X2 X3\ngroup Y-witnesses any Y1 Y2 Y3\n"
                       "group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n"));
    CHECK(format_policy(Policy{}) == "quorum none\n");
}

TEST_CASE("comments, blanks and bytes beyond ASCII change nothing", "[crypto]") {
    const auto file = "# Witnesses \xFF\n\t #log\n \t\n\twitness  \xE2\x84\xAA\t" +
                      format_verifier_key(witness(1)) + " https://\xC3\xA9.example/#a \n" +
                      "quorum \xE2\x84\xAA\n# the end\n";
    const auto policy = value_of(parse_policy(file));
    CHECK(policy.witnesses.at(0).name == "\xE2\x84\xAA");
    CHECK(policy.witnesses.at(0).url == "https://\xC3\xA9.example/#a");
    CHECK(enough(policy, {1}));
    // A Kelvin sign is no K.
    CHECK_FALSE(
        parse_policy("witness \xE2\x84\xAA " + format_verifier_key(witness(1)) + "\nquorum K\n"));
}

TEST_CASE("what a policy must not say is refused by line", "[crypto]") {
    const auto a = witness_line("a", 1), b = witness_line("b", 2), q = std::string("quorum none\n");
    const auto a_key = format_verifier_key(witness(1));
    const auto log_key = format_verifier_key(key(1, algorithm_ed25519));
    struct Wrong {
        int line;
        std::string file;
    };
    for (const auto& [line, file] : std::vector<Wrong>{
             {1, "logs x\n" + q},
             {1, "Quorum none\n"},
             {1, "log\n" + q},
             {1, "log x\n" + q},
             {1, "log " + a_key + "\n" + q},  // a witness's key
             {1, "log " + log_key + " https://a b\n" + q},
             {1, "witness a\n" + q},
             {1, "witness a x\n" + q},
             {1, "witness a " + log_key + "\n" + q},  // a log's key
             {1, "witness " + a_key + "\n" + q},
             {1, "witness a " + a_key + " u v\n" + q},
             {1, "witness none " + a_key + "\n" + q},
             {2, a + witness_line("b", 1) + q},   // a key twice
             {2, a + witness_line("a", 2) + q},   // a name twice
             {2, log_line(1) + log_line(1) + q},  // a log twice
             {2, log_line(1) + a + q},            // a log that is its own witness
             {3, a + b + "group g any\n" + q},
             {3, a + b + "group g a b\n" + q},
             {3, a + b + "group g 0 a b\n" + q},
             {3, a + b + "group g 3 a b\n" + q},
             {3, a + b + "group g 01 a b\n" + q},
             {3, a + b + "group g -1 a b\n" + q},
             {3, a + b + "group g any a c\n" + q},
             {3, a + b + "group g any a a\n" + q},
             {3, a + b + "group g any a none\n" + q},
             {3, a + b + "group g any a g\n" + q},
             {3, a + b + "group a any a b\n" + q},
             {3, a + b + "group none any a b\n" + q},
             {4, a + b + "group g any a\ngroup g any b\n" + q},
             {4, a + b + "group g any a\ngroup h any a b\n" + q},  // a in two groups
             {1, "group g any a\n" + a + q},                       // used before it is defined
             {1, "quorum a\n" + a},
             {1, "quorum\n"},
             {1, "quorum none none\n"},
             {2, q + q},
             {1, "quorum none"},
             {2, a + "quorum none\r\n"},
             {1, std::string("#\0\n", 3) + q},
             {1, "#\x7F\n" + q},
         }) {
        INFO(file);
        CHECK(why_refused(file).starts_with("policy, line " + std::to_string(line) + ": "));
    }
    CHECK(why_refused("") == "policy: no quorum line");
    CHECK(why_refused(a) == "policy: no quorum line");
}

TEST_CASE("a policy has a bound, and as many witnesses as the specification asks", "[crypto]") {
    std::string file, group = "group all all";
    for (int i = 1; i <= 100; ++i) {
        file += witness_line("w" + std::to_string(i), i);
        group += " w" + std::to_string(i);
    }
    CHECK(value_of(parse_policy(file + group + "\nquorum all\n")).witnesses.size() == 100);
    const std::string quorum = "quorum none\n";
    CHECK(parse_policy(std::string((1U << 20U) - quorum.size(), '\n') + quorum));
    CHECK_FALSE(parse_policy(std::string((1U << 20U) - quorum.size() + 1, '\n') + quorum));
}
