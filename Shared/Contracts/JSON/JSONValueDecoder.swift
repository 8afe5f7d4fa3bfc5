extension JSONValue {
  /// The value as a Swift type.
  ///
  /// - Throws: `DecodingError` with the path of the first member that is absent or wrong.
  public func decode<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONValueDecoder(value: self, codingPath: []).read(type)
  }

  /// The whole number that is written, however it is: `284000`, `284000.0`, `2.84e5`; `nil` where
  /// it is not whole, or beyond what a program can count.
  public var wholeNumber: Int? {
    guard case .number = self else { return nil }
    // The shortest form of a whole number has no point and no exponent.
    return Int(canonical)
  }
}

/// Reads the payload of a partner's event from a value.
public struct JSONValueReader: PartnerEvent.Reader {
  public let value: JSONValue

  public init(_ value: JSONValue) { self.value = value }

  /// The payload as a `Body`.
  ///
  /// - Throws: `DecodingError` with the path of the member that is absent or wrong.
  public func callAsFunction<Body: EventBody>(as type: Body.Type) throws -> Body {
    try value.decode(as: type)
  }
}

/// The compiler's `init(from:)` on a value that is read already: no second parser, whose idea of
/// JSON might be another.
private struct JSONValueDecoder: Decoder {
  let value: JSONValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let found: (any Decodable)? =
      switch value {
      case .text(let text) where type == String.self: text
      case .bool(let flag) where type == Bool.self: flag
      case .number where type == Int.self: value.wholeNumber
      case .text, .bool, .number, .null, .list, .object: nil
      }
    if let found = found as? Value { return found }
    guard type != String.self, type != Bool.self, type != Int.self else {
      throw mismatch(type)
    }
    return try Value(from: self)
  }

  func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "another JSON type"))
  }

  func child(_ value: JSONValue, at key: any CodingKey) -> JSONValueDecoder {
    JSONValueDecoder(value: value, codingPath: codingPath + [key])
  }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    guard case .object = value else { throw mismatch([String: JSONValue].self) }
    return KeyedDecodingContainer(Members(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = value else { throw mismatch([JSONValue].self) }
    return Elements(decoder: self, values: values)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

  struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: JSONValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] {
      guard case .object(let members) = decoder.value else { return [] }
      return members.compactMap { Key(stringValue: $0.name) }
    }

    func contains(_ key: Key) -> Bool { decoder.value[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try child(key).value == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      let child = try child(key)
      guard child.value != .null else {
        throw DecodingError.valueNotFound(
          type, .init(codingPath: child.codingPath, debugDescription: "null"))
      }
      return try child.read(type)
    }

    private func child(_ key: Key) throws -> JSONValueDecoder {
      guard let value = decoder.value[key.stringValue] else {
        throw DecodingError.keyNotFound(
          key, .init(codingPath: codingPath, debugDescription: "absent"))
      }
      return decoder.child(value, at: key)
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try child(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try child(key).unkeyedContainer()
    }
    func superDecoder() -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }
  }

  struct Elements: UnkeyedDecodingContainer {
    let decoder: JSONValueDecoder
    let values: [JSONValue]
    var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    mutating func decodeNil() throws -> Bool {
      guard try next().value == .null else { return false }
      currentIndex += 1
      return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      let value = try next().read(type)
      currentIndex += 1
      return value
    }

    private func next() throws -> JSONValueDecoder {
      guard !isAtEnd else {
        throw DecodingError.valueNotFound(
          JSONValue.self, .init(codingPath: codingPath, debugDescription: "the list ends"))
      }
      return decoder.child(values[currentIndex], at: ElementKey(intValue: currentIndex))
    }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
      defer { currentIndex += 1 }
      return try next().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      defer { currentIndex += 1 }
      return try next().unkeyedContainer()
    }
    func superDecoder() -> any Decoder { decoder }
  }

  struct Single: SingleValueDecodingContainer {
    let decoder: JSONValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.value == .null }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.read(type) }
  }

  /// The place of an element.
  struct ElementKey: CodingKey {
    let intValue: Int?
    var stringValue: String { "\(intValue ?? 0)" }
    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { nil }
  }
}
