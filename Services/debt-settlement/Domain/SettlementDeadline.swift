/// The deadlines that debt-settlement arms. The raw values are stored and never change.
public enum SettlementDeadline: String, CaseIterable, Sendable, Hashable {
  /// The landlord must have answered the plan.
  case planReply = "plan.reply"
  /// The FSL must have decided.
  case fslReply = "fsl.reply"
  /// What the FSL granted is paid.
  case fslPayment = "fsl.payment"
  /// A first default that is still unpaid then constitutes the arrears (law of 2027).
  case aidConstitution = "aid.constitution"
  /// The organisme payeur must have given notice to pay by thirty-sixths.
  case aidNotice = "aid.notice"
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
