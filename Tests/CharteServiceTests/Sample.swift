import Charte
import Vocabulary

/// A day written `YYYY-MM-DD`.
func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: .min / 2) }

/// Chartes in two communes, written for one test.
enum Sample {
  /// A Charte with one version, and those parameters, each `key: value` with dots in the key.
  static func version(_ parameters: [String: String] = [:]) throws -> CharteVersion {
    try charte([(since: "2017-03-22", in: ["93008": "est", "93066": "ouest"], parameters)])
      .versions[0]
  }

  /// A Charte of the département 93.
  static func charte(
    _ versions: [(since: String, in: [String: String], parameters: [String: String])]
  ) throws -> DepartementCharte {
    var text = "departement: {code: \"93\", nom: Essai}\nversions:\n"
    for version in versions {
      text += "  - depuis: \(version.since)\n    instances:\n"
      text += "      centrale: {nom: Centrale, portee-par: [prefecture]}\n"
      text += "      cellule-technique: {nom: Cellule, portee-par: [prefecture]}\n"
      text += "      sous-commissions:\n"
      for (insee, code) in version.in.sorted(by: { $0.key < $1.key }) {
        text += "        - {code: \(code), nom: C, portee-par: [epci], communes: [\"\(insee)\"]}\n"
      }
      if !version.parameters.isEmpty { text += "    parametres:\n" + tree(version.parameters, 6) }
    }
    return try DepartementCharte(parsing: text, file: "essai.yaml")
  }

  /// Keys with dots as nested mappings.
  private static func tree(_ parameters: [String: String], _ indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let groups = Dictionary(grouping: parameters) { $0.key.prefix { $0 != "." } }
    return groups.sorted { $0.key < $1.key }.map { name, members in
      if let value = parameters[String(name)] { return "\(margin)\(name): \(value)\n" }
      let inner = members.map { (String($0.key.dropFirst(name.count + 1)), $0.value) }
      return "\(margin)\(name):\n" + tree(Dictionary(uniqueKeysWithValues: inner), indent + 2)
    }.joined()
  }
}
