import Casework
public import Contracts
import LegalCalendar
import Vocabulary

/// A diagnosis, with what the indicators say of it.
public struct AssessedDiagnosis: Sendable, Hashable {
  /// Where a diagnosis comes from.
  public enum Origin: String, CaseIterable, Sendable {
    /// The first diagnosis, made to orient the household.
    case initial
    /// The diagnostic social et financier, made for the judge.
    case dsf
  }
  public var origin: Origin
  /// What the social worker and the household established.
  public var content: Diagnostic
  public var capacity: Capacity

  public init(origin: Origin, content: Diagnostic, capacity: Capacity) {
    self.origin = origin
    self.content = content
    self.capacity = capacity
  }
}

// What a diagnosis, first or for the judge, says of the capacity to stay.

extension DiagnosisContext {
  /// A diagnosis arrives. An older one than that on file changes nothing, unless it is the DSF.
  mutating func receive(_ content: Diagnostic, as origin: AssessedDiagnosis.Origin) throws {
    let capacity = Capacity(of: content, by: rules.charter.thresholds)
    let new = AssessedDiagnosis(origin: origin, content: content, capacity: capacity)
    guard new != file.diagnosis else { return }
    // A diagnosis that knows the resources was made with the household.
    if content.ressources != nil { try meet(on: content.date) }
    if isLatest(new) { try keep(new) }
    if origin == .dsf { try forward(content) }
  }

  /// The latest day prevails; on the same day, the one made for the judge.
  private func isLatest(_ new: AssessedDiagnosis) -> Bool {
    guard let known = file.diagnosis else { return true }
    if new.content.date != known.content.date { return new.content.date > known.content.date }
    switch (known.origin, new.origin) {
    case (.initial, .initial), (.initial, .dsf), (.dsf, .dsf): return true
    case (.dsf, .initial): return false
    }
  }

  private mutating func keep(_ new: AssessedDiagnosis) throws {
    let before = file.diagnosis
    file.diagnosis = new
    if file.contact.stage == .met { file.contact.reminders = 0 }
    if file.isDiagnosed {
      disarm(.diagnosis)
    } else if file.contact.stage == .met {
      try arm(.diagnosis, after: .days(rules.charter.diagnosisDays))
    }
    guard
      new.content.conclusion != before?.content.conclusion
        || new.capacity.measure != before?.capacity.measure || before == nil
    else { return }
    try report(
      trigger(new.content.conclusion), on: new.content.date, sentence(of: new),
      article: DiagnosisBasis.diagnosis)
    guard !file.isDiagnosed else { return }
    try tell(
      .contactEnRetard, to: .serviceSocial,
      new.content.ressources == nil
        ? "Le diagnostic ne conclut pas : complétez les ressources du ménage."
        : "Le diagnostic ne conclut pas. Les indicateurs proposent : \(new.capacity.conclusion.said)."
          + " Dites votre conclusion : eux seuls ne décident de rien.",
      article: DiagnosisBasis.humanDecision, hearing: file.dsf.hearing)
  }

  /// A human's word, never a score's (RGPD art. 22).
  private func trigger(_ conclusion: Diagnostic.Conclusion?) -> Trigger {
    switch conclusion {
    case .maintien: .diagnosedCanStay
    case .maintienSousCondition: .diagnosedCanStayOnConditions
    case .relogement: .diagnosedMustMove
    case .indetermine, nil: .diagnosisInconclusive
    }
  }

  /// The measure of the indicators where the human agrees with them; else his own words.
  private func sentence(of made: AssessedDiagnosis) -> String {
    if made.content.conclusion?.rawValue == made.capacity.conclusion.rawValue {
      return sentence(made.capacity.measure)
    }
    switch made.content.conclusion {
    case .maintien: return "Diagnostic : le travailleur social conclut au maintien."
    case .maintienSousCondition:
      return "Diagnostic : le travailleur social conclut au maintien sous condition."
    case .relogement: return "Diagnostic : le travailleur social conclut au relogement."
    case .indetermine, nil: return "Diagnostic sans conclusion du travailleur social."
    }
  }

  private func sentence(_ measure: Capacity.Measure) -> String {
    switch measure {
    case .none: "Diagnostic : maintien possible, aucune dette à apurer."
    case .plan: "Diagnostic : maintien possible avec un plan d'apurement que le ménage peut tenir."
    case .rentToResume:
      "Diagnostic : maintien possible à condition que le ménage reprenne le paiement du loyer."
    case .fsl: "Diagnostic : maintien possible à condition que le FSL prenne la dette en charge."
    case .surendettement:
      "Diagnostic : maintien possible à condition d'un traitement du surendettement."
    case .cheaperDwelling:
      "Diagnostic : le logement est trop cher pour le ménage, un relogement est nécessaire."
    case .wishToLeave: "Diagnostic : le ménage souhaite quitter le logement."
    case .resourcesToKnow: "Diagnostic sans conclusion : les ressources du ménage sont inconnues."
    }
  }
}
