public import Vocabulary

extension RuleBook {
  /// The last day on which every lease was concluded under two months (loi 2023-668): a running
  /// lease keeps them.
  public static let lastDayOfTwoMonths =
    rules.first { $0.id == .cdpDelai }?.through ?? LegalCalendar.span.upperBound

  /// The day that selects the delay of a commandement in which none is written: that of the lease.
  /// A lease whose day nobody knows keeps the two months, for that is the prudent answer.
  public static func dayDecidingNotice(served: Day, lease: Day?) -> Day {
    lease ?? min(served, lastDayOfTwoMonths)
  }
}

extension LegalCalendar {
  /// The end of a commandement de payer (loi 89-462, art. 24 I).
  ///
  /// - Parameters:
  ///   - served: The day on which it was served.
  ///   - written: The delay that the act states, if it states one: it prevails.
  ///   - lease: The day of the lease; without it the delay is said to be the prudent one.
  /// - Throws: `RuleError.outsideCalendar` where the count leaves `span`.
  public func noticeDeadline(
    served: Day, written: Delay? = nil, lease: Day? = nil
  ) throws(RuleError) -> Deadline {
    if let written {
      return try deadline(
        origin: served, delay: written, rule: RuleID.cdpDelai.rawValue,
        article: "loi 89-462, art. 24 I ; délai écrit dans le commandement")
    }
    let deciding = RuleBook.dayDecidingNotice(served: served, lease: lease)
    let rule = try RuleBook.rule(.cdpDelai, on: deciding)
    guard lease == nil, served > RuleBook.lastDayOfTwoMonths,
      case .delay(let delay, let counting) = rule.value
    else { return try deadline(rule, origin: served) }
    return try deadline(
      origin: served, delay: delay, rule: rule.id.rawValue,
      article: rule.article + " ; bail non connu, délai le plus long retenu", counting: counting)
  }
}
