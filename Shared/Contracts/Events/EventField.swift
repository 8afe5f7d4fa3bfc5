/// A member of an event with all that is known of it: what its Swift type says, and its declared
/// line.
public struct EventField: Sendable {
  /// Its name, type, and whether it may be absent.
  public let field: PayloadField
  /// As rules write it: `menage.locataires[].nom`.
  public let path: String
  /// What it says, in French; empty where no line declares it, which a test refuses.
  public let title: String
  /// What its number counts; `nil` for a member that is no number.
  public let unit: FieldUnit?
  /// What is asked of it beside its type.
  public let rules: [FieldRule]
  /// The members of the object, or of the objects in the list.
  public let members: EventFields

  public var name: String { field.name }
  public var type: FieldType { field.type }
  /// Whether it may be absent.
  public var isOptional: Bool { field.isOptional }

  fileprivate init(_ field: PayloadField, in parent: String, _ lines: [String: DeclaredMember]) {
    self.field = field
    path = parent + field.name
    let line = lines[path]
    title = line?.title ?? ""
    unit = field.type == .cents ? .centimes : line?.unit
    rules = line?.rules ?? []
    let inside: String =
      switch field.type {
      case .list: path + "[]."
      case .text, .wholeNumber, .cents, .day, .birth, .dossier, .boolean, .enumeration, .object:
        path + "."
      }
    members = EventFields(field.type.members.map { EventField($0, in: inside, lines) })
  }

  /// The member and those below it, in their order.
  public var withMembers: [EventField] { [self] + members.all.flatMap(\.withMembers) }
}

/// The members that an object may have, in the order of their Swift type.
public struct EventFields: Sendable {
  /// Every member.
  public let all: [EventField]
  private let places: [String: Int]

  fileprivate init(_ fields: [EventField]) {
    all = fields
    places = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The members of an event with that payload, `menage` first.
  init<Body: EventBody>(of type: Body.Type, _ lines: [DeclaredMember]) {
    let lines = Self.byPath(lines)
    self.init(
      [Self.household]
        + FieldReader.type(of: type).members.map { EventField($0, in: "", lines) })
  }

  /// The members of what Amont sends.
  init<Body: Decodable>(sentAs type: Body.Type, _ lines: [DeclaredMember]) {
    let lines = Self.byPath(lines)
    self.init(FieldReader.type(of: type).members.map { EventField($0, in: "", lines) })
  }

  public subscript(name: String) -> EventField? { places[name].map { all[$0] } }

  /// What is asked of them and of those below them.
  public var rules: [FieldRule] { all.flatMap(\.withMembers).flatMap(\.rules) }

  /// How every event says which household it is about: put together once for all kinds.
  private static let household = EventField(
    PayloadField(
      name: Identification.member, type: FieldReader.type(of: Identification.self),
      isOptional: false),
    in: "", byPath(Identification.declared()))

  private static func byPath(_ lines: [DeclaredMember]) -> [String: DeclaredMember] {
    Dictionary(lines.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
