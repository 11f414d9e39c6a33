#include "ledger/publish/page_text.h"

#include <cairo-ft.h>
#include <fmt/format.h>
#include <ft2build.h>
#include <raqm.h>
#include <utf8proc.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <span>
#include <vector>

#include FT_FREETYPE_H

namespace placet::ledger {
namespace {

constexpr std::string_view font_folder = "/usr/share/fonts/";
constexpr unsigned layout_size = 1000;  // pixels; positions are scaled from there

struct FontFile {
    std::string_view stem;  // "-Regular" or "-Bold" and the ending follow
    std::string_view ending;
    FT_Long index;  // of the face in its file
    std::string_view package;
    bool needed;
};

// The first that has a character sets it. The first three have the six official languages.
constexpr std::array font_files = {
    FontFile{"truetype/noto/NotoSans", ".ttf", 0, "fonts-noto-core", true},
    FontFile{"truetype/noto/NotoSansArabic", ".ttf", 0, "fonts-noto-core", true},
    FontFile{"opentype/noto/NotoSansCJK", ".ttc", 2, "fonts-noto-cjk", true},
    FontFile{"truetype/noto/NotoSansHebrew", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansDevanagari", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansBengali", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansArmenian", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansGeorgian", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansEthiopic", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansThai", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansLao", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansKhmer", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansMyanmar", ".ttf", 0, "", false},
    FontFile{"truetype/noto/NotoSansSinhala", ".ttf", 0, "", false},
};

struct Face {
    FT_Face face = nullptr;
    cairo_font_face_t* cairo = nullptr;
};

/// For the life of the program: cairo keeps faces in a cache of its own.
FT_Library library() {
    static const FT_Library opened = [] {
        FT_Library made = nullptr;
        FT_Init_FreeType(&made);
        return made;
    }();
    return opened;
}

const cairo_user_data_key_t closes_face = {};
void close_face(void* face) { FT_Done_Face(static_cast<FT_Face>(face)); }

using Faces = std::vector<Face>;

std::vector<std::uint32_t> code_points(std::string_view text) {
    std::vector<std::uint32_t> result;
    while (!text.empty()) {
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &point);
        if (length <= 0) break;
        result.push_back(static_cast<std::uint32_t>(point));
        text.remove_prefix(static_cast<std::size_t>(length));
    }
    return result;
}

/// Marks and joiners belong to the character before them.
bool follows(std::uint32_t point) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_CF:
            return true;
        default:
            return false;
    }
}

/// By the first letter, as the Unicode bidirectional algorithm decides (UAX 9, P2).
bool reads_right_to_left(std::span<const std::uint32_t> points) {
    for (const auto point : points) {
        const auto kind = utf8proc_get_property(static_cast<utf8proc_int32_t>(point))->bidi_class;
        if (kind == UTF8PROC_BIDI_CLASS_L) return false;
        if (kind == UTF8PROC_BIDI_CLASS_R || kind == UTF8PROC_BIDI_CLASS_AL) return true;
    }
    return false;
}

std::size_t face_for(const Faces& faces, std::uint32_t point) {
    for (std::size_t i = 0; i < faces.size(); ++i)
        if (FT_Get_Char_Index(faces[i].face, point) != 0) return i;
    return 0;
}

std::string in_utf8(std::span<const std::uint32_t> points) {
    std::string text;
    for (const auto point : points) {
        std::array<utf8proc_uint8_t, 4> bytes = {};
        const auto length =
            utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
        text.append(bytes.begin(), bytes.begin() + length);
    }
    return text;
}

/// Neighbouring glyphs that stand for the same characters: a ligature, a letter with its marks.
struct Cluster {
    std::span<const raqm_glyph_t> glyphs;
    std::string text;  // UTF-8
};

/// One shaped line.
class Layout {
public:
    Layout(const Faces& faces, std::string_view text) : line_(raqm_create(), raqm_destroy) {
        auto points = code_points(text);
        if (points.empty()) return;
        // Drawing lets cairo set other sizes on the same faces.
        for (const auto& face : faces) FT_Set_Pixel_Sizes(face.face, 0, layout_size);
        raqm_set_text(line_.get(), points.data(), points.size());
        raqm_set_par_direction(line_.get(), RAQM_DIRECTION_DEFAULT);
        raqm_set_freetype_load_flags(line_.get(), FT_LOAD_NO_HINTING);
        std::size_t face = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (i == 0 || !follows(points[i])) face = face_for(faces, points[i]);
            raqm_set_freetype_face_range(line_.get(), faces[face].face, i, 1);
        }
        if (raqm_layout(line_.get())) glyphs_ = raqm_get_glyphs(line_.get(), &count_);
        right_to_left_ = reads_right_to_left(points);
        points_ = std::move(points);
    }

    std::span<const raqm_glyph_t> glyphs() const { return {glyphs_, count_}; }
    /// From left to right.
    std::vector<Cluster> clusters() const {
        std::set<std::size_t> starts = {points_.size()};
        for (const auto& glyph : glyphs()) starts.insert(glyph.cluster);
        std::vector<Cluster> result;
        for (auto rest = glyphs(); !rest.empty();
             rest = rest.subspan(result.back().glyphs.size())) {
            const auto from = rest.front().cluster;
            const auto other = std::find_if(rest.begin(), rest.end(),
                                            [&](const auto& g) { return g.cluster != from; });
            const auto points = std::span(points_).subspan(from, *starts.upper_bound(from) - from);
            result.push_back({.glyphs = std::span(rest.begin(), other), .text = in_utf8(points)});
        }
        return result;
    }
    bool right_to_left() const { return right_to_left_; }
    double width(double size) const {
        double sum = 0;
        for (const auto& glyph : glyphs()) sum += glyph.x_advance;
        return sum * size / (64.0 * layout_size);
    }

private:
    std::unique_ptr<raqm_t, decltype(&raqm_destroy)> line_;
    std::vector<std::uint32_t> points_ = {};
    raqm_glyph_t* glyphs_ = nullptr;
    std::size_t count_ = 0;
    bool right_to_left_ = false;
};

/// Every cluster with its characters, so that who copies out of the page gets the letters of a hash
/// and not a ligature, and Arabic letters and not their shapes.
void draw(cairo_t* page, const Faces& faces, const Layout& layout, double x, double y,
          double size) {
    const double scale = size / (64.0 * layout_size);
    cairo_set_font_size(page, size);
    for (const auto& [glyphs, text] : layout.clusters()) {
        for (const auto& face : faces)
            if (face.face == glyphs.front().ftface) cairo_set_font_face(page, face.cairo);
        std::vector<cairo_glyph_t> placed;
        for (const auto& glyph : glyphs) {
            placed.push_back({.index = glyph.index,
                              .x = x + glyph.x_offset * scale,
                              .y = y - glyph.y_offset * scale});
            x += glyph.x_advance * scale;
        }
        const cairo_text_cluster_t whole{.num_bytes = static_cast<int>(text.size()),
                                         .num_glyphs = static_cast<int>(placed.size())};
        cairo_show_text_glyphs(page, text.data(), whole.num_bytes, placed.data(), whole.num_glyphs,
                               &whole, 1, {});
    }
}

}  // namespace

struct PageText::Fonts {
    std::array<Faces, 2> faces = {};  // by weight

    Fonts() = default;
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    ~Fonts() {
        for (const auto& weight : faces)
            for (const auto& face : weight) cairo_font_face_destroy(face.cairo);
    }

    Result<Done> add(Weight weight, const FontFile& file) {
        const auto path = fmt::format("{}{}{}{}", font_folder, file.stem,
                                      weight == Weight::bold ? "-Bold" : "-Regular", file.ending);
        Face face;
        if (FT_New_Face(library(), path.c_str(), file.index, &face.face) != 0) {
            if (!file.needed) return Done{};
            return Error{
                Fault::absent,
                fmt::format("{}: this font is not there, so nothing can be printed. Nothing "
                            "was written. Install the package {}.",
                            path, file.package)};
        }
        face.cairo = cairo_ft_font_face_create_for_ft_face(face.face, FT_LOAD_NO_HINTING);
        // cairo's cache may hold it longer than we do; its last reference closes the face.
        cairo_font_face_set_user_data(face.cairo, &closes_face, face.face, close_face);
        faces[static_cast<std::size_t>(weight)].push_back(face);
        return Done{};
    }
    const Faces& of(Weight weight) const { return faces[static_cast<std::size_t>(weight)]; }
};

PageText::PageText(std::unique_ptr<Fonts> fonts) : fonts_(std::move(fonts)) {}
PageText::PageText(PageText&&) noexcept = default;
PageText& PageText::operator=(PageText&&) noexcept = default;
PageText::~PageText() = default;

Result<PageText> PageText::open() {
    auto fonts = std::make_unique<Fonts>();
    for (const auto weight : {Weight::regular, Weight::bold})
        for (const auto& file : font_files)
            if (const auto added = fonts->add(weight, file); !added) return added.error();
    return PageText(std::move(fonts));
}

double PageText::width(double size, Weight weight, std::string_view text) const {
    return Layout(fonts_->of(weight), text).width(size);
}

void PageText::line(cairo_t* page, double x, double y, double width, double size, Weight weight,
                    std::string_view text) const {
    const auto& faces = fonts_->of(weight);
    const Layout layout(faces, text);
    const double natural = layout.width(size);
    if (natural > width) size *= width / natural;
    draw(page, faces, layout, layout.right_to_left() ? x + width - layout.width(size) : x, y, size);
}

std::vector<std::string> PageText::lines(double width, double size, Weight weight,
                                         std::string_view text) const {
    const double blank = this->width(size, weight, " ");
    std::vector<std::string> all = {""};
    double used = 0;
    while (!text.empty()) {
        const auto end = text.find_first_of(" \n");
        const auto word = text.substr(0, end);
        const double needed = this->width(size, weight, word);
        if (all.back().empty()) {
            all.back() = word;
            used = needed;
        } else if (used + blank + needed <= width) {
            all.back().append(" ").append(word);
            used += blank + needed;
        } else {
            all.emplace_back(word);
            used = needed;
        }
        if (end == std::string_view::npos) break;
        if (text[end] == '\n') all.emplace_back();
        text.remove_prefix(end + 1);
    }
    return all;
}

double PageText::paragraph(cairo_t* page, double x, double y, double width, double size,
                           Weight weight, std::string_view text, int most) const {
    auto all = lines(width, size, weight, text);
    const auto room = static_cast<std::size_t>(most);
    for (auto n = room; n < all.size(); ++n) all[room - 1].append(" ").append(all[n]);
    all.resize(std::min(all.size(), room));
    for (const auto& one : all) {
        line(page, x, y, width, size, weight, one);
        y += size * line_height;
    }
    return y;
}

}  // namespace placet::ledger
