// pdf_pages.h: a PDF of A4 pages while it is being drawn, and QR codes on them.
#pragma once

#include "crypto/result.h"

#include <cairo.h>

#include <memory>
#include <string>
#include <string_view>

namespace placet::ledger {

inline constexpr double mm = 72.0 / 25.4;  // in units of the page
inline constexpr double page_width = 210 * mm;
inline constexpr double page_height = 297 * mm;

class PdfPages {
public:
    PdfPages();
    PdfPages(const PdfPages&) = delete;
    PdfPages& operator=(const PdfPages&) = delete;

    /// What viewers show of the file, dated "2026-11-24T14:02:07Z": with a date that follows from
    /// its content, the same content makes the same bytes again.
    void describe(const std::string& title, const std::string& date);

    cairo_t* page() const { return page_.get(); }
    /// What was drawn is a page; what follows is drawn on the next.
    void end_page();

    /// The code with its quiet zone of four modules, within a square of this side; byte mode,
    /// error correction M. If it cannot be drawn, `bytes` fails.
    void qr_code(double x, double y, double side, std::string_view text);

    /// The whole file. Fails (storage) if something could not be drawn: out of memory.
    Result<std::string> bytes();

private:
    template <class Object, void (*release)(Object*)>
    struct Release {
        void operator()(Object* object) const { release(object); }
    };

    std::string pdf_ = {};
    bool drawn_ = true;
    std::unique_ptr<cairo_surface_t, Release<cairo_surface_t, cairo_surface_destroy>> surface_;
    std::unique_ptr<cairo_t, Release<cairo_t, cairo_destroy>> page_;
};

}  // namespace placet::ledger
