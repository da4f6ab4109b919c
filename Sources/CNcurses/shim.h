// ncursesw, and what Swift cannot import of it by itself.
#pragma once
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
