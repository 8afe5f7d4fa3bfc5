import Vocabulary
import Yams

extension CharteReader {
  /// How many commissions of one level there may be.
  private static let maximumCommissions = 200

  /// Who is competent where.
  mutating func bodies(_ node: Node, at key: String, of code: String?) -> Bodies? {
    let names = ["centrale", "cellule-technique", "locales", "sous-commissions"]
    let required = ["centrale", "cellule-technique"]
    let fields = fields(node, at: key, names: names, required: required)
    let central = fields["centrale"].flatMap {
      body($0, at: key + ".centrale", code: Body.centralCode)
    }
    let unit = fields["cellule-technique"].flatMap {
      body($0, at: key + ".cellule-technique", code: Body.unitCode)
    }
    let locals = commissions(fields["locales"], at: key + ".locales", of: code, below: nil)
    let commissions = commissions(
      fields["sous-commissions"], at: key + ".sous-commissions", of: code,
      below: Set(locals.map(\.body.code)))
    complainOfSameCodes(
      [central, unit].compactMap(\.self) + (locals + commissions).map(\.body), node, key)
    complainOfOverlaps(locals, node, key + ".locales")
    complainOfOverlaps(commissions, node, key + ".sous-commissions")
    guard let central, let unit else { return nil }
    return Bodies(central: central, unit: unit, locals: locals, commissions: commissions)
  }

  /// A body of which there is one: its code is known to every service.
  private mutating func body(_ node: Node, at key: String, code: String) -> Body? {
    let names = ["nom", "portee-par"]
    return body(of: fields(node, at: key, names: names, required: names), at: key, code: code)
  }

  private mutating func body(of fields: [String: Node], at key: String, code: String?) -> Body? {
    let name = text(fields["nom"], at: key + ".nom")
    var carriers: [Carrier] = []
    if let node = fields["portee-par"] {
      carriers = list(node, at: key + ".portee-par", limit: Carrier.allCases.count)
        .compactMap { choice($0.0, at: $0.1) }
      if node.sequence?.isEmpty == true {
        complain(node, key + ".portee-par", "attendu : au moins un porteur")
      }
    }
    guard let code, let name else { return nil }
    return Body(code: code, name: name, carriers: carriers)
  }

  private mutating func commissions(
    _ node: Node?, at key: String, of code: String?, below locals: Set<String>?
  ) -> [Commission] {
    guard let node else { return [] }
    return list(node, at: key, limit: Self.maximumCommissions).compactMap {
      commission($0.0, at: $0.1, of: code, below: locals)
    }
  }

  private mutating func commission(
    _ node: Node, at key: String, of code: String?, below locals: Set<String>?
  ) -> Commission? {
    let required = ["code", "nom", "portee-par", "communes"]
    let names = locals == nil ? required : required + ["rattachee-a"]
    let fields = fields(node, at: key, names: names, required: required)
    let body = body(of: fields, at: key, code: self.code(fields["code"], at: key + ".code"))
    let local = value(
      fields["rattachee-a"], at: key + ".rattachee-a",
      expected: "le code d'une CCAPEX locale de « locales »"
    ) { locals?.contains($0) == true ? $0 : nil }
    var communes: [Membership] = []
    if let node = fields["communes"] {
      communes = list(node, at: key + ".communes").compactMap {
        membership($0.0, at: $0.1, of: code)
      }
    }
    return body.map { Commission(body: $0, local: local, communes: communes) }
  }

  /// A commune: its code alone, or with the days of its membership.
  private mutating func membership(_ node: Node, at key: String, of code: String?) -> Membership? {
    let line = node.mark?.line ?? 1
    guard node.mapping != nil else {
      return insee(node, at: key, of: code).map {
        Membership(insee: $0, period: Day.first...Day.last, line: line)
      }
    }
    let fields = fields(node, at: key, names: ["insee", "depuis", "jusque"], required: ["insee"])
    let insee = insee(fields["insee"], at: key + ".insee", of: code)
    let start = day(fields["depuis"], at: key + ".depuis") ?? Day.first
    let end = day(fields["jusque"], at: key + ".jusque") ?? Day.last
    guard start <= end else {
      complain(node, key, "« jusque » (\(end)) vient avant « depuis » (\(start))")
      return nil
    }
    return insee.map { Membership(insee: $0, period: start...end, line: line) }
  }

  private mutating func insee(_ node: Node?, at key: String, of code: String?) -> String? {
    let code = code ?? ""
    return value(
      node, at: key,
      expected: "un code INSEE de commune de cinq caractères, qui commence par « \(code) »"
    ) {
      $0.count == 5 && $0.hasPrefix(code)
        && $0.dropFirst(2).allSatisfy { $0.isASCII && $0.isNumber }
        ? $0 : nil
    }
  }

  private mutating func code(_ node: Node?, at key: String) -> String? {
    value(
      node, at: key,
      expected: "un code de lettres minuscules sans accent, de chiffres et de traits d'union"
    ) { Self.isCode($0) ? $0 : nil }
  }

  private static func isCode(_ text: String) -> Bool {
    (1...64).contains(text.count)
      && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }

  private mutating func complainOfSameCodes(_ bodies: [Body], _ node: Node, _ key: String) {
    var seen: Set<String> = []
    for body in bodies where !seen.insert(body.code).inserted {
      complain(node, key, "deux instances portent le code « \(body.code) » ; changez-en un")
    }
  }

  /// On no day may a commune belong to two commissions of one level.
  private mutating func complainOfOverlaps(
    _ commissions: [Commission], _ node: Node, _ key: String
  ) {
    var seen: [String: [Membership]] = [:]
    for membership in commissions.flatMap(\.communes) {
      if let other = seen[membership.insee]?.first(where: { $0.period.overlaps(membership.period) })
      {
        complain(
          line: membership.line, key,
          "la commune \(membership.insee) figure déjà à la ligne \(other.line) pour les mêmes jours ;"
            + " gardez-en une, ou séparez-les par « jusque » et « depuis »")
      }
      seen[membership.insee, default: []].append(membership)
    }
  }
}
