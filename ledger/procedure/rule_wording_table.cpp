// The words of every field. What a rule means is said once, here.
#include "ledger/procedure/rule_wording.h"

namespace placet::ledger {
namespace {

constexpr ValueWords yes_no[] = {{"true", "yes"}, {"false", "no"}};
constexpr ValueWords participation_bases[] = {
    {"registered_session", "States with a delegation registered for this session"},
    {"registered_conference", "States with a delegation registered for any session"},
    {"credentials_accepted", "registered States whose credentials the Conference accepted"},
    {"invited", "all States invited, registered or not"},
};
constexpr ValueWords quorum_checks[] = {{"on_decision", "at every decision"},
                                        {"on_challenge", "when a delegation challenges it"},
                                        {"per_sitting", "once in a meeting"}};
constexpr ValueWords open_of_states[] = {
    {"0", "nobody in particular"},
    {"majority", "more than half of the participating States"},
};
constexpr ValueWords open_of_members[] = {{"0", "nobody in particular"},
                                          {"majority", "more than half of the members"}};
constexpr ValueWords classifications[] = {
    {"chair_appeal_simple", "the presiding officer, unless a simple majority overrules"},
    {"substance_unless_substance_majority",
     "in doubt it is substance, unless the majority for substance decides otherwise"},
    {"chair_appeal_two_thirds", "the presiding officer, unless two thirds overrule"},
};
constexpr ValueWords voting_quorum_bases[] = {{"present", "delegations present"},
                                              {"votes_cast", "votes cast in favour or against"}};
constexpr ValueWords ties[] = {{"reject", "the proposal is rejected"},
                               {"second_vote", "a second vote is taken, and then it is rejected"}};
constexpr ValueWords tie_scopes[] = {{"all", "all matters"},
                                     {"simple_only", "matters that a simple majority decides"}};
constexpr ValueWords second_vote_organs[] = {{"every_organ", "every organ"},
                                             {"plenary", "the plenary only"}};
constexpr ValueWords no_limit[] = {{"0", "no limit"}};
constexpr ValueWords none_set[] = {{"0", "none set"}};
constexpr ValueWords appeal_bases[] = {
    {"present_and_voting", "those present and voting"},
    {"present", "those present, so that abstaining supports the ruling"},
};
constexpr ValueWords consensus_rules[] = {{"first", "is tried first, and a vote may follow"},
                                          {"exclusive", "is the only way: one objection blocks"},
                                          {"none", "is not known to these rules"}};
constexpr ValueWords no_right[] = {{"0", "no such right"}};
constexpr ValueWords asking_part[] = {{"0", "no such right"},
                                      {"majority", "more than half of the participating States"}};
constexpr ValueWords exhaustions[] = {
    {"none", "nothing in particular"},
    {"chair_declares", "the presiding officer declares that all efforts are exhausted"},
    {"body_determines", "the organ decides that all efforts are exhausted"},
};
constexpr ValueWords no_notice[] = {{"0", "none"}};
constexpr ValueWords nobody_speaks[] = {{"0", "nobody"}};
constexpr ValueWords sponsor_rules[] = {{"never", "never"},
                                        {"if_amended", "if the proposal was amended"},
                                        {"always", "like everybody else"}};
constexpr ValueWords methods[] = {{"recorded", "a recorded vote"},
                                  {"non_recorded", "a non-recorded vote: totals only"},
                                  {"hands", "a show of hands: totals only"},
                                  {"roll_call", "a roll-call"}};
constexpr ValueWords secret_ballots[] = {
    {"elections", "elections"},
    {"elections_and_decisions", "elections, and other votes if the Conference so decides"},
    {"none", "nothing"},
};
constexpr ValueWords no_last_call[] = {{"0", "none is needed"}};

constexpr RuleText documents[] = {
    {"id", "Name of the rules", "By which a ledger names them."},
    {"version", "Version", "Every change of the rules is a new version; votes keep theirs."},
    {"title", "Title", "What is printed."},
    {"source_symbol", "Document", "The symbol of the document that states the rules."},
    {"adopted", "Adopted by the Conference", "No live meeting runs on rules that are not.", yes_no},
};

constexpr RuleText participation[] = {
    {"participation_base", "Participating States",
     "Their number is the base of the quorum and of majorities of participating States.",
     participation_bases},
    {"quorum_check", "The quorum is checked",
     "No decision is taken unless more than half of the participating States are present.",
     quorum_checks},
    {"classify", "Substance or procedure is decided by",
     "The class of a matter chooses its majority.", classifications},
};

constexpr RuleText plenary[] = {
    {"quorum_open_plenary", "To open a plenary meeting", "Present for debate; deciding needs more.",
     open_of_states, "participating State"},
    {"majority_plenary_substance", "Substance in plenary",
     "Who abstains counts as not voting; two thirds are reached at equality."},
    {"majority_plenary_procedure", "Procedure in plenary", "Motions, agenda, time limits."},
    {"verb_plenary", "What the plenary adopts was", "The word of its announcements."},
};

constexpr RuleText committees[] = {
    {"quorum_open_committee", "To open a committee meeting",
     "Committees, main committees and the Committee of the Whole.", open_of_states,
     "participating State"},
    {"majority_committee_substance", "Substance in committees",
     "A committee recommends; its text may still fail in plenary."},
    {"majority_committee_procedure", "Procedure in committees", "Motions, agenda, time limits."},
    {"verb_committee", "What a committee adopts was", "The word of its announcements."},
    {"quorum_open_other", "To open a meeting of other organs",
     "General, credentials and drafting committees, working groups.", open_of_members, "member"},
    {"majority_other_substance", "Substance in other organs", "They report, and adopt no text."},
    {"majority_other_procedure", "Procedure in other organs", "Motions, agenda, time limits."},
    {"verb_other", "What another organ adopts was", "The word of its announcements."},
};

constexpr RuleText decisions[] = {
    {"majority_whole", "Adoption of the convention as a whole",
     "The one vote on the whole text after its articles."},
    {"majority_reconsider", "To reconsider a decision",
     "In every organ; it reopens the question and does not reverse it."},
    {"majority_rules_amend", "To amend these rules", "A change is a new version."},
    {"majority_rules_suspend", "To suspend a rule", "For one stated purpose."},
    {"majority_exhaustion", "To determine that efforts are exhausted",
     "Asked only where the organ determines it."},
    {"majority_closure", "To close a debate", "The proposal is then put to the vote."},
    {"majority_resume", "To resume a debate that was adjourned",
     "Adjourning it takes the majority for procedure."},
    {"voting_quorum", "Voting quorum", "Used only by majorities that ask for one.", open_of_states,
     "participating State"},
    {"voting_quorum_of", "The voting quorum is counted in",
     "Used only by majorities that ask for one.", voting_quorum_bases},
};

constexpr RuleText equal_votes[] = {
    {"tie", "Equally divided votes", "No presiding officer has a casting vote.", ties},
    {"tie_scope", "The rule on equal votes is for",
     "Short of two thirds a question fails in any case.", tie_scopes},
    {"second_vote_in", "A second vote is taken in", "Elsewhere equal votes reject at once.",
     second_vote_organs},
    {"second_vote_hours", "A second vote is taken within",
     "Used only where there is a second vote.", no_limit, "hour"},
    {"appeal_base", "A ruling is overruled by a majority of",
     "The appeal is put to the vote at once; yes overrules.", appeal_bases},
};

constexpr RuleText agreement[] = {
    {"consensus", "Adoption without a vote", "It needs that nobody formally objects.",
     consensus_rules},
    {"silence_seconds", "Silence before the gavel", "Everybody sees it pass.", {}, "second"},
    {"deferment_by_chair", "The presiding officer may defer a vote",
     "A vote on substance waits while agreement is sought.", yes_no},
    {"deferment_states", "A vote is deferred if this many ask", "They ask together.", no_right,
     "State"},
    {"deferment_fraction", "A vote is deferred if this part asks", "They ask together.",
     asking_part, "participating State"},
    {"deferment_by_motion", "A motion may defer a vote", "It takes the majority for procedure.",
     yes_no},
    {"deferment_days", "Days for which a vote is deferred at most",
     "Days and hours add up; where neither is set there is no limit.", none_set, "day"},
    {"deferment_hours", "Hours for which a vote is deferred at most",
     "Days and hours add up; where neither is set there is no limit.", none_set, "hour"},
    {"deferment_once", "Without a motion only once on a matter",
     "A second request on the same matter is refused.", yes_no},
    {"deferment_within_session", "A deferment ends with the session",
     "No vote is deferred into another session.", yes_no},
    {"exhaustion", "Before a vote on substance", "Where agreement was sought and not reached.",
     exhaustions},
    {"notice_working_days", "Notice of a vote on substance",
     "Between the notice and the vote; holidays are not counted.", no_notice, "working day"},
};

constexpr RuleText debate[] = {
    {"division_for", "For a division of the text", "Who speak on the motion besides its mover.",
     nobody_speaks, "speaker"},
    {"division_against", "Against a division of the text", "If it is opposed.", nobody_speaks,
     "speaker"},
    {"adjourn_debate_for", "For adjourning the debate",
     "Besides the mover. Carried, there is neither debate nor vote.", nobody_speaks, "speaker"},
    {"adjourn_debate_against", "Against adjourning the debate", "Then it is put to the vote.",
     nobody_speaks, "speaker"},
    {"closure_against", "Against closing the debate", "Nobody speaks for it.", nobody_speaks,
     "speaker"},
    {"reconsider_against", "Against reconsidering", "Then the motion is put at once.",
     nobody_speaks, "speaker"},
    {"competence_for", "For a motion on competence", "It is decided before the proposal.",
     nobody_speaks, "speaker"},
    {"competence_against", "Against a motion on competence", "It is decided before the proposal.",
     nobody_speaks, "speaker"},
    {"sponsor_may_explain", "A sponsor may explain the vote on the own proposal",
     "Every sponsor votes; only explaining is restricted.", sponsor_rules},
};

constexpr RuleText voting[] = {
    {"method_default", "A vote is taken by", "Where nobody asks for another method.", methods},
    {"recorded_on_request", "Any State may ask for a recorded vote",
     "The request is not debated and needs no support.", yes_no},
    {"roll_call_on_request", "Any State may ask for a roll-call",
     "The request is not debated and needs no support.", yes_no},
    {"secret_allowed_for", "Secret ballots are allowed for",
     "On paper; the totals are entered afterwards.", secret_ballots},
    {"fallback_method", "Where terminals fail, votes are taken by",
     "A vote that began is annulled and taken again.", methods},
    {"last_call_seconds", "Last call before the close", "The time in which votes may be checked.",
     no_last_call, "second"},
    {"roll_call_second_call", "A roll-call ends with a second call",
     "Of the States that did not answer.", yes_no},
    {"live_positions_visible", "Positions are shown while a vote is open",
     "Otherwise they are shown after it.", yes_no},
};

constexpr RuleGroup groups[] = {{"The rules", documents},
                                {"Participation and quorum", participation},
                                {"Plenary", plenary},
                                {"Committees and other organs", committees},
                                {"Decisions with a majority of their own", decisions},
                                {"Equal votes and appeals", equal_votes},
                                {"Agreement before a vote", agreement},
                                {"Debate", debate},
                                {"Voting", voting}};

}  // namespace

std::span<const RuleGroup> rule_groups() { return groups; }

}  // namespace placet::ledger
