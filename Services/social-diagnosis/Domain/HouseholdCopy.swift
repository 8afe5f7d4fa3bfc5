import Casework
import Contracts
import Vocabulary

/// How the household reads a DSF.
enum DSFReading {
  /// It may observe it before the judge reads it.
  case observations
  /// The judge has it.
  case sent
}

extension DiagnosisContext {
  /// The household has what the judge has (décret 2021-8). A household has one account: once a
  /// violence in it is known the sections, in which each of the couple may have spoken of the
  /// other, do not go there. The service social hands them to each person (Code civil art. 515-9).
  mutating func tellHousehold(_ reading: DSFReading, of content: Diagnostic, until due: Day? = nil)
    throws
  {
    var copy = content
    if file.isViolenceKnown { copy.rubriques = nil }
    let isWhole = copy == content
    let text =
      switch (reading, isWhole) {
      case (.observations, true):
        "Voici le diagnostic social et financier que le juge recevra : présentez vos observations à"
          + " son auteur, par écrit ou de vive voix, avant l'échéance."
      case (.observations, false):
        "Le diagnostic social et financier que le juge recevra est prêt : en voici les montants."
          + " Demandez-en le texte entier à votre travailleur social, et présentez vos observations à"
          + " son auteur, par écrit ou de vive voix, avant l'échéance."
      case (.sent, true):
        "Voici le diagnostic social et financier transmis au tribunal : présentez vos observations"
          + " à l'audience."
      case (.sent, false):
        "Le diagnostic social et financier est transmis au tribunal : en voici les montants."
          + " Demandez-en le texte entier à votre travailleur social, et présentez vos observations à"
          + " l'audience."
      }
    let (code, article): (Notice.Code, String) =
      switch reading {
      case .observations: (.dsfObservations, DiagnosisBasis.observations)
      case .sent: (.dsf, DiagnosisBasis.copies)
      }
    try tell(code, to: .menage, text, article: article, due: due, hearing: file.dsf.hearing) {
      $0.diagnostic = copy
    }
    guard !isWhole else { return }
    try tell(
      .contactAProposer, to: .serviceSocial,
      "Le compte du ménage ne reçoit du diagnostic social et financier que les montants : demandez le"
        + " texte entier à son auteur, et remettez-le en main propre à chaque personne, séparément"
        + (due == nil ? ", avant l'audience." : ", avant l'échéance."),
      article: DiagnosisBasis.violence, due: due, hearing: file.dsf.hearing)
  }
}
