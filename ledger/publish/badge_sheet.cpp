#include "ledger/publish/badge_sheet.h"

#include "ledger/publish/page_text.h"
#include "ledger/publish/pdf_pages.h"

#include <functional>

namespace placet::ledger {
namespace {

/// Equal rectangles in the middle of the page.
struct Grid {
    int columns;
    int rows;
    double width;
    double height;

    std::size_t per_page() const { return static_cast<std::size_t>(columns * rows); }
    double left() const { return (page_width - columns * width) / 2; }
    double top() const { return (page_height - rows * height) / 2; }
};

constexpr Grid card_grid{.columns = 2, .rows = 5, .width = 90 * mm, .height = 55 * mm};
constexpr Grid slip_grid{.columns = 3, .rows = 10, .width = 60 * mm, .height = 27 * mm};

/// Short lines outside the rectangles, where they are to be cut.
void draw_cut_marks(cairo_t* page, const Grid& grid) {
    constexpr double gap = 1 * mm;
    constexpr double length = 4 * mm;
    const double right = grid.left() + grid.columns * grid.width;
    const double bottom = grid.top() + grid.rows * grid.height;
    const auto stroke = [&](double x1, double y1, double x2, double y2) {
        cairo_move_to(page, x1, y1);
        cairo_line_to(page, x2, y2);
    };
    for (int column = 0; column <= grid.columns; ++column) {
        const double x = grid.left() + column * grid.width;
        stroke(x, grid.top() - gap, x, grid.top() - gap - length);
        stroke(x, bottom + gap, x, bottom + gap + length);
    }
    for (int row = 0; row <= grid.rows; ++row) {
        const double y = grid.top() + row * grid.height;
        stroke(grid.left() - gap, y, grid.left() - gap - length, y);
        stroke(right + gap, y, right + gap + length, y);
    }
    cairo_set_line_width(page, 0.3);
    cairo_stroke(page);
}

void draw_card(PdfPages& pages, const PageText& text, double x, double y, const BadgeCard& card) {
    auto* page = pages.page();
    constexpr double margin = 5 * mm;
    constexpr double qr_side = 38 * mm;
    const double left = x + margin;
    const double width = card_grid.width - qr_side - 2 * margin;
    const double whole_width = card_grid.width - 2 * margin;
    double line = text.paragraph(page, left, y + 7 * mm, whole_width, 6.5, Weight::regular,
                                 card.conference, 2);
    if (card.rehearsal) text.line(page, left, line + 1.5 * mm, width, 8, Weight::bold, "REHEARSAL");
    line = y + 21 * mm;
    const auto& heading = card.delegation.empty() ? card.role : card.delegation;
    line = text.paragraph(page, left, line, width, 12, Weight::bold, heading, 3);
    line = text.paragraph(page, left, line + 0.5 * mm, width, 9, Weight::regular, card.name, 2);
    if (!card.delegation.empty())
        text.line(page, left, line + 0.5 * mm, width, 9, Weight::regular, card.role);
    text.line(page, left, y + card_grid.height - 4 * mm, width, 6.5, Weight::regular,
              "Opens with your PIN. Lost? Tell the secretariat at once.");
    const double qr_left = x + card_grid.width - qr_side - 2 * mm;
    text.line(page, qr_left + 4 * mm, y + card_grid.height - 4 * mm, qr_side - 8 * mm, 6.5,
              Weight::regular, card.id);
    pages.qr_code(qr_left, y + 12 * mm, qr_side, card.badge);
}

void draw_slip(PdfPages& pages, const PageText& text, double x, double y, const BadgeCard& card) {
    auto* page = pages.page();
    constexpr double margin = 4 * mm;
    const double width = slip_grid.width - 2 * margin;
    text.line(page, x + margin, y + 6 * mm, width, 8, Weight::bold,
              card.delegation.empty() ? card.role : card.delegation);
    text.line(page, x + margin, y + 10 * mm, width, 8, Weight::regular, card.name);
    text.line(page, x + margin, y + 18.5 * mm, width, 16, Weight::bold, "PIN " + card.pin);
    text.line(
        page, x + margin, y + 23.5 * mm, width, 6.5, Weight::regular,
        (card.rehearsal ? "Rehearsal. " : "") + card.id + ". Hand over apart from the badge.");
}

using DrawCard =
    std::function<void(PdfPages&, const PageText&, double x, double y, const BadgeCard&)>;

Result<std::string> sheet(std::span<const BadgeCard> cards, const Grid& grid,
                          const DrawCard& draw_one) {
    const auto text = PageText::open();
    if (!text) return text.error();
    PdfPages pages;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const auto place = static_cast<int>(i % grid.per_page());
        if (place == 0) draw_cut_marks(pages.page(), grid);
        draw_one(pages, *text, grid.left() + place % grid.columns * grid.width,
                 grid.top() + place / grid.columns * grid.height, cards[i]);
        if (i % grid.per_page() == grid.per_page() - 1 || i + 1 == cards.size()) pages.end_page();
    }
    return pages.bytes();
}

}  // namespace

Result<std::string> badge_sheet(std::span<const BadgeCard> cards) {
    return sheet(cards, card_grid, draw_card);
}

Result<std::string> pin_sheet(std::span<const BadgeCard> cards) {
    return sheet(cards, slip_grid, draw_slip);
}

}  // namespace placet::ledger
