public import Sealing
public import Vocabulary

/// A value that is sealed before it is sent: what it says, where it will stand, and whose it is.
public struct Unsealed: Hashable, Sendable {
  /// What it says.
  public let bytes: [UInt8]
  /// Table and column: `inbox.body`.
  public let place: String
  /// Whose key seals it: a household, or a message without one; `nil` until its row is known.
  public let subject: HouseholdID?

  public init(_ bytes: [UInt8], at place: String, of subject: HouseholdID?) {
    self.bytes = bytes
    self.place = place
    self.subject = subject
  }
}

extension Parameter {
  /// A text that is sealed, or NULL.
  public static func sealed(
    _ text: String?, at place: String, of subject: HouseholdID
  ) -> Parameter {
    text.map { .sealed(Unsealed(Array($0.utf8), at: place, of: subject)) } ?? .null
  }

  /// Bytes that are sealed, or NULL.
  public static func sealed(
    _ bytes: [UInt8]?, at place: String, of subject: HouseholdID
  ) -> Parameter {
    bytes.map { .sealed(Unsealed($0, at: place, of: subject)) } ?? .null
  }

  /// A single value, to be sealed once its row says where it stands: as the text that it is.
  static func sealed(_ value: Parameter) -> Parameter {
    func text(_ text: String) -> Parameter {
      .sealed(Unsealed(Array(text.utf8), at: "", of: nil))
    }
    return switch value {
    case .text(let value): text(value)
    case .int(let value): text(String(value))
    case .bool(let value): text(value ? "t" : "f")
    case .day(let value): text(value.description)
    case .uuid(let value): text(value.description)
    case .bytes(let bytes): .sealed(Unsealed(bytes, at: "", of: nil))
    case .null, .texts, .ints, .uuids, .days, .bools, .byteStrings, .array, .sealed: value
    }
  }

  /// The same, now that its row is known.
  func sealed(for household: HouseholdID, at place: String) -> Parameter {
    guard case .sealed(let value) = self else { return self }
    return .sealed(Unsealed(value.bytes, at: place, of: household))
  }

  fileprivate var unsealed: [Unsealed] {
    switch self {
    case .sealed(let value): [value]
    case .array(let values): values.flatMap(\.unsealed)
    case .null, .text, .int, .bool, .bytes, .uuid, .day, .texts, .ints, .uuids, .days, .bools,
      .byteStrings:
      []
    }
  }

  fileprivate func sealed(with keys: HouseholdKeys) throws(SealingError) -> Parameter {
    guard !unsealed.isEmpty else { return self }
    switch self {
    case .sealed(let value): return .bytes(try Self.seal(value, keys))
    case .array(let values):
      var bytes: [[UInt8]?] = []
      bytes.reserveCapacity(values.count)
      for value in values {
        if case .sealed(let value) = value {
          bytes.append(try Self.seal(value, keys))
        } else {
          bytes.append(nil)
        }
      }
      return .byteStrings(bytes)
    case .null, .text, .int, .bool, .bytes, .uuid, .day, .texts, .ints, .uuids, .days, .bools,
      .byteStrings:
      return self
    }
  }

  private static func seal(
    _ value: Unsealed, _ keys: HouseholdKeys
  ) throws(SealingError) -> [UInt8] {
    guard let subject = value.subject else { throw .noKey }
    return try keys.seal(value.bytes, of: subject, at: value.place)
  }
}

extension Query {
  /// Whose keys its values need.
  public var subjects: Set<HouseholdID> {
    parameters.reduce(into: []) { subjects, parameter in
      for value in parameter.unsealed {
        if let subject = value.subject { subjects.insert(subject) }
      }
    }
  }

  /// The same statement, its values sealed.
  ///
  /// - Throws: `SealingError.noKey` where a key was not read or made.
  public func sealed(with keys: HouseholdKeys) throws(SealingError) -> Query {
    var values: [Parameter] = []
    values.reserveCapacity(parameters.count)
    for parameter in parameters { values.append(try parameter.sealed(with: keys)) }
    return Query(sql: sql, parameters: values)
  }
}

extension Query.StringInterpolation {
  /// Binds values of one column, each of which is sealed.
  public mutating func appendInterpolation(sealed values: [Parameter]) {
    appendInterpolation(Parameter.array(values))
  }
}
