#include "tools/interruption.h"

#include <array>
#include <csignal>

namespace placet::tools {
namespace {

constexpr std::array signals = {SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t interrupted = 0;  // a signal handler reaches nothing else

void ask(int) { interrupted = 1; }

void set_handlers(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : signals) ::sigaction(signal, &action, nullptr);
}

}  // namespace

Interruption::Interruption() {
    interrupted = 0;
    set_handlers(ask);
}

Interruption::~Interruption() { set_handlers(SIG_DFL); }

bool Interruption::asked() const { return interrupted != 0; }

}  // namespace placet::tools
