import LegalCalendar
public import Vocabulary

/// The housing aid (APL, AL), which the law ties to the settlement of the debt.
public struct Aid: Sendable, Hashable {
  /// Where it stands.
  public enum Stage: String, CaseIterable, Sendable {
    case unknown
    /// Its decider was asked to keep it.
    case asked
    case maintained, suspended
  }
  /// Where its payment to the landlord stands (CCH R351-31, then R824-20).
  public enum DirectPayment: String, CaseIterable, Sendable {
    case none
    /// The landlord has two months to answer; silence is a no.
    case proposed
    /// It begins two months after the landlord's yes, unless the debt is cleared.
    case accepted
    case refused
    case inForce = "in-force"
  }
  /// Where it stands.
  public var stage: Stage
  /// The day on which that was so.
  public var since: Day?
  /// The day on which it was asked to be kept.
  public var askedOn: Day?
  /// The aid of a month; `nil` while no signal gave it.
  public var amount: Cents?
  /// The day of the signal that gave it.
  public var amountOn: Day?
  /// Whether it is paid to the landlord; `nil` while no signal said so.
  public var isThirdParty: Bool?
  /// Where its payment to the landlord stands.
  public var directPayment: DirectPayment
  /// The day on which the arrears reached the threshold of the aid (APL.impaye).
  public var constitutedOn: Day?
  /// The last day for the landlord to signal them (APL.signal).
  public var signalDue: Day?
  /// To whom the organisme payeur sent the file, and when.
  public var sentBack: SentBack?
  /// The day on which the last resort was asked of the organisme payeur: 1/36 of the debt a month.
  public var lastResortOn: Day?

  /// An aid made of its parts.
  public init(
    stage: Stage = .unknown, since: Day? = nil, askedOn: Day? = nil, amount: Cents? = nil,
    amountOn: Day? = nil, isThirdParty: Bool? = nil, directPayment: DirectPayment = .none,
    constitutedOn: Day? = nil, signalDue: Day? = nil, sentBack: SentBack? = nil,
    lastResortOn: Day? = nil
  ) {
    self.stage = stage
    self.since = since
    self.askedOn = askedOn
    self.amount = amount
    self.amountOn = amountOn
    self.isThirdParty = isThirdParty
    self.directPayment = directPayment
    self.constitutedOn = constitutedOn
    self.signalDue = signalDue
    self.sentBack = sentBack
    self.lastResortOn = lastResortOn
  }

  /// Whether there is an aid to keep.
  public var isPaid: Bool { amount.map { $0 > .zero } ?? false }
}

/// A file that the organisme payeur sent on.
public struct SentBack: Sendable, Hashable {
  /// To whom.
  public enum Recipient: String, CaseIterable, Sendable {
    case landlord, fsl, tenant
  }
  /// To whom.
  public var to: Recipient
  /// The day.
  public var on: Day

  /// A file sent on that day.
  public init(to recipient: Recipient, on day: Day) {
    self.to = recipient
    self.on = day
  }
}

/// The arrears from which a housing aid is in question, by the law of the day on which they reached
/// them (APL.impaye).
public enum AidThreshold {
  /// Whether a debt reaches the threshold.
  ///
  /// - Parameters:
  ///   - claim: The debt, the rent and the charges.
  ///   - aid: The aid of a month.
  ///   - isThirdParty: Whether it is paid to the landlord: the rent is then counted net of it.
  ///   - firstDefault: The day of the first term left unpaid, where it is known (law of 2027).
  ///   - readsChargesIncluded: How the text of 2016 is read: it says « hors charges », the instruction
  ///     of 22 March 2017 reads « charges comprises » (§ 2.2 (3)).
  /// - Throws: `RuleError.noVersion` before 1 September 2016.
  public static func isReached(
    by claim: Claim, aid: Cents, isThirdParty: Bool, firstDefault: Day? = nil,
    readsChargesIncluded: Bool
  ) throws -> Bool {
    switch try RuleBook.rule(.aplImpaye, on: claim.on).value {
    case .arrears(let rents, let base):
      let gross: Cents
      switch base {
      case .withCharges: gross = claim.rent + claim.charges
      case .withoutCharges: gross = readsChargesIncluded ? claim.rent + claim.charges : claim.rent
      }
      let month = isThirdParty ? max(gross - aid, .zero) : gross
      // Divided, so that an amount from outside cannot overflow.
      return claim.debt > .zero && claim.debt.value / max(rents, 1) >= month.value
    case .arrearsOver(let amount, let months):
      if claim.debt > amount { return true }
      guard claim.debt > .zero, let limit = firstDefault?.adding(months: months) else {
        return false
      }
      return claim.on >= limit
    case .delay, .range, .signal, .competence, .duty: return false
    }
  }
}
