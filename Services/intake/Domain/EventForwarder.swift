import Contracts
import Vocabulary

/// What the other services must hear of an accepted event.
struct EventForwarder {
  private let dossier: Dossier
  private let before: Dossier?
  private let assessment: Assessment

  /// What follows from a dossier that was `before` (`nil` when it has just opened).
  init(_ dossier: Dossier, before: Dossier?, assessment: Assessment) {
    self.dossier = dossier
    self.before = before.flatMap { $0.isWithdrawn ? nil : $0 }
    self.assessment = assessment
  }

  /// First what is new of the dossier, then the event itself to each service that owns it. Each has
  /// its place behind the act, which stays the same however often it is told again.
  func messages(_ contribution: Contribution) throws -> [Outgoing] {
    guard let event = contribution.event else { return [] }
    let data = try ForwardedEvent(
      event, sender: contribution.id.sender, kind: contribution.genre,
      isInformation: assessment.isInformation(event, of: contribution.menage.bailleur?.type),
      isParty: contribution.isParty || !event.kind.isOfParty,
      isShared: event.kind == .menageChangement && dossier.tenants.count > 1
    ).encoded()
    let messages =
      try openings(contribution, event.opening)
      + event.kind.owners.map { outgoing(data, event.kind.type, to: $0, contribution) }
    return messages.enumerated().map { offset, message in
      var message = message
      // The receipt comes first.
      message.chain = contribution.chain(message.type, offset + 1)
      return message
    }
  }

  /// Everybody hears of an opening, and again when the huissier, the landlord or the commune is
  /// first known. Who the tenants are goes to social-diagnosis only, which must meet them.
  private func openings(_ contribution: Contribution, _ signal: OpeningSignal?) throws -> [Outgoing]
  {
    let isBearing = before?.bearing != dossier.bearing
    let isPersonal =
      before?.tenants != dossier.tenants || before?.dwelling != dossier.dwelling
    let menage = Identification(
      dossier: dossier.household, locataires: dossier.tenants, logement: dossier.dwelling)
    let rank = signal.map { assessment.rank($0, of: dossier, on: contribution.receivedOn) }
    var messages: [Outgoing] = []
    if isBearing {
      let data = try opening(menage: nil, rank)
      messages = Self.others.map { outgoing(data, DossierOpened.type, to: $0, contribution) }
    }
    if isBearing || isPersonal {
      let data = try opening(menage: menage, rank)
      messages.append(outgoing(data, DossierOpened.type, to: .socialDiagnosis, contribution))
    }
    return messages
  }

  private func opening(menage: Identification?, _ rank: Assessment.Rank?) throws -> String {
    try Wire.encode(
      DossierOpened(
        on: dossier.openedOn, commune: dossier.commune, commission: dossier.commission,
        landlord: dossier.landlord, huissier: dossier.huissier, bailleur: dossier.bailleur,
        menage: menage, mandataire: dossier.hasMandataire ? true : nil,
        seuil_atteint: dossier.reachesThreshold, priorite: rank?.score, instance: rank?.body))
  }

  /// What an event tells of the dossier stands at the day of its act, as the event itself.
  private func outgoing(
    _ data: String, _ type: String, to service: ServiceName, _ contribution: Contribution
  ) -> Outgoing {
    Outgoing(
      to: .service(service), type: type, household: dossier.household,
      occurredOn: contribution.actOn, data: data)
  }

  private static let others: [ServiceName] = [
    .sagaOrchestrator, .debtSettlement, .rehousing, .courtLiaison,
  ]
}
