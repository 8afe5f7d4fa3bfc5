public import Vocabulary

/// Where a message stands among the causes and consequences of one dossier: the same place whatever
/// the order in which messages arrive.
///
/// A chain begins with what comes from outside: a partner's act, on the day of the act, or the end
/// of a delay, on its day. Consequences stand behind their cause, in the order in which it sent
/// them, so the whole chain of an act comes before the chain of a later one.
public struct CausalPosition: Hashable, Sendable {
  /// The day of the root, its rank among those of a day, and what makes it unique: the order of
  /// texts is the order of roots.
  public let root: String
  /// The places of this message and of its causes below the root, three digits each: `000.002`.
  public let path: String

  /// A place read from an envelope or a table.
  public init(root: String, path: String) {
    (self.root, self.path) = (root, path)
  }

  /// The root of an act: ordered by its day, then by the course of the procedure, then by its
  /// sender's own identifier.
  public init(act type: String, on day: Day, id: String) {
    self.init(root: "\(day) \(Self.rank(ofType: type)) \(id)", path: "")
  }

  /// The root of a deadline that ends on that day: before every act of the day.
  public init(deadline kind: String, firesOn day: Day, of service: ServiceName) {
    self.init(root: "\(day) 000 \(service.rawValue)/\(kind)", path: "")
  }

  /// The day of the delay whose end is the root; `nil` where an act is. What follows from the end
  /// of a delay happened on that day, whenever somebody was there to work it out.
  public var endOfDelay: Day? {
    let parts = root.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[1] == "000",
      // No partner's account bears the name of a service.
      ServiceName.allCases.contains(where: { parts[2].hasPrefix($0.rawValue + "/") })
    else { return nil }
    return Day(String(parts[0]))
  }

  /// The place of the consequence that was sent in that place, from 0; `nil` where the chain is
  /// longer than any real one: something turns in a circle.
  public func consequence(_ place: Int) -> CausalPosition? {
    guard path.utf8.count < Self.longestPath, (0..<1_000).contains(place) else { return nil }
    let digits = String(1_000 + place).dropFirst()
    return CausalPosition(root: root, path: path.isEmpty ? String(digits) : path + "." + digits)
  }

  /// Twenty-four causes, four bytes each.
  public static let longestPath = 24 * 4

  /// The rank of a type among the events of one day: the order of the procedure, in which
  /// `EventKind` names them. What is no partner's event comes first.
  private static func rank(ofType type: String) -> Substring {
    let place = EventKind(type: type).flatMap { ranks[$0] } ?? 0
    return String(1_000 + place).dropFirst()
  }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: EventKind.allCases.enumerated().map { ($1, $0 + 1) })
}

extension CausalPosition: Comparable {
  /// Root by root, each cause before its consequences; byte by byte, as the database compares.
  public static func < (left: CausalPosition, right: CausalPosition) -> Bool {
    left.root == right.root
      ? left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
      : left.root.utf8.lexicographicallyPrecedes(right.root.utf8)
  }
}
