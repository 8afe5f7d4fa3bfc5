public import Vocabulary

/// A protocole de cohésion sociale: in the social stock, after the lease is terminated, the household
/// pays its indemnity and a plan, the landlord gives up the eviction and signs a lease at its end (CCH
/// L353-15-2, L442-6-5).
public struct CohesionProtocol: Sendable, Hashable {
  /// Where it stands.
  public enum Stage: String, CaseIterable, Sendable {
    case inForce = "in-force"
    /// It was not kept: the aid is kept three months at most, the time to agree on an amendment.
    case renegotiating
    case broken, ended
  }
  /// Where it stands.
  public var stage: Stage
  /// The day of the signature.
  public var signedOn: Day
  /// Its last day.
  public var end: Day
  /// Whether it was amended.
  public var isAmended: Bool

  /// A protocol made of its parts.
  public init(stage: Stage = .inForce, signedOn: Day, end: Day, isAmended: Bool = false) {
    self.stage = stage
    self.signedOn = signedOn
    self.end = end
    self.isAmended = isAmended
  }

  /// Whether the landlord gave up the eviction.
  public var suspendsEviction: Bool {
    switch stage {
    case .inForce, .renegotiating: true
    case .broken, .ended: false
    }
  }
}

/// The back-payment of an aid that is paid again (CCH R351-30-1).
public enum AidBackPayment {
  /// The largest amount that is paid at once.
  public static let atOnceBelow = Cents(450_00)
  /// Months between two parts of a larger one.
  public static let months = 6

  /// Whether it is paid at once, or half-yearly.
  public static func isAtOnce(_ amount: Cents) -> Bool { amount < atOnceBelow }
}
