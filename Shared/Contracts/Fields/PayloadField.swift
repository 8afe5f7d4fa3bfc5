public import Vocabulary

/// One member of an event, as its Swift type says it.
public struct PayloadField: Sendable, Hashable {
  public let name: String
  public let type: FieldType
  /// Whether it may be absent.
  public let isOptional: Bool

  public init(name: String, type: FieldType, isOptional: Bool) {
    (self.name, self.type, self.isOptional) = (name, type, isOptional)
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
  case enumeration([String])
  case object([PayloadField])
  case list(FieldType)

  /// The members, of an object or of the objects in a list.
  public var members: [PayloadField] {
    switch self {
    case .object(let fields): fields
    case .list(let element): element.members
    case .text, .wholeNumber, .cents, .day, .birth, .dossier, .boolean, .enumeration: []
    }
  }
}

/// A value that is one JSON text, number or boolean, and says which.
public protocol FieldValue: Decodable {
  static var fieldType: FieldType { get }
  /// Any value, for a reader that needs one to go on.
  static var anyValue: Self { get }
}

extension String: FieldValue {
  public static var fieldType: FieldType { .text }
  public static var anyValue: String { "" }
}

extension Int: FieldValue {
  public static var fieldType: FieldType { .wholeNumber }
  public static var anyValue: Int { 0 }
}

extension Bool: FieldValue {
  public static var fieldType: FieldType { .boolean }
  public static var anyValue: Bool { false }
}

extension Cents: FieldValue {
  public static var fieldType: FieldType { .cents }
  public static var anyValue: Cents { .zero }
}

extension Day: FieldValue {
  public static var fieldType: FieldType { .day }
  /// 1 January 1970.
  public static var anyValue: Day { Day(ordinal: 0) }
}

extension BirthDate: FieldValue {
  public static var fieldType: FieldType { .birth }
  /// The year 1970.
  public static var anyValue: BirthDate { .year(1970) }
}

extension HouseholdID: FieldValue {
  public static var fieldType: FieldType { .dossier }
  public static var anyValue: HouseholdID { HouseholdID(high: 0, low: 0) }
}
