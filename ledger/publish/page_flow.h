// page_flow.h: text that flows down as many A4 pages as it needs. First everything is placed, then
// it is drawn, so that each page can say how many there are.
#pragma once

#include "ledger/publish/page_text.h"
#include "ledger/publish/pdf_pages.h"

#include <functional>
#include <string>
#include <vector>

namespace placet::ledger {

struct TypeStyle {
    double size = 10;  // in units of the page
    Weight weight = Weight::regular;
    double indent = 0;
};

/// What stands on every page outside the text.
struct PageFrame {
    double top = 0;     // the text begins below
    double bottom = 0;  // and ends above
    double margin = 0;  // left and right
    std::function<void(PdfPages&, std::size_t number, std::size_t of)> draw = {};
};

class PageFlow {
public:
    /// Requires that `text` outlives it.
    PageFlow(const PageText& text, PageFrame frame);

    /// Lines as wide as the page, or narrower by what is kept free at the right.
    void paragraph(std::string_view words, const TypeStyle& style, double free_at_right = 0);
    /// A piece of a line; `from` and `to` count from the left margin.
    struct Cell {
        double from = 0;
        double to = 0;
        std::string text = {};
        bool right = false;  // the text ends at `to`
    };
    void row(const std::vector<Cell>& cells, const TypeStyle& style);
    void space(double height) { y_ += height; }
    /// What follows begins on the next page unless this much is left here.
    void keep_together(double height);
    /// A line across the page.
    void rule();
    /// A QR code at the right margin, its upper edge here; the text goes on beside it.
    void qr_code(double side, std::string text);

    double width() const { return page_width - 2 * frame_.margin; }

    /// Every page, whole; title and date as PdfPages::describe takes them. Fails as PdfPages::bytes
    /// does.
    Result<std::string> pdf(const std::string& title, const std::string& date) const;

private:
    using Mark = std::function<void(PdfPages&)>;
    void put(double height, Mark mark);

    const PageText& text_;
    PageFrame frame_;
    std::vector<std::vector<Mark>> pages_ = {{}};
    double y_;
};

}  // namespace placet::ledger
