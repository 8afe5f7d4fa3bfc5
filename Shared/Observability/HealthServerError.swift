/// Why the health server does not run.
public enum HealthServerError: Error, Hashable, CustomStringConvertible {
  /// The address cannot be had; choose another in the settings, or free it.
  case cannotListen(host: String, port: Int, reason: String)
  /// The system gave no pipe; raise the limit of open files.
  case noWakeUp(reason: String)
  /// `run()` was called twice; a server runs once.
  case alreadyRun

  public var description: String {
    switch self {
    case .cannotListen(let host, let port, let reason):
      "cannot listen on \(host) port \(port): \(reason); change AMONT_HTTP_HOST or AMONT_HTTP_PORT"
    case .noWakeUp(let reason):
      "cannot open a pipe: \(reason); raise the limit of open files"
    case .alreadyRun:
      "the health server has run already; make a new one"
    }
  }
}
