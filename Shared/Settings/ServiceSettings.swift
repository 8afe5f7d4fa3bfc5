public import Configuration
import Glibc
public import Sealing
public import Vocabulary

/// What every service is told by its environment, read once, in `main`.
///
/// ## Configuration keys
/// - `AMONT_DEPARTEMENT` (required): the INSEE code of the département, such as `93` or `2A`;
///   `69M` is the Métropole de Lyon.
/// - `AMONT_CHARTE_FILE` (default: none): the Charte of the département, such as
///   `deploy/chartes/93.yaml`; without it the defaults hold and no sub-commission is known.
/// - `AMONT_INSTANCE` (default: host name and process number): tells processes of a service apart.
/// - `AMONT_LOG_LEVEL` (default `info`): one of ``LogLevel``.
/// - `AMONT_BATCH_SIZE` (default 100): messages handled together, from 1 to 1000.
/// - `AMONT_PREFETCH` (default 400): messages that the broker sends ahead, from 1 to 65535.
/// - `AMONT_FLOOD_REST` (default 6): how many times as long as one of its transactions a partner's
///   flood rests while others come, from 0 to 100; 0 where nobody waits for an answer.
/// - `AMONT_DRAIN_SECONDS` (default 25): how long a stopping service finishes its work, from 0 to
///   600; keep it below the grace of the platform.
/// - `AMONT_MASTER_KEY` or `AMONT_MASTER_KEY_FILE` (one is required): the keys that wrap those of
///   the households, one a line: a number, a space and 64 hexadecimal digits; the last one serves.
/// - and those of ``DatabaseSettings``, ``BrokerSettings``, ``HTTPSettings``, ``ClockSettings``.
public struct ServiceSettings: Sendable {
  /// The INSEE code of the département.
  public var departement: String
  /// The path of the Charte; `nil` where the département gives none.
  public var charteFile: String?
  /// What tells this process from others of the same service.
  public var instance: String
  public var logLevel: LogLevel
  public var database: DatabaseSettings
  public var broker: BrokerSettings
  /// Where probes and scrapes are answered.
  public var http: HTTPSettings
  public var clock: ClockSettings
  /// What wraps the keys of the households.
  public var masterKeys: MasterKeys
  /// How many messages are handled together at most.
  public var batchSize: Int
  /// How many messages the broker sends ahead at most.
  public var prefetch: Int
  /// How many times as long as one of its transactions a partner's flood rests while others come; 0
  /// where nobody waits for an answer.
  public var floodRest: Int
  /// How long a stopping service finishes its work, in seconds.
  public var drainSeconds: Int

  /// Reads the settings.
  ///
  /// - Throws: ``SettingsError`` with everything that is missing or wrong.
  public init(_ config: ConfigReader) throws(SettingsError) {
    self = try SettingsReader.read(config) { reader in ServiceSettings(&reader) }
  }

  /// Reads the settings; what is wrong is noted in the reader.
  public init(_ reader: inout SettingsReader) {
    departement = Self.departement(&reader)
    charteFile = reader.string("charte.file")
    instance = reader.string("instance", default: Self.defaultInstance())
    logLevel = reader.choice("log.level", default: .info)
    database = DatabaseSettings(&reader)
    broker = BrokerSettings(&reader)
    http = HTTPSettings(&reader)
    clock = ClockSettings(&reader)
    masterKeys = reader.masterKeys("master.key")
    batchSize = reader.int("batch.size", default: 100, in: 1...1_000)
    prefetch = reader.int("prefetch", default: 400, in: 1...65_535)
    floodRest = reader.int("flood.rest", default: 6, in: 0...100)
    drainSeconds = reader.int("drain.seconds", default: 25, in: 0...600)
  }

  /// Reads the settings from the environment of this process.
  ///
  /// - Throws: ``SettingsError`` with everything that is missing or wrong.
  public static func fromEnvironment() throws(SettingsError) -> ServiceSettings {
    try ServiceSettings(.environment)
  }

  /// Reads the settings from the environment, or says what is wrong with them and exits with
  /// ``SettingsError/exitStatus``. For `main`.
  public static func fromEnvironmentOrExit() -> ServiceSettings {
    do {
      return try fromEnvironment()
    } catch {
      SettingsError.say("\(error)")
      exit(SettingsError.exitStatus)
    }
  }

  public var zone: LegalZone { LegalZone(departement: departement) }

  private static func departement(_ reader: inout SettingsReader) -> String {
    let code = reader.requiredString("departement")
    guard !code.isEmpty else { return code }
    if !Departement.isKnown(code) {
      reader.complain("departement", "is not the INSEE code of a département")
    }
    return code
  }

  private static func defaultInstance() -> String {
    var name = [CChar](repeating: 0, count: 256)
    let status = gethostname(&name, name.count - 1)
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let host = status == 0 ? String(decoding: bytes, as: UTF8.self) : "unknown"
    return "\(host)-\(getpid())"
  }
}
