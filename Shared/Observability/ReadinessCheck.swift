/// One thing that a service needs before it can do its work, such as its database.
public struct ReadinessCheck: Sendable {
  /// The name under which `/readyz` shows the check.
  public let name: String
  /// Finds out; it may take long, since the server stops waiting before the prober does.
  public let check: @Sendable () async -> CheckResult

  public init(name: String, check: @escaping @Sendable () async -> CheckResult) {
    self.name = name
    self.check = check
  }
}
