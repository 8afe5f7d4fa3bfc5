import Contracts
import Vocabulary

/// The CloudEvents attributes of a message, as its sender wrote them.
struct Attributes {
  var specVersion: String?, id: String?, source: String?, type: String?, time: String?
  var subject: String?, sequence: String?, correlation: String?, causation: String?
  var traceparent: String?, chainRoot: String?, chainPath: String?
  /// The time of a sender that wrote it as a number: seconds since 1970.
  var instant: Int?
  /// The payload of a structured event; `nil` when the body is the payload.
  var data: [UInt8]?

  /// Takes the attribute of that name; a name that is none of ours is an extension, and may come.
  mutating func take(_ name: some StringProtocol, _ text: String) {
    switch name {
    case "specversion": specVersion = text
    case "id": id = text
    case "source": source = text
    case "type": type = text
    case "time": time = text
    case "subject": subject = text
    case "sequence": sequence = text
    case "correlationid": correlation = text
    case "causationid": causation = text
    case "chainroot": chainRoot = text
    case "chainpath": chainPath = text
    case "traceparent": traceparent = text
    default: break
    }
  }

  /// The place that the sender gave the message.
  var chain: CausalPosition? {
    guard let chainRoot, let chainPath else { return nil }
    return CausalPosition(root: chainRoot, path: chainPath)
  }

  /// Finds what is wrong with them, the first thing first. What is sound can be stored as it is.
  ///
  /// - Parameter longest: The most characters of an attribute.
  func check(atMost longest: Int) throws(EnvelopeDefect) {
    try checkIdentifier(atMost: longest)
    guard let type, !type.isEmpty else { throw EnvelopeDefect(.missingType) }
    guard let source, !source.isEmpty else { throw EnvelopeDefect(.missingSource) }
    let texts: [(name: String, text: String?)] = [
      ("ce-type", type), ("ce-source", source), ("ce-time", time), ("ce-subject", subject),
      ("ce-sequence", sequence), ("ce-correlationid", correlation),
      ("ce-causationid", causation), ("traceparent", traceparent), ("ce-chainroot", chainRoot),
      ("ce-chainpath", chainPath),
    ]
    for (name, text) in texts {
      guard let text else { continue }
      if text.utf8.count > longest, text.unicodeScalars.count > longest {
        throw EnvelopeDefect(.tooLong, at: name)
      }
      if !StorableText.isStorable(text) { throw EnvelopeDefect(.invalidField, at: name) }
    }
    if let specVersion, specVersion != "1.0" { throw EnvelopeDefect(.unknownSpecVersion) }
    if let subject, HouseholdID(subject) == nil { throw EnvelopeDefect(.invalidSubject) }
  }

  private func checkIdentifier(atMost longest: Int) throws(EnvelopeDefect) {
    guard let id else { throw EnvelopeDefect(.missingIdentifier) }
    if id.isEmpty { throw EnvelopeDefect(.invalidIdentifier, at: "il est vide") }
    if id.utf8.count > longest, id.unicodeScalars.count > longest {
      throw EnvelopeDefect(.tooLong, at: "ce-id")
    }
    if !StorableText.isStorable(id) {
      throw EnvelopeDefect(.invalidIdentifier, at: "il contient un caractère de contrôle")
    }
    if id.allSatisfy(\.isWhitespace) {
      throw EnvelopeDefect(.invalidIdentifier, at: "il n'a que des espaces")
    }
  }
}
