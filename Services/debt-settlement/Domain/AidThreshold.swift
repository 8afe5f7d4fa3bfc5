import Casework
import Contracts
public import LegalCalendar
public import Vocabulary

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
  ///   - readsChargesIncluded: How the text of 2016 is read: it says « hors charges », the
  ///     instruction of 22 March 2017 reads « charges comprises » (§ 2.2 (3)).
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

  /// When a first default that is still unpaid constitutes the arrears, whatever their amount: so
  /// many months after it as the version of that very day says (three from 2027); `nil` where none
  /// knows such a thing.
  public static func limit(
    after firstDefault: Day, by rules: [Rule] = RuleBook.rules
  ) -> (day: Day, delay: Delay, rule: Rule)? {
    for rule in rules where rule.id == .aplImpaye {
      guard case .arrearsOver(_, let months) = rule.value,
        let day = firstDefault.adding(months: months), rule.covers(day)
      else { continue }
      return (day, .months(months), rule)
    }
    return nil
  }
}

// The day on which the arrears are constituted, where nobody says it: reckoned again with each
// décompte.

extension SettlementContext {
  /// Arrears are no younger than any day that is known.
  mutating func constitute(on day: Day) {
    file.aid.constitutedOn = min(file.aid.constitutedOn ?? day, day)
    disarm(.aidConstitution)
  }

  /// A commandement de payer is a décompte, too.
  mutating func constitute(by signal: SignalementCDP) throws {
    try constitute(
      by: Claim(
        on: signal.acte, debt: signal.dette, rent: signal.loyer, charges: signal.charges),
      aid: file.aid.amount, isThirdParty: file.aid.isThirdParty, since: signal.premier_impaye)
    if file.aidSignal == nil { try awaitSignal() }
  }

  mutating func constitute(by signal: SignalementImpaye) throws {
    try constitute(
      by: Claim(on: signal.date, debt: signal.dette, rent: signal.loyer, charges: signal.charges),
      aid: signal.aide ?? file.aid.amount,
      isThirdParty: signal.tiers_payant ?? file.aid.isThirdParty, since: signal.premier_impaye)
  }

  private mutating func constitute(
    by claim: Claim, aid: Cents?, isThirdParty: Bool?, since first: Day?
  ) throws {
    // The décompte that holds says since when; an older one said it of another debt.
    if let first, file.claim == claim { file.aid.firstDefaultOn = first }
    guard let aid, aid > .zero, claim.debt > .zero else { return }
    let start = first ?? file.aid.firstDefaultOn
    let limit = start.flatMap { AidThreshold.limit(after: $0) }
    let isReached = try? AidThreshold.isReached(
      by: claim, aid: aid, isThirdParty: isThirdParty ?? false, firstDefault: start,
      readsChargesIncluded: rules.charter.readsChargesIncluded)
    if isReached == true { return constitute(on: min(claim.on, limit?.day ?? claim.on)) }
    guard file.claim == claim, file.aid.constitutedOn == nil, let start, let limit else { return }
    arm(
      .aidConstitution,
      Deadline(
        origin: start, rule: limit.rule.id.rawValue, article: limit.rule.article,
        delay: limit.delay.description, raw: limit.day, due: limit.day, reason: ""))
  }

  /// The first default is three months old, and something is still owed.
  mutating func arrearsConstituted(_ deadline: Deadline) throws {
    guard file.aid.constitutedOn == nil, let owed = file.outstanding, owed > .zero else { return }
    constitute(on: deadline.due)
    if file.aidSignal == nil { try awaitSignal() } else { try stopAwaitingSignal() }
  }
}
