import Contracts
import SagaOrchestratorDomain

/// The names in messages and tables that have a list of their own, in French for the person.
enum HeldMessage {
  /// What a message is about, by its type.
  static func title(of type: String) -> String? {
    if let kind = EventKind(type: type) ?? EventKind(rawValue: type) {
      return kind.declaration.title
    }
    if let code = Notice.Code.allCases.first(where: { Notice.type($0) == type }) {
      return "Avis : " + code.declaration.title
    }
    return own[type]
  }

  /// Messages between the services of Amont.
  private static let own = [
    Receipt.type: "Accusé de réception", DossierOpened.type: "Ouverture ou complément du dossier",
    Fact.type: "Fait constaté", Command.type: "Demande d'une démarche",
    DeadlineFired.type: "Échéance arrivée à son terme", Recall.type: "Retrait d'un message",
  ]

  /// To whom a message went, by its routing key.
  static func recipient(of key: String) -> String? {
    if key.hasPrefix("user.") { return "compte " + key.dropFirst(5) }
    if key.hasPrefix("kind.") { return kind(String(key.dropFirst(5))) }
    return ServiceName(rawValue: key).map { _ in "Amont (entre ses services)" }
  }

  /// A kind of bodies.
  static func kind(_ word: String) -> String? {
    switch PartnerKind(rawValue: word) {
    case .huissier: "commissaire de justice"
    case .bailleurPrive: "bailleur privé"
    case .bailleurSocial: "bailleur social"
    case .caf: "CAF ou MSA"
    case .serviceSocial: "service social"
    case .ccas: "centre communal d'action sociale"
    case .operateurDSF: "opérateur du diagnostic social et financier"
    case .fsl: "fonds de solidarité pour le logement"
    case .banqueDeFrance: "Banque de France (surendettement)"
    case .prefecture: "préfecture"
    case .tribunal: "tribunal"
    case .siao: "SIAO (hébergement)"
    case .reservataire: "réservataire de logements"
    case .commissionMediation: "commission de médiation (DALO)"
    case .menage: "vous"
    case .ccapex: "CCAPEX"
    case .antenne: "antenne de prévention (ADIL)"
    case .agence: "agence immobilière"
    case .forcesOrdre: "police ou gendarmerie"
    case .mandataire: "curateur ou tuteur"
    case .sante: "partenaire de santé"
    case .autreCCAPEX: "CCAPEX d'un autre département"
    case nil: nil
    }
  }

  /// What a deadline awaits, whichever service armed it.
  static func deadline(_ kind: String) -> String? {
    for service in ServiceName.allCases {
      if let meaning = DeadlineMeaning.of(service, kind) { return meaning.what }
    }
    return ArmedTrigger(kind: kind, in: Situation())?.title
  }

  /// Circumstances as an array of PostgreSQL: `{diagnosed,mustMove}`.
  static func circumstances(_ text: String) -> String? {
    let names = text.split { "{},".contains($0) }.map { name in
      Circumstance(rawValue: String(name))?.frenchName ?? String(name)
    }
    return names.joined(separator: " ; ")
  }

  /// What is declared of each member of a message, by its path.
  static func fields(of type: String) -> [String: EventField] {
    let fields: EventFields? =
      if let kind = EventKind(type: type) ?? EventKind(rawValue: type) {
        kind.declaration.fields
      } else if Notice.Code.allCases.contains(where: { Notice.type($0) == type }) {
        Notice.fields
      } else if type == Receipt.type {
        Receipt.fields
      } else {
        nil
      }
    return Dictionary(
      (fields?.all ?? []).flatMap(\.withMembers).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What the members of our own messages are called.
  static let members = [
    "on": "jour", "text": "texte", "because": "motif", "order": "démarche", "trigger": "fait",
    "until": "jusqu'au", "hearing": "audience", "count": "nombre", "article": "texte de loi",
    "commission": "commission", "landlord": "bailleur", "from": "à compter du",
    "household": "dossier", "kind": "nature", "deadline": "échéance", "due": "au plus tard",
    "origin": "origine", "rule": "règle", "delay": "délai", "raw": "avant report",
    "reason": "report", "secret": "secret", "evenement": "événement", "expediteur": "compte",
    "genre": "organisme", "priorite": "ordre de traitement", "id": "identifiant",
  ]

  /// A word of our own messages.
  static func word(_ text: String, of member: Substring) -> String? {
    switch member {
    case "trigger": Trigger(rawValue: text)?.frenchName
    case "order": Order(rawValue: text)?.frenchName
    case "genre": kind(text)
    case _: nil
    }
  }
}
