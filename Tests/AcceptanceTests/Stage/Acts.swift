import Vocabulary

@testable import Contracts

/// An act in the words of the field; its day is that on which it is told, unless it says another.
struct Act: Sendable {
  let event: @Sendable (Day, Cast) -> PartnerEvent

  private init(_ event: @escaping @Sendable (Day, Cast) -> PartnerEvent) { self.event = event }

  /// An event of the day on which it is told.
  static func du(_ event: @escaping @Sendable (Day) -> PartnerEvent) -> Act {
    Act { day, _ in event(day) }
  }

  /// An event about what was said or opened before in the scenario.
  static func avec(_ event: @escaping @Sendable (Day, Cast) -> PartnerEvent) -> Act { Act(event) }
}

/// What of a scenario is known only once it is played.
struct Cast: Sendable {
  /// The dossiers of its households.
  var dossiers: [String: HouseholdID] = [:]
  /// The identifiers of the events told so far, by household, in their order.
  var events: [String: [(id: String, kind: EventKind)]] = [:]
  /// How the step that is being played names the household.
  var menage = Identification()
}

/// The rent of every household of the scenarios, unless it says another: 640 € and 70 € of charges.
enum Bail {
  static let loyer = Cents(64_000)
  static let charges = Cents(7_000)
}

extension Cents {
  /// Whole euros.
  static func euros(_ euros: Int) -> Cents { Cents(euros * 100) }

  /// So many rents, in quarters: `.loyers(2.5)` is two rents and a half.
  static func loyers(_ count: Double) -> Cents { Cents(Int(count * 4) * Bail.loyer.value / 4) }
}

// The first signals.
extension Act {
  static func commandement(
    du acte: Day, dette: Cents = .loyers(4), mois: Int = 4, bail: Day? = nil,
    delai: DelaiDuCommandement? = nil
  ) -> Act {
    .du { _ in
      .signalementCDP(
        SignalementCDP(
          acte: acte, dette: dette, loyer: Bail.loyer, charges: Bail.charges, mois_impayes: mois,
          bail_du: bail, delai: delai))
    }
  }

  static func saisine(
    dette: Cents = .loyers(4), constitue: Day? = nil, aide: Cents? = nil, premier: Day? = nil
  ) -> Act {
    .du {
      .saisineBailleurPM(impaye($0, dette, aide: aide, constitue: constitue, premier: premier))
    }
  }

  static func impayeCAF(
    dette: Cents = .loyers(3), du date: Day? = nil, constitue: Day? = nil,
    aide: Cents = .euros(180), tiersPayant: Bool = true
  ) -> Act {
    .du {
      .signalementImpayeAPL(
        impaye(date ?? $0, dette, aide: aide, tiersPayant: tiersPayant, constitue: constitue))
    }
  }

  /// A tenant, a mayor or a social worker.
  static func saisineLibre(dette: Cents = .loyers(3), motif: Motif? = nil) -> Act {
    .du { .saisineLibre(impaye($0, dette, motif: motif)) }
  }

  private static func impaye(
    _ date: Day, _ dette: Cents, aide: Cents? = nil, tiersPayant: Bool? = nil,
    constitue: Day? = nil, motif: Motif? = nil, premier: Day? = nil
  ) -> SignalementImpaye {
    SignalementImpaye(
      date: date, dette: dette, loyer: Bail.loyer, charges: Bail.charges, aide: aide,
      tiers_payant: tiersPayant, constitue_le: constitue, motif: motif, premier_impaye: premier)
  }
}

// Contact, diagnosis and DSF.
extension Act {
  static let rencontre = contact(.rencontre, par: .rendezVous)

  static func sansReponse(_ canal: Canal) -> Act { contact(.sansReponse, par: canal) }

  static func contact(_ resultat: ContactResultat.Resultat, par canal: Canal) -> Act {
    .du { .contactResultat(ContactResultat(date: $0, canal: canal, resultat: resultat)) }
  }

  static func propose(par canal: Canal, rendezVous: Day? = nil) -> Act {
    .du {
      .contactProposition(ContactProposition(date: $0, canal: canal, rendez_vous: rendezVous))
    }
  }

  static func diagnostic(_ situation: Situation = .maintien) -> Act {
    .du { .diagnosticInitial(situation.diagnostic(on: $0)) }
  }

  /// - Parameter observe: The day on which its author told the parties until when to observe it.
  static func dsf(_ situation: Situation = .maintien, observe: Day? = nil) -> Act {
    .du { day in
      var diagnostic = situation.diagnostic(on: day)
      if let observe {
        diagnostic.rubriques = diagnostic.rubriques ?? Rubriques()
        diagnostic.rubriques?.contradictoire_le = observe
      }
      return .dsfTransmis(diagnostic)
    }
  }

  static func demandeDSF(audience: Day) -> Act {
    .du { .dsfDemande(DSFDemande(date: $0, audience: audience)) }
  }

  static func dsfDeCarence(_ tentatives: [(Day, Canal)], dette: Cents? = nil, aide: Cents? = nil)
    -> Act
  {
    let attempts = tentatives.map { DSFCarence.Tentative(date: $0.0, canal: $0.1) }
    return .du {
      .dsfCarence(DSFCarence(date: $0, tentatives: attempts, dette: dette, aide: aide))
    }
  }

  static func changement(_ nature: MenageChangement.Nature, fin: Day? = nil) -> Act {
    .du { .menageChangement(MenageChangement(date: $0, nature: nature, fin: fin)) }
  }

  static func demandeLogement(adultes: Int, budget: Cents) -> Act {
    .du { day in
      var profil = ProfilLogement()
      (profil.adultes, profil.budget) = (adultes, budget)
      return .relogementDemande(
        RelogementDemande(date: day, numero: "093240000000000001", profil: profil))
    }
  }

  static func demandeHebergement(sante: Bool) -> Act {
    .du { .hebergementDemande(HebergementDemande(date: $0, sante: sante)) }
  }

  static let hebergementDemande = Act.du { .hebergementDemande(HebergementDemande(date: $0)) }

  static func avis(_ instance: AvisCCAPEX.Instance, _ sens: AvisCCAPEX.Sens) -> Act {
    .du { .avisCCAPEX(AvisCCAPEX(date: $0, instance: instance, sens: sens)) }
  }
}

/// What a social worker finds in a household.
struct Situation: Sendable {
  var ressources: Cents?
  var aide = Cents.euros(180)
  var loyer = Bail.loyer
  var charges = Bail.charges
  var dette = Cents.loyers(4)
  var autresDettes = Cents.zero
  var adultes = 1
  var enfants = 1
  var loyerRepris = true
  var souhaiteRester = true
  var conclusion: Diagnostic.Conclusion?

  /// The rent can be paid, and the debt by a plan.
  static let maintien = Situation(ressources: .euros(2_300), conclusion: .maintien)
  /// The rent can be paid, the debt only with help.
  static let maintienAvecAide = Situation(
    ressources: .euros(1_650), conclusion: .maintienSousCondition)
  /// Debts of every kind, far beyond what the FSL pays.
  static let surendette = Situation(
    ressources: .euros(2_100), dette: .euros(9_000), autresDettes: .euros(20_000),
    conclusion: .maintienSousCondition)
  /// The rent is too high even with every right open: effort 58 %.
  static let tropCher = Situation(
    ressources: .euros(915), dette: .loyers(3), conclusion: .relogement)

  func diagnostic(on day: Day) -> Diagnostic {
    Diagnostic(
      date: day, ressources: ressources, aide: aide, loyer: loyer, charges: charges,
      charges_fixes: .euros(100), dette: dette, autres_dettes: autresDettes, adultes: adultes,
      enfants: enfants, loyer_repris: loyerRepris, souhaite_rester: souhaiteRester,
      conclusion: conclusion, auteur: "service social départemental")
  }
}
