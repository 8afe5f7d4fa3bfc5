import Casework
import Contracts
import LegalCalendar
import Vocabulary

/// What is wrong with an act, told once to those who can mend it; it never blocks a message. The
/// raw values are stored and never change.
public enum Irregularity: String, CaseIterable, Sendable, Hashable {
  /// The assignation was notified to the préfet too late before the hearing (loi 89-462 art. 24
  /// III).
  case lateNotification = "notification-tardive"
  /// It was filed at the court too late before the hearing (CPC art. 839, then 754).
  case lateFiling = "placement-tardif"
  /// It came before the end of the CCAPEX's seizure, or without one (loi 89-462 art. 24 II).
  case seizure = "saisine"
  /// It came before the end of the commandement de payer (loi 89-462 art. 24 I).
  case noticeRunning = "commandement"
  /// The tenant is unknown at the address (CPC art. 659).
  case unknownAddress = "adresse"
  /// The préfet was not seized of the CQL, or late (CPCE L412-5).
  case unseizedPrefect = "prefet-non-saisi"
  /// The CQL was served while the delay of appeal, or the appeal, stayed the execution (CPC art.
  /// 539).
  case stayedTitle = "titre-suspendu"
  /// The concours was requested before the end of the CQL's delay.
  case premature = "demande-prematuree"
  /// The concours is refused without a lawful motive (instruction § 3.2).
  case insufficientRefusal = "refus-insuffisant"
  /// A judge's delays are longer or shorter than the law allows.
  case outOfBounds = "hors-limites"
  /// The eviction was carried out on a Sunday or a public holiday (CPCE L141-1).
  case forbiddenDay = "jour-interdit"
  /// The force publique took part without a concours that Amont knows of.
  case withoutPoliceAid = "sans-concours"
  /// The congé needs an offer of another dwelling (loi 89-462 art. 15 III).
  case protectedTenant = "locataire-protege"
  /// The title of the eviction was reversed (CPCE L111-10).
  case reversedTitle = "titre-infirme"
}

extension CourtContext {
  /// Tells an irregularity of an act to the préfet, once.
  ///
  /// - Parameter due: The limit that was missed: it is told though it is past.
  mutating func tellOnce(
    _ irregularity: Irregularity, ofActAt index: Int, _ text: String, article: String,
    due: Day? = nil, hearing: Day? = nil, code: Notice.Code = .dossierARevoir
  ) throws {
    guard file.acts[index].told.insert(irregularity).inserted else { return }
    try tell(code, to: .prefecture, text, article: article, hearing: hearing) {
      $0.echeance = due
    }
  }
}
