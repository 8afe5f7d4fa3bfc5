public import Vocabulary

// What becomes of a notice when the dossier is decided again.

extension Notice {
  /// Whether it is too late to send it for the first time: the hearing was held, or the day of which it
  /// reminds has passed. The dossier notes that the day passed; nobody is reminded of it.
  public func isOutdated(on day: Day) -> Bool {
    if let audience, audience < day { return true }
    switch code {
    case .contactEnRetard, .dsfEnRetard, .echeanceImpayee, .adresseEnRetard, .transfertEnRetard,
      .accesEnRetard:
      return echeance.map { $0 < day } ?? false
    case .contactAProposer, .dsfDemande, .dsf, .planPropose, .fslDemande,
      .surendettementAConstituer, .surendettementRecevable, .aideAMaintenir, .aideASignaler,
      .aideTrenteSixiemes, .tiersPayantPropose, .droitsAOuvrir, .protocoleRompu,
      .apurementSansObjet, .solidariteAVerifier,
      .logementARechercher, .offreATransmettre, .relogementUrgent, .hebergementARechercher,
      .relogementSansObjet, .audienceInformation, .mesuresEnCours, .delaisADemander,
      .protectionEnCours, .daloPrioritaire, .expulsionIrreguliere, .notificationTardive,
      .prefetNonSaisi, .dossierARevoir, .retourExperience, .procedureClose,
      .locataireARechercher, .appelPossible, .cfpDecision, .pvExpulsion, .meublesARetirer,
      .indemnite, .signalementRecu, .adresseAVerifier, .tableAMettreAJour, .transfertPropose,
      .accesARepondre, .referenceChangee, .referenceContredite, .examenEnRetard,
      .relationNonVerifiee, .avisSansObjet:
      return false
    }
  }

  /// The notice that takes this one back; `nil` where nothing needs to be taken back any more.
  public func withdrawal(on day: Day) -> Notice? {
    guard code != .avisSansObjet, !isOutdated(on: day) else { return nil }
    var withdrawal = Notice(
      .avisSansObjet, dossier: dossier,
      texte: "Un avis précédent (\(code.rawValue)) est sans objet : n'y donnez pas suite.",
      article: article, echeance: echeance, audience: audience, offre: offre)
    withdrawal.annule = code
    withdrawal.commission = commission
    return withdrawal
  }
}
