import Contracts

/// One sound payload of each event, as received on 5 February 2018.
enum Sample {
  static func fields(_ kind: EventKind) -> String {
    switch kind {
    case .signalementCDP: Fixture.cdp
    case .signalementImpayeAPL, .saisineBailleurPM, .saisineLibre: Fixture.arrears
    case .contactResultat: date + #","canal":"courrier","resultat":"sans-reponse""#
    case .diagnosticInitial, .dsfTransmis:
      date
        + #","ressources":150000,"aide":20000,"loyer":60000,"charges":9000,"charges_fixes":30000,"#
        + #""dette":290000,"autres_dettes":0,"adultes":2,"enfants":1,"loyer_repris":true,"#
        + #""souhaite_rester":true"#
    case .apurementDecision: date + #","accord":true,"montant":100000"#
    case .apurementPlan: date + #","accord":true,"nombre":24,"premiere":"2018-03-10""#
    case .apurementVersement: date + #","echeance":1,"montant":7000"#
    case .apurementSolde, .surendettementDepot, .daloRecours, .executionCFPDemande,
      .executionExpulsion, .executionReprise:
      date
    case .surendettementRecevabilite: date + #","recevable":true"#
    case .surendettementMesures: date + #","mesure":"moratoire","fin":"2020-01-31""#
    case .aplDecision: date + #","maintien":true"#
    case .relogementProposition: date + #","offre":"R-12","adaptee":true,"loyer":40000"#
    case .relogementReponse: date + #","offre":"R-12","accepte":false,"motif":"trop-loin""#
    case .relogementBail: #""date":"2018-05-01","offre":"R-12""#
    case .daloDecision: date + #","prioritaire":true"#
    case .hebergementOrientation: date + #","etape":"proposee""#
    case .tribunalAssignation:
      #""acte":"2018-01-30","notification":"2018-01-31","audience":"2018-04-17","#
        + #""dette_locative":true"#
    case .tribunalAudience: date + #","locataire_present":true,"delibere":"2018-03-20""#
    case .tribunalRenvoi: #""date":"2018-02-20","nouvelle":"2018-05-15""#
    case .tribunalDecision:
      date + #","sens":"delais-suspensifs","nombre":36,"premiere":"2018-03-10""#
    case .executionCQL: #""acte":"2018-02-01","prefet_saisi":"2018-02-02""#
    case .executionDelaisJEX: date + #","fin":"2018-09-01""#
    case .executionCFPDecision: date + #","accord":false"#
    case .contactProposition: date + #","canal":"courrier","rendez_vous":"2018-02-12""#
    case .menageChangement: date + #","nature":"deces""#
    case .dsfDemande: date + #","audience":"2018-04-17""#
    case .dsfCarence:
      date + #","tentatives":[{"date":"2018-01-20","canal":"courrier"}],"dette":290000"#
    case .avisCCAPEX: date + #","instance":"sous-commission","sens":"maintien""#
    case .apurementIncident: date + #","echeance":3"#
    case .apurementProtocole: date + #","fin":"2020-02-01","avenant":false"#
    case .surendettementSuspension: date + #","fin":"2019-02-01""#
    case .aplRenvoi: date + #","vers":"bailleur""#
    case .relogementDemande: date + #","numero":"093180000000000001""#
    case .relogementRefus: date + #","offre":"R-12","motif":"ressources""#
    case .daloFin: date + #","motif":"offre-refusee""#
    case .hebergementDemande: date
    case .tribunalNotification: date + #","refere":false"#
    case .tribunalAppel: date + #","etape":"forme""#
    case .indemnisationDemande: date + #","montant":500000"#
    case .indemnisationDecision: date + #","accord":false,"montant":0"#
    case .dossierCloture: date + #","motif":"sans-suite""#
    case .dossierTransfert: date + #","etape":"propose","departement":"77""#
    case .dossierFusion, .dossierSeparation:
      date + #","autre":"00000000-0000-4000-8000-000000000001""#
    case .donneesAcces: date + #","etape":"demande""#
    case .rectification:
      date + #","evenement":"CDP-1/1","type":"signalement.cdp""#
    }
  }

  private static let date = #""date":"2018-02-01""#
}
