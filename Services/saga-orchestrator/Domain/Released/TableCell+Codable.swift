import Contracts

// How a cell is written in a released file: one object whose first words say what it is.

extension TableCell: Codable {
  private enum Key: String, CodingKey {
    case go, stay, orders, because, review
    case given, then, otherwise
    case ladder, flagged, ignore
  }

  /// Reads a cell. A ladder is read by its name alone: `TrackTable` puts its rungs in.
  ///
  /// - Throws: `DecodingError` for a name that this build does not know.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    func orders() throws -> [Order] {
      try fields.decodeIfPresent([Order].self, forKey: .orders) ?? []
    }
    func basis() throws -> LegalBasis { try fields.decode(LegalBasis.self, forKey: .because) }
    if let reason = try fields.decodeIfPresent(ReviewReason.self, forKey: .review) {
      self = .flagged(reason, try fields.decode(TableCell.self, forKey: .flagged))
    } else if let reason = try fields.decodeIfPresent(LegalBasis.self, forKey: .ignore) {
      self = .ignore(reason)
    } else if let circumstance = try fields.decodeIfPresent(Circumstance.self, forKey: .given) {
      self = .either(
        circumstance, try fields.decode(TableCell.self, forKey: .then),
        try fields.decode(TableCell.self, forKey: .otherwise))
    } else if let name = try fields.decodeIfPresent(String.self, forKey: .ladder) {
      self = .ladder(Ladder(name: name, title: "", rungs: [], free: .ignore("")))
    } else if let phase = try fields.decodeIfPresent(Phase.self, forKey: .go) {
      self = .go(phase, try orders(), try basis())
    } else {
      self = .stay(try orders(), try basis())
    }
  }

  /// Writes a cell; a ladder by its name.
  ///
  /// - Throws: `EncodingError`; no cell can cause it.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    func write(_ orders: [Order], _ basis: LegalBasis) throws {
      if !orders.isEmpty { try fields.encode(orders, forKey: .orders) }
      try fields.encode(basis, forKey: .because)
    }
    switch self {
    case .go(let phase, let orders, let basis):
      try fields.encode(phase, forKey: .go)
      try write(orders, basis)
    case .stay(let orders, let basis): try write(orders, basis)
    case .either(let circumstance, let yes, let no):
      try fields.encode(circumstance, forKey: .given)
      try fields.encode(yes, forKey: .then)
      try fields.encode(no, forKey: .otherwise)
    case .ladder(let ladder): try fields.encode(ladder.name, forKey: .ladder)
    case .flagged(let reason, let cell):
      try fields.encode(reason, forKey: .review)
      try fields.encode(cell, forKey: .flagged)
    case .ignore(let reason): try fields.encode(reason, forKey: .ignore)
    }
  }

  var ladders: [Ladder<Phase>] {
    switch self {
    case .go, .stay, .ignore: []
    case .either(_, let yes, let no): yes.ladders + no.ladders
    case .ladder(let ladder): [ladder]
    case .flagged(_, let cell): cell.ladders
    }
  }

  /// The cell with the rungs of the ladders that it names.
  ///
  /// - Throws: `UnknownLadder` for a name without a ladder.
  func climbing(_ ladders: [String: Ladder<Phase>]) throws(UnknownLadder) -> TableCell {
    switch self {
    case .go, .stay, .ignore: return self
    case .either(let circumstance, let yes, let no):
      return .either(circumstance, try yes.climbing(ladders), try no.climbing(ladders))
    case .ladder(let named):
      guard let ladder = ladders[named.name] else { throw UnknownLadder(name: named.name) }
      return .ladder(ladder)
    case .flagged(let reason, let cell): return .flagged(reason, try cell.climbing(ladders))
    }
  }
}

/// A released file names a ladder that it does not hold: restore the file from the release.
struct UnknownLadder: Error {
  var name: String
}
