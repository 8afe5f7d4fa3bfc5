import Charte
import LegalCalendar
import Vocabulary

/// Every parameter of one version of a Charte, for a jurist.
struct CharteSheet: Encodable {
  /// One parameter.
  struct Line: Encodable {
    let key: String, value: String, isSet: Bool, line: Int?
    let standard: String, certainty: String, meaning: String, source: String
    /// Whether no service applies it.
    let isOnRecord: Bool
  }

  /// One commitment.
  struct Promise: Encodable {
    let partner: String, text: String, indicator: String, direction: String, unit: String
    let targets: [String: Int]
  }

  let code: String, name: String, since: String
  let parameters: [Line], commitments: [Promise]

  init(_ charte: DepartementCharte, version: CharteVersion) {
    code = charte.code
    name = charte.name
    since = version.since.description
    parameters = ParameterList.all.map { Self.line($0, of: version) }.sorted { $0.key < $1.key }
    commitments = version.commitments.map { promise in
      Promise(
        partner: promise.partner, text: promise.text, indicator: promise.indicator,
        direction: promise.direction.rawValue, unit: promise.unit.rawValue,
        targets: Dictionary(uniqueKeysWithValues: promise.targets.map { ("\($0)", $1) }))
    }
  }

  private static func line<Parameter: CharteParameter>(
    _ parameter: Parameter, of version: CharteVersion
  ) -> Line {
    let setting = version.setting(parameter)
    let row = parameter.row
    return Line(
      key: parameter.rawValue, value: parameter.text(of: setting.value), isSet: setting.isSet,
      line: setting.line, standard: parameter.text(of: row.standard),
      certainty: setting.isSet ? Certainty.parameter.rawValue : row.certainty.rawValue,
      meaning: row.meaning, source: row.source, isOnRecord: parameter.isOnRecord)
  }

  var lines: [String] {
    let width = parameters.map(\.key.count).max() ?? 0
    var lines = ["\(name) (\(code)), version du \(since)", ""]
    for parameter in parameters {
      let origin = parameter.line.map { "fixé, ligne \($0)" } ?? "par défaut"
      let key = parameter.key + String(repeating: " ", count: width - parameter.key.count)
      let use = parameter.isOnRecord ? " ; pour mémoire" : ""
      lines.append(
        "\(key)  \(parameter.value)  [\(origin) ; \(Self.french(parameter.certainty))\(use)]"
          + "  \(parameter.meaning) (\(parameter.source))")
    }
    lines.append("")
    for promise in commitments {
      let targets = promise.targets.sorted { $0.key < $1.key }.map { "\($0.key) : \($0.value)" }
      lines.append(
        "\(promise.partner) : \(promise.text) [\(promise.indicator), \(promise.direction),"
          + " \(promise.unit)] \(targets.joined(separator: ", "))")
    }
    return lines
  }

  private static func french(_ certainty: String) -> String {
    switch Certainty(rawValue: certainty) {
    case .law: "loi lue"
    case .seed: "instruction"
    case .high: "connu"
    case .medium: "à vérifier"
    case .low: "incertain"
    case .parameter, nil: "choix local"
    }
  }
}
