// page_text.h: lines of text on a Cairo page, in any script, shaped by libraqm and set in the Noto
// fonts of this machine.
#pragma once

#include "crypto/result.h"

#include <cairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace placet::ledger {

enum class Weight { regular, bold };

/// From one baseline to the next, in sizes of the type.
inline constexpr double line_height = 1.25;

class PageText {
public:
    /// Opens the fonts. Fails (absent) naming the package to install.
    static Result<PageText> open();
    PageText(PageText&&) noexcept;
    PageText& operator=(PageText&&) noexcept;
    ~PageText();

    /// How wide a line is, in units of the page. Requires well-formed UTF-8.
    double width(double size, Weight weight, std::string_view text) const;

    /// The lines into which words fall that must not be wider than this, broken at blanks and at
    /// line feeds; a word that is wider stands alone. Requires well-formed UTF-8.
    std::vector<std::string> lines(double width, double size, Weight weight,
                                   std::string_view text) const;

    /// Draws one line between x and x + width, y being its baseline; right-to-left text ends at x.
    /// `size` is that of the type in units of the page; what is wider than `width` is set smaller.
    /// Requires well-formed UTF-8.
    void line(cairo_t* page, double x, double y, double width, double size, Weight weight,
              std::string_view text) const;

    /// Draws words in as many lines as they need, at most `most`; the last takes what is left.
    /// Returns the baseline below the last line.
    double paragraph(cairo_t* page, double x, double y, double width, double size, Weight weight,
                     std::string_view text, int most) const;

private:
    struct Fonts;
    explicit PageText(std::unique_ptr<Fonts> fonts);
    std::unique_ptr<Fonts> fonts_;
};

}  // namespace placet::ledger
