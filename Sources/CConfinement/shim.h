// libseccomp, Landlock, for which there is no library, and what Swift cannot import of Linux.
#pragma once
#if !__has_include(<seccomp.h>)
#error "seccomp.h is missing; install it with: apt-get install libseccomp-dev"
#endif
#include <errno.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

// Macros that are computed.
static inline uint32_t cconfinement_allow(void) { return SCMP_ACT_ALLOW; }
static inline uint32_t cconfinement_kill(void) { return SCMP_ACT_KILL_PROCESS; }
static inline uint32_t cconfinement_refuse(void) { return SCMP_ACT_ERRNO(EPERM); }

// Variadic.
static inline int cconfinement_keep_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}
static inline int cconfinement_hide_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

// The kind of a limit is an enumeration or a number, as the headers were asked for extensions.
static inline int cconfinement_limit(int kind, uint64_t value) {
  struct rlimit now, limit = {value, value};
  if (getrlimit(kind, &now) != 0) return -1;
  // Never more than was allowed before.
  if (limit.rlim_max > now.rlim_max) limit.rlim_cur = limit.rlim_max = now.rlim_max;
  return setrlimit(kind, &limit);
}

// Landlock, as <linux/landlock.h> has it from version 6.12 of the kernel on: older headers lack parts
// or all of it, and the kernel that is met may be newer than they are.
struct cconfinement_rules {
  uint64_t files;
  uint64_t ports;
  uint64_t scopes;
};
struct cconfinement_folder_rule {
  uint64_t allowed;
  int32_t folder;
} __attribute__((packed));

// Variadic: a call of the system by its number, for which the C library has no function.
static inline long cconfinement_call(long number, long a, long b, long c, long d, long e) {
  return syscall(number, a, b, c, d, e);
}

// The version of Landlock; negative where there is none.
static inline long cconfinement_landlock_version(void) {
  return cconfinement_call(444 /* landlock_create_ruleset */, 0, 0, 1, 0, 0);
}
static inline long cconfinement_make_rules(const struct cconfinement_rules *rules) {
  return cconfinement_call(444, (long)rules, sizeof *rules, 0, 0, 0);
}
static inline long cconfinement_add_folder(int rules, uint64_t allowed, int folder) {
  struct cconfinement_folder_rule rule = {allowed, folder};
  return cconfinement_call(
      445 /* landlock_add_rule */, rules, 1 /* beneath a path */, (long)&rule, 0, 0);
}
static inline long cconfinement_restrict(int rules) {
  return cconfinement_call(446 /* landlock_restrict_self */, rules, 0, 0, 0, 0);
}
