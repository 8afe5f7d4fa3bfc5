import Glibc
import Logging
import Synchronization

/// Where the lines of a process go, and what each of them says about the process.
final class LogOutput: Sendable {
  /// The fields that every line repeats, written once: `"service":"intake",…`.
  let processFields: [UInt8]
  let service: String
  /// The level below which lines are not written.
  let level: Logger.Level
  let now: @Sendable () -> Timestamp

  private let write: @Sendable ([UInt8]) -> Void
  // Lines of several threads must not mix, also when the kernel takes one only in part.
  private let turn = Mutex(())

  init(
    service: String, version: String, instance: String, level: Logger.Level,
    now: @escaping @Sendable () -> Timestamp = Timestamp.now,
    write: @escaping @Sendable ([UInt8]) -> Void = writeToStandardError
  ) {
    self.service = service
    self.now = now
    self.write = write
    self.level = level
    var fields = JSONWriter(capacity: 128)
    for (name, value) in [("service", service), ("version", version), ("instance", instance)] {
      fields.key(name)
      fields.value(value)
    }
    processFields = fields.bytes
  }

  /// Writes one line, which ends with a newline.
  func emit(_ line: [UInt8]) {
    turn.withLock { _ in write(line) }
  }
}

/// How long a line waits for a standard error that takes nothing, before it is dropped.
private let standardErrorPatienceMilliseconds: Int32 = 1_000

/// Writes all the bytes to standard error, in one call unless the kernel takes less.
///
/// A log that cannot be written must not stop the work, so a failing standard error is ignored.
@Sendable func writeToStandardError(_ bytes: [UInt8]) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
      continue
    }
    if errno == EINTR { continue }
    guard errno == EAGAIN else { return }
    var entry = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&entry, 1, standardErrorPatienceMilliseconds) > 0 else { return }
  }
}
