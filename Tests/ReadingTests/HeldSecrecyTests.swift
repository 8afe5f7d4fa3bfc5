import Contracts
import SagaOrchestratorDomain
import Testing
import Vocabulary

@testable import amontctl

/// What an answer to a request of access keeps from one person of a couple, where a violence is
/// known and the person who asks is not its victim.
@Suite("What an answer keeps back after a violence") struct HeldSecrecyTests {
  @Test(
    "A text tells of a violence, whichever way it is said",
    arguments: [
      (#"{"nature":"violences"}"#, true), ("Des violences sont signalées.", true),
      ("violenceReported", true), (#"{"conjoint_violent":true}"#, true), ("C. civ. 515-9", true),
      ("art.515-11-1 du Code civil", true), ("Ordonnance de protection du 3 mai", true),
      ("Madame dit avoir reçu des COUPS", true), ("la victime demande un entretien", true),
      ("téléphone grave danger", true),
      ("Le dossier s'ouvre.", false), ("", false),
      // Digits of an identifier are no article.
      ("0a1b2c3d-0000-5515-9abc-000000000001", false), ("frappé d'appel, débattu", false),
    ])
  func violence(_ text: String, _ tells: Bool) {
    #expect(HeldSecrecy.isOfViolence(text) == tells)
  }

  /// One row of each place in which a violence of 14 February shows, and of what followed it; each
  /// with a word of its own, and a twin from before that stays.
  private static let sample: [(ServiceName, String, [[String: String]])] = [
    (
      .intake, "dossier",
      [["opened_on": "2024-01-17", "moved": "true", "commission": "ccapex-93"]]
    ),
    (
      .intake, "contribution",
      [
        [
          "act_on": "2024-02-14", "received_on": "2024-02-14", "type": "menage.changement",
          "sender": "compte-changement", "genre": "service-social", "menage": "{}",
        ],
        [
          "act_on": "2024-03-01", "received_on": "2024-03-01", "type": "contact.resultat",
          "sender": "compte-contact", "genre": "service-social",
          "menage": #"{"locataires":[{"nom":"NomGardé"}],"logement":{"voie":"VoieNouvelle"}}"#,
        ],
        [
          "act_on": "2024-03-02", "received_on": "2024-03-02", "type": "hebergement.demande",
          "sender": "compte-hebergement", "genre": "ccas", "menage": "{}",
        ],
      ]
    ),
    (
      .intake, "reception",
      [
        [
          "received_on": "2024-02-14", "type": "menage.changement", "sender": "compte-reception",
          "status": "accepte", "code": "accepte",
        ],
        [
          "received_on": "2024-01-17", "type": "signalement.cdp", "sender": "compte-gardé",
          "status": "accepte", "code": "accepte",
        ],
      ]
    ),
    (
      .intake, "outbox",
      [
        [
          "occurred_on": "2024-02-14", "routing_key": "user.compte-accuse", "type": Receipt.type,
          "body": #"{"type":"fr.amont.menage.changement.v1"}"#, "exchange": ExchangeName.partners,
        ]
      ]
    ),
    (
      .socialDiagnosis, "inbox",
      [
        [
          "occurred_on": "2024-02-14", "source": "amont/intake",
          "type": EventKind.menageChangement.type, "body": #"{"nature":"violences"}"#,
        ]
      ]
    ),
    (
      .socialDiagnosis, "diagnosis",
      [
        [
          "made_on": "2024-03-05", "debt": "290000",
          "content": #"{"dette":290000,"rubriques":{"situation_familiale":"MotsDeMadame"}}"#,
        ]
      ]
    ),
    (
      .rehousing, "rehousing_file",
      [["communes": "CommuneCachée", "demand_on": "2024-01-20", "accommodation": "asked"]]
    ),
    (
      .rehousing, "offer",
      [
        ["offered_on": "2024-01-30", "reference": "OffreAncienne", "state_on": "2024-02-03"],
        ["offered_on": "2024-03-10", "reference": "OffreCachée", "state_on": "2024-03-10"],
        ["offered_on": "2024-01-31", "reference": "OffreReprise", "state_on": "2024-03-10"],
      ]
    ),
    (
      .rehousing, "outbox",
      [
        [
          "occurred_on": "2024-03-03", "routing_key": "kind.siao",
          "type": Notice.type(.hebergementARechercher), "body": #"{"texte":"PlaceCachée"}"#,
          "exchange": ExchangeName.partners,
        ]
      ]
    ),
    (
      .debtSettlement, "outbox",
      [
        [
          "occurred_on": "2024-03-03", "routing_key": "kind.fsl",
          "type": Notice.type(.fslDemande), "body": #"{"texte":"FSLGardé"}"#,
          "exchange": ExchangeName.partners,
        ]
      ]
    ),
    (
      .sagaOrchestrator, "dossier",
      [["opened_on": "2024-01-17", "housing_phase": "sheltered", "debt_phase": "open"]]
    ),
    (
      .sagaOrchestrator, "timeline",
      [
        ["day": "2024-01-17", "text": "LigneGardée", "trigger": "noticeServed", "message": "1"],
        [
          "day": "2024-02-14", "text": "La situation du ménage appelle un contact séparé.",
          "article": "C. civ. 515-9", "trigger": "violenceReported", "message": "2",
        ],
        ["day": "2024-02-14", "text": "DemandeQuiSuit", "message": "2"],
        [
          "day": "2024-03-02", "text": "LigneDHébergement", "trigger": "accommodationOffered",
          "message": "3",
        ],
        ["day": "2024-03-05", "text": "LigneDeDette", "trigger": "planAgreed", "message": "4"],
      ]
    ),
    (
      .sagaOrchestrator, "awaited_step",
      [
        ["due": "2024-04-02", "track": "housing", "rule": "RègleDeRelogement"],
        ["due": "2024-04-02", "track": "debt", "rule": "RègleDeDette"],
      ]
    ),
    (
      .sagaOrchestrator, "indicator",
      [["year": "2024", "mark": "accommodated", "value": "1"]]
    ),
  ]

  private static func held(
    _ raw: [(ServiceName, String, [[String: String]])] = sample
  ) throws -> [HeldRows] {
    try raw.map { service, name, rows in
      let table = try #require(HeldTable.all(of: service).first { $0.name == name })
      for row in rows { #expect(Set(row.keys).isSubset(of: table.read), "\(name)") }
      return HeldRows(service: service, table: table, rows: rows.map(HeldRow.init))
    }
  }

  private static func reading(_ why: String, scope: String = "") -> Reading {
    Reading(
      number: 1, at: "2024-02-20T08:00:00.000000Z", agent: "Dominique Petit", osUser: "u",
      command: "dossier show", dossiers: [HouseholdID(high: 9, low: 9)], isWhole: false,
      scope: scope, why: why, previous: [], hash: [])
  }

  /// The page and the file for programs, together.
  private static func answer(
    _ held: [HeldRows], _ readings: [Reading], isVictim: Bool
  ) throws -> String {
    let secrecy = isVictim ? .none : HeldSecrecy(of: held, readings: readings)
    let page = HoldingsPage(
      holdings: Holdings(
        dossiers: [HouseholdID(high: 9, low: 9)], openedOn: nil, closedOn: nil,
        tables: held.compactMap { $0.shown(secrecy) },
        recipients: Holdings.Recipient.all(of: held, secrecy), readings: secrecy.told(readings),
        masked: 0), day: try day("2024-06-03"), contact: "La préfecture.")
    return page.html + (try Wire.encode(HoldingsDocument(page)))
  }

  /// What would betray the victim: each word stands in an answer to itself, in none to the other.
  private static let secret = [
    "violences signalées par Mme", "compte-changement", "compte-hebergement", "compte-reception",
    "compte-accuse", "Changement dans le ménage", "Un départ est signalé", "VoieNouvelle",
    "MotsDeMadame", "CommuneCachée", "OffreCachée", "OffreReprise", "PlaceCachée",
    "515-9", "DemandeQuiSuit", "LigneDHébergement", "RègleDeRelogement",
  ]

  /// What is both persons', and stays.
  private static let common = [
    "ccapex-93", "compte-contact", "NomGardé", "compte-gardé", "900,00", "OffreAncienne",
    "FSLGardé", "LigneGardée", "LigneDeDette", "RègleDeDette", "20/02/2024",
  ]

  @Test("The other person of the couple reads nothing that tells of it, and nothing that follows")
  func theOtherPerson() throws {
    let readings = [Self.reading("violences signalées par Mme, appel du 20")]
    let own = try Self.answer(try Self.held(), readings, isVictim: true)
    let other = try Self.answer(try Self.held(), readings, isVictim: false)
    for word in Self.secret {
      #expect(own.contains(word), "the victim: \(word)")
      #expect(!other.contains(word), "the other: \(word)")
    }
    for word in Self.common { #expect(other.contains(word), "\(word)") }
    // Nobody was told anything by a notice that is not shown.
    #expect(!other.contains("Avis : Hébergement"))
  }

  @Test("A reason of an agent alone keeps back from its day on, even where no event tells of it")
  func anAgentsReason() throws {
    let rows = try Self.held(Self.sample.filter { $0.1 == "offer" })
    let readings = [Self.reading("ordonnance de protection, appel du ménage")]
    let secrecy = HeldSecrecy(of: rows, readings: readings)
    #expect(secrecy.since == (try day("2024-02-20")))
    #expect(secrecy.told(readings).map(\.why) == [""])
    let other = try Self.answer(rows, readings, isVictim: false)
    #expect(!other.contains("ordonnance de protection") && !other.contains("Pourquoi</th>"))
    #expect(!other.contains("OffreCachée") && other.contains("OffreAncienne"))
  }

  @Test("Where nothing tells of a violence nothing is kept back")
  func nothing() throws {
    let told: Set<String> = ["inbox", "timeline"]
    let rows = try Self.held(Self.sample.filter { !told.contains($0.1) })
    let readings = [Self.reading("appel du ménage")]
    #expect(HeldSecrecy(of: rows, readings: readings) == .none)
    let answer = try Self.answer(rows, readings, isVictim: false)
    for word in ["appel du ménage", "OffreCachée", "CommuneCachée", "VoieNouvelle"] {
      #expect(answer.contains(word), "\(word)")
    }
  }
}
