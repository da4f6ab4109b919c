// The terminal emulator that the end-to-end tests read the real screen through.
#pragma once
#if !__has_include(<vterm.h>)
#error "vterm.h is missing; install it with: apt-get install libvterm-dev"
#endif
#include <stdbool.h>
#include <vterm.h>

// Macros: the kind of a colour is read from flag bits.
static inline bool cvterm_is_default(const VTermColor *color) {
  return VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color);
}
static inline bool cvterm_is_indexed(const VTermColor *color) {
  return VTERM_COLOR_IS_INDEXED(color);
}
// Anonymous unions: their members are read here.
static inline int cvterm_index(const VTermColor *color) { return color->indexed.idx; }
static inline int cvterm_rgb(const VTermColor *color) {
  return color->rgb.red << 16 | color->rgb.green << 8 | color->rgb.blue;
}
