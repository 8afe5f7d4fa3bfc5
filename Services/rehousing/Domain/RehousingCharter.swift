/// What the Charte of the département fixes, where the law gives no number (instruction § 2.2).
///
/// Every number of days is kept between 1 and `longest`.
public struct RehousingCharter: Sendable, Hashable {
  /// Days that landlords and réservataires have to propose a dwelling.
  public let replyDays: Int
  /// The same once an eviction has been ordered.
  public let urgentReplyDays: Int
  /// Days between two reminders to the préfecture once it has been asked to attribute itself.
  public let reviewDays: Int
  /// Days that the household has after a reminder, when it did not answer an offer.
  public let reminderDays: Int
  /// Days between an acceptance and the lease.
  public let leaseDays: Int
  /// Days that the SIAO has to propose a place, and to say whether the household entered it.
  public let accommodationDays: Int
  /// Months for which a demand for social housing is registered (CCH R441-2-7).
  public let registrationMonths: Int
  /// Whether an agglomeration of the département, or part of one, has more than 300 000
  /// inhabitants: the DALO offer is then due in six months (CCH R441-16-1).
  public let hasLargeAgglomeration: Bool

  /// The longest delay that a Charte may set, in days.
  public static let longest = 365

  /// Parameters of a Charte; the defaults are ours and stand until the Charte says otherwise.
  public init(
    replyDays: Int = 30, urgentReplyDays: Int = 15, reviewDays: Int = 30, reminderDays: Int = 5,
    leaseDays: Int = 45, accommodationDays: Int = 10, registrationMonths: Int = 12,
    hasLargeAgglomeration: Bool = true
  ) {
    func bounded(_ days: Int) -> Int { min(max(days, 1), Self.longest) }
    self.replyDays = bounded(replyDays)
    self.urgentReplyDays = bounded(urgentReplyDays)
    self.reviewDays = bounded(reviewDays)
    self.reminderDays = bounded(reminderDays)
    self.leaseDays = bounded(leaseDays)
    self.accommodationDays = bounded(accommodationDays)
    self.registrationMonths = bounded(registrationMonths)
    self.hasLargeAgglomeration = hasLargeAgglomeration
  }
}
