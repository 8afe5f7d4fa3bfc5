import Contracts
public import Vocabulary

/// The card of an eviction: « le signe d'une faille » to be found at the yearly revision of the
/// Charte (instruction § 3.2).
public struct PostMortem: Sendable, Hashable {
  /// The day on which the card was opened.
  public let recordedOn: Day
  /// The day of the eviction; `nil` where no report of one was received.
  public let evictedOn: Day?
  /// What the saga saw, in French.
  public let reason: String
  /// The days of each stage, where known.
  public let stages: Stages
  /// Whether the tenant came to a hearing; `nil` where none was held.
  public let isTenantHeard: Bool?

  /// What was done at each stage and when, as far as court-liaison knows; `nil`: never, or not
  /// known.
  public struct Stages: Sendable, Hashable {
    /// The commandement de payer, and the landlord's seizure of the CCAPEX.
    public var noticeOn: Day?, seizedOn: Day?
    /// The assignation; the household was told of its hearing; the court, of the measures in
    /// progress.
    public var summonedOn: Day?, informedOn: Day?, courtToldOn: Day?
    /// The decision; the commandement de quitter les lieux; the household was told how to ask for
    /// time.
    public var ruledOn: Day?, quitOrderOn: Day?, timeAskedOn: Day?
    /// The concours was requested, and decided.
    public var policeAidRequestedOn: Day?, policeAidOn: Day?
    /// The préfet was told of the DALO right; the commission was asked to examine the dossier.
    public var daloToldOn: Day?, reviewAskedOn: Day?

    public init() {}
  }

  public init(
    recordedOn: Day, evictedOn: Day?, reason: String, stages: Stages, isTenantHeard: Bool?
  ) {
    self.recordedOn = recordedOn
    self.evictedOn = evictedOn
    self.reason = reason
    self.stages = stages
    self.isTenantHeard = isTenantHeard
  }
}

extension CourtFile {
  /// The days of each stage, as the file knows them.
  var stages: PostMortem.Stages {
    var stages = PostMortem.Stages()
    stages.noticeOn = noticeServedOn
    stages.seizedOn = seizedOn
    stages.summonedOn = day(of: .summons)
    stages.informedOn = day(of: Order.informTenantOfHearing)
    stages.courtToldOn = day(of: Order.tellCourtOfMeasures)
    stages.ruledOn = day(of: .ruling)
    stages.quitOrderOn = day(of: .quitOrder)
    stages.timeAskedOn = day(of: Order.askCourtForTime)
    stages.policeAidRequestedOn = day(of: .policeAidRequest)
    stages.policeAidOn = day(of: .policeAidDecision)
    stages.daloToldOn = day(of: Order.tellPrefetDALO)
    stages.reviewAskedOn = day(of: Order.askForReview)
    return stages
  }
}
