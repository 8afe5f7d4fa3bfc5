/// The texts under which social-diagnosis acts, as a French reader cites them.
enum DiagnosisBasis {
  static let contact = "instruction du 22 mars 2017, § 2.1"
  static let threshold = "loi 89-462, art. 24 I ; instruction du 22 mars 2017, § 2.1"
  static let interview = "instruction du 22 mars 2017, § 2.1 (2)"
  static let diagnosis = "instruction du 22 mars 2017, § 2.1 et § 2.2"
  static let dsf = "loi 89-462, art. 24 III ; instruction du 22 mars 2017, § 2.1 (2)"
  static let separation = "loi 89-462, art. 8-1 ; instruction du 22 mars 2017, § 2.1"
  static let violence = "Code civil art. 515-9 ; décret 2021-8, art. 2"
  static let protection = "Code civil art. 440, 467"
  static let observations = "décret 2021-8"
  static let copies = "décret 2021-8, art. 2"
  static let humanDecision = "RGPD art. 22 ; loi 78-17, art. 47"
}
