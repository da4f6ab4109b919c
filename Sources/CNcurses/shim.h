// ncursesw, and the parts of it that Swift cannot import by itself.
//
// The functions of the last part keep state. A `static inline` function is copied into each object
// file that uses it, and so is its state: they are called from Signals.swift only.
#pragma once
#if !__has_include(<ncurses.h>)
#error "ncurses.h is missing; install it with: apt-get install libncurses-dev"
#endif
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Macros that are computed: attributes of cells.
static inline attr_t cncurses_bold(void) { return WA_BOLD; }
static inline attr_t cncurses_dim(void) { return WA_DIM; }
static inline attr_t cncurses_underline(void) { return WA_UNDERLINE; }
static inline attr_t cncurses_reverse(void) { return WA_REVERSE; }
static inline attr_t cncurses_italic(void) { return WA_ITALIC; }

// Macros that are computed: mouse events.
static inline mmask_t cncurses_mouse_click(void) { return BUTTON1_PRESSED | BUTTON1_CLICKED; }
static inline mmask_t cncurses_mouse_wheel_up(void) { return BUTTON4_PRESSED; }
static inline mmask_t cncurses_mouse_wheel_down(void) { return BUTTON5_PRESSED; }

// A global variable, which Swift 6 refuses as shared state.
static inline int cncurses_colors(void) { return COLORS; }

// Declared by the C library only where a standard is asked for.
int wcwidth(wchar_t);
static inline int cncurses_columns(wchar_t scalar) { return wcwidth(scalar); }

// Not in Swift's module of the C library: the scalar of a byte in the locale, -1 for none.
static inline int cncurses_scalar(int byte) {
  wint_t scalar = btowc(byte);
  return scalar == WEOF ? -1 : (int)scalar;
}

// A cell is made through pointers to locals; `pair` may be any of the extended ones.
static inline void cncurses_put(
    WINDOW *window, int y, int x, const wchar_t *scalars, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, scalars, attributes, 0, &pair) == OK && wmove(window, y, x) == OK) {
    wadd_wch(window, &cell);
  }
}

// What empty cells of a window look like from its next erasing on.
static inline void cncurses_background(WINDOW *window, int pair) {
  const wchar_t space[] = {L' ', 0};
  cchar_t cell;
  if (setcchar(&cell, space, 0, 0, &pair) == OK) wbkgrndset(window, &cell);
}

// What the handlers of signals need; static, because a handler must not allocate.
struct cncurses_guard {
  volatile sig_atomic_t armed;
  volatile sig_atomic_t unread[65];
  int pipe;
  int terminal;
  struct termios modes;
  char farewell[512];
  size_t farewell_length;
  int captured;
  int error_output;
  struct sigaction previous[65];
  char stack[32768];
};

// A function-local variable, because one at file scope does not link.
static inline struct cncurses_guard *cncurses_guard(void) {
  static struct cncurses_guard guard = {
      .pipe = -1, .terminal = -1, .captured = -1, .error_output = -1};
  return &guard;
}

// Missing from the headers without GNU extensions: a file in memory.
extern int memfd_create(const char *name, unsigned flags);

// Messages to standard error would tear the screen and vanish with it: they are kept in memory.
static inline void cncurses_guard_capture(void) {
  struct cncurses_guard *guard = cncurses_guard();
  if (guard->captured >= 0 || !isatty(STDERR_FILENO)) return;
  int memory = memfd_create("messages", 1 /* MFD_CLOEXEC */);
  if (memory < 0) return;
  guard->error_output = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (guard->error_output >= 0 && dup2(memory, STDERR_FILENO) >= 0) {
    guard->captured = memory;
    return;
  }
  close(memory);
  if (guard->error_output >= 0) close(guard->error_output);
}

// Shows what was kept, at most 64 KiB. Allowed in a handler.
static inline void cncurses_guard_show_captured(void) {
  struct cncurses_guard *guard = cncurses_guard();
  if (guard->captured < 0) return;
  int memory = guard->captured;
  guard->captured = -1;
  dup2(guard->error_output, STDERR_FILENO);
  close(guard->error_output);
  char buffer[4096];
  if (lseek(memory, 0, SEEK_SET) == 0) {
    for (int pieces = 0; pieces < 16; pieces++) {
      ssize_t count = read(memory, buffer, sizeof buffer);
      if (count <= 0 || write(STDERR_FILENO, buffer, (size_t)count) < 0) break;
    }
  }
  close(memory);
}

// Gives the terminal back with calls that are allowed in a handler; does so once.
static inline void cncurses_guard_restore(void) {
  struct cncurses_guard *guard = cncurses_guard();
  if (!guard->armed) return;
  guard->armed = 0;
  // A process in the background would be stopped by changing the modes.
  signal(SIGTTOU, SIG_IGN);
  size_t sent = 0;
  for (int attempts = 0; sent < guard->farewell_length && attempts < 64; attempts++) {
    ssize_t count =
        write(guard->terminal, guard->farewell + sent, guard->farewell_length - sent);
    if (count > 0) sent += (size_t)count;
    else if (errno != EINTR) break;
  }
  tcsetattr(guard->terminal, TCSANOW, &guard->modes);
  cncurses_guard_show_captured();
}

// A handler: restores the terminal, then lets the signal do what it did before.
static inline void cncurses_guard_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  cncurses_guard_restore();
  sigaction(number, &cncurses_guard()->previous[number], NULL);
  // A fault of the program itself happens again on return, with its address; others are sent anew.
  bool recurs = number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE;
  if (!(recurs && info && info->si_code > 0)) raise(number);
}

// A handler: passes the signal's number on through the pipe. A program that does not read any
// more is ended by the third request.
static inline void cncurses_guard_notify(int number) {
  struct cncurses_guard *guard = cncurses_guard();
  int saved = errno;
  bool ends = number == SIGINT || number == SIGTERM || number == SIGHUP;
  if (ends && ++guard->unread[number] > 2) {
    cncurses_guard_restore();
    signal(number, SIG_DFL);
    raise(number);
  }
  unsigned char byte = (unsigned char)number;
  if (write(guard->pipe, &byte, 1) < 0) { /* Full: what is in it wakes the reader as well. */ }
  errno = saved;
}

// Sets a handler and keeps the previous one.
static inline void cncurses_guard_handle(int number, bool crash) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  if (crash) {
    action.sa_sigaction = cncurses_guard_crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  } else {
    action.sa_handler = cncurses_guard_notify;
    action.sa_flags = SA_RESTART;
  }
  sigaction(number, &action, &cncurses_guard()->previous[number]);
}

// Puts the previous handler back.
static inline void cncurses_guard_release(int number) {
  sigaction(number, &cncurses_guard()->previous[number], NULL);
}

// Says where signals go and gives crash handlers a stack, so that an overflow of the stack is met.
static inline void cncurses_guard_open(int pipe) {
  struct cncurses_guard *guard = cncurses_guard();
  guard->pipe = pipe;
  memset((void *)guard->unread, 0, sizeof guard->unread);
  stack_t stack;
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
    stack.ss_sp = guard->stack;
    stack.ss_size = sizeof guard->stack;
    stack.ss_flags = 0;
    sigaltstack(&stack, NULL);
  }
}

// Sets what gives the terminal back. A program that ends by `exit` is met as well.
static inline void cncurses_guard_arm(
    int terminal, const struct termios *modes, const char *farewell, size_t length) {
  static bool registered = false;
  struct cncurses_guard *guard = cncurses_guard();
  guard->armed = 0;
  guard->terminal = terminal;
  guard->modes = *modes;
  guard->farewell_length = length < sizeof guard->farewell ? length : sizeof guard->farewell;
  memcpy(guard->farewell, farewell, guard->farewell_length);
  guard->armed = 1;
  if (!registered) registered = atexit(cncurses_guard_restore) == 0;
}

// The terminal has been given back.
static inline void cncurses_guard_disarm(void) { cncurses_guard()->armed = 0; }

// The program has read a signal.
static inline void cncurses_guard_taken(int number) {
  if (number > 0 && number < 65) cncurses_guard()->unread[number] = 0;
}

// Stops the process as Ctrl-Z does, and comes back when it goes on.
static inline void cncurses_guard_stop(void) {
  struct cncurses_guard *guard = cncurses_guard();
  struct sigaction standard, own;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigemptyset(&standard.sa_mask);
  int armed = guard->armed;
  guard->armed = 0;
  sigaction(SIGTSTP, &standard, &own);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &own, NULL);
  guard->armed = armed;
}
