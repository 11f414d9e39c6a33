#include "ledger/procedure/rule_profile.h"

#include <array>
#include <charconv>

namespace placet::ledger {
namespace {

template <class Enum>
struct Spelling {
    Enum value;
    std::string_view text;
};

constexpr std::array majorities{
    Spelling<Majority>{Majority::simple, "simple"},
    Spelling<Majority>{Majority::two_thirds, "two_thirds"},
    Spelling<Majority>{Majority::two_thirds_and_majority_of_participating,
                       "two_thirds_and_majority_of_participating"},
    Spelling<Majority>{Majority::majority_of_participating, "majority_of_participating"},
    Spelling<Majority>{Majority::two_thirds_of_participating, "two_thirds_of_participating"},
    Spelling<Majority>{Majority::two_thirds_with_voting_quorum, "two_thirds_with_voting_quorum"},
    Spelling<Majority>{Majority::majority_of_present, "majority_of_present"},
};
constexpr std::array ties{Spelling<Tie>{Tie::reject, "reject"},
                          Spelling<Tie>{Tie::second_vote, "second_vote"}};
constexpr std::array tie_scopes{Spelling<TieScope>{TieScope::all, "all"},
                                Spelling<TieScope>{TieScope::simple_only, "simple_only"}};
constexpr std::array participation_bases{
    Spelling<ParticipationBase>{ParticipationBase::registered_session, "registered_session"}};
constexpr std::array quorum_checks{Spelling<QuorumCheck>{QuorumCheck::on_decision, "on_decision"}};

constexpr std::array consensus_rules{Spelling<ConsensusRule>{ConsensusRule::first, "first"},
                                     Spelling<ConsensusRule>{ConsensusRule::exclusive, "exclusive"},
                                     Spelling<ConsensusRule>{ConsensusRule::none, "none"}};

template <class Table, class Enum>
std::string_view spell(const Table& table, Enum value) {
    for (const auto& spelling : table)
        if (spelling.value == value) return spelling.text;
    return {};
}

/// Takes fields one by one; remembers the first trouble.
class FieldReader {
public:
    explicit FieldReader(const std::map<std::string, std::string>& fields) : fields_(fields) {}

    std::string text(const std::string& name) {
        const auto found = fields_.find(name);
        if (found == fields_.end()) return trouble(name, "is missing"), "";
        ++used_;
        return found->second;
    }
    bool boolean(const std::string& name) {
        const auto value = text(name);
        if (value != "true" && value != "false") trouble(name, "is neither true nor false");
        return value == "true";
    }
    template <class Table>
    auto word(const std::string& name, const Table& table) {
        const auto value = text(name);
        for (const auto& spelling : table)
            if (spelling.text == value) return spelling.value;
        trouble(name, "has no known value");
        return table.front().value;
    }
    /// "1/3"
    Fraction fraction(const std::string& name) {
        const auto value = text(name);
        const auto slash = value.find('/');
        Fraction result;
        if (slash == std::string::npos || !number(value.substr(0, slash), result.numerator) ||
            !number(value.substr(slash + 1), result.denominator) ||
            result.numerator > result.denominator)
            trouble(name, "is no fraction such as 1/3");
        return result;
    }
    std::int64_t count(const std::string& name) {
        std::int64_t value = 0;
        if (!number(text(name), value)) trouble(name, "is no number from 1 to 999");
        return value;
    }
    OrganRules organ(const std::string& name) {
        return {.quorum_open = fraction("quorum_open_" + name),
                .substance = word("majority_" + name + "_substance", majorities),
                .procedure = word("majority_" + name + "_procedure", majorities),
                .verb = text("verb_" + name)};
    }
    Result<Done> finish() const {
        if (!trouble_.empty()) return Error{Fault::malformed, "the rule profile: " + trouble_};
        if (used_ != fields_.size())
            return Error{Fault::malformed, "the rule profile has a field that is not known"};
        return Done{};
    }

private:
    void trouble(const std::string& name, const char* what) {
        if (trouble_.empty()) trouble_ = "field " + name + ' ' + what;
    }
    static bool number(const std::string& text, std::int64_t& value) {
        const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
        return result.ec == std::errc{} && result.ptr == text.data() + text.size() && value > 0 &&
               value < 1000 && text[0] != '0';
    }

    const std::map<std::string, std::string>& fields_;
    std::size_t used_ = 0;
    std::string trouble_;
};

void add_organ(std::map<std::string, std::string>& fields, const std::string& name,
               const OrganRules& organ) {
    fields["quorum_open_" + name] = std::to_string(organ.quorum_open.numerator) + '/' +
                                    std::to_string(organ.quorum_open.denominator);
    fields["majority_" + name + "_substance"] = to_text(organ.substance);
    fields["majority_" + name + "_procedure"] = to_text(organ.procedure);
    fields["verb_" + name] = organ.verb;
}

}  // namespace

std::string_view to_text(Majority value) { return spell(majorities, value); }
std::string_view to_text(Tie value) { return spell(ties, value); }
std::string_view to_text(TieScope value) { return spell(tie_scopes, value); }
std::string_view to_text(ParticipationBase value) { return spell(participation_bases, value); }
std::string_view to_text(QuorumCheck value) { return spell(quorum_checks, value); }
std::string_view to_text(ConsensusRule value) { return spell(consensus_rules, value); }

const OrganRules& organ_rules(const RuleProfile& profile, std::string_view unit_kind) {
    return unit_kind == "plenary" ? profile.plenary : profile.committee;
}

std::optional<Majority> majority_from_text(std::string_view text) {
    for (const auto& spelling : majorities)
        if (spelling.text == text) return spelling.value;
    return std::nullopt;
}

std::map<std::string, std::string> profile_fields(const RuleProfile& profile) {
    std::map<std::string, std::string> fields = {
        {"id", profile.id},
        {"version", profile.version},
        {"title", profile.title},
        {"source_symbol", profile.source_symbol},
        {"adopted", profile.adopted ? "true" : "false"},
        {"participation_base", std::string(to_text(profile.participation_base))},
        {"quorum_check", std::string(to_text(profile.quorum_check))},
        {"tie", std::string(to_text(profile.tie))},
        {"tie_scope", std::string(to_text(profile.tie_scope))},
        {"consensus", std::string(to_text(profile.consensus))},
        {"silence_seconds", std::to_string(profile.silence_seconds)},
        {"live_positions_visible", profile.live_positions_visible ? "true" : "false"},
    };
    add_organ(fields, "plenary", profile.plenary);
    add_organ(fields, "committee", profile.committee);
    return fields;
}

Result<RuleProfile> profile_from_fields(const std::map<std::string, std::string>& fields) {
    FieldReader in(fields);
    RuleProfile profile{
        .id = in.text("id"),
        .version = in.text("version"),
        .title = in.text("title"),
        .source_symbol = in.text("source_symbol"),
        .adopted = in.boolean("adopted"),
        .participation_base = in.word("participation_base", participation_bases),
        .quorum_check = in.word("quorum_check", quorum_checks),
        .plenary = in.organ("plenary"),
        .committee = in.organ("committee"),
        .tie = in.word("tie", ties),
        .tie_scope = in.word("tie_scope", tie_scopes),
        .consensus = in.word("consensus", consensus_rules),
        .silence_seconds = in.count("silence_seconds"),
        .live_positions_visible = in.boolean("live_positions_visible"),
    };
    if (const auto done = in.finish(); !done) return done.error();
    return profile;
}

}  // namespace placet::ledger
