import Casework
import Contracts
import LegalCalendar
import Vocabulary

extension DiagnosisContext {
  /// A measure of protection is found: the curator or tutor is told of whatever the household is.
  mutating func receive(_ change: MenageChangement) throws {
    switch change.nature {
    case .protection:
      guard !file.hasGuardian else { return }
      file.hasGuardian = true
      try tell(
        .contactAProposer, to: .mandataire,
        "Le ménage que vous assistez est menacé d'expulsion : prenez contact avec le service social,"
          + " aucune demande d'aide ne se fera sans vous.", article: DiagnosisBasis.protection,
        due: dueAhead, hearing: file.dsf.hearing)
      try tell(
        .contactAProposer, to: .serviceSocial,
        "Le ménage est sous mesure de protection : associez son mandataire à l'entretien et aux"
          + " demandes.", article: DiagnosisBasis.protection, due: dueAhead,
        hearing: file.dsf.hearing)
    // The saga decides on them, and stops the contact where it must.
    case .separation: try askAnew()
    case .deces, .vulnerabilite: break
    case .violences: file.isViolenceKnown = true
    }
  }

  /// One of the couple is gone: what was diagnosed was of two. Resources and unités de consommation
  /// are counted anew for the one who stays, and the one who leaves has a demand of its own.
  private mutating func askAnew() throws {
    guard file.isDiagnosed, file.contact.stage == .met else { return }
    file.diagnosis?.content.conclusion = .indetermine
    file.contact.reminders = 0
    let due = try arm(.diagnosis, after: .days(rules.charter.diagnosisDays))
    try tell(
      .contactAProposer, to: .serviceSocial,
      "Le ménage s'est séparé : refaites le diagnostic de la personne qui reste, ressources et unités"
        + " de consommation comprises, et aidez celle qui part à demander un logement.",
      article: DiagnosisBasis.separation, due: due, hearing: file.dsf.hearing)
  }
}
