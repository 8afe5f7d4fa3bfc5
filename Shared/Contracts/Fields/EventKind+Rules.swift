// What each event asks of its members, one line a member. Types, enumerations and what may be absent
// stand in the Swift types; a test refuses a member of neither.
extension EventKind {
  /// What is asked of the members of such an event, beside their types.
  public var rules: [FieldRule] { Self.menage + ownRules }

  // swift-format-ignore
  @FieldRules private var ownRules: [FieldRule] {
    switch self {
    case .signalementCDP:
      // The threshold of the préfet's arrêté (SIGNAL.seuil) is not asked: an early signal is welcome.
      act("acte")
      rule("acte", .notBefore("bail_du"))
      amount("dette", B.debt, usual: U.debt)
      rule("dette", .usualDebt(rent: "loyer", months: "mois_impayes"))
      amount("loyer", B.rent, usual: U.rent)
      amount("charges", B.monthly, usual: U.monthly)
      rule("mois_impayes", .number(B.months))
      rule("bail_du", .past)
      rule("caution_signifiee", .past)
      rule("caution_signifiee", .since("acte", days: -B.daysGuarantorFirst, years: B.yearsGuarantorLate))
    case .signalementImpayeAPL, .saisineBailleurPM, .saisineLibre:
      act("date")
      rule("date", .notBefore("bail_du"))
      // A congé or troubles need no debt.
      rule("dette", .amount(B.debt)).when("motif", [nil, Motif.impaye])
      rule("dette", .amount(B.anyDebt)).when("motif", [Motif.conge, .troubles, .autre])
      rule("dette", .usual(U.debt))
      rule("dette", .usualDebt(rent: "loyer", months: nil))
      amount("loyer", B.rent, usual: U.rent)
      amount("charges", B.monthly, usual: U.monthly)
      amount("aide", B.monthly, usual: U.monthly)
      rule("constitue_le", .past)
      rule("bail_du", .past)
    case .contactResultat, .avisCCAPEX, .apurementSolde, .surendettementDepot,
      .surendettementRecevabilite, .aplDecision, .aplRenvoi, .daloRecours, .daloDecision,
      .hebergementDemande, .hebergementOrientation, .tribunalNotification, .tribunalAppel,
      .executionCFPDemande, .executionExpulsion, .executionReprise, .dossierCloture, .donneesAcces:
      act("date")
    case .contactProposition:
      act("date")
      rule("rendez_vous", .since("date", days: 0, years: B.yearsAhead))
    case .menageChangement:
      act("date")
      rule("fin", .since("date", days: 0, years: B.yearsOfProtection))
    case .diagnosticInitial, .dsfTransmis:
      act("date")
      amount("ressources", B.resources, usual: U.income)
      amount("aide", B.monthly, usual: U.monthly)
      amount("loyer", B.rent, usual: U.rent)
      amount("charges", B.monthly, usual: U.monthly)
      amount("charges_fixes", B.resources, usual: U.income)
      // A debt that was paid meanwhile is a good diagnosis, not a mistake.
      amount("dette", B.anyDebt, usual: U.debt)
      amount("autres_dettes", B.otherDebts, usual: U.otherDebts)
      rule("adultes", .number(B.adults))
      rule("enfants", .number(B.children))
      rule("auteur", .text(B.longText))
      rule("rubriques.contradictoire_le", .past)
      rule("rubriques.observations_jusque", .ahead)
      rule("rubriques.demande_logement", .text(B.shortText))
      for section in Self.sections { rule("rubriques." + section, .prose(B.section)) }
    case .dsfDemande:
      act("date")
      rule("audience", .since("date", days: 0, years: B.yearsAhead))
    case .dsfCarence:
      act("date")
      rule("tentatives", .count(B.attempts))
      act("tentatives[].date")
      rule("tentatives[].date", .notAfter("date"))
      amount("dette", B.anyDebt, usual: U.debt)
      amount("aide", B.monthly, usual: U.monthly)
    case .apurementDecision:
      act("date")
      rule("montant", .amount(B.debt)).when("accord", is: true)
      rule("montant", .amount(B.nothing)).when("accord", is: false)
      rule("montant", .usual(U.payment))
      rule("versement_le", .since("date", days: 0, years: B.yearsAhead))
    case .apurementPlan:
      act("date")
      rule("nombre", .number(B.instalments))
      rule("nombre", .present).when("accord", is: true)
      rule("premiere", .since("date", days: 0, years: B.yearsAhead))
      rule("premiere", .present).when("accord", is: true)
      amount("mensualite", B.anyDebt, usual: U.payment)
    case .apurementVersement:
      act("date")
      rule("echeance", .number(B.instalments))
      amount("montant", B.debt, usual: U.payment)
    case .apurementIncident:
      act("date")
      rule("echeance", .number(B.instalments))
    case .apurementProtocole:
      // Two years at most; an amendment adds three, five in all (CCH L353-15-2).
      act("date")
      rule("fin", .since("date", days: 0, years: B.yearsOfProtocol)).when("avenant", is: false)
      rule("fin", .since("date", days: 0, years: B.yearsOfProtocol + B.yearsOfAmendment))
        .when("avenant", is: true)
    case .surendettementMesures:
      act("date")
      rule("fin", .since("date", days: 0, years: B.yearsOfPlan))
        .when("mesure", [SurendettementMesures.Mesure.plan, .prp, .cloture])
      rule("fin", .since("date", days: 0, years: B.yearsOfMoratoire))
        .when("mesure", [SurendettementMesures.Mesure.moratoire])
      rule("fin", .present).when("mesure", [SurendettementMesures.Mesure.moratoire])
    case .surendettementSuspension:
      act("date")
      rule("fin", .since("date", days: 0, years: B.yearsOfMoratoire))
    case .relogementDemande:
      act("date")
      rule("numero", .text(B.shortText))
    case .relogementProposition:
      act("date")
      rule("offre", .reference(B.shortText))
      amount("loyer", B.rent, usual: U.rent)
    case .relogementReponse:
      act("date")
      rule("offre", .reference(B.shortText))
      rule("motif", .text(B.shortText))
    case .relogementRefus:
      act("date")
      rule("offre", .text(B.shortText))
      rule("motif", .text(B.shortText))
    case .relogementBail:
      // A lease is signed before it takes effect.
      rule("date", .ahead)
      rule("offre", .reference(B.shortText))
    case .daloFin:
      act("date")
      rule("motif", .text(B.shortText))
    case .tribunalAssignation:
      act("acte")
      rule("notification", .past)
      rule("notification", .notBefore("acte"))
      rule("audience", .since("acte", days: 1, years: B.yearsAhead))
      rule("placement", .since("acte", days: 0, years: B.yearsAhead))
    case .tribunalAudience:
      act("date")
      rule("delibere", .since("date", days: 0, years: B.yearsAhead))
    case .tribunalRenvoi:
      // A hearing may be postponed before it is held.
      rule("date", .ahead)
      rule("nouvelle", .since("date", days: 1, years: B.yearsAhead))
    case .tribunalDecision:
      act("date")
      rule("nombre", .number(B.instalments))
      rule("nombre", .present).when("sens", [TribunalDecision.Sens.delaisSuspensifs])
      rule("premiere", .since("date", days: 0, years: B.yearsAhead))
      rule("premiere", .present).when("sens", [TribunalDecision.Sens.delaisSuspensifs])
      rule("fin_delais", .since("date", days: 0, years: B.yearsOfDelays))
      rule("fin_delais", .present).when("sens", [TribunalDecision.Sens.expulsionAvecDelais])
      amount("mensualite", B.anyDebt, usual: U.payment)
    case .executionCQL:
      act("acte")
      rule("prefet_saisi", .past)
      rule("prefet_saisi", .notBefore("acte"))
    case .executionDelaisJEX:
      act("date")
      rule("fin", .since("date", days: 0, years: B.yearsOfDelays))
    case .executionCFPDecision:
      act("date")
      rule("effet", .since("date", days: 0, years: B.yearsAhead))
    case .indemnisationDemande:
      act("date")
      amount("montant", B.debt, usual: U.debt)
    case .indemnisationDecision:
      act("date")
      rule("montant", .amount(B.debt)).when("accord", is: true)
      rule("montant", .amount(B.nothing)).when("accord", is: false)
      rule("montant", .usual(U.debt))
    case .dossierTransfert:
      act("date")
      rule("departement", .reference(B.departement))
    case .dossierFusion, .dossierSeparation:
      act("date")
      rule("motif", .text(B.longText))
    case .rectification:
      act("date")
      rule("evenement", .text(B.longText))
      rule("source", .text(B.longText))
      rule("type", .eventName)
      rule("donnees", .payload)
      rule("motif", .text(B.longText))
    }
  }

  /// How an event says which household it is about.
  @FieldRules private static var menage: [FieldRule] {
    rule("menage.bail.siret", .siret)
    rule("menage.bail.contrat", .reference(B.shortText))
    rule("menage.allocataire.caisse", .reference(B.caisse))
    rule("menage.allocataire.numero", .allocataire)
    rule("menage.rg.tribunal", .name(B.shortText))
    rule("menage.rg.numero", .rg)
    rule("menage.exploc", .reference(B.shortText))
    rule("menage.commandement.etude", .name(B.shortText))
    rule("menage.commandement.reference", .reference(B.shortText))
    rule("menage.locataires", .count(B.tenants))
    rule("menage.locataires[].nom", .person(B.shortText))
    rule("menage.locataires[].prenom", .person(B.shortText))
    rule("menage.locataires[].naissance", .past)
    rule("menage.logement.insee", .commune)
    rule("menage.logement.voie", .street(B.longText))
    rule("menage.logement.complement", .text(B.longText))
    rule("menage.bailleur.siren", .siren)
  }

  private static let sections = [
    "observations_locataire", "observations_bailleur", "preconisations", "situation_familiale",
    "situation_professionnelle", "accompagnement", "logement", "causes",
  ]

  private typealias B = FieldBounds
  private typealias U = UsualAmounts
}

/// Lists rules one below the other.
@resultBuilder private enum FieldRules {
  static func buildExpression(_ rule: FieldRule) -> [FieldRule] { [rule] }
  static func buildExpression(_ rules: [FieldRule]) -> [FieldRule] { rules }
  static func buildBlock(_ rules: [FieldRule]...) -> [FieldRule] { rules.flatMap(\.self) }
  static func buildEither(first rules: [FieldRule]) -> [FieldRule] { rules }
  static func buildEither(second rules: [FieldRule]) -> [FieldRule] { rules }
  static func buildArray(_ rules: [[FieldRule]]) -> [FieldRule] { rules.flatMap(\.self) }
}

private func rule(_ path: String, _ demand: FieldRule.Demand) -> FieldRule {
  FieldRule(path, demand)
}

/// The day of an act.
private func act(_ path: String) -> FieldRule { FieldRule(path, .act) }

/// An amount, with what is usual of it.
private func amount(
  _ path: String, _ bounds: ClosedRange<Int>, usual: ClosedRange<Int>
) -> [FieldRule] {
  [FieldRule(path, .amount(bounds)), FieldRule(path, .usual(usual))]
}
