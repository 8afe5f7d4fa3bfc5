/// Where a service answers probes and scrapes.
///
/// ## Configuration keys
/// - `AMONT_HTTP_HOST` (default `127.0.0.1`): the address to listen on; `0.0.0.0` in a container.
/// - `AMONT_HTTP_PORT` (default 8080): from 0 to 65535; with 0 the system chooses one.
public struct HTTPSettings: Hashable, Sendable {
  public var host: String
  /// The port; 0 lets the system choose.
  public var port: Int

  public init(host: String = "127.0.0.1", port: Int = 8_080) {
    self.host = host
    self.port = port
  }

  /// Reads the settings; what is wrong is noted in the reader.
  public init(_ reader: inout SettingsReader) {
    host = reader.string("http.host", default: "127.0.0.1")
    port = reader.int("http.port", default: 8_080, in: 0...65_535)
  }
}
