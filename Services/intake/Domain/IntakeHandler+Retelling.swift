import Contracts
import Vocabulary

// A dossier told again from what its events said: after a rectification, or when dossiers are
// joined or parted. One mechanism, so that what is told never depends on the way that led there.
extension IntakeHandler {
  /// Tells the dossiers of those roots as if their events had come as they stand now; what was told
  /// and is true no more is recalled.
  func retell(
    _ roots: [HouseholdID], because: String, on day: Day, _ register: inout Register
  ) throws -> [Outgoing] {
    var right: [Outgoing] = []
    for root in roots { right += try tale(of: root, register).outgoing }
    let told = register.told.filter { roots.contains($0.words.household) }
    return try Retelling(told: told, right: right, because: because, on: day).outgoing
  }

  /// Makes a dossier's own rows what its standing events say.
  func refold(_ root: HouseholdID, _ register: inout Register) throws {
    for (household, dossier) in try tale(of: root, register).dossiers {
      guard register.dossiers[household] != dossier else { continue }
      register.keep(retold: dossier)
    }
  }

  /// A dossier and those joined to it, event after event: how each ends, and what is told
  /// meanwhile.
  private func tale(
    of root: HouseholdID, _ register: Register
  ) throws -> (dossiers: [HouseholdID: Dossier], outgoing: [Outgoing]) {
    let family = ([register.dossiers[root]].compactMap(\.self) + register.joined(to: root))
      .map(\.blank)
    var scene = Register(dossiers: family)
    var outgoing: [Outgoing] = []
    for contribution in register.standing(of: root) {
      guard var home = scene.dossiers[contribution.home] else { continue }
      let before = scene.view(of: root)
      home.learn(
        from: contribution,
        placement: placement(
          of: contribution.menage.logement, on: contribution.actOn, openedOn: home.openedOn),
        assessment: assessment(of: home))
      scene.keep(home)
      guard let after = scene.view(of: root) else { continue }
      outgoing += try EventForwarder(after, before: before, assessment: assessment(of: after))
        .messages(contribution)
    }
    return (scene.dossiers, outgoing)
  }
}
