// Functions of the C library that Swift's Glibc module leaves out.
#pragma once
#include <stddef.h>

// The columns of a character.
extern int wcwidth(wchar_t character);
// Opening a pseudo-terminal.
extern int posix_openpt(int flags);
extern int grantpt(int descriptor);
extern int unlockpt(int descriptor);
extern int ptsname_r(int descriptor, char *buffer, size_t length);
