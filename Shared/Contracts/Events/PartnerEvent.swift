extension PartnerEvent {
  public var kind: EventKind { content.kind }

  public var body: any EventBody { content.body }

  /// By what it may open a dossier; `nil` for an event that needs one already open.
  public var opening: OpeningSignal? { kind.declaration.opening(self) }

  /// Whether the event itself tells that somebody of the household lives elsewhere from then on:
  /// then an address that is not the dossier's contradicts nothing.
  public var tellsRemoval: Bool { kind.declaration.tellsRemoval(self) }

  /// Reads the payload of an event of that kind.
  ///
  /// - Parameter read: Decodes the payload as the type that it is given.
  /// - Throws: What `read` throws: a `DecodingError` that names the field.
  public init(_ kind: EventKind, read: some Reader) throws {
    self = try kind.declaration.read(read)
  }

  /// Decodes the payload of one message as whatever type its kind asks for.
  public protocol Reader {
    /// The payload as a `Body`.
    ///
    /// - Throws: `DecodingError` when it is not one.
    func callAsFunction<Body: EventBody>(as type: Body.Type) throws -> Body
  }
}

/// The payload of an event.
public typealias EventBody = Codable & Sendable & Hashable
