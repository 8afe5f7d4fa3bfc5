import Contracts
import Vocabulary

/// The partners of a département and the households that they speak of. Pure: what they publish
/// depends on the seed and on what they received, never on a clock or on an order of arrival.
struct World: Sendable {
  /// An event that a partner publishes on a day.
  struct Planned: Sendable {
    let day: Day
    let household: Int
    /// The rank among the household's events: with the household, it names the event.
    let rank: Int
    let sender: PartnerKind
    let event: PartnerEvent
    let identification: Identification
    /// How many times it is published.
    var times = 1
    /// What the partner gets wrong in it.
    var mistake: Mistake?
    /// Events of a later wave of a day are published once those before were taken by the broker.
    var wave = 0

    /// The seed of the play.
    let seed: UInt64

    /// The partner's own identifier of the event: another seed's play has others.
    var id: String { "M\(household)-\(rank)-\(seed)" }
  }

  /// Something that a partner received: a notice.
  struct Received: Sendable {
    let household: Int
    let reader: PartnerKind
    let notice: Notice
  }

  let seed: UInt64
  let personas: [Persona]
  /// Events to publish, by day.
  private(set) var plans: [Day: [Planned]] = [:]
  private var ranks: [Int]
  private var dossiers: [HouseholdID?]
  private var households: [HouseholdID: Int] = [:]
  private var seen: [Int: [Notice.Code: Int]] = [:]
  /// What each household's partners remember.
  var memories: [Memory]

  /// What partners know of a household besides its fate.
  struct Memory: Sendable {
    /// Whether the préfet knows that the household is DALO priority.
    var isPriority = false
    /// Whether somebody proposed a dwelling.
    var hasOffer = false
    /// Whether the household was handed the proposal.
    var hasReadOffer = false
    /// Whether the household answered the proposal.
    var hasAnswered = false
  }

  init(households: Int, seed: UInt64, communes: [String], start: Day, period: Int) {
    self.seed = seed
    personas = (0..<max(0, households)).map {
      Persona($0, seed: seed, communes: communes, start: start, period: period)
    }
    ranks = Array(repeating: 0, count: households)
    dossiers = Array(repeating: nil, count: households)
    memories = Array(repeating: Memory(), count: households)
    for persona in personas { signal(persona) }
  }

  /// The next day on which somebody publishes.
  var nextDay: Day? { plans.keys.min() }

  /// Takes the events of a day, in a fixed order.
  mutating func take(_ day: Day) -> [Planned] {
    (plans.removeValue(forKey: day) ?? []).sorted {
      ($0.household, $0.rank) < ($1.household, $1.rank)
    }
  }

  /// Learns the reference that a receipt gave.
  mutating func learn(_ dossier: HouseholdID, of household: Int) {
    guard dossiers.indices.contains(household) else { return }
    dossiers[household] = dossier
    households[dossier] = household
  }

  /// The household that Amont knows under that reference.
  func household(of dossier: HouseholdID) -> Int? { households[dossier] }

  /// The household of an event that was published, by its identifier.
  static func household(ofEvent id: String) -> Int? {
    guard id.hasPrefix("M") else { return nil }
    return Int(id.dropFirst().prefix { $0 != "-" })
  }

  /// The partners read what they received in a day, and plan what they do about it.
  mutating func receive(_ post: [Received], on day: Day) {
    let sorted = post.sorted {
      ($0.household, $0.notice.code.rawValue, $0.reader.rawValue, $0.notice.texte)
        < ($1.household, $1.notice.code.rawValue, $1.reader.rawValue, $1.notice.texte)
    }
    for item in sorted {
      let count = seen[item.household, default: [:]][item.notice.code, default: 0] + 1
      seen[item.household, default: [:]][item.notice.code] = count
      react(to: item, occurrence: count, persona: personas[item.household], on: day)
    }
  }

  /// Plans an event. A first signal says in full who the household is; later events refer to the
  /// dossier as soon as a receipt has named it.
  mutating func plan(
    _ persona: Persona, on day: Day, by sender: PartnerKind, _ event: PartnerEvent, times: Int = 1,
    full: Bool = false, mistake: Mistake? = nil
  ) {
    ranks[persona.index] += 1
    plans[day, default: []].append(
      Planned(
        day: day, household: persona.index, rank: ranks[persona.index], sender: sender,
        event: event, identification: full ? persona.identification : reference(persona),
        times: times, mistake: mistake, seed: seed))
  }

  /// How a partner names the household once Amont has given a reference.
  private func reference(_ persona: Persona) -> Identification {
    guard let dossier = dossiers[persona.index] else { return persona.identification }
    return Identification(dossier: dossier)
  }

  /// Dice of a household for one purpose.
  func dice(_ persona: Persona, _ purpose: String) -> Dice {
    Dice(seed: seed, household: persona.index, purpose: purpose)
  }

  private mutating func react(
    to item: Received, occurrence: Int, persona: Persona, on day: Day
  ) {
    let (notice, reader) = (item.notice, item.reader)
    switch notice.code {
    case .contactAProposer:
      if occurrence == 1, !forgets(persona, "contact") { meet(persona, reader, on: day) }
    case .contactEnRetard:
      if occurrence == 1, forgets(persona, "contact") { meet(persona, .serviceSocial, on: day) }
    case .dsfDemande:
      if occurrence == 1, !forgets(persona, "dsf") { writeDSF(persona, notice, reader, on: day) }
    case .planPropose: if occurrence == 1 { answerPlan(persona, on: day) }
    case .fslDemande: if occurrence == 1 { answerFSL(persona, on: day) }
    case .surendettementAConstituer:
      if occurrence == 1, persona.fate == .surendettement { declareOverIndebted(persona, on: day) }
    case .aideAMaintenir: if occurrence == 1 { answerAid(persona, on: day) }
    case .logementARechercher, .relogementUrgent: offer(persona, reader, on: day)
    case .daloPrioritaire:
      memories[persona.index].isPriority = true
      offer(persona, reader, on: day)
    case .offreATransmettre: answerOffer(persona, notice, reader, on: day)
    case .hebergementARechercher:
      if occurrence == 1, reader == .siao { shelter(persona, on: day) }
    case .clotureADecider: if occurrence == 1 { close(persona, on: day) }
    case .dsfEnRetard, .dsf, .surendettementRecevable, .detteEffacee, .departSignale,
      .echeanceImpayee, .aideASignaler, .aideTrenteSixiemes, .tiersPayantPropose, .droitsAOuvrir,
      .protocoleRompu, .apurementSansObjet, .relogementSansObjet, .audienceInformation,
      .mesuresEnCours, .delaisADemander, .protectionEnCours, .expulsionIrreguliere,
      .notificationTardive, .prefetNonSaisi, .dossierARevoir, .retourExperience, .procedureClose,
      .locataireARechercher, .appelPossible, .cfpDecision, .pvExpulsion, .meublesARetirer,
      .restitutionDue, .dsfManquant, .dsfObservations, .dsfCopie, .indemnite, .signalementRecu,
      .adresseAVerifier, .adresseEnRetard, .tableAMettreAJour, .transfertPropose,
      .transfertARecevoir, .transfertEnRetard, .accesARepondre, .accesEnRetard,
      .solidariteAVerifier, .referenceChangee, .referenceContredite, .examenEnRetard,
      .relationNonVerifiee, .avisSansObjet:
      break  // They are told; nothing is asked of them that Amont would hear of.
    }
  }
}
