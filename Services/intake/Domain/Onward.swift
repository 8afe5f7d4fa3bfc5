import Contracts
import Vocabulary

/// What the other services must hear of an accepted event.
struct Onward {
  private let dossier: Dossier
  private let before: Dossier?

  /// What follows from a dossier that was `before` (`nil` when it has just opened).
  init(_ dossier: Dossier, before: Dossier?) {
    self.dossier = dossier
    self.before = before
  }

  /// First what is new of the dossier, then the event itself to each service that owns it.
  func messages(
    _ submission: Submission, from sender: String, _ kind: PartnerKind
  ) throws -> [Outgoing] {
    let data = try ForwardedEvent(submission.event, sender: sender, kind: kind).encoded()
    return try openings(on: submission.occurredOn)
      + submission.event.kind.owners.map { owner in
        Outgoing(
          to: .service(owner), type: submission.event.kind.type, household: dossier.household,
          occurredOn: submission.occurredOn, data: data)
      }
  }

  /// Everybody hears of an opening, and again when the huissier, the landlord or the commune is first
  /// known. Who the tenants are goes to social-diagnosis only, which must meet them.
  private func openings(on act: Day) throws -> [Outgoing] {
    let isBearing = before?.bearing != dossier.bearing
    let isPersonal =
      before?.tenants != dossier.tenants || before?.dwelling != dossier.dwelling
    let menage = Identification(
      dossier: dossier.household, locataires: dossier.tenants, logement: dossier.dwelling)
    var messages: [Outgoing] = []
    if isBearing {
      let data = try opening(menage: nil)
      messages = Self.others.map { outgoing(data, to: $0, on: act) }
    }
    if isBearing || isPersonal {
      messages.append(outgoing(try opening(menage: menage), to: .socialDiagnosis, on: act))
    }
    return messages
  }

  private func opening(menage: Identification?) throws -> String {
    try Wire.encode(
      DossierOpened(
        on: dossier.openedOn, commune: dossier.commune, commission: dossier.commission,
        landlord: dossier.landlord, huissier: dossier.huissier, bailleur: dossier.bailleur,
        menage: menage))
  }

  /// What an event tells of the dossier stands at the day of its act, as the event itself.
  private func outgoing(_ data: String, to service: ServiceName, on act: Day) -> Outgoing {
    Outgoing(
      to: .service(service), type: DossierOpened.type, household: dossier.household,
      occurredOn: act, data: data)
  }

  private static let others: [ServiceName] = [
    .sagaOrchestrator, .debtSettlement, .rehousing, .courtLiaison,
  ]
}
