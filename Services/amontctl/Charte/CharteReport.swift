import Charte
import Vocabulary

/// What a sound Charte holds, in French, for whoever just edited it.
struct CharteReport {
  let lines: [String]

  /// Sums up a Charte beside the communes of its département.
  init(_ charte: DepartementCharte, communes: [CommunePeriod]) {
    let coverage = Coverage(of: charte, communes: communes)
    let covered = coverage.covered.map { "au \($0.since), \($0.communes)" }
    var lines = ["\(charte.name) (\(charte.code)) : le fichier est bon."]
    for version in charte.versions {
      lines.append(
        "Version du \(version.since) : \(version.bodies.locals.count) CCAPEX locales,"
          + " \(version.bodies.commissions.count) sous-commissions,"
          + " \(version.commitments.count) engagements.")
    }
    lines.append("Communes couvertes : " + covered.joined(separator: " ; ") + ".")
    lines += coverage.gaps.map {
      "Sans sous-commission à partir du \($0.from) (CCAPEX centrale) :"
        + " \($0.commune.insee) \($0.commune.name)"
    }
    if coverage.gaps.isEmpty {
      lines.append("Chaque commune du département a sa sous-commission, chaque jour.")
    }
    let ineffective = charte.versions.flatMap { version in
      ParameterList.all.compactMap { Self.warning(of: $0, in: version) }
    }
    self.lines = lines + ineffective.sorted()
  }
  /// What differs from the default and changes nothing, so that nobody counts on it.
  private static func warning<Parameter: CharteParameter>(
    of parameter: Parameter, in version: CharteVersion
  ) -> String? {
    let setting = version.setting(parameter)
    guard parameter.isOnRecord, let line = setting.line, setting.value != parameter.row.standard
    else { return nil }
    return "Ligne \(line), \(parameter.rawValue) : pour mémoire, aucun service ne l'applique."
  }
}
