#include "terminal/screens/name_board.h"

#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

namespace {

std::size_t cells_per_page(const NameBoard& board) {
    return static_cast<std::size_t>(board.columns) * static_cast<std::size_t>(board.rows);
}

}  // namespace

std::vector<std::string> page_positions(const Phrases& phrases, std::size_t count,
                                        std::size_t per_page) {
    const auto pages = (count + per_page - 1) / per_page;
    std::vector<std::string> positions;
    for (std::size_t page = 1; page <= pages; ++page)
        positions.push_back(phrases("Page {page} of {pages}", {{"page", std::to_string(page)},
                                                               {"pages", std::to_string(pages)}}));
    return positions;
}

NameBoard name_board(std::vector<NameBoard::Cell> cells, int columns, int rows,
                     const Phrases& phrases) {
    NameBoard made{.columns = columns,
                   .rows = rows,
                   .cells = std::move(cells),
                   .back = phrases("Back"),
                   .more = phrases("More")};
    made.pages = page_positions(phrases, made.cells.size(), cells_per_page(made));
    return made;
}

void draw_name_board(Canvas& canvas, const R& r, const NameBoard& board, std::string_view id,
                     std::size_t& page) {
    if (board.pages.empty()) return;
    page = std::min(page, board.pages.size() - 1);
    const auto from = page * cells_per_page(board);
    const auto to = std::min(from + cells_per_page(board), board.cells.size());
    std::vector<BoardCell> shown;
    for (auto n = from; n < to; ++n)
        shown.push_back({.name = board.cells[n].name,
                         .sign = board.cells[n].sign,
                         .faint = board.cells[n].faint});
    constexpr float gap = 12;
    const bool paged = board.pages.size() > 1;
    const R cells{r.x, r.y, r.w, r.h - (paged ? pager_height + gap : 0)};
    terminal::board(canvas, cells, board.columns, board.rows, shown);
    pager(canvas, {r.x, r.bottom() - pager_height, r.w, pager_height},
          {.id = id, .back = board.back, .more = board.more, .position = board.pages[page]},
          board.pages.size(), page);
}

}  // namespace placet::terminal
