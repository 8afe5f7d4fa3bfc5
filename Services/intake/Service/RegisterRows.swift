import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

/// The rows of a batch, read back into the register.
struct RegisterRows {
  let dossiers: Rows
  let tenants: Rows
  let holdings: [Rows]
  let receptions: Rows
  let past: PastRows
  let early: WaitingRows

  /// The register of these rows.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func register() throws -> Register {
    var people: [HouseholdID: (dwelling: Dwelling?, tenants: [Person])] = [:]
    for row in tenants where !row.isErased {
      let household = try row.uuid("household")
      var known = try people[household] ?? (dwelling(row), [])
      if try row.intIfPresent("rank") != nil { known.tenants.append(try person(row)) }
      people[household] = known
    }
    return Register(
      dossiers: try dossiers.map { row in
        let (dwelling, tenants) = people[try row.uuid("household")] ?? (nil, [])
        return try dossier(row, dwelling, tenants)
      },
      holdings: try holdings.joined().compactMap { row in
        guard let kind = IdentityKey.Kind(rawValue: try row.text("kind")) else { return nil }
        return Register.Holding(
          key: IdentityKey(kind: kind, value: try row.text("key")),
          household: try row.uuid("household"))
      },
      receptions: try receptions.compactMap { row in
        guard let status = Receipt.Status(rawValue: try row.text("status")) else { return nil }
        return Reception(
          id: try .init(of: row),
          type: try row.text("type"), status: status, code: try row.text("code"),
          household: try row.uuidIfPresent("household"), receivedOn: try row.day("received_on"),
          digest: try row.textIfPresent("digest"))
      }, contributions: try past.said(), told: try past.standing(),
      waiting: try early.waiting(), waitingBySender: try early.bySender())
  }

  private func dossier(_ row: Row, _ dwelling: Dwelling?, _ tenants: [Person]) throws -> Dossier {
    Dossier(
      household: try row.uuid("household"), openedOn: try row.day("opened_on"),
      commune: try row.textIfPresent("commune"), commission: try row.text("commission"),
      landlord: try row.textIfPresent("landlord").flatMap(Landlord.Kind.init),
      huissier: try row.textIfPresent("huissier"), bailleur: try row.textIfPresent("bailleur"),
      tenants: tenants, dwelling: dwelling, hasMandataire: try row.bool("mandataire"),
      reachesThreshold: try row.boolIfPresent("seuil_atteint"), danger: try danger(row),
      transferTo: try row.textIfPresent("transfer_to"),
      mergedInto: try row.uuidIfPresent("merged_into"), isWithdrawn: try row.bool("withdrawn"),
      hasMoved: try row.bool("moved"), isErased: row.isErased,
      ties: TieRows.ties(try row.text("ties")))
  }

  private func danger(_ row: Row) throws -> Danger? {
    guard let stage = try row.textIfPresent("stage").flatMap(StadeProcedure.init) else {
      return nil
    }
    let debt = try row.dayIfPresent("debt_on").map {
      Danger.DebtInRents(
        on: $0, rents: try row.int("debt_rents"), fewest: try row.int("fewest_rents"))
    }
    return Danger(
      stage: stage, stageOn: try row.day("stage_on"), days: try row.intIfPresent("fewest_days"),
      debt: debt)
  }

  private func dwelling(_ row: Row) throws -> Dwelling? {
    let row = row.of("dwelling")
    guard let insee = try row.textIfPresent("insee") else { return nil }
    return Dwelling(
      insee: insee, voie: try row.text("voie"), complement: try row.textIfPresent("complement"))
  }

  private func person(_ row: Row) throws -> Person {
    let row = row.of("tenant")
    return Person(
      nom: try row.text("nom"), prenom: try row.textIfPresent("prenom"),
      naissance: try row.birthDateIfPresent("naissance"))
  }
}

extension Reception.ID {
  /// The event that the columns `sender`, `event_id` and `source` name.
  ///
  /// - Throws: `PostgresError` when the row has them not.
  init(of row: Row) throws(PostgresError) {
    self.init(
      sender: try row.text("sender"), event: try row.text("event_id"),
      source: try row.text("source"))
  }
}
