public import Contracts
public import Vocabulary

/// What social-diagnosis keeps of one household.
public struct DiagnosisFile: Sendable, Hashable {
  /// The tenants, for those who must meet them; empty while no signal named them.
  public var tenants: [Person]
  /// The dwelling; `nil` while no signal gave it.
  public var dwelling: Dwelling?
  /// Where the contact with the household stands.
  public var contact: Contact
  /// Every attempt to meet it, once each, by date.
  public var attempts: [Attempt]
  /// The latest diagnosis.
  public var diagnosis: AssessedDiagnosis?
  /// The DSF for the court.
  public var dsf: CourtDiagnosis
  /// Whether a curator or tutor assists the household.
  public var hasGuardian: Bool

  /// A file made of its parts; by default, that of a household of whom nothing is known.
  public init(
    tenants: [Person] = [], dwelling: Dwelling? = nil, contact: Contact = Contact(),
    attempts: [Attempt] = [], diagnosis: AssessedDiagnosis? = nil,
    dsf: CourtDiagnosis = CourtDiagnosis(), hasGuardian: Bool = false
  ) {
    self.tenants = tenants
    self.dwelling = dwelling
    self.contact = contact
    self.attempts = attempts
    self.diagnosis = diagnosis
    self.dsf = dsf
    self.hasGuardian = hasGuardian
  }

  /// The most attempts and tenants that one file holds; what comes after is not kept.
  public static let mostAttempts = 100, mostTenants = 20

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

/// Where the contact with a household stands.
public struct Contact: Sendable, Hashable {
  /// The stages of a contact.
  public enum Stage: String, CaseIterable, Sendable {
    /// Nobody asked for it.
    case none
    /// An interview must be proposed.
    case proposed
    /// The household was met.
    case met
    /// It could not be met, in spite of two documented attempts.
    case notFound = "not-found"
    /// The saga stopped it.
    case stopped
  }
  /// The stage.
  public var stage: Stage
  /// The day on which it was reached.
  public var since: Day?
  /// The last day to propose the interview.
  public var due: Day?
  /// The day on which an interview was first proposed to the household.
  public var proposedOn: Day?
  /// How many times the bodies in charge were reminded at this stage.
  public var reminders: Int

  /// A contact made of its parts.
  public init(
    stage: Stage = .none, since: Day? = nil, due: Day? = nil, proposedOn: Day? = nil,
    reminders: Int = 0
  ) {
    self.stage = stage
    self.since = since
    self.due = due
    self.proposedOn = proposedOn
    self.reminders = reminders
  }
}

/// One attempt to meet a household.
public struct Attempt: Sendable, Hashable {
  /// The day.
  public let on: Day
  /// The channel.
  public let channel: ContactResultat.Canal
  /// What came of it.
  public let result: ContactResultat.Resultat

  /// An attempt made of its parts.
  public init(on day: Day, channel: ContactResultat.Canal, result: ContactResultat.Resultat) {
    self.on = day
    self.channel = channel
    self.result = result
  }

  /// Whether the household was not met.
  public var hasFailed: Bool {
    switch result {
    case .rencontre: false
    case .sansReponse, .refus, .parti: true
    }
  }
}

/// A diagnosis, with what the indicators say of it.
public struct AssessedDiagnosis: Sendable, Hashable {
  /// Where a diagnosis comes from.
  public enum Origin: String, CaseIterable, Sendable {
    /// The first diagnosis, made to orient the household.
    case initial
    /// The diagnostic social et financier, made for the judge.
    case dsf
  }
  /// Where it comes from.
  public var origin: Origin
  /// What the social worker and the household established.
  public var content: Diagnostic
  /// What the indicators say of it.
  public var capacity: Capacity

  /// A diagnosis made of its parts.
  public init(origin: Origin, content: Diagnostic, capacity: Capacity) {
    self.origin = origin
    self.content = content
    self.capacity = capacity
  }
}

/// Where the DSF for the court stands (loi 89-462 art. 24 III).
public struct CourtDiagnosis: Sendable, Hashable {
  /// The stages of a DSF.
  public enum Stage: String, CaseIterable, Sendable {
    /// Nobody asked for it.
    case none
    /// The operator was asked.
    case requested
    /// The court has what is known of a household that was not met.
    case sentWithoutMeeting = "sent-without-meeting"
    /// The court has it.
    case sent
    /// It has lost its object.
    case withdrawn
  }
  /// The stage.
  public var stage: Stage
  /// The day on which it was reached.
  public var since: Day?
  /// The day on which the préfet last asked the operator for it.
  public var requestedOn: Day?
  /// The hearing.
  public var hearing: Day?
  /// The day of the diagnosis that the court has.
  public var sentContent: Day?
  /// Whether it came after the last day for sending it.
  public var isLate: Bool

  /// A DSF made of its parts.
  public init(
    stage: Stage = .none, since: Day? = nil, requestedOn: Day? = nil, hearing: Day? = nil,
    sentContent: Day? = nil,
    isLate: Bool = false
  ) {
    self.stage = stage
    self.since = since
    self.requestedOn = requestedOn
    self.hearing = hearing
    self.sentContent = sentContent
    self.isLate = isLate
  }
}
