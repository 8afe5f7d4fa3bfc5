public import LegalCalendar

/// A parameter that a département may set in its Charte.
///
/// The raw value is its place in the file below `parametres`, parts separated by dots. It is
/// written in the files of départements, so it never changes.
public protocol CharteParameter: CaseIterable, RawRepresentable<String>, Sendable {
  /// What it is set to.
  associatedtype Value: Hashable, Sendable
  /// Its line in the table of parameters.
  var row: ParameterRow<Value> { get }
  /// What to write in the file, in French, to be read after "attendu : ".
  var expected: String { get }
  /// The value that a text of the file stands for, or `nil` where it stands for none.
  func value(of text: String) -> Value?
  /// The value as it is written in the file.
  func text(of value: Value) -> String
}

extension CharteParameter {
  /// Its place in the file: its row says so.
  public var rawValue: String { row.key }

  /// The parameter at that place, where it is one of this kind.
  public init?(rawValue: String) {
    guard let parameter = Self.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = parameter
  }
}

/// What is known of a parameter before any département sets it.
public struct ParameterRow<Value: Hashable & Sendable>: Sendable {
  /// Its place in the file.
  let key: String
  /// What holds where the file is silent.
  public let standard: Value
  /// What it is for, in French.
  public let meaning: String
  /// The text or the body that it comes from, in French.
  public let source: String
  /// How sure `standard` is. A value that the file sets is the département's own choice.
  public let certainty: Certainty

  init(
    _ key: String, _ standard: Value, _ meaning: String, _ source: String, _ certainty: Certainty
  ) {
    (self.key, self.standard, self.meaning) = (key, standard, meaning)
    (self.source, self.certainty) = (source, certainty)
  }
}

/// The value of a parameter under a version of a Charte.
public struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  public let value: Value
  /// The line of the file that sets it; `nil` where the file is silent and the default holds.
  public let line: Int?

  public init(value: Value, line: Int?) {
    self.value = value
    self.line = line
  }

  public var isSet: Bool { line != nil }
}

/// All parameters, in the order in which they are shown.
public enum ParameterList {
  /// Every parameter of every kind.
  public static let all: [any CharteParameter] =
    CountParameter.allCases + DelayParameter.allCases + AmountParameter.allCases
    + RateParameter.allCases + ChoiceParameter.allCases + SwitchParameter.allCases
    + DateParameter.allCases + ScaleParameter.allCases

  /// The parameter at that place of the file.
  static let byKey: [String: any CharteParameter] = Dictionary(
    all.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

  /// The names that may stand below each section; "" is `parametres` itself.
  static let children: [String: Set<String>] = {
    var children: [String: Set<String>] = [:]
    for parameter in all {
      var path = ""
      for name in parameter.rawValue.split(separator: ".").map(String.init) {
        children[path, default: []].insert(name)
        path = path.isEmpty ? name : path + "." + name
      }
    }
    return children
  }()
}
