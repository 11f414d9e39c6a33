// The drawing of a result sheet; its words are result_sheet.cpp's.
#include "ledger/publish/page_flow.h"
#include "ledger/publish/result_sheet.h"
#include "ledger/version.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace placet::ledger {
namespace {

constexpr double margin = 20 * mm;
constexpr TypeStyle plain{.size = 10};
constexpr TypeStyle bold{.size = 10, .weight = Weight::bold};
constexpr TypeStyle listed{.size = 10, .indent = 5 * mm};
constexpr TypeStyle small{.size = 7.5};
constexpr TypeStyle small_bold{.size = 7.5, .weight = Weight::bold};

/// Head and foot of each page: whose sheet it is, also when the pages are parted.
void draw_frame(const PageText& text, const ResultSheet& sheet, PdfPages& pages, std::size_t number,
                std::size_t of) {
    auto* page = pages.page();
    const double width = page_width - 2 * margin;
    if (sheet.rehearsal) {
        cairo_rectangle(page, margin, 9 * mm, width, 7 * mm);
        cairo_fill(page);
        cairo_set_source_rgb(page, 1, 1, 1);
        text.line(page, margin + 3 * mm, 14 * mm, width - 6 * mm, 11, Weight::bold,
                  "REHEARSAL: this is no decision of the conference");
        cairo_set_source_rgb(page, 0, 0, 0);
    }
    const double foot = page_height - 12 * mm;
    text.line(page, margin, foot, width - 25 * mm, small.size, Weight::regular,
              fmt::format("{} · {} · entry {} · printed by {}", sheet.subject, sheet.heading,
                          sheet.entry.seq, build_name()));
    const auto numbered = fmt::format("{} of {}", number, of);
    const double used = text.width(small.size, Weight::bold, numbered);
    text.line(page, page_width - margin - used, foot, used, small.size, Weight::bold, numbered);
}

void lay_heading(PageFlow& flow, const ResultSheet& sheet) {
    flow.paragraph(sheet.conference, {.size = 12, .weight = Weight::bold});
    flow.paragraph(fmt::format("{} · {}", sheet.heading, sheet.when), plain);
    flow.paragraph("Presiding: " + sheet.presiding, plain);
    flow.space(2 * mm);
    flow.rule();
    flow.space(3 * mm);
    flow.paragraph(sheet.subject, {.size = 15, .weight = Weight::bold});
    if (!sheet.title.empty()) flow.paragraph(sheet.title, {.size = 11});
    flow.space(1.5 * mm);
    flow.paragraph(
        fmt::format("Question {}{}: {}", sheet.question_number,
                    sheet.run ? fmt::format(", vote {}", *sheet.run) : "", sheet.question),
        plain);
    flow.space(3 * mm);
}

void lay_positions(PageFlow& flow, const ResultSheet& sheet) {
    for (const auto& line : sheet.method)
        flow.paragraph(line, &line == &sheet.method.front() ? bold : plain);
    for (const auto& list : sheet.lists) {
        flow.space(1.5 * mm);
        flow.keep_together(2 * plain.size * line_height);  // no label without a name
        flow.paragraph(list.label + ":", bold);
        flow.paragraph(list.names.empty() ? "None" : fmt::format("{}", fmt::join(list.names, ", ")),
                       listed);
    }
    flow.space(3 * mm);
    flow.paragraph(sheet.sentence, {.size = 12, .weight = Weight::bold});
    if (sheet.rescinded)
        flow.paragraph("This decision was rescinded: a flag was up before the gavel.", bold);
    if (!sheet.correction.empty()) {
        flow.space(1.5 * mm);
        flow.paragraph(sheet.correction, plain);
    }
    flow.space(3 * mm);
}

void lay_figures(PageFlow& flow, const ResultSheet& sheet) {
    const double line = plain.size * line_height;
    flow.keep_together(static_cast<double>(sheet.figures.size() + 1) * line);
    flow.paragraph("Figures, in delegations", bold);
    for (const auto& [label, figure] : sheet.figures)
        flow.row(
            {{5 * mm, 60 * mm, label, false}, {60 * mm, 75 * mm, std::to_string(figure), true}},
            plain);
    flow.space(3 * mm);
    flow.keep_together(static_cast<double>(sheet.clauses.size() + 2) * line);
    if (!sheet.majority.empty()) flow.paragraph("Required: " + sheet.majority, bold);
    const auto columns = [&](const std::string& words, const std::string& needed,
                             const std::string& received, const std::string& met,
                             const TypeStyle& style) {
        flow.row({{5 * mm, 95 * mm, words, false},
                  {95 * mm, 115 * mm, needed, true},
                  {115 * mm, 140 * mm, received, true},
                  {145 * mm, 170 * mm, met, false}},
                 style);
    };
    columns("Clause", "Needed", "Received", "Met", bold);
    for (const auto& clause : sheet.clauses)
        columns(clause.words, std::to_string(clause.needed), std::to_string(clause.received),
                clause.met ? "yes" : "no", plain);
}

void lay_remarks(PageFlow& flow, const std::string& heading,
                 const std::vector<std::string>& remarks) {
    if (remarks.empty()) return;
    flow.space(3 * mm);
    flow.keep_together(2 * plain.size * line_height);
    flow.paragraph(heading, bold);
    for (const auto& remark : remarks) flow.paragraph(remark, listed);
}

/// What somebody needs who does not believe the sheet.
void lay_evidence(PageFlow& flow, const ResultSheet& sheet) {
    constexpr double qr_side = 48 * mm;
    flow.space(4 * mm);
    flow.keep_together(qr_side + 2 * mm);
    flow.rule();
    flow.space(2 * mm);
    flow.qr_code(qr_side, sheet.checkpoint_note);
    const auto labelled = [&](const std::string& label, const std::string& words) {
        flow.paragraph(label, small_bold, qr_side);
        flow.paragraph(words, small, qr_side);
    };
    labelled("Entry of the ledger",
             fmt::format("{}, leaf hash\n{}", sheet.entry.seq, hex(sheet.entry.leaf)));
    labelled("Checkpoint, signed, that covers it (in the code)", sheet.checkpoint_note);
    if (!sheet.text_hash.empty()) labelled("SHA-256 of the English text", sheet.text_hash);
    if (!sheet.build.empty()) labelled("Software that took the vote", sheet.build);
    flow.paragraph("The ledger is the evidence; placet verify checks it from public keys alone.",
                   small, qr_side);
}

}  // namespace

Result<std::string> result_pdf(const ResultSheet& sheet) {
    const auto text = PageText::open();
    if (!text) return text.error();
    PageFlow flow(*text, {.top = 20 * mm,
                          .bottom = page_height - 18 * mm,
                          .margin = margin,
                          .draw = [&](PdfPages& pages, std::size_t number, std::size_t of) {
                              draw_frame(*text, sheet, pages, number, of);
                          }});
    lay_heading(flow, sheet);
    lay_positions(flow, sheet);
    lay_figures(flow, sheet);
    lay_remarks(flow, "Statements of delegations; they change nothing in the decision",
                sheet.statements);
    lay_remarks(flow, "Earlier votes on the same question", sheet.earlier);
    lay_evidence(flow, sheet);
    const auto date = fmt::format("{}T{}Z", sheet.when.substr(0, 10), sheet.when.substr(11, 8));
    return flow.pdf(sheet.subject, date);
}

}  // namespace placet::ledger
