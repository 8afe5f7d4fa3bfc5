public import Vocabulary

/// The days that acts and decisions gave.
public struct KnownDays: Hashable, Sendable {
  /// The lease: it selects the delay of the commandement de payer.
  public var lease: Day?
  /// The day by which the version of that delay was chosen: the lease, or what is written in the
  /// act.
  public var noticeDecidedBy: Day?
  /// The last day of the commandement de payer.
  public var noticeUntil: Day?
  /// The assignation: it selects the rules of its notification.
  public var summons: Day?
  /// The hearing: it selects the rules of the DSF.
  public var hearing: Day?
  /// The judge's last decision: it selects the rules of its delays.
  public var decision: Day?
  /// The notification of the decision: from it an appeal runs.
  public var notified: Day?
  /// The day on which the court said that it would decide.
  public var judgment: Day?
  /// The first instalment of the judge's schedule.
  public var firstInstalment: Day?
  public var instalments: Int?
  /// The last day of the delays that the judge granted before leaving.
  public var judgeDelaysUntil: Day?
  /// The last day of the two months of the CQL.
  public var quitUntil: Day?
  /// The last day of the delays of the juge de l'exécution.
  public var jexUntil: Day?
  /// The last day of the suspension of the eviction during a surendettement.
  public var suspensionUntil: Day?
  /// The term of the protocole de cohésion sociale.
  public var protocolUntil: Day?
  /// The last day of the suspension of the clause after an effacement.
  public var clauseUntil: Day?
  /// The recevabilité: what fell due after it is not frozen.
  public var admittedOn: Day?
  /// The last day for the préfet to answer a request of CFP.
  public var policeAidUntil: Day?
  /// The last day for a DALO offer.
  public var daloUntil: Day?
  /// The day on which the truce next begins or ends, where an alarm is set for it.
  public var truceChange: Day?
  public var clearedOn: Day?
  public var evictedOn: Day?

  public init() {}
}
