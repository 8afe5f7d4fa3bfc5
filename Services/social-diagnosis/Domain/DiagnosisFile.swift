public import Contracts
public import Vocabulary

/// What social-diagnosis keeps of one household.
public struct DiagnosisFile: Sendable, Hashable {
  /// The tenants, for those who must meet them; empty while no signal named them.
  public var tenants: [Person] = []
  /// The dwelling; `nil` while no signal gave it.
  public var dwelling: Dwelling?
  public var contact = Contact()
  /// Every attempt to meet it, once each, by date.
  public var attempts: [ContactAttempt] = []
  /// The latest diagnosis.
  public var diagnosis: AssessedDiagnosis?
  public var dsf = CourtDiagnosis()
  /// The landlord's account, and its huissier's: one of them has the landlord's copy of the DSF.
  public var bailleur: String?
  public var huissier: String?
  /// The hearings that acts fixed or told of, by day.
  public var hearings: [KnownHearing] = []
  /// Whether a curator or tutor assists the household.
  public var hasGuardian = false
  /// Whether a violence in the household was reported: one of the couple reads its account.
  public var isViolenceKnown = false

  public init() {}

  /// The most attempts and tenants that one file holds; what comes after is not kept.
  public static let mostAttempts = 100, mostTenants = 20
  /// The most hearings; the oldest are forgotten first.
  public static let mostHearings = 20

  /// Who must be met and where: for the notices to those who must meet them.
  public var identification: Identification? {
    guard !tenants.isEmpty || dwelling != nil else { return nil }
    return Identification(locataires: tenants.isEmpty ? nil : tenants, logement: dwelling)
  }

  /// Whether the capacity to stay is known: a human said it, the indicators only propose.
  public var isDiagnosed: Bool {
    switch diagnosis?.content.conclusion {
    case .maintien, .maintienSousCondition, .relogement: true
    case .indetermine, nil: false
    }
  }

  /// Where that hearing is held, where somebody said so.
  func place(of hearing: Day) -> LieuAudience? {
    hearings.first { $0.on == hearing }?.place
  }

  /// Notes a hearing that an act fixes or tells of; who leaves its place out does not take it back.
  mutating func note(_ hearing: KnownHearing) {
    var noted = hearing
    if let place = hearings.firstIndex(where: { $0.on == hearing.on }) {
      let known = hearings.remove(at: place)
      noted.place = hearing.place ?? known.place
      noted.isHeld = hearing.isHeld || known.isHeld
    }
    hearings = (hearings + [noted]).sorted { $0.on < $1.on }.suffix(Self.mostHearings)
  }

  /// Whether the latest attempt found that the household has left.
  public var isGone: Bool { attempts.last?.result == .parti }

  /// The day on which the attempts made a carence: two that failed, by two channels, one of them a
  /// letter. `nil` while they do not.
  public var absentSince: Day? {
    let failed = attempts.filter(\.hasFailed)
    guard let letter = failed.filter({ $0.channel == .courrier }).map(\.on).min(),
      let other = failed.filter({ $0.channel != .courrier }).map(\.on).min()
    else { return nil }
    return max(letter, other)
  }
}

/// A hearing, as the acts told of it.
public struct KnownHearing: Sendable, Hashable {
  public let on: Day
  public var place: LieuAudience?
  public var isHeld: Bool

  public init(on day: Day, place: LieuAudience? = nil, isHeld: Bool = false) {
    on = day
    self.place = place
    self.isHeld = isHeld
  }
}
