public import Vocabulary

/// Which commission follows which commune, and when, as the Charte says (instruction § 1.2.2).
public struct Commissions: Sendable, Hashable {
  /// A commune in a commission, for a time.
  public struct Membership: Sendable, Hashable {
    public let insee: String
    public let commission: String
    public let period: ClosedRange<Day>

    public init(_ insee: String, in commission: String, during period: ClosedRange<Day>) {
      self.insee = insee
      self.commission = commission
      self.period = period
    }
  }

  private let memberships: [String: [Membership]]

  /// The commissions of a département. Of two memberships on one day the first one counts: a
  /// sub-commission stands before the CCAPEX locale to which it belongs.
  public init(_ memberships: [Membership] = []) {
    self.memberships = Dictionary(grouping: memberships, by: \.insee)
  }

  /// The commission of a commune on that day; `nil` where none covers it.
  func commission(of insee: String, on day: Day) -> String? {
    memberships[insee]?.first { $0.period.contains(day) }?.commission
  }
}
