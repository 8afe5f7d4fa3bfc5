import Glibc
public import Logging

/// Sends every logger of this process to standard error as JSON lines. Call it once, first in
/// `main`.
///
/// It also ignores `SIGPIPE`: a reader of our log, or a client, that goes away is no reason to die.
///
/// - Parameters:
///   - service: The name of the service, such as `intake`.
///   - version: The version of the program.
///   - instance: What tells this process from others of the same service.
///   - level: The level below which lines are not written.
public func bootstrapLogging(
  service: String, version: String, instance: String, level: Logger.Level
) {
  signal(SIGPIPE, SIG_IGN)
  let output = LogOutput(service: service, version: version, instance: instance, level: level)
  LoggingSystem.bootstrap(
    { label, provider in
      JSONLogHandler(label: label, output: output, metadataProvider: provider)
    }, metadataProvider: nil)
}
