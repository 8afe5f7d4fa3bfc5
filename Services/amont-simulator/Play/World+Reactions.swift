import Contracts
import LegalCalendar
import Vocabulary

// What partners do about the notices that ask something of them.

extension World {
  /// The operator writes the DSF before the hearing.
  mutating func writeDSF(
    _ persona: Persona, _ notice: Notice, _ reader: PartnerKind, on day: Day
  ) {
    // A household that nobody meets has no DSF; the court is told so.
    guard persona.isReachable else { return }
    let sent = day.adding(days: 20)
    let written = max(notice.audience.map { min(sent, $0.adding(days: -12)) } ?? sent, day)
    plan(persona, on: written, by: reader, .dsfTransmis(persona.diagnostic(on: written)))
  }

  /// Whether a partner lets a request drop, as a few do: their silence is what deadlines are for.
  func forgets(_ persona: Persona, _ request: String) -> Bool {
    var dice = dice(persona, "forgets " + request)
    return persona.index >= Fate.allCases.count && dice.happens(Self.forgetful)
  }

  /// How many requests in a hundred are dropped.
  private static let forgetful = 7

  /// The social worker's door.
  mutating func meet(_ persona: Persona, _ reader: PartnerKind, on day: Day) {
    var dice = dice(persona, "contact")
    let visit = day.adding(days: dice.number(4...9))
    guard persona.isReachable else {
      for attempt in 0..<3 {
        let tried = visit.adding(days: attempt * 8)
        plan(
          persona, on: tried, by: reader,
          .contactResultat(
            ContactResultat(
              date: tried, canal: attempt == 2 ? .visite : .courrier, resultat: .sansReponse)))
      }
      return
    }
    let diagnosed = visit.adding(days: dice.number(3...8))
    // Now and then the visit is told after what came of it.
    let told = dice.happens(6) ? diagnosed.adding(days: 2) : visit
    plan(
      persona, on: told, by: reader,
      .contactResultat(ContactResultat(date: visit, canal: .rendezVous, resultat: .rencontre)))
    plan(persona, on: diagnosed, by: reader, .diagnosticInitial(persona.diagnostic(on: diagnosed)))
  }

  mutating func answerFSL(_ persona: Persona, on day: Day) {
    var dice = dice(persona, "fsl")
    let answered = day.adding(days: dice.number(20...30))
    let isGranted = persona.fate == .fsl
    plan(
      persona, on: answered, by: .fsl,
      .apurementDecision(
        ApurementDecision(
          date: answered, accord: isGranted, montant: isGranted ? persona.debt : .zero)))
    guard isGranted else { return }
    let paid = answered.adding(days: 14)
    plan(persona, on: paid, by: landlord(persona), .apurementSolde(ApurementSolde(date: paid)))
  }

  mutating func answerAid(_ persona: Persona, on day: Day) {
    var dice = dice(persona, "aid")
    let answered = day.adding(days: dice.number(8...16))
    // The CAF now and then lets it drop: the silence is what deadlines are for.
    guard dice.happens(85) else { return }
    plan(
      persona, on: answered, by: .caf, .aplDecision(APLDecision(date: answered, maintien: true)))
  }

  /// The landlord answers, whoever handed the proposal over to him.
  mutating func answerPlan(_ persona: Persona, on asked: Day) {
    var dice = dice(persona, "plan")
    let day = asked.adding(days: dice.number(8...16))
    let isAgreed = persona.fate == .keepsPlan || persona.fate == .breaksPlan
    // A silent household's landlord does not even answer.
    guard persona.isReachable, persona.fate != .paysInTime else { return }
    let first = day.adding(days: 30)
    plan(
      persona, on: day, by: landlord(persona),
      .apurementPlan(
        ApurementPlan(
          date: day, accord: isAgreed, nombre: isAgreed ? Self.instalments : nil,
          premiere: isAgreed ? first : nil)))
    guard isAgreed else { return }
    pay(
      persona, persona.fate == .keepsPlan ? Self.instalments : 1, of: Self.instalments, from: first)
    if persona.fate == .keepsPlan, let last = first.adding(months: Self.instalments - 1) {
      let cleared = last.adding(days: 3)
      plan(
        persona, on: cleared, by: landlord(persona), .apurementSolde(ApurementSolde(date: cleared)))
    }
  }

  mutating func declareOverIndebted(_ persona: Persona, on asked: Day) {
    let day = asked.adding(days: 10)
    plan(
      persona, on: day, by: .serviceSocial, .surendettementDepot(SurendettementDepot(date: day)))
    let admitted = day.adding(days: 25)
    plan(
      persona, on: admitted, by: .banqueDeFrance,
      .surendettementRecevabilite(SurendettementRecevabilite(date: admitted, recevable: true)))
    let measured = admitted.adding(days: 90)
    plan(
      persona, on: measured, by: .banqueDeFrance,
      .surendettementMesures(SurendettementMesures(date: measured, mesure: .prp)))
  }

  /// The SIAO finds a place; few households want it.
  mutating func shelter(_ persona: Persona, on day: Day) {
    let proposed = day.adding(days: 12)
    orient(persona, .proposee, on: proposed)
    let isAccepted = persona.fate == .accommodated
    orient(persona, isAccepted ? .acceptee : .refusee, on: proposed.adding(days: 6))
  }

  private mutating func orient(
    _ persona: Persona, _ step: HebergementOrientation.Etape, on day: Day
  ) {
    plan(
      persona, on: day, by: .siao,
      .hebergementOrientation(HebergementOrientation(date: day, etape: step)))
  }

  /// The first body asked that has a dwelling proposes one, and one only.
  mutating func offer(_ persona: Persona, _ reader: PartnerKind, on day: Day) {
    // For a household that is DALO priority a dwelling is found once it is, not before.
    let isExpected =
      persona.fate == .rehousedEarly
      || (persona.fate == .dalo && memories[persona.index].isPriority)
    guard isExpected, !memories[persona.index].hasOffer,
      [.bailleurSocial, .reservataire, .prefecture].contains(reader)
    else { return }
    memories[persona.index].hasOffer = true
    let proposed = day.adding(days: 30)
    plan(
      persona, on: proposed, by: reader,
      .relogementProposition(
        RelogementProposition(
          date: proposed, offre: "LOG-\(persona.index)", adaptee: true,
          loyer: Cents(persona.rent.value * 7 / 10))))
  }

  /// The commission decides that nothing is left to follow.
  mutating func close(_ persona: Persona, on asked: Day) {
    var dice = dice(persona, "closure")
    let decided = asked.adding(days: dice.number(8...20))
    plan(
      persona, on: decided, by: .ccapex,
      .dossierCloture(DossierCloture(date: decided, motif: persona.endOfFollowUp)))
  }

  mutating func answerOffer(
    _ persona: Persona, _ notice: Notice, _ reader: PartnerKind, on day: Day
  ) {
    guard let offer = notice.offre, reader == .menage, !memories[persona.index].hasAnswered else {
      return
    }
    // Some answer only when they are reminded.
    let isReminder = memories[persona.index].hasReadOffer
    memories[persona.index].hasReadOffer = true
    guard isReminder || !forgets(persona, "offer") else { return }
    memories[persona.index].hasAnswered = true
    let answered = day.adding(days: 6)
    plan(
      persona, on: answered, by: .menage,
      .relogementReponse(RelogementReponse(date: answered, offre: offer, accepte: true)))
    let signed = answered.adding(days: 20)
    plan(
      persona, on: signed, by: .bailleurSocial,
      .relogementBail(RelogementBail(date: signed, offre: offer)))
  }
}

extension Persona {
  /// Why the commission closes the dossier of a household that nothing is awaited of any more.
  fileprivate var endOfFollowUp: DossierCloture.Motif {
    switch fate {
    case .paysInTime, .keepsPlan, .fsl, .surendettement: .detteSoldee
    case .keepsSchedule: .bailMaintenu
    case .landlordWithdraws: .desistement
    case .accommodated: .hebergement
    case .evicted: .expulsion
    case .leaves, .silent: .depart
    case .breaksPlan, .breaksSchedule, .rehousedEarly, .dalo: .sansSuite
    }
  }
}
