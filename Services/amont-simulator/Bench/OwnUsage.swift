import Glibc

/// What this process used until now.
struct OwnUsage: Sendable {
  /// Of the processor, in microseconds.
  let microseconds: Int
  /// The most memory that it ever held, in MB.
  let peakMegabytes: Int

  /// As the kernel counts it.
  static func now() -> OwnUsage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let times = [usage.ru_utime, usage.ru_stime]
    return OwnUsage(
      microseconds: times.reduce(0) { $0 + Int($1.tv_sec) * 1_000_000 + Int($1.tv_usec) },
      peakMegabytes: Int(usage.ru_maxrss) / 1_024)
  }
}
