// precompiled.h: what nearly every test includes, read once for all of them. Files still include
// what they use.
#include "ledger/procedure/conference.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>
