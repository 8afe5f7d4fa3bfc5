public import Vocabulary

// How a service says the usual things, each in one line.

extension Outgoing {
  /// A fact for the saga.
  ///
  /// - Throws: `EncodingError`; no fact can cause it.
  public static func fact(_ fact: Fact, of household: HouseholdID) throws -> Outgoing {
    Outgoing(
      to: .service(.sagaOrchestrator), type: Fact.type, household: household, occurredOn: fact.on,
      data: try Wire.encode(fact))
  }

  /// A command of the saga, to the service that obeys it.
  ///
  /// - Throws: `EncodingError`; no command can cause it.
  public static func command(_ command: Command, for household: HouseholdID) throws -> Outgoing {
    Outgoing(
      to: .service(command.order.service), type: Command.type, household: household,
      occurredOn: command.on, data: try Wire.encode(command))
  }

  /// A notice for a partner.
  ///
  /// - Throws: `EncodingError`; no notice can cause it.
  public static func notice(
    _ notice: Notice, to destination: Destination, on day: Day
  ) throws -> Outgoing {
    // A mistake of ours, which every test of a service finds; whoever is told too much is no crash.
    assert(
      notice.code.declaration.admits(destination),
      "\(notice.code.rawValue) is not declared for \(destination.routingKey)")
    return Outgoing(
      to: destination, type: Notice.type(notice.code), household: notice.dossier, occurredOn: day,
      data: try Wire.encode(notice))
  }
}
