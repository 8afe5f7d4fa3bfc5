import Contracts
public import Vocabulary

// Dossiers that are joined: each keeps its own rows, and all are seen as one.

extension Register {
  /// The dossier under which everybody knows this one: itself, or the one it is joined to.
  func root(of household: HouseholdID) -> HouseholdID {
    dossiers[household]?.mergedInto ?? household
  }

  /// The dossiers that are joined to this one, in the order of their identifiers.
  func joined(to root: HouseholdID) -> [Dossier] {
    dossiers.values.filter { $0.mergedInto == root }.sorted { $0.household < $1.household }
  }

  /// The dossier as everybody sees it, with all that are joined to it.
  func view(of root: HouseholdID) -> Dossier? {
    dossiers[root]?.joined(with: joined(to: root))
  }

  /// What stands of what was said of a dossier and of those joined to it, in order of reception.
  func standing(of root: HouseholdID) -> [Contribution] {
    contributions.values.filter { !$0.isWithdrawn && self.root(of: $0.home) == root }
      .sorted { ($0.place, $0.id) < ($1.place, $1.id) }
  }

  /// The dossier of its own to which an event belongs that quotes one with others joined to it: by
  /// its references, else by its sender, so that nothing of it stays behind when they are parted.
  func home(of quoted: Dossier, _ references: References, sender: String) -> Dossier {
    let root = root(of: quoted.household)
    let family = [dossiers[root]].compactMap(\.self) + joined(to: root)
    guard family.count > 1 else { return quoted }
    for key in references.strong + references.people {
      let known = holders(of: key).filter { self.root(of: $0.household) == root }
      if known.count == 1 { return known[0] }
    }
    let known = family.filter { $0.huissier == sender || $0.bailleur == sender }
    return known.count == 1 ? known[0] : quoted
  }
}

/// One decision that joined or parted two dossiers: who read one read the other meanwhile.
public struct FusionLine: Sendable, Hashable {
  /// What was decided. The raw value stands in the database.
  public enum Action: String, CaseIterable, Sendable {
    case fusion, separation
  }

  public let action: Action
  /// The dossier that stays.
  public let household: HouseholdID
  /// The one that is joined to it, or parted from it.
  public let other: HouseholdID
  public let event: Reception.ID
  public let day: Day
  /// Why, as its sender said, and the person who decided, where it says so.
  public let because: String?, agent: String?
}
