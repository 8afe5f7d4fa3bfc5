import Glibc
public import Logging

/// The log of this process, once it has been set up.
public struct LogControl: Sendable {
  let output: LogOutput

  /// The level below which lines are not written; loggers with a level of their own keep it.
  public var level: Logger.Level {
    get { output.level }
    nonmutating set { output.level = newValue }
  }
}

/// Sends every logger of this process to standard error as JSON lines. Call it once, first in `main`.
///
/// It also ignores `SIGPIPE`: a reader of our log, or a client, that goes away is no reason to die.
///
/// - Parameters:
///   - service: The name of the service, such as `intake`.
///   - version: The version of the program.
///   - instance: What tells this process from others of the same service.
///   - level: The level below which lines are not written.
/// - Returns: The control with which the level can be changed while the process runs.
@discardableResult
public func bootstrapLogging(
  service: String, version: String, instance: String, level: Logger.Level
) -> LogControl {
  signal(SIGPIPE, SIG_IGN)
  let output = LogOutput(service: service, version: version, instance: instance, level: level)
  LoggingSystem.bootstrap(
    { label, provider in
      JSONLogHandler(label: label, output: output, metadataProvider: provider)
    }, metadataProvider: nil)
  return LogControl(output: output)
}
