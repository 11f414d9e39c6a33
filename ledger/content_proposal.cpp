#include "ledger/content_floor.h"

namespace placet::ledger {

using nlohmann::json;

json write(const ProposalRegistered& r) {
    return {{"kind", to_text(r.kind)},
            {"organ", r.organ},
            {"parent", r.parent},
            {"proposal", r.proposal},
            {"reintroduces", r.reintroduces},
            {"sponsors", r.sponsors},
            {"symbol", r.symbol},
            {"text_unit", r.text_unit},
            {"texts", hashes(r.texts)},
            {"title", r.title}};
}

json write(const ProposalRevised& r) {
    return {{"oral", r.oral},     {"proposal", r.proposal},   {"sponsors", r.sponsors},
            {"symbol", r.symbol}, {"texts", hashes(r.texts)}, {"version", r.version}};
}

json write(const ProposalCirculated& r) {
    return {{"languages", r.languages}, {"permission", r.permission}, {"proposal", r.proposal}};
}

json write(const ProposalIntroduced& r) {
    return {{"meeting", r.meeting}, {"proposal", r.proposal}, {"waiver", r.waiver}};
}

json write(const ProposalWithdrawn& r) {
    return {{"delegation", r.delegation}, {"proposal", r.proposal}};
}

json write(const DebateClosed& r) { return {{"meeting", r.meeting}, {"proposal", r.proposal}}; }

json write(const DefermentRequested& r) {
    return {{"delegation", r.delegation}, {"proposal", r.proposal}};
}

json write(const VoteDeferred& r) {
    return {{"meeting", r.meeting},
            {"proposal", r.proposal},
            {"right", to_text(r.right)},
            {"until", r.until}};
}

json write(const DefermentEnded& r) {
    return {{"meeting", r.meeting}, {"proposal", r.proposal}, {"report", r.report}};
}

json write(const VoteNotified& r) {
    return {{"meeting", r.meeting}, {"not_before", r.not_before}, {"proposal", r.proposal}};
}

json write(const ExhaustionDeclared& r) {
    return {{"meeting", r.meeting}, {"proposal", r.proposal}, {"report", r.report}};
}

void read(ContentReader& in, ProposalRegistered& r) {
    r.proposal = in.text("proposal");
    r.kind = in.choice_of<ProposalKind>("kind");
    r.parent = in.text("parent");
    r.reintroduces = in.text("reintroduces");
    r.text_unit = in.text("text_unit");
    r.sponsors = in.texts("sponsors");
    r.organ = in.text("organ");
    r.symbol = in.text("symbol");
    r.title = in.text("title");
    r.texts = in.hashes("texts");
}

void read(ContentReader& in, ProposalRevised& r) {
    r.proposal = in.text("proposal");
    r.version = in.integer("version");
    r.sponsors = in.texts("sponsors");
    r.symbol = in.text("symbol");
    r.oral = in.boolean("oral");
    r.texts = in.hashes("texts");
}

void read(ContentReader& in, ProposalCirculated& r) {
    r.proposal = in.text("proposal");
    r.languages = in.texts("languages");
    r.permission = in.text("permission");
}

void read(ContentReader& in, ProposalIntroduced& r) {
    r.proposal = in.text("proposal");
    r.meeting = in.integer("meeting");
    r.waiver = in.text("waiver");
}

void read(ContentReader& in, ProposalWithdrawn& r) {
    r.proposal = in.text("proposal");
    r.delegation = in.text("delegation");
}

void read(ContentReader& in, DebateClosed& r) {
    r.proposal = in.text("proposal");
    r.meeting = in.integer("meeting");
}

void read(ContentReader& in, DefermentRequested& r) {
    r.proposal = in.text("proposal");
    r.delegation = in.text("delegation");
}

void read(ContentReader& in, VoteDeferred& r) {
    r.proposal = in.text("proposal");
    r.meeting = in.integer("meeting");
    r.right = in.choice_of<DefermentRight>("right");
    r.until = in.text("until");
}

void read(ContentReader& in, DefermentEnded& r) {
    r.proposal = in.text("proposal");
    r.meeting = in.integer("meeting");
    r.report = in.text("report");
}

void read(ContentReader& in, VoteNotified& r) {
    r.proposal = in.text("proposal");
    r.meeting = in.integer("meeting");
    r.not_before = in.text("not_before");
}

void read(ContentReader& in, ExhaustionDeclared& r) {
    r.proposal = in.text("proposal");
    r.meeting = in.integer("meeting");
    r.report = in.text("report");
}

}  // namespace placet::ledger
