/// What a partner gets wrong now and then: each must come back as a refusal, and nothing may stop.
enum Mistake: CaseIterable, Sendable {
  case notJSON, missingField, unknownVersion, impossibleDate, negativeDebt, otherDepartement
  case tooLarge

  /// More than any event may hold, in bytes.
  private static let large = 10_000_000

  /// The type and the body that the partner publishes instead of the right ones.
  func spoil(type: String, body: String) -> (type: String, body: String) {
    switch self {
    case .notJSON: (type, String(body.dropLast(2)))
    case .missingField: (type, body.replacing("\"dette\"", with: "\"dete\""))
    case .unknownVersion: (String(type.dropLast(2)) + "v9", body)
    case .impossibleDate: (type, body.replacing("\"2017-", with: "\"2017-02-30T"))
    case .negativeDebt: (type, body.replacing("\"dette\":", with: "\"dette\":-"))
    case .otherDepartement: (type, body.replacing("\"insee\":\"93", with: "\"insee\":\"75"))
    case .tooLarge: (type, body + String(repeating: " ", count: Self.large))
    }
  }
}
