#include "terminal/key_opening.h"

namespace placet::terminal {

KeyOpening::~KeyOpening() {
    if (thread_.joinable()) thread_.join();
}

void KeyOpening::start(const ledger::Badge& badge, Secret pin) {
    if (thread_.joinable()) thread_.join();
    ledger::Badge copy{.person = badge.person, .secret = Secret(badge.secret.bytes())};
    thread_ = std::thread([this, presented = std::move(copy), digits = std::move(pin)] {
        const auto bytes = digits.bytes();
        auto key = open_(presented, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        {
            const std::lock_guard lock(mutex_);
            opened_.emplace(std::move(key));
        }
        wake_();
    });
}

std::optional<Result<SigningKey>> KeyOpening::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(opened_, std::nullopt);
}

}  // namespace placet::terminal
