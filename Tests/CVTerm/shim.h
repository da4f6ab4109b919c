// The terminal emulator that the end-to-end tests read the real screen through.
#pragma once
#include <vterm.h>
