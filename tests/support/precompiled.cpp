// CMake makes the precompiled header for a file that uses it; main.cpp cannot.
#include "tests/support/precompiled.h"
