import Charte
import Testing
import Vocabulary

/// Who reads what: a parameter that nobody reads would be a lie to whoever sets it.
@Suite("What the services read of a Charte") struct ReaderTests {
  @Test("Each parameter changes what a service does, or is marked as one that none applies")
  func everyParameterIsReadOrOnRecord() throws {
    for parameter in ParameterList.all {
      let key = parameter.rawValue
      let isRead = try !Self.changed(by: key, Self.other(parameter)).isEmpty
      #expect((isRead || Self.readByTheTool.contains(key)) != parameter.isOnRecord, "\(key)")
    }
  }

  /// What amontctl applies, and no service: how long things are kept
  /// (`ReadingTests/RetentionTests`).
  private static let readByTheTool: Set<String> = [
    CountParameter.activeBase.rawValue, CountParameter.archive.rawValue,
    CountParameter.openWithoutAct.rawValue, CountParameter.readingLog.rawValue,
  ]

  @Test("Each field of each service can be set by the Charte") func everyFieldIsExpressible() throws
  {
    var settable: Set<String> = []
    for parameter in ParameterList.all {
      settable.formUnion(try Self.changed(by: parameter.rawValue, Self.other(parameter)))
    }
    let fixed: Set<String> = [
      // The Charte sets them by its commissions and its truces, which are no parameters.
      "intake.commissions", "calendar.truces",
      // They follow from the département.
      "calendar.departement", "calendar.holidays",
    ]
    #expect(Set(try Readings([:]).fields.keys).subtracting(settable) == fixed)
  }

  /// The fields that the parameter changes, where the FSL's formula is one or the other.
  private static func changed(by key: String, _ value: String) throws -> Set<String> {
    let formula = ChoiceParameter.fslCapacity.rawValue
    let bank = [formula: "capacite-banque-de-france-v1"]
    return try Readings([key: value]).changed(from: Readings([:])).union(
      key == formula
        ? [] : Readings(bank.merging([key: value]) { $1 }).changed(from: Readings(bank)))
  }

  /// A text that is no default of the parameter.
  private static func other<P: CharteParameter>(_ parameter: P) -> String {
    let units = ["jours", "mois", "loyers", "séances", "mensualités", "points", "%", "€"]
    let numbers = [4, 5, 7, 11, 23, 72].flatMap { number in units.map { "\(number) \($0)" } }
    let scales = ["4 points jusqu'à 20 jours", "4 points jusqu'à 20 loyers"]
    let words = (parameter as? ChoiceParameter)?.choices ?? []
    let candidates = numbers + scales + words + ["oui", "non", "2028-01-01"]
    let other = candidates.first {
      parameter.value(of: $0).map { $0 != parameter.row.standard } ?? false
    }
    if other == nil { Issue.record("no other value for \(parameter.rawValue)") }
    return other ?? ""
  }
}
