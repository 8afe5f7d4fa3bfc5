/// What a partner committed itself to, with a target a year (instruction § 1.1).
public struct Commitment: Sendable, Hashable {
  /// The partner, in its own words: `bailleurs sociaux`.
  public let partner: String
  public let text: String
  public let indicator: String
  /// Whether the indicator should reach the target or stay under it.
  public let direction: Direction
  public let unit: Unit
  public let targets: [Int: Int]

  /// The lines of the yearly evaluation that may have a target, as `amontctl report` names them.
  public static let indicators = [
    "F1", "F2", "F3", "F4", "F5", "F5.fermes", "F5.delais", "F6", "F7.demandes", "F7.accords",
    "F7.refus", "F7.silences", "F8", "P1", "P2", "P3", "P3.mois", "P3.proposition", "P3.entretien",
    "D1", "D1.2021", "D2", "A1", "J1.rejets", "J1.extinctions", "J1.delais", "J1.fermes",
    "J1.expulsions-delais", "E1.tenus", "E1.rompus", "E1.rang", "AP1.plan", "AP1.plan.commandement",
    "AP1.plan.montant", "AP1.plan.delai", "AP1.fsl", "AP1.fsl.commandement", "AP1.fsl.montant",
    "AP1.fsl.delai", "AP1.surendettement", "AP1.surendettement.commandement",
    "AP1.surendettement.montant", "AP1.surendettement.delai", "AP1.apl", "AP1.apl.commandement",
    "AP1.apl.montant", "AP1.apl.delai", "AP1.commandement", "R1.propositions", "R1.acceptations",
    "R1.refus", "R1.motifs", "R1.audience", "R1.cfp", "R1.social", "DA1", "X1", "C1.demandes",
    "C1.decisions", "C1.accords", "C1.montants", "C1.mois", "Q1.tardives", "Q1.adresses",
    "Q1.communes", "Q1.refus", "Q1.reponses", "Q1.dossiers", "Q1.doutes", "S1.parc",
    "S1.anciennete", "S1.dette", "S1.menage",
  ]

  /// Which side of the target is good.
  public enum Direction: String, CaseIterable, Sendable {
    case atLeast = "au-moins"
    case atMost = "au-plus"
  }

  /// What the targets count.
  public enum Unit: String, CaseIterable, Sendable {
    case number = "nombre"
    case percent = "%"
    case days = "jours"
    case euros = "euros"
  }
}
