#include "terminal/desk.h"

namespace placet::terminal {

void Desk::draw(Canvas& canvas) {
    if (const auto intent = navigation_.draw(canvas, session_.state())) session_.handle(*intent);
}

}  // namespace placet::terminal
