import LegalCalendar
import Vocabulary
import Yams

extension CharteReader {
  /// What a partner committed itself to.
  mutating func commitment(_ node: Node, at key: String) -> Commitment? {
    let names = ["partenaire", "texte", "indicateur", "sens", "unite", "cibles"]
    let fields = fields(node, at: key, names: names, required: names)
    let partner = text(fields["partenaire"], at: key + ".partenaire")
    let text = text(fields["texte"], at: key + ".texte")
    let indicator = value(
      fields["indicateur"], at: key + ".indicateur",
      expected: "l'une de ces lignes de l'évaluation annuelle : "
        + Commitment.indicators.joined(separator: ", ")
    ) { Commitment.indicators.contains($0) ? $0 : nil }
    let direction: Commitment.Direction? = choice(fields["sens"], at: key + ".sens")
    let unit: Commitment.Unit? = choice(fields["unite"], at: key + ".unite")
    var targets: [Int: Int] = [:]
    if let node = fields["cibles"] { targets = self.targets(node, at: key + ".cibles") }
    guard let partner, let text, let indicator, let direction, let unit else { return nil }
    return Commitment(
      partner: partner, text: text, indicator: indicator, direction: direction, unit: unit,
      targets: targets)
  }

  private mutating func targets(_ node: Node, at key: String) -> [Int: Int] {
    let years = (2017...2100).map(String.init)
    var targets: [Int: Int] = [:]
    for (year, node) in fields(node, at: key, names: node.mapping == nil ? ["2018"] : years) {
      let target = value(
        node, at: key + "." + year, expected: "un nombre entier de 0 à 1000000, sans unité"
      ) { Int($0).flatMap { (0...1_000_000).contains($0) ? $0 : nil } }
      if let target, let year = Int(year) { targets[year] = target }
    }
    return targets
  }

  /// The truces that the préfet of an overseas département sets (CPCE L6xx).
  mutating func truces(_ node: Node, at key: String, of code: String?) -> [TruceRule] {
    if let code, code.count < 3 {
      complain(
        node, key, "réservé à l'outre-mer : ôtez cette clé, la trêve de la métropole est connue")
    }
    return list(node, at: key, limit: 100).compactMap { truce($0.0, at: $0.1) }
  }

  private mutating func truce(_ node: Node, at key: String) -> TruceRule? {
    let names = ["premier-hiver", "dernier-hiver", "debut", "fin", "texte"]
    let fields = fields(node, at: key, names: names, required: names)
    let first = winter(fields["premier-hiver"], at: key + ".premier-hiver")
    let last = winter(fields["dernier-hiver"], at: key + ".dernier-hiver")
    let start = monthDay(fields["debut"], at: key + ".debut")
    let end = monthDay(fields["fin"], at: key + ".fin")
    let text = text(fields["texte"], at: key + ".texte")
    guard let first, let last, let start, let end, let text else { return nil }
    guard first <= last else {
      complain(node, key, "« dernier-hiver » vient avant « premier-hiver »")
      return nil
    }
    return TruceRule(
      winters: first...last, start: start, end: end, article: text, certainty: .parameter)
  }

  private mutating func winter(_ node: Node?, at key: String) -> Int? {
    value(node, at: key, expected: "l'année où l'hiver commence, de 2000 à 2100") {
      Int($0).flatMap { (2000...2100).contains($0) ? $0 : nil }
    }
  }

  private mutating func monthDay(_ node: Node?, at key: String) -> TruceRule.MonthDay? {
    value(node, at: key, expected: "un jour de l'année de la forme MM-JJ, tel que 11-01") { text in
      Day("2001-" + text).flatMap {
        TruceRule.MonthDay(month: $0.components.month, day: $0.components.day)
      }
    }
  }
}
