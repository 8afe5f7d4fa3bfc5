extension EventKind {
  /// The CloudEvents type of this event in version 1: `fr.amont.signalement.cdp.v1`.
  public var type: String { EventKind.prefix + rawValue + EventKind.suffix }

  /// The event of that CloudEvents type, or `nil` when the type or its version is not known.
  public init?(type: String) {
    guard type.hasPrefix(EventKind.prefix), type.hasSuffix(EventKind.suffix) else { return nil }
    self.init(
      rawValue: String(type.dropFirst(EventKind.prefix.count).dropLast(EventKind.suffix.count)))
  }

  /// Whether that CloudEvents type is a known event in a version that is not known.
  public static func isUnknownVersion(_ type: String) -> Bool {
    guard type.hasPrefix(prefix), let dot = type.lastIndex(of: ".") else { return false }
    let name = type[type.index(type.startIndex, offsetBy: prefix.count)...]
    return EventKind(type: type) == nil
      && EventKind(rawValue: String(name.prefix(upTo: max(dot, name.startIndex)))) != nil
  }

  private static let prefix = "fr.amont."
  private static let suffix = ".v1"
}

extension EventKind {
  /// The kinds of partners that may publish this event.
  public var senders: Set<PartnerKind> { declaration.senders }

  /// The services that must receive this event from intake; none for what intake itself carries
  /// out.
  public var owners: [ServiceName] { declaration.owners }

  /// Whether this event may open a dossier that Amont does not know yet. The others need one: an
  /// assignation is itself a signal (instruction § 2.1 (2)), an instalment is not.
  public var opensDossier: Bool { declaration.arrival == .opensDossier }

  /// Whether an event of this kind waits for its dossier when it comes before it: what the services
  /// keep does, whatever opens no dossier. A request of access is answered at once, for its month
  /// runs (RGPD art. 12), and what changes the past needs it.
  public var mayWait: Bool { declaration.arrival == .waits }

  /// Whether an event of this kind is held when its references lead to a dossier that contradicts
  /// it. What changes the past is a decision already, or names an event of the sender's own.
  public var mayBeHeld: Bool { declaration.arrival != .changesThePast }

  /// Whether a landlord or an étude says it as a party of the dossier.
  public var isOfParty: Bool { declaration.isOfParty }

  /// The member that says the day of the act or decision that the event tells; legal delays run
  /// from it.
  public var actMember: String { declaration.actMember }

  /// The members of the payload of such an event, `menage` first, in the order of their Swift
  /// types.
  public var fields: [PayloadField] { declaration.fields.all.map(\.field) }

  /// What is asked of the members of such an event, beside their types.
  public var rules: [FieldRule] { declaration.fields.rules }
}
