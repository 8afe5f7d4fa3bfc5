/// All that Amont knows of one event that partners publish, declared once: beside its payload, in
/// the file of its family.
///
/// Whatever reads, checks, routes, answers or documents an event takes it from here. `EventKind`
/// maps each kind to its declaration, so the compiler names one that is missing.
public final class EventDeclaration: Sendable {
  public let kind: EventKind
  /// What it tells, in French.
  public let title: String
  /// The articles or sections that know it.
  public let basis: String
  public let senders: Set<PartnerKind>
  /// The services that must receive it from intake; none for what intake itself carries out.
  public let owners: [ServiceName]
  /// What becomes of it where its dossier is not open yet.
  public let arrival: Arrival
  /// Whether a landlord or an étude says it as a party of the dossier. Whoever is asked for a
  /// dwelling answers as a stranger, and does not become the dossier's landlord by it.
  public let isOfParty: Bool
  /// The member that says the day of the act or decision that the event tells.
  public let actMember: String
  /// A line each member but `menage`, the day of the act first.
  public let members: [DeclaredMember]
  /// Its members with their types, `menage` first, then in the order of its Swift type.
  public let fields: EventFields
  /// The members of a sound event as JSON, without `menage` and without braces.
  public let example: String

  let read: @Sendable (any PartnerEvent.Reader) throws -> PartnerEvent
  let readForwarded: @Sendable ([UInt8]) throws -> ForwardedEvent
  let opening: @Sendable (PartnerEvent) -> OpeningSignal?
  let tellsRemoval: @Sendable (PartnerEvent) -> Bool

  /// What becomes of an event where its dossier is not open yet.
  public enum Arrival: Sendable, Hashable {
    case opensDossier
    /// It waits for one, as whatever the services keep.
    case waits
    /// It is answered at once.
    case needsDossier
    /// It is answered at once, and is never held for examination: it is a decision already, or
    /// names an event of the sender's own.
    case changesThePast
  }

  /// A declaration.
  ///
  /// - Parameters:
  ///   - make: The case of `PartnerEvent`: it says what the payload is.
  ///   - opening: By what it opens a dossier; absent for an event that opens none.
  ///   - removal: Whether it tells that somebody of the household lives elsewhere from then on.
  ///   - members: A line each member, the day of the act first.
  init<Body: EventBody>(
    _ kind: EventKind, _ make: @escaping @Sendable (Body) -> PartnerEvent, _ title: String,
    _ basis: String, from senders: Set<PartnerKind>, to owners: [ServiceName] = [],
    opening: (@Sendable (Body) -> OpeningSignal)? = nil, arrival: Arrival = .waits,
    isOfParty: Bool = true, removal: (@Sendable (Body) -> Bool)? = nil,
    example: String, @DeclaredMembers members: () -> [DeclaredMember]
  ) {
    let members = members()
    (self.kind, self.title, self.basis) = (kind, title, basis)
    (self.senders, self.owners, self.isOfParty) = (senders, owners, isOfParty)
    self.arrival = opening == nil ? arrival : .opensDossier
    self.example = example
    self.members = members
    actMember = members.first?.path ?? ""
    fields = EventFields(of: Body.self, members)
    read = { make(try $0(as: Body.self)) }
    readForwarded = { bytes in
      ForwardedEvent(try Wire.decode(Forwarded<Body>.self, from: bytes), make)
    }
    self.opening = { event in opening.flatMap { (event.body as? Body).map($0) } }
    tellsRemoval = { event in removal.flatMap { (event.body as? Body).map($0) } ?? false }
  }
}

extension EventDeclaration {
  /// The codes that an accepted event of this kind may be answered with.
  public var acceptances: [Receipt.Code] {
    let placed: [Receipt.Code] = [.accepted, .unknownCommune, .otherDepartement]
    return switch arrival {
    case .opensDossier: placed + [.held]
    case .waits: placed + [.held, .waiting]
    case .needsDossier: placed + [.held]
    case .changesThePast: [.accepted, .rectified]
    }
  }

  typealias Bound = FieldBounds
  typealias Usual = UsualAmounts

  /// A line of a declaration.
  static func member(
    _ path: String, _ title: String, in unit: FieldUnit? = nil, _ demands: FieldRule.Demand...
  ) -> DeclaredMember {
    DeclaredMember(path, title, in: unit, demands)
  }
}
