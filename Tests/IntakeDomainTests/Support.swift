import Contracts
import Vocabulary

@testable import IntakeDomain

/// A day written `YYYY-MM-DD`.
func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: .min / 2) }

/// The département 93 as it is, in a few communes, and the partners of the tests.
enum Fixture {
  static let communes = """
    insee,nom,departement,arrondissement,depuis,jusque,devient
    93008,Bobigny,93,931,,,
    93051,Noisy-le-Grand,93,932,,,
    93059,Pierrefitte-sur-Seine,93,933,,2024-12-31,93066
    93066,Saint-Denis,93,933,,,
    75056,Paris,75,751,,,
    77284,Meaux,77,771,,,
    """
  static let postcodes = "code_postal,insee\n93200,93066\n93380,93059\n93000,93008\n75016,75116\n"
  /// A Charte whose sub-commissions are the arrondissements, and an arrêté of four months.
  static let charter: IntakeCharter = {
    var charter = IntakeCharter()
    charter.thresholds = [.init(from: day("2000-01-01"), months: 4, rents: 4)]
    charter.commissions = commissions([
      "93008": "arrondissement-bobigny", "93051": "arrondissement-le-raincy",
      "93059": "arrondissement-saint-denis", "93066": "arrondissement-saint-denis",
    ])
    return charter
  }()

  /// Commissions that never change.
  static func commissions(_ names: [String: String]) -> Commissions {
    Commissions(names.map { .init($0, in: $1, during: day("2000-01-01")...day("2100-01-01")) })
  }

  /// One partner of each kind, named after it, a second étude, and of the other commissions that of
  /// Seine-et-Marne.
  static let partners = PartnerDirectory(
    Dictionary(uniqueKeysWithValues: PartnerKind.allCases.map { ($0.rawValue, $0) })
      .merging(["etude-2": .huissier]) { first, _ in first },
    territories: ["autre-ccapex": ["77"]])

  static func territory() throws -> Territory {
    try Territory(departement: "93", communes: communes, postcodes: postcodes)
  }

  static func desk(
    _ territory: Territory? = nil, lists: CodeLists = CodeLists(),
    charter: IntakeCharter = Fixture.charter
  ) throws -> IntakeHandler {
    IntakeHandler(
      partners: partners, territory: try territory ?? self.territory(), lists: lists,
      charters: ByVersion(always: charter),
      digest: { hex($0) },
      identify: { HouseholdID(high: hash($0), low: hash($0 + "#")) })
  }

  /// FNV-1a: enough to tell the tests' households apart.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  static func hex(_ text: String) -> String { String(hash(text), radix: 16) }

  static let bail = #""bail":{"siret":"73282932000074","contrat":"L-2031"}"#
  static let allocataire = #""allocataire":{"caisse":"931","numero":"0123456"}"#
  static let commandement = #""commandement":{"etude":"Étude Martin","reference":"CDP/18-77"}"#
  static let tenant = #"{"nom":"Lefèvre","prenom":"Zoé","naissance":"1984-05-02"}"#
  static let dwelling = #""logement":{"insee":"93066","voie":"12 bis, av. de la République"}"#
  static let landlord = #""bailleur":{"type":"personne-physique"}"#
  static let household = #""locataires":[\#(tenant)],\#(dwelling)"#

  static let cdp = """
    "acte":"2018-02-02","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4
    """
  static let arrears = #""date":"2018-01-29","dette":295000,"loyer":60000,"charges":9000"#
}

/// A desk with its register, fed one message after the other.
struct Counter {
  let desk: IntakeHandler
  var register = Register()
  private var number = 0
  private var seen: [String: Int] = [:]

  init(at desk: IntakeHandler? = nil) throws { self.desk = try desk ?? Fixture.desk() }

  init(_ desk: IntakeHandler) { self.desk = desk }

  /// What stands of what the services were told, of one dossier or of all.
  func told(_ household: HouseholdID? = nil) -> Set<SentToService.Words> {
    Set(register.told.map(\.words).filter { household == nil || $0.household == household })
  }

  /// Publishes an event and returns what follows.
  mutating func publish(
    _ kind: EventKind, from sender: String, id: String? = nil, on today: String = "2018-02-05",
    menage: String, _ fields: String
  ) -> Answered {
    number += 1
    return publish(
      type: kind.type, from: sender, id: id ?? "e\(number)", on: today,
      "{\"menage\":{\(menage)},\(fields)}")
  }

  /// Publishes any bytes under any type.
  mutating func publish(
    type: String, from sender: String?, id: String, on today: String = "2018-02-05",
    subject: HouseholdID? = nil, defect: EnvelopeDefect? = nil, _ data: String
  ) -> Answered {
    let message = Message(
      id: id, source: "partner/" + (sender ?? "inconnu"), type: type, household: subject,
      occurredOn: day(today), sender: sender, data: Array(data.utf8), defect: defect)
    return take(message, on: today)
  }

  /// Takes a message as the runtime does: one of an identity that was seen is a copy.
  mutating func take(_ message: Message, on today: String = "2018-02-05") -> Answered {
    var event = desk.read(message)
    let name = event.message.source + event.message.identity
    let copies = seen[name, default: 0]
    seen[name] = copies + 1
    if case .released = message.attempt {
      return Answered(desk.decide(event, on: day(today), in: &register))
    }
    guard copies > 0 else {
      return Answered(desk.decide(event, on: day(today), in: &register))
    }
    event.message.attempt = .again(copies)
    return Answered(desk.answerDuplicate(event, on: day(today), in: &register))
  }
}

/// A decision, with its receipts read.
struct Answered {
  let decision: Decision
  let receipts: [Receipt]

  init(_ decision: Decision) {
    self.decision = decision
    receipts = decision.outgoing.filter { $0.type == Receipt.type }.compactMap {
      try? Wire.decode(Receipt.self, from: Array($0.data.utf8))
    }
  }

  var code: String? { receipts.count == 1 ? receipts[0].code : nil }
  var text: String { receipts.first?.texte ?? "" }
  var dossier: HouseholdID? { receipts.first?.dossier }
  var isQuarantined: Bool { decision.verdict != .applied }

  /// The openings, by the service that hears of them.
  var openings: [ServiceName: DossierOpened] {
    decision.outgoing.reduce(into: [:]) { found, message in
      guard message.type == DossierOpened.type, case .service(let name) = message.destination
      else { return }
      found[name] = try? Wire.decode(DossierOpened.self, from: Array(message.data.utf8))
    }
  }

  /// The notices, each with its recipient.
  var notices: [(to: Destination, notice: Notice)] {
    decision.outgoing.compactMap { message in
      guard message.type.hasPrefix("fr.amont.avis."),
        let notice = try? Wire.decode(Notice.self, from: Array(message.data.utf8))
      else { return nil }
      return (message.destination, notice)
    }
  }

  /// The notices of one code.
  func notices(_ code: Notice.Code) -> [Notice] {
    notices.filter { $0.notice.code == code }.map(\.notice)
  }

  /// The deadlines that are armed, by kind.
  var armed: [String: Deadline] {
    decision.deadlines.reduce(into: [:]) { found, change in
      if case .arm(let kind, let deadline, _, _) = change { found[kind] = deadline }
    }
  }

  /// The kinds of deadlines that are disarmed.
  var disarmed: Set<String> {
    decision.deadlines.reduce(into: []) { found, change in
      if case .disarm(let kind, _) = change { found.insert(kind) }
    }
  }

  /// The services that received the event itself.
  func receivers(of kind: EventKind) -> [ServiceName] {
    decision.outgoing.compactMap { message in
      guard message.type == kind.type, case .service(let name) = message.destination else {
        return nil
      }
      return name
    }
  }
}
