// pdf.h: a PDF as people and machines read it: drawn by poppler, its codes decoded by zbar.
#pragma once

#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

namespace placet::tests {

/// What a command prints; fails the test if it fails.
inline std::string output_of(const std::string& command) {
    const TempFolder folder;
    REQUIRE(std::system((command + " > " + (folder / "out").string() + " 2>/dev/null").c_str()) ==
            0);
    return content_of(folder / "out");
}

class Pdf {
public:
    explicit Pdf(const std::string& bytes) { write_file(folder_ / "sheet.pdf", bytes); }
    explicit Pdf(const Result<std::string>& bytes) : Pdf(value_of(bytes)) {}

    std::string text() const { return output_of("pdftotext -layout " + path() + " -"); }
    /// Of one page, from 1.
    std::string text(int page) const {
        const auto number = std::to_string(page);
        return output_of("pdftotext -layout -f " + number + " -l " + number + " " + path() + " -");
    }
    int pages() const {
        const auto found = output_of("pdfinfo " + path());
        return std::stoi(found.substr(found.find("Pages:") + 6));
    }
    /// Every code on every page.
    std::string codes() const {
        const auto stem = (folder_ / "page").string();
        REQUIRE(std::system(("pdftoppm -r 200 -gray -png " + path() + " " + stem).c_str()) == 0);
        // It complains of pages without a code; what it did not read is missing from its answer.
        return output_of("(zbarimg --quiet --raw " + stem + "*.png; true)");
    }

private:
    std::string path() const { return (folder_ / "sheet.pdf").string(); }

    TempFolder folder_ = {};
};

}  // namespace placet::tests
