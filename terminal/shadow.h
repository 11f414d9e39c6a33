// shadow.h: the soft shadow of a card, blurred once per size of the window. Pure but for the atlas.
#pragma once

#include "terminal/text/glyph_atlas.h"

namespace placet::terminal {

/// The corner of a shadow: `border` pixels at each edge of the patch are blurred, and the two in
/// the middle are stretched.
struct ShadowPatch {
    Patch patch = {};
    int border = 0;
};

class Shadow {
public:
    /// The shadow for a scale of pixels per dp; empty if the atlas is full.
    const ShadowPatch& at(float scale, GlyphAtlas& atlas);

private:
    ShadowPatch shadow_;
    float scale_ = 0;
    int generation_ = 0;
};

}  // namespace placet::terminal
