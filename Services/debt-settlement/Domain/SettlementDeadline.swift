/// The deadlines that debt-settlement arms. The raw values are stored and never change.
public enum SettlementDeadline: String, CaseIterable, Sendable, Hashable {
  /// The landlord must have answered the plan.
  case planReply = "plan.reply"
  /// The FSL must have decided.
  case fslReply = "fsl.reply"
  /// What the FSL granted is paid.
  case fslPayment = "fsl.payment"
  /// The landlord must have signalled the arrears to the organisme payeur.
  case aidSignal = "aid.signal"
  /// The landlord must have said whether it takes the aid directly.
  case directPayment = "aid.direct.reply"
  /// The aid is paid to the landlord.
  case directPaymentStart = "aid.direct.start"
  /// The CAF must have decided on the aid.
  case aidReply = "aid.reply"
  /// The CAF must check that the plan is kept.
  case aidCheck = "aid.check"
  /// The next instalment must be paid.
  case instalment = "schedule.instalment"
  /// It must be paid at the latest, else the schedule is broken.
  case grace = "schedule.grace"
  /// A current rent that was not paid must be, else the schedule is broken.
  case rent = "schedule.rent"
  /// A surendettement that was proposed must have come to something.
  case surendettementProposal = "surendettement.proposal"
  /// The commission must have decided on recevabilité.
  case surendettementRuling = "surendettement.ruling"
  /// The decision on recevabilité may no longer be appealed.
  case surendettementAppeal = "surendettement.appeal"
  /// The effects of recevabilité, of a plan or of a moratoire end.
  case surendettementEnd = "surendettement.end"
  /// The measures may no longer be contested.
  case surendettementContest = "surendettement.contest"
  /// After an effacement the clause is suspended no more: it is deemed never to have played.
  case clauseSuspension = "surendettement.clause"
  /// A moratoire is over: the household may file again until then.
  case surendettementRefile = "surendettement.refile"
  /// The protocole de cohésion sociale ends.
  case protocolEnd = "protocol.end"
  /// A protocol that was not kept must have been amended.
  case protocolRenegotiation = "protocol.renegotiation"
  /// A part of the aid's back-payment is due.
  case protocolBackPayment = "protocol.back-payment"
  /// The one who left owes no new rent, where it gave notice.
  case solidarity
}

/// The texts under which debt-settlement acts, as a French reader cites them.
enum Basis {
  static let settlement = "instruction du 22 mars 2017, § 2.2"
  static let urgent = "instruction du 22 mars 2017, § 2.2 (2)"
  static let aid = "CCH art. R351-30 ; instruction du 22 mars 2017, § 2.2 (3)"
  static let fsl = "loi 90-449, art. 6 ; instruction du 22 mars 2017, § 2.2"
  static let notice = "loi 89-462, art. 24 I"
  static let charter = "Charte de prévention de l'expulsion"
  static let deposit = "C. consom. art. R721-4"
  static let proposal = "C. consom. art. L711-1"
  static let admission = "C. consom. art. L722-2, L722-5"
  static let aidRestored = "C. consom. art. L722-10, R722-1"
  static let measures = "C. consom. art. L733-1"
  static let contest = "C. consom. art. R733-6, R741-1"
  static let appeal = "C. consom. art. R722-1"
  static let refile = "C. consom. art. L714-1"
  static let rights = "instruction du 22 mars 2017, § 2.1"
  static let cohesion = "CCH art. L353-15-2, L442-6-5"
  static let backPayment = "CCH art. R351-30-1"
  static let commission = "CCH art. L824-2 ; décret 2026-84"
  static let erasure = "C. consom. art. L741-2"
}
