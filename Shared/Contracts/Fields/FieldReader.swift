/// Reads from a `Decodable` type which members it expects.
///
/// The compiler writes `init(from:)` of every event from its properties. This decoder runs it,
/// answers each question with any value of the type asked for, and keeps the questions. So no
/// member, type or enumeration of an event is written a second time.
enum FieldReader {
  static func type(of type: (some Decodable).Type) -> FieldType {
    (try? ask(type).type) ?? .object([])
  }

  /// Asks a type what it is, and for any value of it.
  ///
  /// - Throws: What its `init(from:)` throws, where it does not take any value.
  fileprivate static func ask<Value: Decodable>(
    _ type: Value.Type
  ) throws -> (type: FieldType, value: Value) {
    if let known = type as? any FieldValue.Type, let value = known.anyValue as? Value {
      return (known.fieldType, value)
    }
    if let known = type as? any CaseIterable.Type, let (texts, first) = cases(of: known),
      let value = first as? Value
    {
      return (.enumeration(texts), value)
    }
    if let known = type as? any ListOfFields.Type, let value = known.none as? Value {
      return (.list(known.element), value)
    }
    let questions = Questions()
    let value = try Value(from: AnyValueDecoder(questions: questions))
    return (questions.single ?? .object(questions.fields), value)
  }

  /// The texts of an enumeration, and its first case.
  private static func cases<Cases: CaseIterable>(
    of type: Cases.Type
  ) -> (texts: [String], first: Any)? {
    guard let first = type.allCases.first else { return nil }
    return (
      type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }, first
    )
  }
}

/// A list, whatever it is of.
private protocol ListOfFields {
  static var none: Self { get }
  static var element: FieldType { get }
}

extension Array: ListOfFields where Element: Decodable {
  fileprivate static var none: [Element] { [] }
  fileprivate static var element: FieldType { FieldReader.type(of: Element.self) }
}

/// What one `init(from:)` asked for, in order.
private final class Questions {
  var fields: [PayloadField] = []
  var single: FieldType?
}

private struct AnyValueDecoder: Decoder {
  let questions: Questions
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Members(questions: questions))
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(questions: questions) }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unforeseen }

  struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let questions: Questions
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { false }
    func decodeNil(forKey key: Key) -> Bool { true }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      let answer = try FieldReader.ask(type)
      note(key, answer.type, isOptional: false)
      return answer.value
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
      note(key, try FieldReader.ask(type).type, isOptional: true)
      return nil
    }

    // The protocol has answers of its own for these three, which would go unnoticed.
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
      note(key, .text, isOptional: true)
      return nil
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
      note(key, .wholeNumber, isOptional: true)
      return nil
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
      note(key, .boolean, isOptional: true)
      return nil
    }

    private func note(_ key: Key, _ type: FieldType, isOptional: Bool) {
      questions.fields.append(
        PayloadField(name: key.stringValue, type: type, isOptional: isOptional))
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw unforeseen }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw unforeseen
    }
    func superDecoder() throws -> any Decoder { throw unforeseen }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw unforeseen }
  }

  struct Single: SingleValueDecodingContainer {
    let questions: Questions
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      let answer = try FieldReader.ask(type)
      questions.single = answer.type
      return answer.value
    }
  }
}

private var unforeseen: DecodingError {
  .dataCorrupted(.init(codingPath: [], debugDescription: "a form that no event has"))
}
