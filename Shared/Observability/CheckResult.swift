/// What a readiness check has found.
public struct CheckResult: Hashable, Sendable {
  public let ok: Bool
  /// Why, in words that an operator understands; no personal data, no secret.
  public let reason: String

  public init(ok: Bool, reason: String = "") {
    self.ok = ok
    self.reason = reason
  }

  public static let ready = CheckResult(ok: true)

  /// Something is missing.
  public static func notReady(_ reason: String) -> CheckResult {
    CheckResult(ok: false, reason: reason)
  }
}
