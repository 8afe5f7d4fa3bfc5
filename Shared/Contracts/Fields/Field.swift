public import Vocabulary

/// One member of an event, as its Swift type says it.
public struct Field: Sendable, Hashable {
  /// The name of the member.
  public let name: String
  /// What it holds.
  public let type: FieldType
  /// Whether it may be absent.
  public let isOptional: Bool

  /// A member.
  public init(name: String, type: FieldType, isOptional: Bool) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
  }
}

/// What a member of an event holds.
public indirect enum FieldType: Sendable, Hashable {
  case text
  case wholeNumber
  /// An amount, in whole cents.
  case cents
  case day
  /// A date of birth, in which the day, or month and day, may be `00`.
  case birth
  /// The reference of a dossier: a UUID.
  case dossier
  case boolean
  /// One of these texts.
  case enumeration([String])
  case object([Field])
  case list(FieldType)

  /// The members, of an object or of the objects in a list.
  public var members: [Field] {
    switch self {
    case .object(let fields): fields
    case .list(let element): element.members
    case .text, .wholeNumber, .cents, .day, .birth, .dossier, .boolean, .enumeration: []
    }
  }
}

/// A value that is one JSON text, number or boolean, and says which.
public protocol FieldValue: Decodable {
  /// What it is.
  static var fieldType: FieldType { get }
  /// Any value, for a reader that needs one to go on.
  static var anyValue: Self { get }
}

extension String: FieldValue {
  /// A text.
  public static var fieldType: FieldType { .text }
  /// Nothing.
  public static var anyValue: String { "" }
}

extension Int: FieldValue {
  /// A whole number.
  public static var fieldType: FieldType { .wholeNumber }
  /// Zero.
  public static var anyValue: Int { 0 }
}

extension Bool: FieldValue {
  /// True or false.
  public static var fieldType: FieldType { .boolean }
  /// No.
  public static var anyValue: Bool { false }
}

extension Cents: FieldValue {
  /// An amount.
  public static var fieldType: FieldType { .cents }
  /// Nothing.
  public static var anyValue: Cents { .zero }
}

extension Day: FieldValue {
  /// A date.
  public static var fieldType: FieldType { .day }
  /// 1 January 1970.
  public static var anyValue: Day { Day(ordinal: 0) }
}

extension BirthDate: FieldValue {
  /// A date of birth.
  public static var fieldType: FieldType { .birth }
  /// The year 1970.
  public static var anyValue: BirthDate { .year(1970) }
}

extension HouseholdID: FieldValue {
  /// The reference of a dossier.
  public static var fieldType: FieldType { .dossier }
  /// The reference of none.
  public static var anyValue: HouseholdID { HouseholdID(high: 0, low: 0) }
}

extension EventKind {
  /// The members of the payload of such an event, `menage` first, in the order of their Swift types.
  public var fields: [Field] { Self.fieldsOfAll[self] ?? [] }

  /// The member that says the day of the act or decision that the event tells; legal delays run from it.
  public var actMember: String { fields.contains { $0.name == "acte" } ? "acte" : "date" }

  /// Read once: the types do not change while a program runs.
  private static let fieldsOfAll: [EventKind: [Field]] = {
    let menage = Field(
      name: "menage", type: FieldReader.type(of: Identification.self), isOptional: false)
    return Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, [menage] + FieldReader.fields(of: $0)) })
  }()
}
