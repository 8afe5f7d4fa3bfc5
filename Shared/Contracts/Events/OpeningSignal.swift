/// An event by which Amont may first hear of a household, by what matters at the door.
public enum OpeningSignal: Sendable, Hashable {
  /// A commandement de payer.
  case notice(SignalementCDP)
  /// Arrears or another motive, before any act.
  case arrears(SignalementImpaye, isSaisine: Bool)
  case summons(TribunalAssignation)
  /// A commandement de quitter les lieux.
  case quitOrder(ExecutionCQL)
  /// A request of the concours de la force publique.
  case policeAid(ExecutionCFPDemande)
  /// Another département sends it.
  case transfer(DossierAccueil)
}
