import Contracts

// Lives of the field, after the scenarios of the reference. All are told within three years of
// their first act: what is older is barred.
extension Life {
  private static let cdp2017 =
    #""acte":"2017-09-12","dette":284000,"loyer":71000,"charges":9000,"mois_impayes":4"#
  private static let good =
    #""ressources":180000,"aide":20000,"loyer":71000,"charges":9000,"charges_fixes":20000,"#
    + #""dette":284000,"autres_dettes":0,"adultes":2,"enfants":1,"loyer_repris":true,"#
    + #""souhaite_rester":true,"conclusion":"maintien""#
  private static let poor =
    #""ressources":90000,"aide":0,"loyer":71000,"charges":9000,"charges_fixes":30000,"#
    + #""dette":284000,"autres_dettes":500000,"adultes":1,"enfants":2,"loyer_repris":false,"#
    + #""souhaite_rester":false,"conclusion":"relogement""#

  static let all: [Life] = [
    Life(
      "FSL dans le délai", toldOn: "2018-01-15",
      [
        (.huissier, .signalementCDP, cdp2017),
        (
          .serviceSocial, .contactResultat,
          #""date":"2017-09-26","canal":"visite","resultat":"rencontre""#
        ),
        (.serviceSocial, .diagnosticInitial, #""date":"2017-09-27","# + good),
        (.fsl, .apurementDecision, #""date":"2017-10-30","accord":true,"montant":284000"#),
        (.bailleurPrive, .apurementSolde, #""date":"2017-10-30""#),
      ]),
    Life(
      "Surendettement recevable dans le délai", toldOn: "2018-02-01",
      [
        (
          .huissier, .signalementCDP,
          #""acte":"2017-10-03","dette":284000,"loyer":71000,"charges":9000,"mois_impayes":4"#
        ),
        (.serviceSocial, .diagnosticInitial, #""date":"2017-10-10","# + poor),
        (.menage, .surendettementDepot, #""date":"2017-10-20""#),
        (.banqueDeFrance, .surendettementRecevabilite, #""date":"2017-11-20","recevable":true"#),
        (.caf, .aplDecision, #""date":"2017-12-04","maintien":true"#),
      ]),
    Life(
      "Échéancier du juge", toldOn: "2018-12-01",
      [
        (.huissier, .signalementCDP, cdp2017),
        (
          .huissier, .tribunalAssignation,
          #""acte":"2017-12-05","notification":"2017-12-06","audience":"2018-03-20","dette_locative":true"#
        ),
        (.operateurDSF, .dsfTransmis, #""date":"2018-03-01","# + good),
        (
          .tribunal, .tribunalAudience,
          #""date":"2018-03-20","locataire_present":true,"delibere":"2018-04-17""#
        ),
        (
          .tribunal, .tribunalDecision,
          #""date":"2018-04-17","sens":"delais-suspensifs","nombre":24,"premiere":"2018-06-10""#
        ),
        (.bailleurPrive, .apurementVersement, #""date":"2018-06-09","echeance":1,"montant":12000"#),
        (.bailleurPrive, .apurementVersement, #""date":"2018-07-09","echeance":2,"montant":12000"#),
      ]),
    Life(
      "Jusqu'au concours de la force publique", toldOn: "2019-06-20",
      [
        (.huissier, .signalementCDP, cdp2017),
        (
          .huissier, .tribunalAssignation,
          #""acte":"2017-12-05","notification":"2017-12-06","audience":"2018-03-20","dette_locative":true"#
        ),
        (.tribunal, .tribunalRenvoi, #""date":"2018-03-20","nouvelle":"2018-05-15""#),
        (.operateurDSF, .dsfTransmis, #""date":"2018-05-02","# + poor),
        (
          .tribunal, .tribunalAudience,
          #""date":"2018-05-15","locataire_present":false,"delibere":"2018-06-12""#
        ),
        (.tribunal, .tribunalDecision, #""date":"2018-06-12","sens":"expulsion-ferme""#),
        (.huissier, .executionCQL, #""acte":"2018-07-02","prefet_saisi":"2018-07-03""#),
        (.menage, .daloRecours, #""date":"2018-07-20""#),
        (.commissionMediation, .daloDecision, #""date":"2018-10-02","prioritaire":true"#),
        (.huissier, .executionCFPDemande, #""date":"2018-09-10""#),
        (.prefecture, .executionCFPDecision, #""date":"2019-04-15","accord":true"#),
        (
          .bailleurSocial, .relogementProposition,
          #""date":"2019-05-02","offre":"R-1","adaptee":true,"loyer":45000"#
        ),
        (.menage, .relogementReponse, #""date":"2019-05-07","offre":"R-1","accepte":true"#),
        (.bailleurSocial, .relogementBail, #""date":"2019-06-15","offre":"R-1""#),
      ]),
    Life(
      "Relogement avant l'assignation", toldOn: "2018-06-01",
      [
        (
          .bailleurSocial, .saisineBailleurPM,
          #""date":"2018-02-06","dette":284000,"loyer":71000,"charges":9000"#
        ),
        (
          .serviceSocial, .contactResultat,
          #""date":"2018-02-12","canal":"courrier","resultat":"sans-reponse""#
        ),
        (
          .serviceSocial, .contactResultat,
          #""date":"2018-02-15","canal":"visite","resultat":"rencontre""#
        ),
        (.serviceSocial, .diagnosticInitial, #""date":"2018-02-20","# + poor),
        (
          .bailleurSocial, .relogementProposition,
          #""date":"2018-03-01","offre":"R-1","adaptee":true,"loyer":45000"#
        ),
        (
          .menage, .relogementReponse,
          #""date":"2018-03-05","offre":"R-1","accepte":false,"motif":"trop-loin""#
        ),
        (
          .bailleurSocial, .relogementProposition,
          #""date":"2018-04-05","offre":"R-2","adaptee":true,"loyer":45000"#
        ),
        (.menage, .relogementReponse, #""date":"2018-04-09","offre":"R-2","accepte":true"#),
        (.bailleurSocial, .relogementBail, #""date":"2018-05-01","offre":"R-2""#),
      ]),
  ]
}
