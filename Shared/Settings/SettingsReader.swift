public import Configuration
public import Sealing

/// Reads settings and collects what is wrong with them, so that all is reported at once.
///
/// A key such as `database.host` stands for the environment variable `AMONT_DATABASE_HOST`. An
/// empty variable counts as missing: that is what `${NAME:-}` in a compose file yields. A reading
/// that fails notes the problem and returns a stand-in, which ``read(_:_:)`` never lets out.
public struct SettingsReader {
  /// What every variable's name begins with.
  public static let prefix = "amont"
  /// How much is read of a file that holds a secret, in bytes.
  public static let maximumSecretBytes = 65_536

  private let config: ConfigReader
  private var problems: [SettingsError.Problem] = []

  private init(_ config: ConfigReader) { self.config = config.scoped(to: ConfigKey(Self.prefix)) }

  /// Builds a value out of settings.
  ///
  /// - Parameters:
  ///   - config: Where the settings come from.
  ///   - build: Reads them; it is called once and runs to its end whatever is wrong.
  /// - Throws: ``SettingsError`` with every problem that came up.
  public static func read<Value>(
    _ config: ConfigReader, _ build: (inout SettingsReader) -> Value
  ) throws(SettingsError) -> Value {
    var reader = SettingsReader(config)
    let value = build(&reader)
    guard reader.problems.isEmpty else { throw SettingsError(problems: reader.problems) }
    return value
  }

  /// The name of the environment variable that the key stands for.
  public static func name(of key: String) -> String {
    "\(prefix).\(key)".uppercased().replacing(".", with: "_")
  }

  /// A text that may be missing.
  public func string(_ key: String) -> String? {
    guard let value = config.string(forKey: ConfigKey(key)), !value.isEmpty else { return nil }
    return value
  }

  /// A text, `fallback` when missing.
  public func string(_ key: String, default fallback: String) -> String { string(key) ?? fallback }

  /// A text that must be there.
  public mutating func requiredString(_ key: String) -> String {
    if let value = string(key) { return value }
    complain(key, "is missing")
    return ""
  }

  /// A whole number within `range`, `fallback` when missing.
  public mutating func int(
    _ key: String, default fallback: Int, in range: ClosedRange<Int>
  ) -> Int {
    guard let text = string(key) else { return fallback }
    if let value = Int(text), range.contains(value) { return value }
    complain(key, "is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    return fallback
  }

  /// `true` or `false` (also `yes`, `no`, `1`, `0`), `fallback` when missing.
  public mutating func bool(_ key: String, default fallback: Bool) -> Bool {
    switch string(key)?.lowercased() {
    case nil: return fallback
    case "true", "yes", "1": return true
    case "false", "no", "0": return false
    default:
      complain(key, "is neither true nor false")
      return fallback
    }
  }

  /// One of the cases, written as its raw value, `fallback` when missing.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: Choice
  ) -> Choice where Choice.RawValue == String {
    guard let text = string(key) else { return fallback }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    complain(key, "is none of: \(choices)")
    return fallback
  }

  /// A secret: the value of the variable itself, or the text of the file that the variable with
  /// `_FILE` at the end of its name points to, without the newline at its end.
  ///
  /// One of the two must be there, and not both: it could not be told which one counts.
  public mutating func secret(_ key: String) -> Secret {
    let value = config.string(forKey: ConfigKey(key), isSecret: true) ?? ""
    let path = string(key + ".file")
    switch (value.isEmpty, path) {
    case (false, nil): return Secret(value)
    case (false, .some):
      complain(key, "and \(Self.name(of: key))_FILE are both set; keep one")
    case (true, nil):
      complain(key, "is missing; set it, or \(Self.name(of: key))_FILE to the path of a file")
    case (true, .some(let path)):
      do {
        return Secret(try Self.secret(inFile: path))
      } catch {
        complain(key + ".file", "names a file that \(error.complaint)")
      }
    }
    return Secret("")
  }

  /// The keys that wrap those of the households, from a secret.
  public mutating func masterKeys(_ key: String) -> MasterKeys {
    let known = problems.count
    let text = secret(key).revealed
    guard problems.count == known else { return .none }
    do {
      return try MasterKeys(parsing: text)
    } catch {
      for problem in error.problems {
        complain(key, "is no list of master keys, one \"NUMBER HEXADECIMAL\" a line: \(problem)")
      }
      return .none
    }
  }

  /// A secret that only some commands need: `nil` where neither the variable nor its file is named.
  public mutating func secretIfPresent(_ key: String) -> Secret? {
    let value = config.string(forKey: ConfigKey(key), isSecret: true) ?? ""
    return value.isEmpty && string(key + ".file") == nil ? nil : secret(key)
  }

  /// Notes that the setting cannot be used. The complaint is read after the name and holds no
  /// value.
  public mutating func complain(_ key: String, _ complaint: String) {
    problems.append(SettingsError.Problem(name: Self.name(of: key), complaint: complaint))
  }

  private static func secret(inFile path: String) throws(TextFileError) -> String {
    var text = try TextFile.read(path, limit: maximumSecretBytes)
    // One newline, with its carriage return: what an editor adds, not what a password may end in.
    if text.utf8.last == UInt8(ascii: "\n") { text = String(text.dropLast()) }
    guard !text.isEmpty else { throw .empty }
    return text
  }
}

extension ConfigReader {
  public static var environment: ConfigReader {
    ConfigReader(provider: EnvironmentVariablesProvider())
  }
}
