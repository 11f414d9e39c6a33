#include "ledger/publish/page_flow.h"

namespace placet::ledger {

PageFlow::PageFlow(const PageText& text, PageFrame frame)
    : text_(text), frame_(std::move(frame)), y_(frame_.top) {}

void PageFlow::keep_together(double height) {
    if (y_ + height <= frame_.bottom || y_ == frame_.top) return;
    pages_.emplace_back();
    y_ = frame_.top;
}

void PageFlow::put(double height, Mark mark) {
    pages_.back().push_back(std::move(mark));
    y_ += height;
}

void PageFlow::paragraph(std::string_view words, const TypeStyle& style, double free_at_right) {
    const double width = this->width() - style.indent - free_at_right;
    const double x = frame_.margin + style.indent;
    const auto lines = text_.lines(width, style.size, style.weight, words);
    // A few lines stay on one page; what is longer may be parted.
    if (lines.size() <= 4)
        keep_together(static_cast<double>(lines.size()) * style.size * line_height);
    for (const auto& line : lines) {
        keep_together(style.size * line_height);
        put(style.size * line_height,
            [this, line, x, y = y_ + style.size, width, style](PdfPages& pages) {
                text_.line(pages.page(), x, y, width, style.size, style.weight, line);
            });
    }
}

void PageFlow::row(const std::vector<Cell>& cells, const TypeStyle& style) {
    keep_together(style.size * line_height);
    put(style.size * line_height, [this, cells, y = y_ + style.size, style](PdfPages& pages) {
        for (const auto& cell : cells) {
            const double room = cell.to - cell.from;
            const double used = text_.width(style.size, style.weight, cell.text);
            const double shift = cell.right && used < room ? room - used : 0;
            text_.line(pages.page(), frame_.margin + cell.from + shift, y, room, style.size,
                       style.weight, cell.text);
        }
    });
}

void PageFlow::rule() {
    put(0, [this, y = y_](PdfPages& pages) {
        cairo_set_line_width(pages.page(), 0.5);
        cairo_move_to(pages.page(), frame_.margin, y);
        cairo_line_to(pages.page(), page_width - frame_.margin, y);
        cairo_stroke(pages.page());
    });
}

void PageFlow::qr_code(double side, std::string text) {
    put(0, [this, side, y = y_, text = std::move(text)](PdfPages& pages) {
        pages.qr_code(page_width - frame_.margin - side, y, side, text);
    });
}

Result<std::string> PageFlow::pdf(const std::string& title, const std::string& date) const {
    PdfPages pages;
    pages.describe(title, date);
    for (std::size_t n = 0; n < pages_.size(); ++n) {
        for (const auto& mark : pages_[n]) mark(pages);
        frame_.draw(pages, n + 1, pages_.size());
        pages.end_page();
    }
    return pages.bytes();
}

}  // namespace placet::ledger
