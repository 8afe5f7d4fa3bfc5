public import Contracts
public import Vocabulary

/// What a judge decided.
public struct Ruling: Sendable, Hashable {
  /// The kind of decision.
  public var sens: TribunalDecision.Sens
  /// The number of instalments, where it sets a schedule.
  public var instalments: Int?
  /// The day of the first one.
  public var first: Day?
  /// The last day of the delays, where it grants some.
  public var end: Day?
  /// The monthly instalment.
  public var instalment: Cents?
  /// What the judge finds besides: his words, never Amont's.
  public var findings: Set<Finding>

  /// What a judge may find. The raw values are stored and never change.
  public enum Finding: String, CaseIterable, Sendable, Hashable {
    /// The household is in bad faith (CPCE L412-1, L412-3, since 2023).
    case badFaith = "mauvaise-foi"
    /// It entered by voie de fait (CPCE L412-1).
    case trespass = "voie-de-fait"
    /// The winter truce is set aside (CPCE L412-6).
    case truceSetAside = "treve-ecartee"
    /// Students' housing (CPCE L412-7).
    case studentHousing = "logement-etudiant"
    /// The debt was erased (C. consom. L714-1).
    case erasure = "apres-effacement"
    /// The decision is enforceable at once.
    case enforceable = "executoire"
    /// It is not (CPC art. 514-1).
    case notEnforceable = "non-executoire"
  }

  /// A ruling made of its parts.
  public init(
    sens: TribunalDecision.Sens, instalments: Int? = nil, first: Day? = nil, end: Day? = nil,
    instalment: Cents? = nil, findings: Set<Finding> = []
  ) {
    self.sens = sens
    self.instalments = instalments
    self.first = first
    self.end = end
    self.instalment = instalment
    self.findings = findings
  }

  /// What the partner published.
  init(_ act: TribunalDecision) {
    var found: Set<Finding> = []
    if act.mauvaise_foi == true { found.insert(.badFaith) }
    if act.voie_de_fait == true { found.insert(.trespass) }
    if act.treve_ecartee == true { found.insert(.truceSetAside) }
    if act.logement_etudiant == true { found.insert(.studentHousing) }
    if act.apres_effacement == true { found.insert(.erasure) }
    if let isEnforceable = act.execution_provisoire {
      found.insert(isEnforceable ? .enforceable : .notEnforceable)
    }
    self.init(
      sens: act.sens, instalments: act.nombre, first: act.premiere, end: act.fin_delais,
      instalment: act.mensualite, findings: found)
  }

  /// Both tellings of one decision as one, or `nil` when they contradict each other.
  func merged(with said: Ruling) -> Ruling? {
    guard said.sens == sens else { return nil }
    return Ruling(
      sens: sens, instalments: said.instalments ?? instalments, first: said.first ?? first,
      end: said.end ?? end, instalment: said.instalment ?? instalment,
      findings: findings.union(said.findings))
  }
}
