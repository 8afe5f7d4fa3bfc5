public import Charte
public import DebtSettlementDomain
import Indicators
public import ServiceHost

extension SettlementCharter: CharterOfService {
  public init(_ version: CharteVersion) {
    let fslReply = version[CountParameter.fslReply]
    self.init(
      planReplyMonths: version[CountParameter.planReply], fslReplyMonths: fslReply,
      // A fund without an urgent procedure takes its usual time.
      urgentFSLReplyMonths: version[SwitchParameter.urgentFSL]
        ? version[CountParameter.urgentFSLReply] : fslReply,
      aidReplyMonths: version[CountParameter.aidReply],
      surendettementMonths: version[CountParameter.surendettement],
      graceDays: version[CountParameter.grace], instalment: version[AmountParameter.instalment],
      sufficientShare: version[CountParameter.sufficientShare],
      largeDebtMonths: version[CountParameter.largeDebt],
      fslCeiling: version[AmountParameter.fslDebtCeiling],
      capacity: RepaymentFormula(version),
      negligibleOtherDebts: version[AmountParameter.negligibleDebts],
      readsChargesIncluded: version[ChoiceParameter.withoutCharges] == "charges-comprises",
      smallArrears: version[AmountParameter.smallArrears],
      halvesSmallArrearsSince2019: version[SwitchParameter.smallArrearsSince2019],
      commissionDecidesOnAid: version[SwitchParameter.decree2026Aid]
        && version[ChoiceParameter.aidDecider] == "ccapex")
  }
}

extension RepaymentFormula {
  /// The formula of the FSL, to which a plan is proposed with the landlord.
  fileprivate init(_ version: CharteVersion) {
    switch version[ChoiceParameter.fslCapacity] {
    case "capacite-banque-de-france-v1":
      self = .banqueDeFrance(.of2017, rsa: version[AmountParameter.rsa])
    case _: self = .simple(keptPerUnit: version[AmountParameter.keptPerMonth])
    }
  }
}
