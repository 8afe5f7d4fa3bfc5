/// The deadlines that debt-settlement arms. The raw values are stored and never change.
public enum SettlementDeadline: String, CaseIterable, Sendable, Hashable {
  /// The landlord must have answered the plan.
  case planReply = "plan.reply"
  /// The FSL must have decided.
  case fslReply = "fsl.reply"
  /// The CAF must have decided on the aid.
  case aidReply = "aid.reply"
  /// The CAF must check that the plan is kept.
  case aidCheck = "aid.check"
  /// The next instalment must be paid.
  case instalment = "schedule.instalment"
  /// It must be paid at the latest, else the schedule is broken.
  case grace = "schedule.grace"
  /// A surendettement that was proposed must have come to something.
  case surendettementProposal = "surendettement.proposal"
  /// The commission must have decided on recevabilité.
  case surendettementRuling = "surendettement.ruling"
  /// The effects of recevabilité, of a plan or of a moratoire end.
  case surendettementEnd = "surendettement.end"
  /// An effacement may no longer be contested.
  case surendettementContest = "surendettement.contest"
}

/// The texts under which debt-settlement acts, as a French reader cites them.
enum Basis {
  static let settlement = "instruction du 22 mars 2017, § 2.2"
  static let urgent = "instruction du 22 mars 2017, § 2.2 (2)"
  static let aid = "CCH art. R351-30 ; instruction du 22 mars 2017, § 2.2 (3)"
  static let fsl = "loi 90-449, art. 6 ; instruction du 22 mars 2017, § 2.2"
  static let judge = "loi 89-462, art. 24 V ; instruction du 22 mars 2017, § 3.2"
  static let charter = "Charte de prévention de l'expulsion"
  static let deposit = "C. consom. art. R721-4"
  static let proposal = "C. consom. art. L711-1"
  static let admission = "C. consom. art. L722-2, L722-5"
  static let aidRestored = "C. consom. art. L722-10, R722-1"
  static let measures = "C. consom. art. L733-1"
  static let erasure = "C. consom. art. L741-2"
}
