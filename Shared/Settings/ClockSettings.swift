public import Vocabulary

/// Which calendar the service lives by.
///
/// ## Configuration keys
/// - `AMONT_CLOCK` (default `system`): `system` or `simulated`.
/// - `AMONT_CLOCK_FILE` (required for `simulated`): the path of a file that holds a date.
public enum ClockSettings: Hashable, Sendable {
  /// The civil day of the département.
  case system
  case simulated(file: String)

  private enum Kind: String, CaseIterable { case system, simulated }

  /// Reads the settings; what is wrong is noted in the reader.
  public init(_ reader: inout SettingsReader) {
    switch reader.choice("clock", default: Kind.system) {
    case .system: self = .system
    case .simulated: self = .simulated(file: reader.requiredString("clock.file"))
    }
  }

  /// The clock that the settings describe.
  ///
  /// - Parameter zone: The legal time of the département.
  /// - Throws: ``SettingsError`` when the file of a simulated clock holds no date.
  public func makeClock(zone: LegalZone) throws(SettingsError) -> any BusinessClock {
    switch self {
    case .system: SystemBusinessClock(zone: zone)
    case .simulated(let file): try SimulatedBusinessClock(file: file)
    }
  }
}
