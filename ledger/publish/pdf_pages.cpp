#include "ledger/publish/pdf_pages.h"

#include <cairo-pdf.h>
#include <qrencode.h>

namespace placet::ledger {
namespace {

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

PdfPages::PdfPages()
    : surface_(cairo_pdf_surface_create_for_stream(append_bytes, &pdf_, page_width, page_height)),
      page_(cairo_create(surface_.get())) {}

void PdfPages::describe(const std::string& title, const std::string& date) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
}

void PdfPages::end_page() { cairo_show_page(page()); }

void PdfPages::qr_code(double x, double y, double side, std::string_view text) {
    constexpr int quiet = 4;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(text.size()),
                          reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code) {
        drawn_ = false;
        return;
    }
    const double module = side / (code->width + 2 * quiet);
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            if ((code->data[row * code->width + column] & 1U) != 0)
                cairo_rectangle(page(), x + (quiet + column) * module, y + (quiet + row) * module,
                                module, module);
    cairo_fill(page());
}

Result<std::string> PdfPages::bytes() {
    cairo_surface_finish(surface_.get());
    if (drawn_ && cairo_status(page()) == CAIRO_STATUS_SUCCESS &&
        cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS)
        return pdf_;
    return Error{Fault::storage,
                 "The sheet could not be drawn. Nothing was written. Check that there is memory "
                 "left, and try again."};
}

}  // namespace placet::ledger
