#include "ledger/content_records.h"

namespace placet::ledger {

using nlohmann::json;

json write(const TextRegister& r) {
    json units = json::array();
    for (const auto& unit : r.units)
        units.push_back({{"id", unit.id},
                         {"label", unit.label},
                         {"number", unit.number},
                         {"texts", hashes(unit.texts)},
                         {"title", unit.title}});
    return {{"units", units}};
}

json write(const TextRevised& r) {
    json decisions = json::array();
    for (const auto& decision : r.decisions) decisions.push_back(hex(decision));
    return {{"decisions", decisions},
            {"proposal", r.proposal},
            {"texts", hashes(r.texts)},
            {"version", r.version}};
}

json write(const TextPlaced& r) {
    return {{"after", r.after},         {"label", r.label},
            {"number", r.number},       {"split_from", r.split_from},
            {"text_unit", r.text_unit}, {"texts", hashes(r.texts)},
            {"title", r.title}};
}

void read(ContentReader& in, TextRegister& r) {
    r.units = in.objects("units", [](ContentReader& u) {
        return TextUnit{.id = u.text("id"),
                        .number = u.text("number"),
                        .label = u.text("label"),
                        .title = u.text("title"),
                        .texts = u.hashes("texts")};
    });
}

void read(ContentReader& in, TextRevised& r) {
    r.proposal = in.text("proposal");
    r.version = in.integer("version");
    r.decisions = in.hash_list("decisions");
    r.texts = in.hashes("texts");
}

void read(ContentReader& in, TextPlaced& r) {
    r.text_unit = in.text("text_unit");
    r.after = in.text("after");
    r.split_from = in.text("split_from");
    r.number = in.text("number");
    r.label = in.text("label");
    r.title = in.text("title");
    r.texts = in.hashes("texts");
}

}  // namespace placet::ledger
