// name_board.h: names in the order of the roll with what stands for each, leafed through.
#pragma once

#include "terminal/panels.h"
#include "terminal/phrases.h"

namespace placet::terminal {

struct NameBoard {
    struct Cell {
        std::string name = {};
        Sign sign = Sign::not_voting;
        bool faint = false;
    };
    int columns = 1, rows = 1;
    std::vector<Cell> cells = {};
    std::vector<std::string> pages = {};  // "Page 1 of 2"; empty for no names
    std::string back = {}, more = {};
};

NameBoard name_board(std::vector<NameBoard::Cell> cells, int columns, int rows,
                     const Phrases& phrases);

/// Changes `page`. The ids of the pager are `id`.back and `id`.more.
void draw_name_board(Canvas& canvas, const R& r, const NameBoard& board, std::string_view id,
                     std::size_t& page);

/// "Page 1 of 2", "Page 2 of 2": one for each page of so many things; none of nothing.
std::vector<std::string> page_positions(const Phrases& phrases, std::size_t count,
                                        std::size_t per_page);

}  // namespace placet::terminal
