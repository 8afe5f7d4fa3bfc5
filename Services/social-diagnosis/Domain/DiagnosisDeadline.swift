/// The deadlines that social-diagnosis arms. The raw values are stored and never change.
public enum DiagnosisDeadline: String, CaseIterable, Sendable, Hashable {
  /// The interview must have been proposed, and something come of it.
  case interview = "contact.interview"
  /// The household that was met must have been diagnosed.
  case diagnosis = "contact.diagnosis"
  /// The operator is warned that the DSF is expected, or the préfet that it is late.
  case alert = "dsf.alert"
  /// The court must have the DSF: on that day it is sent what is known.
  case margin = "dsf.margin"
  /// The household may observe the DSF; the court is sent it afterwards.
  case observations = "dsf.observations"
}
