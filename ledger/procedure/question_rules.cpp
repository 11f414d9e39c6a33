// What is put to the meeting.
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"

namespace placet::ledger {
namespace {

/// Where consensus is the only way, no matter of substance is voted on, not even as a motion.
Result<Done> class_fits(const Conference& conference, const QuestionPut& put) {
    const auto subject = subject_of(put);
    const bool of_either_class = put.kind == QuestionKind::motion && put.motion == 0;
    if (!of_either_class && put.matter != matter_of(conference, subject))
        return refused_entry(
            put.matter == MatterClass::procedure
                ? "Articles, amendments to them and parts of them are matters of substance."
                : "The rules, or a ruling, make this a matter of procedure.",
            put.matter == MatterClass::procedure
                ? "Put the question with the majority of substance, or have it classified first."
                : "Put the question with the majority of procedure, or have it classified first.");
    if (put.matter == MatterClass::substance &&
        conference.profile.consensus == ConsensusRule::exclusive)
        return refused_entry(
            "The rules of this conference decide matters of substance by consensus only.",
            "Propose adoption without a vote, or set the matter aside.");
    return Done{};
}

Result<Done> agrees_with_conference(const Conference& conference, const QuestionPut& put) {
    const auto majority = majority_of(conference, subject_of(put), put.matter);
    const auto* proposal =
        decides_on_proposal(put.kind) ? conference.proposal(put.proposal) : nullptr;
    const std::map<std::string, Hash> no_texts;
    const auto number =
        decides_on_proposal(put.kind) ? conference.next_question() : conference.last_question + 1;
    return agrees(
        "The question",
        {{put.question == number, "number"},
         {put.majority == to_text(majority), "majority"},
         {put.profile_version == conference.profile.version, "version of the rules"},
         {put.texts == (proposal != nullptr ? proposal->texts : no_texts), "text"},
         {put.text_unit == (proposal != nullptr ? proposal->registered.text_unit : ""),
          "unit of text"},
         {put.participating == conference.participating(), "number of participating States"}},
        "Put the question again, as the conference has it now.");
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry, const QuestionPut& record) {
    if (const auto may = may_put(conference, subject_of(record)); !may) return may.error();
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (record.subject.empty() || record.sentence.empty() || record.if_carried.empty() ||
        record.if_not_carried.empty())
        return refused_entry(
            "A question is put in one sentence, with what follows if it is carried "
            "and if it is not.",
            "Fill in what is missing.");
    if (const auto fits = class_fits(conference, record); !fits) return fits.error();
    return agrees_with_conference(conference, record);
}

}  // namespace placet::ledger
