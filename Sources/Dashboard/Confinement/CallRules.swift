import CConfinement
import Glibc

/// The system calls that a dashboard makes after its start, as a seccomp filter.
///
/// A call that is not listed fails as not permitted. A call that only a break-in would make ends
/// the process.
enum CallRules {
  /// Calls that are allowed with any arguments: they name no file, process or address.
  static let open = [
    // The terminal, the file in memory that a frame is drawn into, and the pipe of signals.
    "read", "readv", "write", "writev", "pread64", "lseek", "ftruncate", "close", "fstat",
    "dup", "dup2", "dup3", "poll", "ppoll", "pselect6", "memfd_create",
    // Memory.
    "brk", "munmap", "mremap", "madvise", "futex", "getrandom",
    // Signals and time.
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
    "clock_gettime", "clock_nanosleep", "nanosleep", "gettimeofday", "sched_yield",
    "getpid", "gettid", "exit", "exit_group",
  ]

  /// Calls that save a file; the rules for files check their paths.
  static let keeping = [
    "open", "openat", "newfstatat", "access", "faccessat", "faccessat2", "mkdir", "mkdirat",
    "rename", "renameat", "renameat2", "unlink", "unlinkat", "fsync",
  ]

  /// Calls that end the process.
  static let deadly = [
    "execve", "execveat", "fork", "vfork", "clone", "clone3", "ptrace", "process_vm_readv",
    "process_vm_writev", "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
    "open_by_handle_at", "mount", "umount2", "pivot_root", "chroot", "setns", "unshare", "bpf",
    "io_uring_setup", "perf_event_open", "userfaultfd", "init_module", "finit_module",
    "kexec_load", "keyctl", "add_key", "request_key",
  ]

  /// Allowed requests to the terminal: its modes, its size and how much is waiting, but not to
  /// insert bytes as if they were typed.
  static let terminal = [
    TCGETS, TCSETS, TCSETSW, TCSETSF, TCFLSH, TIOCGWINSZ, Int32(FIONREAD), TIOCGPGRP,
  ]

  /// Allowed requests to a descriptor.
  static let descriptor = [F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD, F_DUPFD_CLOEXEC]

  /// Applies the filter.
  ///
  /// - Parameter keepsFiles: Whether the calls that save a file stay allowed.
  /// - Returns: How many calls are allowed; nil if the kernel has no filters.
  static func apply(keepsFiles: Bool) -> Int? {
    guard let filter = seccomp_init(cconfinement_refuse()) else { return nil }
    defer { seccomp_release(filter) }
    // Calls of another architecture have other numbers.
    seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, cconfinement_kill())
    var names = Set<String>()
    func allow(_ name: String, _ conditions: [scmp_arg_cmp] = []) {
      if add(filter, cconfinement_allow(), name, conditions) { names.insert(name) }
    }
    for name in open + (keepsFiles ? keeping : []) { allow(name) }
    for request in terminal { allow("ioctl", [equal(1, UInt64(UInt32(bitPattern: request)))]) }
    for request in descriptor { allow("fcntl", [equal(1, UInt64(request))]) }
    // A process may send signals only to itself, which is how it stops and aborts.
    allow("tgkill", [equal(0, UInt64(getpid()))])
    // Memory is for data: what was written is never executed.
    for name in ["mmap", "mprotect"] {
      allow(name, [scmp_arg_cmp(arg: 2, op: SCMP_CMP_MASKED_EQ, datum_a: 4, datum_b: 0)])
    }
    for name in deadly { _ = add(filter, cconfinement_kill(), name, []) }
    return seccomp_load(filter) == 0 ? names.count : nil
  }

  /// Whether the lower half of an argument is a value; the kernel reads no more of it.
  private static func equal(_ argument: UInt32, _ value: UInt64) -> scmp_arg_cmp {
    scmp_arg_cmp(
      arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: UInt64(UInt32.max), datum_b: value)
  }

  /// Adds a rule; false if the architecture or the library does not know the call.
  private static func add(
    _ filter: scmp_filter_ctx, _ action: UInt32, _ name: String, _ conditions: [scmp_arg_cmp]
  ) -> Bool {
    let number = seccomp_syscall_resolve_name(name)
    guard number >= 0 else { return false }
    return conditions.withUnsafeBufferPointer {
      seccomp_rule_add_array(filter, action, number, UInt32($0.count), $0.baseAddress) == 0
    }
  }
}
